import { randomIds } from '../../libs/platform/src/index.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { World } from './harness.js';
import { checked, CONTACT, discussed, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set(DAY));
afterAll(() => world.close());

const DAY = '2026-03-02';
const COURT = { court: '演示人民法院', rulingNumber: '（2026）演示破申1号', ruledOn: '2026-02-26' };
const BASIS: Record<string, object> = {
  'TERM-INSOLV': { reasons: '演示：资不抵债，法院已受理', ...COURT },
  'TERM-REVOKE': { reasons: '演示：恶意终止办学', article: 'PEL 62' },
  LAPSE: { reasons: '演示：已经自然废止' },
};

const begins = async (
  school: School,
  matter: string,
  more: object = {},
  login = 'registrar',
  commandId = randomIds.uuid(),
) =>
  (await world.as(login)).send<{ caseId: string; state: string; code: string; rule?: string }>(
    'POST',
    `/api/register/${school.institutionId}/cases`,
    { commandId, matter, ...BASIS[matter], ...more },
  );
const begun = async (school: School, matter: string, login?: string): Promise<string> => {
  const { status, body } = await begins(school, matter, {}, login);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.caseId;
};

type Step = readonly [login: string, type: string, payload: object];
const placed: Step = ['registrar', 'recordPlacement', { pupils: 30, placed: 30, placedOn: DAY }];
const LIQUIDATION = { completedOn: DAY, madeBy: '演示清算组', report: '演示清算结果：无其他债务' };
const byOthers: Step = ['registrar', 'recordLiquidation', LIQUIDATION];
const bySchool: Step = ['sponsor', 'reportLiquidation', LIQUIDATION];
const REST: readonly Step[] = [
  ['registrar', 'recordClaimsPaid', { refundsPaidOn: DAY, wagesPaidOn: DAY, debtsPaidOn: DAY }],
  ['registrar', 'takeBackLicence', { returnedOn: DAY }],
  ['registrar', 'destroySeals', { destroyedOn: DAY, seals: '公章' }],
  ['registrar', 'recordDeregistration', { deregisteredOn: DAY }],
  ['registrar', 'announceClosure', {}],
];
const onThe = (steps: readonly Step[], day: string): Step[] =>
  steps.map(([login, type, payload]) => [
    login,
    type,
    Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, value === DAY ? day : value])),
  ]);
async function takes(caseId: string, steps: readonly Step[]): Promise<string[]> {
  const states: string[] = [];
  for (const [login, type, payload] of steps) states.push(await (await world.as(login)).does(caseId, type, payload));
  return states;
}

/** What a case leaves: its log, its papers, its notices, its alarms. */
async function left(caseId: string) {
  await world.work();
  const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [
    caseId,
  ]);
  const { documents } = await world.view(caseId, 'registrar');
  const notices = await world.sql.query<{ kind: string }>(
    'select kind from public_notice where case_id = $1 order by kind',
    [caseId],
  );
  const open = await world.sql.query('select 1 from outbox where case_id = $1 and done_at is null', [caseId]);
  return {
    log: log.map(({ type }) => type),
    documents: documents.map(({ kind }) => kind),
    notices: notices.map(({ kind }) => kind),
    timers: await world.count('timer', caseId),
    open: open.length,
  };
}
const textOf = async (caseId: string, of: string): Promise<string> => {
  const registrar = await world.as('registrar');
  const { documents } = await world.view(caseId, 'registrar');
  const bytes = await registrar.download(`/api/documents/${documents.find(({ kind }) => kind === of)?.id}`);
  return (await readPdfText(bytes)).replace(/\s/g, '');
};

