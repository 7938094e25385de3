import type { Role } from '../../libs/law/src/index.js';
import pg from 'pg';
import { randomIds } from '../../libs/platform/src/index.js';
import { DEMO_ACCOUNTS } from '../../apps/api/src/demo.js';
import { World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

interface Ticket {
  id: string;
  matter: string;
  legalDate: string;
  caseId: string | null;
  rungs: { rung: string; role: string; since: string; told: number }[];
  acknowledgeBy: string | null;
  overdue: boolean;
  acknowledged: { rung: string; by: string; note: string; on: string } | null;
  explanation: { reason: string | null } | null;
  mayAcknowledge: boolean;
  mayExplain: boolean;
}
interface Light {
  signal: string;
  because: string;
  used: number | null;
  promised: number | null;
  idleDays: number;
}

/** Everybody of the bureau who has a desk, and others who have none. */
/** One of each office: colleagues of the same office (clerk2, head2) may do the same. */
const LOGINS = DEMO_ACCOUNTS.map(([login]) => login).filter((login) => !/[2-6]$/.test(login));
const holdersOf = (...roles: Role[]): number =>
  DEMO_ACCOUNTS.filter(([, , own]) => own.some((role) => roles.includes(role))).length;
const NOTE = { note: '今天由经办岗办完' };

async function tickets(caseId: string, login = 'supervisor'): Promise<Ticket[]> {
  const person = await world.as(login);
  const found: Ticket[] = [];
  for (const state of ['open', 'acknowledged'])
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor ? `&cursor=${cursor}` : '';
      const page: { items: Ticket[]; next: string | null } = await person.get(
        `/api/desk/tickets?scope=all&state=${state}&limit=20${more}`,
      );
      found.push(...page.items);
      cursor = page.next;
    }
  return found.filter((one) => one.caseId === caseId);
}
const ticketOf = async (caseId: string, matter: string, login?: string): Promise<Ticket> => {
  const found = (await tickets(caseId, login)).find((one) => one.matter === matter);
  if (!found) throw new Error(`no ticket ${matter}`);
  return found;
};
const acknowledge = async (login: string, id: string, body: object = NOTE) =>
  (await world.as(login)).send<{ code?: string }>('POST', `/api/desk/tickets/${id}/acknowledgement`, body);
const explain = async (login: string, id: string, reason: string) =>
  (await world.as(login)).send<{ code?: string; errors?: { code: string }[] }>(
    'POST',
    `/api/desk/tickets/${id}/explanation`,
    { reason },
  );

/** Lies unanswered for five working days: taken as accepted at the end of 9 March, with a ticket of that day. */
async function leftAlone(): Promise<string> {
  world.clock.set('2026-03-02');
  const caseId = await world.submitted();
  world.clock.set('2026-03-10');
  await world.work();
  return caseId;
}
/** Accepted on 2 March, promised for 30 March, and not decided then. */
async function missed(): Promise<string> {
  world.clock.set('2026-03-02');
  const caseId = await world.accepted();
  world.clock.set('2026-03-31');
  await world.work();
  return caseId;
}
const rungs = ({ rungs: all }: Ticket) => all.map(({ rung, role, since }) => [rung, role, since]);

