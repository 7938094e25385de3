import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeCreditCode } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { createTestDatabase } from '../setup/database.js';
import { Person, World } from './harness.js';

/** The licence of every institution here runs from 2 March 2026, five years: its last day. */
const LAST_DAY = '2031-03-01';
const THIRTY_DAYS_AHEAD = '2031-01-30';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

/** A session of today: years pass in these tests, and sessions end. */
const today = (login: string, at = world): Promise<Person> => new Person(at, login).enter();

interface Entry {
  id: string;
  state: string;
  preparedUntil: string | null;
  licence: { number: string; state: string; validFrom: string; validTo: string } | null;
  versions: { cause: string; validFrom: string; fields: Record<string, unknown> }[];
}
const entryOf = async (institutionId: string, at = world): Promise<Entry> =>
  (await today('registrar', at)).get<Entry>(`/api/register/${institutionId}`);

/** An institution that operates: granted, served, registered. */
let schools = 0;
async function operating(at = world): Promise<{ institutionId: string; number: string }> {
  const caseId = await at.granted();
  await at.work();
  const registrar = await at.as('registrar');
  await registrar.does(caseId, 'serve', { channel: 'electronic' });
  schools += 1;
  const creditCode = completeCreditCode(`52150203MJ${String(schools).padStart(6, '0')}`);
  await registrar.does(caseId, 'recordRegistration', { creditCode, registeredOn: at.today });
  await at.work();
  const [row] = await at.sql.query<{ institution_id: string; number: string }>(
    'select institution_id, number from licence where case_id = $1',
    [caseId],
  );
  return { institutionId: row?.institution_id ?? '', number: row?.number ?? '' };
}

/** Somebody else, signed up by themselves. */
async function stranger(): Promise<Person> {
  await world
    .nobody()
    .post('/api/accounts', { login: 'yanshi-other', password: 'demo-password', displayName: '演示另一举办者' });
  return today('yanshi-other');
}

const CONTACT = { contactPhone: '04725550000', deliveryChannel: 'electronic', serviceConsent: true };

async function draftOf(matter: string, fields: object, at = world): Promise<{ sponsor: Person; caseId: string }> {
  const sponsor = await today('sponsor', at);
  const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', { commandId: randomIds.uuid(), matter });
  const { status, body } = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { sponsor, caseId };
}

async function renewal(licenceNumber: string, at = world): Promise<string> {
  const { sponsor, caseId } = await draftOf('RENEW', { licenceNumber, ...CONTACT }, at);
  await sponsor.does(caseId, 'submit');
  return caseId;
}

const types = async (caseId: string, at = world): Promise<[string, string][]> => {
  const rows = await at.sql.query<{ type: string; day: string }>(
    'select type, legal_date::text as day from case_event where case_id = $1 order by seq',
    [caseId],
  );
  return rows.map(({ type, day }) => [type, day]);
};
const tickets = (column: 'case_id' | 'institution_id', id: string, at = world) =>
  at.sql.query<{ matter: string; day: string }>(
    `select matter, legal_date::text as day from supervision_ticket where ${column} = $1 order by opened_at, matter`,
    [id],
  );

async function verdictsFor(person: Person, caseId: string): Promise<{ verdicts: object[] }> {
  const { materials } = await person.get<{ materials: { lineId: string; applicable: boolean }[] }>(
    `/api/cases/${caseId}`,
  );
  return {
    verdicts: materials.filter(({ applicable }) => applicable).map(({ lineId }) => ({ lineId, verdict: 'ok' })),
  };
}

async function accepted(caseId: string, at = world): Promise<void> {
  const clerk = await today('clerk', at);
  await clerk.does(caseId, 'recordVerdicts', await verdictsFor(clerk, caseId));
  await clerk.does(caseId, 'accept');
}