describe('closure for insolvency (TERM-INSOLV)', () => {
  it('is begun from the register on the ruling of a court, places the pupils first, and cancels by its last step', async () => {
    const school = await operating(world);
    const caseId = await begun(school, 'TERM-INSOLV');
    const closing = await entryOf(world, school.institutionId);
    expect([closing.state, closing.licence?.state, closing.versions[0]?.cause]).toEqual([
      'CLOSING',
      'VALID',
      'closeInsolvent',
    ]);
    expect((await world.view(caseId, 'registrar')).number).toMatch(/\d/);
    expect(await takes(caseId, [placed, byOthers, ...REST])).toEqual([
      'LIQUIDATING',
      'PAYING',
      'HANDING_BACK',
      'HANDING_BACK',
      'DEREGISTERING',
      'ANNOUNCING',
      'ARCHIVED',
    ]);
    const after = await entryOf(world, school.institutionId);
    expect([after.state, after.licence?.state]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await left(caseId)).toMatchObject({
      log: ['openExOfficio', 'recordPlacement', 'recordLiquidation', ...REST.map(([, type]) => type)],
      documents: expect.arrayContaining(['openingNotice', 'licenceReceipt', 'sealRecord', 'cancellationNotice']),
      notices: ['cancellation'],
      timers: 0,
      open: 0,
    });
    expect(await textOf(caseId, 'openingNotice')).toContain(COURT.rulingNumber);
  });

  it('waits for the last pupil, and is liquidated by nobody else', async () => {
    const caseId = await begun(await operating(world), 'TERM-INSOLV');
    const registrar = await world.as('registrar');
    const short = await registrar.refused(caseId, 'recordPlacement', { pupils: 30, placed: 29, placedOn: DAY });
    expect(short).toMatchObject({ status: 409, code: 'PUPILS_NOT_PLACED', rule: 'PEL 57' });
    await takes(caseId, [placed]);
    expect(await (await world.as('sponsor')).refused(caseId, 'reportLiquidation', LIQUIDATION)).toMatchObject({
      status: 409,
    });
    expect((await world.view(caseId, 'registrar')).state).toBe('LIQUIDATING');
  });

  it('takes the papers of the winding up from the school, each as soon as it is there', async () => {
    const school = await operating(world);
    const caseId = await begun(school, 'TERM-INSOLV');
    const due = async () =>
      (await world.view(caseId)).materials
        .filter((line) => (line as { dueNow?: boolean }).dueNow)
        .map(({ lineId, fileId }) => [lineId, fileId !== null]);
    expect(await due()).toEqual(['TRM-STUD', 'TRM-LIQ', 'CHG-LICENCE', 'TRM-SEAL'].map((line) => [line, false]));
    const sponsor = await world.as('sponsor');
    const [first, second] = [
      await sponsor.upload(caseId, 'TRM-LIQ'),
      await sponsor.upload(caseId, 'TRM-LIQ', undefined, 'again.pdf'),
    ];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect(await due()).toContainEqual(['TRM-LIQ', true]);
    const wrong = await sponsor.upload(caseId, 'EST-CHARTER');
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    await takes(caseId, [placed, byOthers, ...REST]);
    const { status, body } = await sponsor.upload(caseId, 'TRM-STUD');
    expect([status, body.code]).toEqual([409, 'DRAFT_CLOSED']);
    const [kept] = await world.sql.query<{ files: { line: string }[] }>(
      `select manifest->'files' as files from archive_record where case_id = $1`,
      [caseId],
    );
    expect(kept?.files.map(({ line }) => line)).toEqual(['TRM-LIQ']);
  });

  it('without its ruling leaves nothing', async () => {
    const school = await operating(world);
    const before = await entryOf(world, school.institutionId);
    const cases = () =>
      world.sql.query<{ n: number }>('select count(*)::int as n from licensing_case where institution_id = $1', [
        school.institutionId,
      ]);
    const [counted] = await cases();
    const { status, body } = await begins(school, 'TERM-INSOLV', { rulingNumber: undefined });
    expect([status, body.code]).toEqual([422, 'FIELDS_INVALID']);
    const future = await begins(school, 'TERM-INSOLV', { ruledOn: '2026-03-03' });
    expect(future.status).toBe(422);
    expect(await entryOf(world, school.institutionId)).toEqual(before);
    expect((await cases())[0]).toEqual(counted);
  });

  it('is begun once: the same command again is the same case, another one is refused', async () => {
    const school = await operating(world);
    const commandId = randomIds.uuid();
    const [first, again] = [
      await begins(school, 'TERM-INSOLV', {}, 'registrar', commandId),
      await begins(school, 'TERM-INSOLV', {}, 'registrar', commandId),
    ];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const twice = await begins(school, 'TERM-INSOLV');
    expect([twice.status, twice.body.code, twice.body.rule]).toEqual([409, 'ALREADY_CLOSING', 'PEL 58']);
    const { versions } = await entryOf(world, school.institutionId);
    expect(versions.filter(({ cause }) => cause === 'closeInsolvent')).toHaveLength(1);
  });

  it('overtakes what the school asks for itself', async () => {
    const school = await operating(world);
    await begun(school, 'TERM-INSOLV');
    const caseId = await draftOf(world, 'TERM-VOL', {
      licenceNumber: school.number,
      ...CONTACT,
      resolution: RESOLVED,
      intendedClosure: { announcedOn: '2026-01-15', announcedIn: '演示晚报', closingOn: '2026-07-15' },
      placement: { pupils: 30, placed: 30 },
      refundsSecured: true,
    });
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect((problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code)).toEqual(['ALREADY_CLOSING']);
  });
});