describe('the ladder', () => {
  it('begins with the desk that has the case; those on the rung are told, and only they may acknowledge', async () => {
    const caseId = await leftAlone();
    const ticket = await ticketOf(caseId, 'deemedAcceptance');
    expect([rungs(ticket), ticket.acknowledgeBy]).toEqual([[['officer', 'windowClerk', '2026-03-09']], '2026-03-10']);
    expect(ticket.rungs[0]?.told).toBe(holdersOf('windowClerk'));
    for (const login of LOGINS.filter((one) => one !== 'clerk')) {
      const { status, body } = await acknowledge(login, ticket.id);
      expect([login, status, ['TICKET_NOT_YOURS', 'AUDIENCE_REFUSED'].includes(body.code ?? '')]).toEqual([
        login,
        403,
        true,
      ]);
    }
    expect((await ticketOf(caseId, 'deemedAcceptance', 'clerk')).mayAcknowledge).toBe(true);
    expect((await acknowledge('clerk', ticket.id)).status).toBe(200);
    world.clock.set('2026-06-01');
    await world.work();
    const after = await ticketOf(caseId, 'deemedAcceptance');
    expect(rungs(after)).toHaveLength(1);
    expect(after.acknowledged).toEqual({ rung: 'officer', by: '演示窗口受理员', on: '2026-03-10', ...NOTE });
  });

  it('rises a rung a working day, by itself, and stays on the last', async () => {
    const caseId = await leftAlone();
    for (const [day, rung] of [
      ['2026-03-11', 'section'],
      ['2026-03-12', 'head'],
      ['2026-03-13', 'discipline'],
      ['2026-03-16', 'discipline'],
    ] as const) {
      world.clock.set(day);
      await world.work();
      expect((await ticketOf(caseId, 'deemedAcceptance')).rungs.at(-1)?.rung).toBe(rung);
    }
    const top = await ticketOf(caseId, 'deemedAcceptance');
    expect(rungs(top)).toEqual([
      ['officer', 'windowClerk', '2026-03-09'],
      ['section', 'sectionHead', '2026-03-10'],
      ['head', 'decisionMaker', '2026-03-11'],
      ['discipline', 'disciplineOfficer', '2026-03-12'],
    ]);
    expect(top.overdue).toBe(true);
    expect((await acknowledge('head', top.id)).body.code).toBe('TICKET_NOT_YOURS');
    expect((await acknowledge('discipline', top.id)).status).toBe(200);
    expect((await ticketOf(caseId, 'deemedAcceptance')).overdue).toBe(false);
  });

  it('nobody acknowledges on a rung whose day is over, also when no job has run', async () => {
    const caseId = await leftAlone();
    const { id } = await ticketOf(caseId, 'deemedAcceptance');
    world.clock.set('2026-03-12');
    expect((await acknowledge('clerk', id)).body.code).toBe('TICKET_NOT_YOURS');
    expect((await acknowledge('section', id)).body.code).toBe('TICKET_NOT_YOURS');
    expect((await ticketOf(caseId, 'deemedAcceptance')).rungs).toHaveLength(3);
    expect((await acknowledge('head', id)).status).toBe(200);
  });

  it('an acknowledgement is one: the same again changes nothing, another is refused, parallel ones leave one', async () => {
    const id = (await ticketOf(await leftAlone(), 'deemedAcceptance')).id;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => acknowledge('clerk', id, { note: `第${n}种处理办法` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const first = answers.findIndex(({ status }) => status === 200) + 1;
    expect((await acknowledge('clerk', id, { note: `第${first}种处理办法` })).status).toBe(200);
    expect((await acknowledge('clerk', id, { note: '另一种处理办法' })).body.code).toBe('TICKET_ACKNOWLEDGED');
    expect((await acknowledge('section', id)).body.code).toBe('TICKET_ACKNOWLEDGED');
  });

  it('takes no day, no name, no empty word, and knows only tickets that are there', async () => {
    const { id } = await ticketOf(await leftAlone(), 'deemedAcceptance');
    for (const body of [
      { ...NOTE, on: '2026-03-09' },
      { ...NOTE, legalDate: '2026-03-09' },
      { ...NOTE, accountId: randomIds.uuid() },
      { ...NOTE, rung: 'discipline' },
      { note: '' },
      { note: '        ' },
      {},
    ])
      expect((await acknowledge('clerk', id, body)).status).toBe(422);
    expect((await acknowledge('clerk', randomIds.uuid())).body.code).toBe('TICKET_NOT_FOUND');
    expect((await acknowledge('clerk', 'x')).body.code).toBe('TICKET_NOT_FOUND');
    expect((await world.nobody().send('POST', `/api/desk/tickets/${id}/acknowledgement`, NOTE)).status).toBe(401);
  });

  it('after an outage it has climbed as if it had never stopped: same rungs, same legal dates', async () => {
    const [lived, slept] = [await World.make(), await World.make()];
    for (const at of [lived, slept]) {
      at.clock.set('2026-03-02');
      await at.submitted();
      await at.accepted();
    }
    for (let day = new Date('2026-03-03'); day <= new Date('2026-05-11'); day.setUTCDate(day.getUTCDate() + 1)) {
      lived.clock.set(day.toISOString().slice(0, 10), '00:01');
      await lived.work();
    }
    slept.clock.set('2026-05-11', '00:01');
    await slept.work();
    const history = (at: World) =>
      at.sql
        .query(`select c.institution_name, t.matter, t.legal_date::text as day, r.rung, r.role, r.legal_date::text as since
        from ticket_rung r join supervision_ticket t on t.id = r.ticket_id join licensing_case c on c.id = t.case_id order by 1, 2, 3, 4`);
    const lifetime = await history(lived);
    expect(lifetime.length).toBeGreaterThanOrEqual(12);
    expect(await history(slept)).toEqual(lifetime);
    await lived.close();
    await slept.close();
  });

  it('an entry of the register whose licence has run out climbs the ladder too', async () => {
    const at = await World.make();
    at.clock.set('2026-03-02');
    await at.granted();
    await at.work();
    at.clock.set('2031-03-10');
    await at.work();
    const rows = await at.sql.query(
      `select r.rung, r.role from ticket_rung r join supervision_ticket t on t.id = r.ticket_id
       where t.matter = 'licenceExpired' order by r.rung`,
    );
    expect(rows).toEqual([
      { rung: 1, role: 'registrar' },
      { rung: 2, role: 'sectionHead' },
      { rung: 3, role: 'decisionMaker' },
      { rung: 4, role: 'disciplineOfficer' },
    ]);
    await at.close();
  });
});

describe('by SQL, as the application itself', () => {
  const asking = async (text: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      await client.query('set role licensing_app');
      return await client.query(text);
    } finally {
      await client.end();
    }
  };

  it('no rung is skipped, taken twice, changed or taken off; no ticket and no reason either', async () => {
    const caseId = await missed();
    const { id } = await ticketOf(caseId, 'promiseMissed');
    const clerk = await world.as('clerk');
    const rung = (n: number, below: number | null) =>
      `insert into ticket_rung (ticket_id, rung, below, role, legal_date, entered_at) values ('${id}', ${n}, ${below}, 'windowClerk', now(), now())`;
    const refused: [string, RegExp][] = [
      [rung(3, 2), /ticket_rung_below_fkey/],
      [rung(4, 1), /ticket_rung_order_check/],
      [rung(2, null), /ticket_rung_order_check/],
      [rung(1, null), /ticket_rung_pkey/],
      [rung(5, 4), /ticket_rung_order_check/],
      [rung(0, null), /ticket_rung_order_check/],
      [`update ticket_rung set legal_date = '2027-01-01'`, /permission denied/],
      [`update ticket_rung set role = 'windowClerk' where ticket_id = '${id}'`, /permission denied/],
      [`delete from ticket_rung where ticket_id = '${id}'`, /permission denied/],
      [`delete from supervision_ticket where id = '${id}'`, /permission denied/],
      [`update supervision_ticket set legal_date = '2027-01-01'`, /permission denied/],
      ['truncate supervision_ticket cascade', /permission denied/],
      [
        `insert into supervision_ticket (id, case_id, matter, legal_date, opened_at) values ('${randomIds.uuid()}', '${caseId}', 'promiseMissed', '2027-01-01', now())`,
        /supervision_ticket_missed_key/,
      ],
      [
        `insert into ticket_acknowledgement values ('${id}', 4, '${clerk.accountId}', 'x', now(), now())`,
        /ticket_acknowledgement_rung_fkey/,
      ],
      [`delete from ticket_told`, /permission denied/],
    ];
    for (const [text, why] of refused) await expect(asking(text)).rejects.toThrow(why);
    expect((await explain('section', id, '经办人连续请假，没有及时安排接手。')).status).toBe(200);
    expect((await acknowledge('reviewer', id)).status).toBe(200);
    for (const [text, why] of [
      [`update promise_explanation set reason = '改写'`, /permission denied/],
      ['delete from promise_explanation', /permission denied/],
      [`insert into promise_explanation values ('${id}', 'x', '${clerk.accountId}', now(), now())`, /explanation_pkey/],
      [`update ticket_acknowledgement set legal_date = '2026-01-01'`, /permission denied/],
      ['delete from ticket_acknowledgement', /permission denied/],
      [
        `insert into ticket_acknowledgement values ('${id}', 1, '${clerk.accountId}', 'x', now(), now())`,
        /ticket_acknowledgement_pkey/,
      ],
    ] as const)
      await expect(asking(text)).rejects.toThrow(why);
  });
});

describe('a missed promise', () => {
  it('opens one ticket, the head in charge is told at once, and the bureau says why in public', async () => {
    const caseId = await missed();
    const ticket = await ticketOf(caseId, 'promiseMissed');
    expect(ticket.rungs[0]).toMatchObject({ rung: 'officer', role: 'reviewer', since: '2026-03-30' });
    expect(ticket.rungs[0]?.told).toBe(holdersOf('reviewer', 'decisionMaker'));
    const shown = async () => {
      const { items } = await world.nobody().get<{ items: Record<string, unknown>[] }>('/api/public/explanations');
      return items.find(({ id }) => id === ticket.id);
    };
    expect(await shown()).toMatchObject({
      matter: 'EST-DIRECT',
      daysLate: 1,
      state: 'awaited',
      explainBy: '2026-04-07',
    });
    expect(Object.keys((await shown()) ?? {}).sort()).toEqual(
      ['daysLate', 'decidedOn', 'explainBy', 'id', 'matter', 'promisedOn', 'reason', 'state', 'writtenOn'].sort(),
    );
    world.clock.set('2026-04-08');
    await world.work();
    expect(await shown()).toMatchObject({ state: 'unexplained', reason: null });
    expect(String((await world.nobody().send('GET', '/explanations')).body)).toContain('未说明');
    expect((await explain('section', ticket.id, '现场检查人手不足，没有按时安排。')).status).toBe(200);
    expect(await shown()).toMatchObject({ state: 'explained', writtenOn: '2026-04-08' });
    const page = String((await world.nobody().send('GET', '/explanations')).body);
    expect(page).toContain('现场检查人手不足');
    const { form, number } = await world.view(caseId);
    for (const secret of [form['schoolName'], form['contactPhone'], number, caseId]) expect(page).not.toContain(secret);
    const { tickets: seen } = await (
      await world.as('sponsor')
    ).get<{ tickets: Record<string, unknown>[] }>(`/api/cases/${caseId}`);
    expect(seen).toContainEqual({
      matter: 'promiseMissed',
      legalDate: '2026-03-30',
      rung: 'discipline',
      since: '2026-04-02',
      acknowledgedOn: null,
      explanation: '现场检查人手不足，没有按时安排。',
    });
  });

  it('is explained once, by the heads alone, and names nobody', async () => {
    const caseId = await missed();
    const { id } = await ticketOf(caseId, 'promiseMissed');
    const { form } = await world.view(caseId, 'clerk');
    const sponsors = form['sponsors'] as { name: string }[];
    for (const login of LOGINS.filter((one) => one !== 'section' && one !== 'head'))
      expect([login, (await explain(login, id, '现场检查人手不足，没有按时安排。')).status]).toEqual([login, 403]);
    for (const reason of [
      `因为${sponsors[0]?.name ?? ''}没有接电话，所以晚了。`,
      `因为${(sponsors[0]?.name ?? '').split('').join(' ')}没有接电话。`,
      `${String(form['schoolName'])}的材料比较复杂。`,
      '请打电话04725550000问经办人。',
      '请打电话 0472-555 0000 问经办人。',
    ]) {
      const { status, body } = await explain('section', id, reason);
      expect([reason, status, body.errors?.[0]?.code]).toEqual([reason, 422, 'NAMES_SOMEBODY']);
    }
    const answers = await Promise.all(
      ['section', 'head'].map((login) => explain(login, id, '材料复杂，审查多用了时间。')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await explain('head', id, '换一个更好听的原因来说明。')).body.code).toBe('EXPLANATION_WRITTEN');
    const other = await ticketOf(await leftAlone(), 'deemedAcceptance');
    expect((await explain('head', other.id, '材料复杂，审查多用了时间。')).body.code).toBe('EXPLANATION_NOT_DUE');
  });

  it('was told at acceptance and only becomes earlier: other days off do not move it', async () => {
    const at = await World.make();
    at.clock.set('2026-03-02');
    const caseId = await at.accepted();
    const due = async () => (await at.view(caseId)).clocks.find(({ id }) => id === 'promised_decision')?.deadline.dueOn;
    expect(await due()).toBe('2026-03-30');
    const admin = await at.as('sysadmin');
    const adopt = async (day: string, kind: string) => {
      const { localDays, ...year } = await admin.get<{
        notice: string;
        daysOff: string[];
        makeUpDays: string[];
        localDays: object[];
        version: string;
      }>('/api/admin/calendar?year=2026');
      const change = {
        year: 2026,
        notice: year.notice,
        daysOff: year.daysOff.map((one) => ({ from: one, to: one })),
        makeUpDays: year.makeUpDays,
        localDays: [
          ...localDays,
          { region: '150203', day, kind, reason: '演示地方节日', documentNumber: '演示〔2026〕1号' },
        ],
        reason: '演示地方节日',
      };
      const { reason, ...entry } = change;
      const report = await admin.post<{
        baseVersion: string;
        reportHash: string;
        moves: { clock: string; direction: string }[];
      }>('/api/admin/calendar/report', entry);
      await admin.post('/api/admin/calendar/versions', {
        commandId: randomIds.uuid(),
        change: entry,
        reason,
        baseVersion: report.baseVersion,
        reportHash: report.reportHash,
      });
      await at.work();
      return report.moves;
    };
    const later = await adopt('2026-03-18', 'dayOff');
    expect(later.filter(({ clock }) => clock === 'promised_decision')).toEqual([]);
    expect(await due()).toBe('2026-03-30');
    await adopt('2026-03-21', 'workingDay');
    await adopt('2026-03-22', 'workingDay');
    expect(await due()).toBe('2026-03-27');
    await at.close();
  });

  it('no command, no draft and no query moves it', async () => {
    const caseId = await world.accepted();
    const before = (await world.view(caseId)).clocks;
    for (const login of LOGINS) {
      const person = await world.as(login);
      for (const type of ['markPromiseMissed', 'movePromise', 'extend', 'accept', 'takeAsAccepted'])
        expect((await person.command(caseId, type, { promisedOn: '2026-12-31' })).status).toBeGreaterThanOrEqual(400);
      expect(
        (await person.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { promisedOn: '2026-12-31' } })).status,
      ).toBeGreaterThanOrEqual(400);
    }
    expect((await world.view(caseId)).clocks).toEqual(before);
  });
});