async function reviewed(caseId: string, lanes: readonly string[], at = world): Promise<void> {
  const reviewer = await today('reviewer', at);
  for (const lane of lanes)
    await reviewer.does(caseId, 'recordAttestation', {
      lane,
      result: 'pass',
      source: '演示查询',
      checkedOn: at.today,
    });
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await today('legal', at)).does(caseId, 'passLegality', { opinion: '程序合法' });
  await (await today('head', at)).does(caseId, 'grant', { opinion: '同意' });
}

/** From the submission to the decision, every hand in turn. */
async function decided(caseId: string, lanes: readonly string[], at = world): Promise<void> {
  await accepted(caseId, at);
  await reviewed(caseId, lanes, at);
}

async function prepared(at = world): Promise<{ caseId: string; institutionId: string }> {
  const {
    institutionType,
    stage,
    nature,
    usesFiscalOrDonatedAssets,
    siteAddress,
    plannedClasses,
    plannedChildren,
    openingFundsYuan,
    sponsors,
  } = kindergartenForm();
  const { sponsor, caseId } = await draftOf(
    'PREP',
    {
      ...{ institutionType, stage, nature, usesFiscalOrDonatedAssets, siteAddress, plannedClasses, plannedChildren },
      ...{ openingFundsYuan, sponsors, schoolName: '包头市昆都仑区演示筹备幼儿园', ...CONTACT },
    },
    at,
  );
  for (const line of ['EST-REPORT', 'EST-ASSET']) await sponsor.upload(caseId, line);
  await sponsor.does(caseId, 'submit');
  await decided(caseId, ['layout_plan', 'credit_lookup'], at);
  await at.work();
  const [row] = await at.sql.query<{ institution_id: string }>(
    'select institution_id from register_version where case_id = $1',
    [caseId],
  );
  return { caseId, institutionId: row?.institution_id ?? '' };
}

describe('preparation (PEL 14)', () => {
  it('is decided within thirty days, approved without a visit, and runs out after three years by itself', async () => {
    const { caseId, institutionId } = await prepared();
    expect(await entryOf(institutionId)).toMatchObject({
      state: 'PREPARING',
      preparedUntil: '2029-03-02',
      licence: null,
    });
    const sponsor = await today('sponsor');
    const { clocks } = await sponsor.get<{ clocks: { id: string; deadline: { dueOn: string } }[] }>(
      `/api/cases/${caseId}/clock`,
    );
    expect(clocks.find(({ id }) => id === 'prep_decision')?.deadline.dueOn).toBe('2026-04-01');
    expect(clocks.map(({ id }) => id)).not.toContain('establish_decision');
    await (await today('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    const { state, documents } = await sponsor.get<{ state: string; documents: { kind: string }[] }>(
      `/api/cases/${caseId}`,
    );
    expect([state, documents.map(({ kind }) => kind)]).toEqual([
      'ARCHIVED',
      expect.arrayContaining(['preparationApproval']),
    ]);

    world.clock.set('2029-03-02', '23:59');
    await world.work();
    expect((await entryOf(institutionId)).state).toBe('PREPARING');
    world.clock.set('2029-03-03', '00:01');
    await world.work();
    const after = await entryOf(institutionId);
    expect([after.state, after.versions[0]]).toMatchObject([
      'EXPIRED_PREP',
      { cause: 'expirePreparation', validFrom: '2029-03-03' },
    ]);
    const { items } = await world.nobody().get<{ items: { kind: string; title: string }[] }>('/api/public/notices');
    expect(items[0]).toMatchObject({ kind: 'expirePreparation' });
  });

  it('refuses what the form does not have, and what the law does not allow', async () => {
    const sponsor = await today('sponsor');
    const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
      commandId: randomIds.uuid(),
      matter: 'PREP',
    });
    const wrong = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { boardMembers: [] } });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { errors: [{ field: 'boardMembers', code: 'FIELD_UNKNOWN' }] },
    ]);
    expect((await sponsor.refused(caseId, 'submit')).code).toBe('FORM_INCOMPLETE');
  });
});