describe('closure after revocation (TERM-REVOKE)', () => {
  const REASONED = { reasons: '演示：查明恶意终止办学', article: 'PEL 62' };

  /** Investigated by two, the party told; nobody has asked for a hearing. */
  async function told(school: School): Promise<string> {
    const caseId = await begun(school, 'TERM-REVOKE', 'reviewer');
    const colleague = (await world.as('edu1')).accountId;
    const reviewer = await world.as('reviewer');
    await reviewer.does(caseId, 'recordInvestigation', { colleague, facts: '演示：现场查明的事实' });
    await reviewer.does(caseId, 'tellHearingRight', { reason: '演示：恶意终止办学，依据第六十二条', parties: [] });
    return caseId;
  }
  async function decidable(school: School): Promise<string> {
    const caseId = await told(school);
    world.clock.set('2026-03-11');
    await world.work();
    await (await world.as('reviewer')).does(caseId, 'proposePenalty', REASONED);
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    return caseId;
  }

  it('is a penalty: investigated by two, told, legal, discussed; then wound up, and cancelled at the end', async () => {
    const school = await operating(world);
    const caseId = await decidable(school);
    const head = await world.as('head');
    const early = await head.refused(caseId, 'imposeRevocation', REASONED);
    expect(early).toMatchObject({ status: 409, code: 'DELIBERATION_OWED' });
    await discussed(world, caseId);
    expect((await entryOf(world, school.institutionId)).state).toBe('OPERATING');
    expect(await head.does(caseId, 'imposeRevocation', REASONED)).toBe('REVOKED');
    const revoked = await entryOf(world, school.institutionId);
    expect([revoked.state, revoked.licence?.state, revoked.versions[0]?.cause]).toEqual([
      'REVOKED',
      'REVOKED',
      'revokeLicence',
    ]);
    const found = await world
      .nobody()
      .get<{ state: string; licenceState: string }>(`/api/public/licences/${school.number}`);
    expect(found).toMatchObject({ state: 'REVOKED', licenceState: 'REVOKED' });
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'courier', trackingNumber: 'DEMO1234' });
    await registrar.does(caseId, 'recordDelivery', { receivedOn: '2026-03-11' });
    await world.work();
    expect((await world.view(caseId, 'registrar')).state).toBe('PLACING');
    await takes(caseId, onThe([placed, byOthers, ...REST], '2026-03-11'));
    expect((await entryOf(world, school.institutionId)).state).toBe('CANCELLED');
    expect(await left(caseId)).toMatchObject({
      log: expect.arrayContaining(['openExOfficio', 'recordInvestigation', 'imposeRevocation', 'announceClosure']),
      documents: expect.arrayContaining([
        'openingNotice',
        'hearingRightNotice',
        'penaltyDecision',
        'cancellationNotice',
      ]),
      notices: ['cancellation', 'revocation'],
      timers: 0,
      open: 0,
    });
    expect(await textOf(caseId, 'penaltyDecision')).toContain('吊销');
    expect(await textOf(caseId, 'hearingRightNotice')).toContain('五日内要求听证');
  });

  it('is not investigated by one alone, nor decided by who investigated, nor founded on no article', async () => {
    const school = await operating(world);
    const unfounded = await begins(school, 'TERM-REVOKE', { article: 'GUIDE' }, 'reviewer');
    expect([unfounded.status, unfounded.body.code]).toEqual([422, 'FIELDS_INVALID']);
    const caseId = await begun(school, 'TERM-REVOKE', 'reviewer');
    const reviewer = await world.as('reviewer');
    const alone = await reviewer.refused(caseId, 'recordInvestigation', {
      colleague: reviewer.accountId,
      facts: '演示：一个人查的',
    });
    expect(alone).toMatchObject({ status: 409, code: 'TWO_INVESTIGATORS_REQUIRED', rule: 'PNL 42' });
    const colleague = (await world.as('head')).accountId;
    await reviewer.does(caseId, 'recordInvestigation', { colleague, facts: '演示：两个人查的' });
    await reviewer.does(caseId, 'tellHearingRight', { reason: '演示：事实和依据', parties: [] });
    world.clock.set('2026-03-11');
    await world.work();
    await reviewer.does(caseId, 'proposePenalty', REASONED);
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    const own = await (await world.as('head')).refused(caseId, 'dropPenalty', REASONED);
    expect(own).toMatchObject({ status: 409, code: 'DECIDER_REVIEWED' });
    expect((await entryOf(world, school.institutionId)).state).toBe('OPERATING');
  });

  it('may end without a penalty, and then nothing has changed', async () => {
    const school = await operating(world);
    const caseId = await decidable(school);
    expect(
      await (await world.as('head')).does(caseId, 'dropPenalty', { reasons: '演示：情节轻微', article: 'PNL 57' }),
    ).toBe('NO_PENALTY');
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'courier', trackingNumber: 'DEMO1235' });
    await registrar.does(caseId, 'recordDelivery', { receivedOn: '2026-03-11' });
    expect((await world.view(caseId, 'registrar')).state).toBe('ARCHIVED');
    expect(await entryOf(world, school.institutionId)).toMatchObject({
      state: 'OPERATING',
      licence: { state: 'VALID' },
    });
  });

  it('undecided after ninety days is asked why, and changes nothing by itself', async () => {
    const school = await operating(world);
    const caseId = await told(school);
    const clock = (await world.view(caseId, 'registrar')).clocks.find(({ id }) => id === 'penalty_decision');
    expect(clock?.deadline.dueOn).toBe('2026-05-31');
    world.clock.set('2026-06-01', '00:05');
    await world.work();
    const tickets = await world.sql.query<{ matter: string }>(
      'select matter from supervision_ticket where case_id = $1',
      [caseId],
    );
    expect(tickets.map(({ matter }) => matter)).toContain('limitMissed');
    expect((await entryOf(world, school.institutionId)).state).toBe('OPERATING');
  });

  it('one penalty at a time, and no applicant begins one', async () => {
    const school = await operating(world);
    await begun(school, 'TERM-REVOKE', 'reviewer');
    const twice = await begins(school, 'TERM-REVOKE', {}, 'reviewer');
    expect([twice.status, twice.body.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    const own = await begins(school, 'TERM-REVOKE', {}, 'sponsor');
    expect(own.status).toBe(403);
    const applied = await (
      await world.as('sponsor')
    ).send<{ code: string }>('POST', '/api/cases', { commandId: randomIds.uuid(), matter: 'TERM-REVOKE' });
    expect([applied.status, applied.body.code]).toEqual([409, 'MATTER_EX_OFFICIO']);
    const other = await begins(school, 'CHG-NAME', { reasons: '演示：改名' });
    expect(other.body.code).toBe('MATTER_IS_APPLIED_FOR');
  });
});