describe('lights', () => {
  const lightOf = async (caseId: string, login = 'sponsor'): Promise<Light | null> =>
    (await (await world.as(login)).get<{ light: Light | null }>(`/api/cases/${caseId}`)).light;

  it('are the same on the case of both sides, in the queue and in the lists', async () => {
    const caseId = await world.accepted();
    for (const [day, signal] of [
      ['2026-03-20', 'blue'],
      ['2026-03-26', 'yellow'],
      ['2026-03-30', 'yellow'],
      ['2026-03-31', 'red'],
      ['2026-06-10', 'black'],
    ] as const) {
      world.clock.set(day);
      // the reviewer does something new on the day, so that the colour is that of the promise alone
      const lane = { '2026-03-20': 'hygiene_evaluation', '2026-03-26': 'fire_acceptance', '2026-03-30': 'name_lookup' }[
        day as string
      ];
      if (lane)
        await (
          await world.as('reviewer')
        ).does(caseId, 'recordAttestation', { lane, result: 'pass', source: '演示查询', checkedOn: day });
      const own = await lightOf(caseId);
      expect([day, own]).toMatchObject([day, { signal, because: 'promise', promised: 20 }]);
      expect(await lightOf(caseId, 'clerk')).toEqual(own);
      for (const [login, url] of [
        ['reviewer', '/api/desk/queue?scope=all&limit=100'],
        ['supervisor', '/api/cases?limit=100'],
        ['sponsor', '/api/cases?limit=100'],
      ] as const) {
        const { items } = await (await world.as(login)).get<{ items: { id: string; light: Light | null }[] }>(url);
        expect([url, items.find(({ id }) => id === caseId)?.light]).toEqual([url, own]);
      }
    }
  });

  it('time that does not count is neither used nor promised (ALL 45)', async () => {
    world.clock.set('2026-03-02');
    const caseId = await world.accepted();
    world.clock.set('2026-03-04');
    const notice = { ground: 'appraisal', institution: '演示机构', reason: '核实结构安全', announcedDays: 7 };
    await (await world.as('reviewer')).does(caseId, 'serveSpecialProcedureNotice', notice);
    for (const [day, used] of [
      ['2026-03-04', 1],
      ['2026-03-06', 1],
      ['2026-03-13', 1],
      ['2026-03-16', 2],
    ] as const) {
      world.clock.set(day);
      expect([day, await lightOf(caseId)]).toMatchObject([day, { used, promised: 20 }]);
    }
  });

  it('on a Saturday after the promised Friday it is red, not yellow', async () => {
    world.clock.set('2026-03-06');
    const caseId = await world.accepted();
    world.clock.set('2026-04-03');
    expect((await lightOf(caseId))?.signal).toBe('yellow');
    world.clock.set('2026-04-05');
    expect((await lightOf(caseId))?.signal).toBe('red');
  });

  it('a task in which nothing happens is yellow from the second working day on; empty acts do not help', async () => {
    const caseId = await world.submitted();
    expect(await lightOf(caseId)).toBeNull();
    world.clock.set('2026-03-04');
    expect(await lightOf(caseId)).toEqual({
      signal: 'yellow',
      because: 'idle',
      used: null,
      promised: null,
      idleDays: 2,
    });
    const clerk = await world.as('clerk');
    const sheet = await world.verdicts(caseId, { 'EST-POLICY': '缺少应急预案的签名页' });
    await clerk.does(caseId, 'recordVerdicts', sheet);
    expect(await lightOf(caseId)).toBeNull();
    world.clock.set('2026-03-06');
    expect((await lightOf(caseId))?.signal).toBe('yellow');
    await clerk.does(caseId, 'recordVerdicts', sheet);
    await clerk.refused(caseId, 'accept');
    await clerk.post(`/api/cases/${caseId}/preview`, { type: 'issueCorrectionNotice' });
    expect(await lightOf(caseId)).toMatchObject({ signal: 'yellow', idleDays: 2 });
    await clerk.does(caseId, 'issueCorrectionNotice');
    world.clock.set('2026-03-12');
    // the applicant has it now: nothing lies idle at a desk
    expect(await lightOf(caseId)).toBeNull();
  });

  it('ends with the decision', async () => {
    const caseId = await world.granted();
    expect(await lightOf(caseId)).toBeNull();
  });
});