describe('renewal (ALL 50)', () => {
  it('filed in time and not answered, is granted by law on the last day of the licence', async () => {
    const { institutionId, number } = await operating();
    world.clock.set(THIRTY_DAYS_AHEAD);
    const caseId = await renewal(number);
    expect(
      (
        await (
          await today('sponsor')
        ).get<{ clocks: { id: string; deadline: { dueOn: string } }[] }>(`/api/cases/${caseId}/clock`)
      ).clocks[0],
    ).toMatchObject({
      id: 'renewal_decision',
      deadline: { dueOn: LAST_DAY },
    });
    world.clock.set('2031-03-02', '00:05');
    await world.work();
    expect((await types(caseId)).filter(([type]) => type === 'reachExpiry')).toEqual([['reachExpiry', LAST_DAY]]);
    const entry = await entryOf(institutionId);
    expect(entry).toMatchObject({
      state: 'OPERATING',
      licence: { number, state: 'VALID', validFrom: '2026-03-02', validTo: '2036-03-01' },
    });
    expect(entry.versions[0]).toMatchObject({
      cause: 'renewal',
      validFrom: '2031-03-02',
      fields: { validTo: '2036-03-01' },
    });
    expect((await tickets('case_id', caseId)).map(({ matter }) => matter)).toContain('deemedRenewal');
    const registrar = await today('registrar');
    const { documents } = await registrar.get<{ documents: { kind: string; number: string; ready: boolean }[] }>(
      `/api/cases/${caseId}`,
    );
    expect(
      documents.filter(({ kind }) => /licence|Renewal/.test(kind)).map(({ kind, ready }) => [kind, ready]),
    ).toEqual(
      expect.arrayContaining([
        ['deemedRenewalCertificate', true],
        ['licenceOriginal', true],
        ['licenceDuplicate', true],
      ]),
    );
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect((await (await today('sponsor')).get<{ state: string }>(`/api/cases/${caseId}`)).state).toBe('ARCHIVED');
  });

  it('decided in time, is decided by the bureau; the licence keeps its number', async () => {
    const { institutionId, number } = await operating();
    world.clock.set('2031-01-06');
    const caseId = await renewal(number);
    await decided(caseId, ['health_on_record', 'market_on_record']);
    await world.work();
    expect((await entryOf(institutionId)).licence).toMatchObject({ number, validTo: '2036-03-01' });
    world.clock.set('2031-03-02');
    await world.work();
    expect((await types(caseId)).map(([type]) => type)).not.toContain('reachExpiry');
  });

  it('filed too late, is no grant: the licence runs out, and a ticket says so', async () => {
    const { institutionId, number } = await operating();
    world.clock.set('2031-01-31');
    const caseId = await renewal(number);
    world.clock.set('2031-03-02');
    await world.work();
    expect((await tickets('case_id', caseId)).map(({ matter }) => matter)).toContain('limitMissed');
    expect(await entryOf(institutionId)).toMatchObject({ state: 'OPERATING', licence: { state: 'EXPIRED' } });
    expect(await tickets('institution_id', institutionId)).toEqual([{ matter: 'licenceExpired', day: LAST_DAY }]);
  });

  it('is only for one’s own licence, once at a time, and while it is in force', async () => {
    const { number } = await operating();
    const other = await stranger();
    const { caseId: foreign } = await other.post<{ caseId: string }>('/api/cases', {
      commandId: randomIds.uuid(),
      matter: 'RENEW',
    });
    const refused = await other.send('PATCH', `/api/cases/${foreign}/draft`, { fields: { licenceNumber: number } });
    expect(refused.body).toMatchObject({
      code: 'FIELDS_INVALID',
      errors: [{ field: 'licenceNumber', code: 'LICENCE_NOT_YOURS' }],
    });
    world.clock.set('2031-01-06');
    await renewal(number);
    const { sponsor, caseId } = await draftOf('RENEW', { licenceNumber: number, ...CONTACT });
    expect((await sponsor.refused(caseId, 'submit')).code).toBe('CASE_ALREADY_RUNNING');
    const again = await operating();
    world.clock.set('2036-01-06');
    await world.work();
    const late = await draftOf('RENEW', { licenceNumber: again.number, ...CONTACT });
    const problem = await late.sponsor.refused(late.caseId, 'submit');
    expect(problem).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      errors: [{ field: 'licenceNumber', code: 'LICENCE_NOT_IN_FORCE' }],
    });
  });
});