describe('what follows a lapse (LAPSE)', () => {
  const AFTER = '2031-03-03';
  async function lapsed(): Promise<School> {
    const school = await operating(world);
    world.clock.set('2031-02-10');
    for (const login of ['registrar', 'edu1'])
      await (
        await world.as(login)
      ).post(`/api/register/${school.institutionId}/teaching-findings`, {
        foundOn: '2031-02-10',
        teaching: false,
        note: '演示：现场没有学生，也没有教师',
      });
    world.clock.set(AFTER);
    await world.work();
    return school;
  }

  it('is begun for what has lapsed, wound up by the school itself, and cancelled', async () => {
    const school = await lapsed();
    const before = await entryOf(world, school.institutionId);
    expect([before.state, before.licence?.state]).toEqual(['LAPSED', 'LAPSED']);
    const caseId = await begun(school, 'LAPSE');
    expect((await entryOf(world, school.institutionId)).state).toBe('LAPSED');
    expect(await takes(caseId, onThe([bySchool, ...REST], AFTER))).toEqual([
      'PAYING',
      'HANDING_BACK',
      'HANDING_BACK',
      'DEREGISTERING',
      'ANNOUNCING',
      'ARCHIVED',
    ]);
    const after = await entryOf(world, school.institutionId);
    expect([after.state, after.licence?.state]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(after.versions.map(({ cause }) => cause).slice(0, 2)).toEqual(['cancelInstitution', 'lapse']);
    expect(await left(caseId)).toMatchObject({
      documents: expect.arrayContaining(['openingNotice', 'cancellationNotice']),
      notices: ['cancellation'],
      timers: 0,
      open: 0,
    });
    const twice = await begins(school, 'LAPSE');
    expect([twice.status, twice.body.code, twice.body.rule]).toEqual([409, 'NOT_LAPSED', 'PER 50(3)']);
  });

  it('is refused for a school that goes on', async () => {
    const { status, body } = await begins(await operating(world), 'LAPSE');
    expect([status, body.code, body.rule]).toEqual([409, 'NOT_LAPSED', 'PER 50(3)']);
  });

  it('is offered in the register where it can be begun, and nothing else is', async () => {
    const offered = async ({ institutionId }: School) => {
      const entry = await (
        await world.as('registrar')
      ).get<{ beginnings: { code: string }[] }>(`/api/register/${institutionId}`);
      return entry.beginnings.map(({ code }) => code);
    };
    const goesOn = await operating(world);
    expect(await offered(goesOn)).toEqual(['TERM-INSOLV', 'TERM-REVOKE']);
    expect(await offered(await lapsed())).toEqual(['LAPSE']);
  });
});

it('nothing runs twice at once: a filing that was checked meanwhile finds the school closing', async () => {
  const school = await operating(world);
  const running = await draftOf(world, 'FILE-AD', {
    licenceNumber: school.number,
    ...CONTACT,
    advertisements: [
      {
        title: '演示简章',
        medium: 'prospectus',
        publishedFrom: '2026-03-10',
        publishedUntil: '2026-03-20',
        promisesResults: false,
        usesEndorsements: false,
      },
    ],
  });
  await checked(world, running);
  await begun(school, 'TERM-INSOLV');
  const late = await (await world.as('clerk')).refused(running, 'enterFiling');
  expect(late).toMatchObject({ status: 409, code: 'ALREADY_CLOSING', rule: 'PEL 58' });
});