describe('the board', () => {
  interface Board {
    desks: {
      role: string | null;
      holder: { accountId: string; name: string } | null;
      tasks: number;
      idle: number;
      signals: { signal: string | null; tasks: number }[];
      oldest: { caseId: string; idleDays: number } | null;
    }[];
  }

  it('counts by person, section and office what is open, by colour, with the oldest idle task', async () => {
    const at = await World.make();
    at.clock.set('2026-03-02');
    const oldest = await at.submitted();
    at.clock.set('2026-03-03');
    await at.submitted();
    await at.accepted();
    at.clock.set('2026-03-06');
    const board = async (login: string, scope: string) =>
      (await (await at.as(login)).get<Board>(`/api/desk/supervision?scope=${scope}`)).desks;
    const own = await board('clerk', 'mine');
    expect(own).toEqual([
      {
        role: 'windowClerk',
        holder: null,
        tasks: 2,
        idle: 2,
        signals: ['green', 'blue', 'yellow', 'red', 'black', null].map((signal) => ({
          signal,
          tasks: signal === 'yellow' ? 2 : 0,
        })),
        oldest: expect.objectContaining({ caseId: oldest, idleDays: 4 }) as object,
      },
    ]);
    const section = await board('section', 'section');
    expect(section.map(({ role, tasks }) => [role, tasks])).toEqual([
      ['windowClerk', 2],
      ['reviewer', 1],
      ['legalReviewer', 0],
      ['decisionMaker', 0],
      ['registrar', 0],
      [null, 0],
    ]);
    expect(await board('discipline', 'office')).toMatchObject([
      { role: null, tasks: 3, idle: 3, oldest: { caseId: oldest } },
    ]);
    expect(await board('section', 'mine')).toEqual([]);
    for (const login of ['sponsor', 'edu1', 'sysadmin'])
      expect((await (await at.as(login)).send('GET', '/api/desk/supervision')).status).toBe(403);
    await at.close();
  });

  it('gives a task to the person who was drawn for it; colleagues and the public are not told whose it is', async () => {
    const at = await World.make();
    at.clock.set('2026-03-02');
    const cases = [];
    for (let n = 0; n < 6; n += 1) cases.push(await at.submitted());
    const handlerOf = async (caseId: string) => {
      const { handlers } = await (
        await at.as('sponsor')
      ).get<{ handlers: { role: string; accountId: string }[] }>(`/api/cases/${caseId}/recusals`);
      return handlers.find(({ role }) => role === 'windowClerk')?.accountId ?? null;
    };
    const board = async (login: string, scope: string) =>
      (await (await at.as(login)).get<Board>(`/api/desk/supervision?scope=${scope}`)).desks;
    expect((await board('section', 'person')).map(({ role, holder, tasks }) => [role, holder, tasks])).toEqual([
      ['windowClerk', null, 6],
    ]);
    await at.work();
    const handlers = await Promise.all(cases.map(handlerOf));
    const people = await board('section', 'person');
    expect(people.map(({ role, holder, tasks }) => [role, holder?.accountId, tasks]).sort()).toEqual(
      [...new Set(handlers)].map((id) => ['windowClerk', id, handlers.filter((one) => one === id).length]).sort(),
    );
    for (const login of ['clerk', 'clerk2']) {
      const { account } = await (await at.as(login)).get<{ account: { id: string } }>('/api/session');
      const own = handlers.filter((one) => one === account.id).length;
      expect((await board(login, 'mine')).map(({ tasks }) => tasks)).toEqual([own]);
      expect((await (await at.as(login)).send('GET', '/api/desk/supervision?scope=person')).status).toBe(403);
    }
    for (const path of ['service-record', 'once-told', 'explanations', 'draws']) {
      const { body } = await at.nobody().send('GET', `/api/public/${path}`);
      for (const { holder } of people)
        expect(JSON.stringify(body)).not.toMatch(new RegExp(`${holder?.name}|${holder?.accountId}`));
    }
    await at.close();
  });

  it('shows each person the tickets that stand on their rung', async () => {
    const caseId = await leftAlone();
    const mine = async (login: string) => {
      const person = await world.as(login);
      const { items } = await person.get<{ items: Ticket[] }>('/api/desk/tickets?limit=100');
      return items.filter((one) => one.caseId === caseId).length;
    };
    expect([await mine('clerk'), await mine('section')]).toEqual([1, 0]);
    world.clock.set('2026-03-11');
    await world.work();
    expect([await mine('clerk'), await mine('section')]).toEqual([0, 1]);
  });
});