describe('lapse (PER 50(3)) and expiry (ALL 70(1))', () => {
  const found = async (login: string, institutionId: string, teaching: boolean) =>
    (await today(login)).send('POST', `/api/register/${institutionId}/teaching-findings`, {
      foundOn: world.today,
      teaching,
      note: '演示：现场没有学生，也没有教师',
    });

  it('a school that two officers found idle lapses with its licence, and everybody is told', async () => {
    const { institutionId } = await operating();
    world.clock.set('2031-02-10');
    expect((await found('registrar', institutionId, false)).status).toBe(201);
    expect((await found('edu1', institutionId, false)).status).toBe(201);
    world.clock.set('2031-03-02', '00:01');
    await world.work();
    const entry = await entryOf(institutionId);
    expect([entry.state, entry.licence?.state, entry.versions[0]]).toMatchObject([
      'LAPSED',
      'LAPSED',
      { cause: 'lapse', validFrom: '2031-03-02' },
    ]);
    const { items } = await world
      .nobody()
      .get<{ items: { kind: string; fields: { endedOn: string } }[] }>('/api/public/notices');
    expect(items.find(({ kind }) => kind === 'lapse')).toMatchObject({ fields: { endedOn: LAST_DAY } });
  });

  it.each([
    [
      'one officer alone',
      [
        ['registrar', false],
        ['registrar', false],
      ],
    ],
    [
      'teaching found since',
      [
        ['registrar', false],
        ['edu1', false],
        ['edu2', true],
      ],
    ],
  ] as const)('%s is not enough: the licence runs out and the case is looked at', async (_, findings) => {
    const { institutionId } = await operating();
    for (const [i, [login, teaching]] of findings.entries()) {
      world.clock.set(`2031-02-1${i}`);
      await found(login, institutionId, teaching);
    }
    world.clock.set('2031-03-02', '00:01');
    await world.work();
    expect(await entryOf(institutionId)).toMatchObject({ state: 'OPERATING', licence: { state: 'EXPIRED' } });
    expect(await tickets('institution_id', institutionId)).toEqual([{ matter: 'licenceExpired', day: LAST_DAY }]);
  });

  it('a finding is refused to the public, for the future, and for nobody', async () => {
    const { institutionId } = await operating();
    const body = { foundOn: '2026-03-02', teaching: false, note: '演示记录' };
    const post = async (login: string, id: string, change = {}) =>
      (await today(login)).send('POST', `/api/register/${id}/teaching-findings`, { ...body, ...change });
    expect((await post('sponsor', institutionId)).status).toBe(403);
    expect((await post('registrar', institutionId, { foundOn: '2026-03-03' })).body).toMatchObject({
      errors: [{ field: 'foundOn', code: 'DATE_OUT_OF_RANGE' }],
    });
    expect((await post('registrar', randomIds.uuid())).status).toBe(404);
  });
});

describe('what a lawyer asked', () => {
  const idle = async (institutionId: string) => {
    for (const login of ['registrar', 'edu1'])
      await (
        await today(login)
      ).post(`/api/register/${institutionId}/teaching-findings`, {
        foundOn: world.today,
        teaching: false,
        note: '演示：现场没有学生',
      });
  };

  it('a school that has asked for renewal, however late, does not lapse; what has run out is not renewed', async () => {
    const { institutionId, number } = await operating();
    world.clock.set('2031-02-20');
    const caseId = await renewal(number);
    await accepted(caseId);
    await idle(institutionId);
    world.clock.set('2031-03-02');
    await world.work();
    expect(await entryOf(institutionId)).toMatchObject({ state: 'OPERATING', licence: { state: 'EXPIRED' } });
    await expect(reviewed(caseId, ['health_on_record', 'market_on_record'])).rejects.toThrow('LICENCE_RAN_OUT');
  });

  it('a school that is found idle after its licence ran out lapses then', async () => {
    const { institutionId } = await operating();
    world.clock.set('2031-03-02');
    await world.work();
    world.clock.set('2031-04-01');
    await idle(institutionId);
    const entry = await entryOf(institutionId);
    expect([entry.state, entry.versions[0]]).toMatchObject(['LAPSED', { cause: 'lapse', validFrom: '2031-04-02' }]);
  });

  it('a renewal filed in time is not lost by the length of the correction period that the bureau gave', async () => {
    const { institutionId, number } = await operating();
    world.clock.set('2031-01-28');
    const caseId = await renewal(number);
    const clerk = await today('clerk');
    world.clock.set('2031-02-04');
    const { verdicts } = await verdictsFor(clerk, caseId);
    const [first, ...others] = verdicts as { lineId: string }[];
    const sheet = [{ lineId: first?.lineId, verdict: 'deficient', reason: '编号与正本不一致' }, ...others];
    const noticed = await clerk.command(caseId, 'recordVerdicts', { verdicts: sheet });
    expect([noticed.status, noticed.body.state]).toEqual([200, 'RECEIVED']);
    expect(await clerk.does(caseId, 'issueCorrectionNotice')).toBe('CORRECTION_REQUIRED');
    world.clock.set('2031-03-02');
    await world.work();
    expect((await entryOf(institutionId)).licence).toMatchObject({ state: 'VALID', validTo: '2036-03-01' });
  });

  it('the name of a preparation that ran out is free again', async () => {
    world.clock.set('2026-03-02');
    const first = await prepared();
    await (await today('registrar')).does(first.caseId, 'serve', { channel: 'electronic' });
    await world.work();
    world.clock.set('2029-03-03');
    await world.work();
    const second = await prepared();
    expect(second.institutionId).not.toBe(first.institutionId);
  });
});

describe('after an outage', () => {
  /** The same beginnings in a system of its own: something for every effect of law. */
  interface Begun {
    world: World;
    inTime: string;
    late: string;
  }
  async function begun(): Promise<Begun> {
    const at = await World.make();
    at.clock.set('2026-03-02');
    await at.submitted();
    const waiting = await at.submitted();
    const clerk = await at.as('clerk');
    await clerk.does(waiting, 'recordVerdicts', await at.verdicts(waiting, { 'EST-POLICY': '缺少应急预案的签名页' }));
    await clerk.does(waiting, 'issueCorrectionNotice');
    await at.accepted();
    await prepared(at);
    const [renewed, late, silent, idle] = [
      await operating(at),
      await operating(at),
      await operating(at),
      await operating(at),
    ];
    for (const login of ['registrar', 'edu1'])
      await (
        await today(login, at)
      ).post(`/api/register/${idle.institutionId}/teaching-findings`, {
        foundOn: '2026-03-02',
        teaching: false,
        note: '演示：没有开学',
      });
    expect(silent.institutionId).not.toBe('');
    await at.work();
    return { world: at, inTime: renewed.number, late: late.number };
  }
  /** The same world twice, to the last row. */
  async function twins(): Promise<[Begun, Begun]> {
    const { world: first, ...more } = await begun();
    const day = first.today;
    await first.app.close();
    const folder = mkdtempSync(join(tmpdir(), 'licensing-files-'));
    cpSync(first.folder, folder, { recursive: true });
    const copy = await createTestDatabase(new URL(first.database.ownerUrl).pathname.slice(1));
    const worlds = [await World.on(first.database, first.folder), await World.on(copy, folder)] as const;
    for (const world of worlds) world.clock.set(day);
    return [
      { world: worlds[0], ...more },
      { world: worlds[1], ...more },
    ];
  }
  /** What a machine that is off really does late, and what that lateness is: printing, publishing. No effect of law. */
  const ACTS = `'confirmIssued', 'publish', 'remindPublication', 'remindService'`;
  /** Everything that has legal weight, without ids and without the moment of writing. */
  async function legalPosition(at: World): Promise<unknown> {
    const all = (sql: string) => at.sql.query(sql);
    return {
      events: await all(`select c.institution_name, c.matter, e.type, e.state, e.legal_date::text from case_event e
        join licensing_case c on c.id = e.case_id where e.type not in (${ACTS}) order by c.institution_name, c.matter, e.seq`),
      register:
        await all(`select i.name, i.state, v.cause, v.valid_from::text, v.fields->>'validTo' as valid_to from register_version v
        join institution i on i.id = v.institution_id order by i.name, v.valid_from, v.cause`),
      licences: await all('select number, state, valid_from::text, valid_to::text from licence order by number'),
      tickets:
        await all(`select coalesce(c.institution_name, i.name) as name, t.matter, t.legal_date::text from supervision_ticket t
        left join licensing_case c on c.id = t.case_id left join institution i on i.id = t.institution_id
        where t.matter not in ('publicationLate', 'serviceLate') order by 1, 2, 3`),
      notices: await all('select kind, title, fields from public_notice order by title, kind'),
    };
  }
  const nextAlarm = async (at: World): Promise<Date | null> => {
    const [row] = await at.sql.query<{ at: Date | null }>(
      'select min(wake_at) as at from (select wake_at from timer union all select wake_at from institution_timer) t',
    );
    return row?.at ?? null;
  };
  const END = '2036-03-10';
  /** Lives through every alarm before a day in the alarm's own minute, then it is that day. */
  async function livesUntil(at: World, day: string): Promise<void> {
    const end = new Date(`${day}T00:00:00+08:00`);
    for (let alarm = await nextAlarm(at); alarm && alarm < end; alarm = await nextAlarm(at)) {
      const shanghai = new Date(alarm.getTime() + 8 * 3_600_000 + 60_000).toISOString();
      at.clock.set(shanghai.slice(0, 10), shanghai.slice(11, 16));
      await at.work();
    }
    at.clock.set(day);
    await at.work();
  }
  it('effects are applied in legal order with their legal dates: the end is that of an uninterrupted twin', async () => {
    const [running, stopped] = await twins();
    // the machine of one is off but for the two days on which people file; that of the other never is
    const sleepsUntil = async (at: World, day: string): Promise<void> => at.clock.set(day);
    for (const [at, passes] of [
      [running, livesUntil],
      [stopped, sleepsUntil],
    ] as const) {
      await passes(at.world, THIRTY_DAYS_AHEAD);
      await renewal(at.inTime, at.world);
      await passes(at.world, '2031-02-20');
      await renewal(at.late, at.world);
      await passes(at.world, END);
      await at.world.work();
    }
    const [lived, caughtUp] = [await legalPosition(running.world), await legalPosition(stopped.world)];
    expect(caughtUp).toEqual(lived);
    expect(JSON.stringify(lived)).toContain('takeAsAccepted');
    for (const effect of [
      'expireCorrectionPeriod',
      'markPromiseMissed',
      'reachExpiry',
      'lapse',
      'expirePreparation',
      'expireLicence',
    ])
      expect([effect, JSON.stringify(lived).includes(`"${effect}"`)]).toEqual([effect, true]);
    await running.world.close();
    await stopped.world.close();
  }, 120_000);
});
