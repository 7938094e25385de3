import { CalendarShelf, handleWithin, viewCase, type CalendarReport } from '../../libs/cases/src/index.js';
import { OFFICIAL_YEARS, type YearEntry } from '../../libs/law/src/index.js';
import { inTransaction, randomIds } from '../../libs/platform/src/index.js';
import { World, type Answer, type Person } from './harness.js';

let world: World;
let admin: Person;
async function begin(): Promise<void> {
  world = await World.make();
  world.clock.set('2026-03-02');
  admin = await world.as('sysadmin');
}
const end = (): Promise<void> => world.close();

type Range = YearEntry['daysOff'][number];

/** 2026 as announced, with more days off and make-up days. */
function year2026(more: { off?: Range[]; makeUp?: string[]; local?: YearEntry['localDays'] } = {}): YearEntry {
  const official = OFFICIAL_YEARS.find(({ year }) => year === 2026);
  return {
    year: 2026,
    notice: official?.notice ?? '',
    daysOff: [...(official?.daysOff ?? []).map((day) => ({ from: day, to: day })), ...(more.off ?? [])],
    makeUpDays: [...(official?.makeUpDays ?? []), ...(more.makeUp ?? [])],
    localDays: more.local ?? [],
  };
}
const ONE_MORE_DAY_OFF = year2026({ off: [{ from: '2026-03-05', to: '2026-03-05' }] });
const ONE_MORE_MAKE_UP = year2026({ makeUp: ['2026-03-07'] });
const YEAR_2027: YearEntry = {
  year: 2027,
  notice: '演示〔2026〕1号',
  daysOff: [{ from: '2027-01-01', to: '2027-01-03' }],
  makeUpDays: [],
  localDays: [],
};

const report = (change: YearEntry) =>
  admin.post<CalendarReport & Record<string, unknown>>('/api/admin/calendar/report', change);
type AdoptAnswer = Answer<{ version: string; contentHash: string; cases: number; code?: string }>;
const adoption = (change: YearEntry, seen: CalendarReport, commandId = randomIds.uuid()) => ({
  commandId,
  change,
  reason: '演示变更',
  baseVersion: seen.baseVersion,
  reportHash: seen.reportHash,
});
const send = (body: object): Promise<AdoptAnswer> => admin.send('POST', '/api/admin/calendar/versions', body);
async function adopt(change: YearEntry): Promise<string> {
  const { status, body } = await send(adoption(change, await report(change)));
  expect([status, body.code]).toEqual([201, undefined]);
  return body.version;
}

const dueOf = async (caseId: string, clock: string): Promise<string | undefined> =>
  (await world.view(caseId)).clocks.find(({ id }) => id === clock)?.deadline.dueOn;
const timers = (caseId: string) =>
  world.sql.query<{ clock: string; wake: string }>(
    `select clock, (wake_at at time zone 'Asia/Shanghai' - interval '1 second')::date::text as wake from timer
     where case_id = $1 order by clock`,
    [caseId],
  );
async function withdrawn(): Promise<string> {
  const caseId = await world.submitted();
  await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '演示撤回' });
  return caseId;
}
/** What a closed case shows of its clocks, to the letter. */
async function shown(caseId: string): Promise<string> {
  const sponsor = await world.as('sponsor');
  const view = await sponsor.get<Record<string, unknown>>(`/api/cases/${caseId}`);
  return JSON.stringify([view['clocks'], view['daysByHolder'], await sponsor.get(`/api/cases/${caseId}/clock`)]);
}
const everything = () =>
  world.sql.query(
    `select (select jsonb_agg(t order by case_id, clock) from timer t) as timers, (select count(*) from outbox) as outbox,
       (select count(*) from calendar_version) as versions, (select count(*) from case_event) as events,
       (select jsonb_agg(c order by id) from licensing_case c) as cases, (select count(*) from command_answer) as answers`,
  );

describe('a change of the calendar', () => {
  beforeEach(begin);
  afterEach(end);

  it('is shown first: the report says what would move, and nothing changes', async () => {
    const [open, closed] = [await world.submitted(), await withdrawn()];
    const before = await everything();
    const seen = await report(ONE_MORE_DAY_OFF);
    expect(seen).toMatchObject({
      baseVersion: '2026.1',
      openCases: 1,
      movedCases: 1,
      untouchedCases: 0,
      closedCases: 1,
    });
    expect(seen.moves).toEqual([
      expect.objectContaining({
        caseId: open,
        clock: 'correction_or_acceptance',
        before: '2026-03-09',
        after: '2026-03-10',
        direction: 'later',
        holder: 'bureau',
        passed: false,
      }),
    ]);
    expect(seen.moves.some(({ caseId }) => caseId === closed)).toBe(false);
    expect(await everything()).toEqual(before);
    expect((await report(ONE_MORE_DAY_OFF)).reportHash).toBe(seen.reportHash);
  });

  it('names no case to whom must stay away from it, but counts it and moves it all the same', async () => {
    const [own, other] = [await world.submitted(), await world.submitted()];
    const before = await report(ONE_MORE_DAY_OFF);
    const { account } = await admin.get<{ account: { id: string } }>('/api/session');
    await world.sql.query(
      `insert into recusal (case_id, account_id, cause, recused_at) values ($1, $2, 'self_declared', now())`,
      [own, account.id],
    );
    const seen = await report(ONE_MORE_DAY_OFF);
    expect(seen.moves.map(({ caseId }) => caseId)).toEqual([other]);
    expect(JSON.stringify(seen)).not.toContain(own);
    expect([seen.movedCases, seen.withheldCases, seen.reportHash]).toEqual([2, 1, before.reportHash]);
    await adopt(ONE_MORE_DAY_OFF);
    expect(await dueOf(own, 'correction_or_acceptance')).toBe('2026-03-10');
  });

  it('moves open clocks at once and their alarms with the job; closed cases keep every letter', async () => {
    const [open, closed] = [await world.submitted(), await withdrawn()];
    await world.work();
    const before = await shown(closed);
    expect(await adopt(ONE_MORE_DAY_OFF)).toBe('2026.2');
    expect(await dueOf(open, 'correction_or_acceptance')).toBe('2026-03-10');
    expect(await timers(open)).toEqual([{ clock: 'correction_or_acceptance', wake: '2026-03-09' }]);
    await world.work();
    expect(await timers(open)).toEqual([{ clock: 'correction_or_acceptance', wake: '2026-03-10' }]);
    expect(before).toContain('2026-03-09');
    expect(await shown(closed)).toBe(before);
    expect((await shown(open)).includes('"calendarVersion":"2026.2"')).toBe(true);
    world.clock.set('2026-03-10');
    await world.work();
    expect((await world.view(open)).state).toBe('RECEIVED');
    world.clock.set('2026-03-11');
    await world.work();
    expect((await world.view(open)).state).toBe('DEEMED_ACCEPTED');
  });

  it('a draft that is being submitted while it is adopted gets its alarm by the new one too', async () => {
    const { source, workshop } = world.tools;
    const caseId = await world.drafted();
    const sponsor = await world.as('sponsor');
    const actor = { accountId: sponsor.accountId, roles: ['sponsor' as const], displayName: '演示' };
    const submit = { commandId: randomIds.uuid(), caseId, type: 'submit' as const, payload: {}, actor };
    await inTransaction(source, async (sql) => {
      await handleWithin(workshop, sql, submit);
      await adopt(ONE_MORE_DAY_OFF); // before the submission is committed
    });
    expect(await timers(caseId)).toEqual([{ clock: 'correction_or_acceptance', wake: '2026-03-09' }]);
    await world.work();
    expect(await timers(caseId)).toEqual([{ clock: 'correction_or_acceptance', wake: '2026-03-10' }]);
  });

  it('shows first who is worse off, and what would be over at once; what has happened stays as it is in the log', async () => {
    const early = await world.submitted();
    world.clock.set('2026-03-03');
    const late = await world.submitted();
    world.clock.set('2026-03-09');
    const change = year2026({ makeUp: ['2026-03-07'], off: [{ from: '2026-03-10', to: '2026-03-10' }] });
    const { moves } = await report(ONE_MORE_MAKE_UP);
    expect(moves.map(({ caseId, after, direction, passed }) => [caseId, after, direction, passed])).toEqual([
      [early, '2026-03-07', 'earlier', true],
      [late, '2026-03-09', 'earlier', false],
    ]);
    expect((await report(change)).moves.map(({ direction }) => direction)).toEqual(['earlier', 'earlier']);
    await adopt(ONE_MORE_MAKE_UP);
    await world.work();
    expect((await world.view(early)).state).toBe('DEEMED_ACCEPTED');
    const entered = () =>
      world.sql.query<{ day: string }>(
        `select legal_date::text as day from case_event where case_id = $1 and type = 'takeAsAccepted'`,
        [early],
      );
    expect(await entered()).toEqual([{ day: '2026-03-07' }]);
    await adopt(year2026());
    await world.work();
    expect(await entered()).toEqual([{ day: '2026-03-07' }]);
  });

  it('is seen by a process that had read the calendar before', async () => {
    const open = await world.submitted();
    const { workshop } = world.tools;
    const other = { ...workshop, calendars: new CalendarShelf('150203') };
    const sponsor = await world.as('sponsor');
    const actor = { accountId: sponsor.accountId, roles: ['sponsor' as const], displayName: '演示' };
    const due = async () =>
      (await viewCase(other, world.sql, open, actor)).clocks.find(({ id }) => id === 'correction_or_acceptance')
        ?.deadline.dueOn;
    expect(await due()).toBe('2026-03-09');
    await adopt(ONE_MORE_DAY_OFF);
    expect(await due()).toBe('2026-03-10');
  });

  it('a case closed later keeps the calendar of its closing', async () => {
    await adopt(ONE_MORE_DAY_OFF);
    const closed = await withdrawn();
    const before = await shown(closed);
    expect(before).toContain('"calendarVersion":"2026.2"');
    expect(before).toContain('2026-03-10');
    expect(await adopt(year2026())).toBe('2026.3');
    await world.work();
    expect(await shown(closed)).toBe(before);
  });
});

describe('adopting', () => {
  beforeEach(begin);
  afterEach(end);

  it('two at once: one wins, the other is told', async () => {
    const changes = [ONE_MORE_DAY_OFF, YEAR_2027];
    const seen = await Promise.all(changes.map(report));
    const answers = await Promise.all(changes.map((change, i) => send(adoption(change, seen[i] as CalendarReport))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(({ body }) => body.code).filter(Boolean)).toEqual(['CALENDAR_HAS_MOVED_ON']);
    const { items } = await admin.get<{ items: { version: string }[] }>('/api/admin/calendar/versions');
    expect(items.map(({ version }) => version)).toEqual(['2026.2', '2026.1']);
  });

  it('the same command again gets the same answer; another under its number is refused', async () => {
    await world.submitted();
    const body = adoption(ONE_MORE_DAY_OFF, await report(ONE_MORE_DAY_OFF));
    const [first, second] = await Promise.all([send(body), send(body)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(first.body.cases).toBe(1);
    expect(await send({ ...body, reason: '另一个理由' })).toMatchObject({
      status: 422,
      body: { code: 'COMMAND_ID_REUSED' },
    });
  });

  it('not when other days would move than those shown', async () => {
    const seen = await report(ONE_MORE_DAY_OFF);
    await world.submitted();
    const { status, body } = await send(adoption(ONE_MORE_DAY_OFF, seen));
    expect([status, body.code]).toEqual([409, 'CALENDAR_REPORT_CHANGED']);
    const other = adoption(ONE_MORE_MAKE_UP, await report(ONE_MORE_DAY_OFF));
    expect((await send(other)).body.code).toBe('CALENDAR_REPORT_CHANGED');
    expect(await world.sql.query('select version from calendar_version')).toHaveLength(1);
  });

  it('a case that comes in and does not move is no reason to look again', async () => {
    const seen = await report(YEAR_2027);
    await world.submitted();
    expect((await send(adoption(YEAR_2027, seen))).status).toBe(201);
  });

  it('the job may run twice, and a case that cannot be woken does not hold up the others', async () => {
    const [bad, good] = [await world.submitted(), await world.submitted()];
    await world.work();
    await adopt(ONE_MORE_DAY_OFF);
    await world.sql.query(`update licensing_case set machine_hash = 'gone' where id = $1`, [bad]);
    await expect(world.work()).rejects.toThrow('MACHINE_VERSION_UNKNOWN');
    expect((await timers(good))[0]?.wake).toBe('2026-03-10');
    const [row] = await world.sql.query<{ machine_hash: string }>(
      'select machine_hash from licensing_case where id = $1',
      [good],
    );
    await world.sql.query('update licensing_case set machine_hash = $2 where id = $1', [bad, row?.machine_hash]);
    await world.sql.query(`update outbox set released_at = null where done_at is null`);
    await world.work();
    expect((await timers(bad))[0]?.wake).toBe('2026-03-10');
  });

  it('nothing that is the same already', async () => {
    const { status, body } = await admin.send('POST', '/api/admin/calendar/report', year2026());
    expect([status, body['code']]).toEqual([409, 'CALENDAR_UNCHANGED']);
  });
});

describe('a version', () => {
  beforeEach(begin);
  afterEach(end);

  it('starts as the maintained source and says who, when and why', async () => {
    await adopt(YEAR_2027);
    const { items } = await admin.get<{ items: Record<string, unknown>[] }>('/api/admin/calendar/versions');
    expect(items).toEqual([
      expect.objectContaining({
        version: '2026.2',
        baseVersion: '2026.1',
        reason: '演示变更',
        years: [2025, 2026, 2027],
      }),
      expect.objectContaining({ version: '2026.1', baseVersion: null, adoptedBy: null, years: [2025, 2026] }),
    ]);
    expect(String(items[0]?.['adoptedBy'])).not.toBe('null');
    for (const { year, notice, daysOff, makeUpDays } of OFFICIAL_YEARS)
      expect(await admin.get(`/api/admin/calendar?year=${year}&version=2026.1`)).toMatchObject({
        notice,
        daysOff,
        makeUpDays,
        inForce: false,
      });
    const page = await admin.get<{ next: string }>('/api/admin/calendar/versions?limit=1');
    expect(page.next).toBe('2');
    expect((await admin.send('GET', '/api/admin/calendar/versions?cursor=x')).status).toBe(400);
    expect((await admin.send('GET', '/api/admin/calendar?version=1999.1')).status).toBe(404);
  });

  it('to which somebody added a year behind our back is not read', async () => {
    await world.sql.query(
      `insert into calendar_year (version, year, notice, days_off, make_up_days) values ('2026.1', 2027, 'x', '{}', '{}')`,
    );
    await expect(new CalendarShelf('150203').at(world.sql, '2026.1')).rejects.toThrow('not what was adopted');
  });

  it('holds the days of the place: the district counts, another does not', async () => {
    const day = {
      day: '2026-03-05',
      kind: 'dayOff' as const,
      reason: '演示民族节日',
      documentNumber: '演示〔2026〕2号',
    };
    const open = await world.submitted();
    await adopt(year2026({ local: [{ ...day, region: '150200' }] }));
    expect(await dueOf(open, 'correction_or_acceptance')).toBe('2026-03-10');
    expect(await admin.get('/api/admin/calendar?year=2026')).toMatchObject({
      version: '2026.2',
      inForce: true,
      localDays: [{ ...day, region: '150200' }],
    });
    await adopt(
      year2026({
        local: [
          { ...day, region: '150200' },
          { ...day, region: '150203', kind: 'workingDay' },
        ],
      }),
    );
    expect(await dueOf(open, 'correction_or_acceptance')).toBe('2026-03-09');
  });
});

describe('provisional', () => {
  beforeEach(begin);
  afterEach(end);

  it('reaches the clocks, the queue and the estimate, and goes when the year is announced', async () => {
    world.clock.set('2026-12-28');
    const open = await world.submitted();
    const clerk = await world.as('clerk');
    const seen = async () => {
      const { clocks } = await world.view(open);
      const { items } = await clerk.get<{ items: { id: string; clock: { provisional: boolean; dueOn: string } }[] }>(
        '/api/desk/queue',
      );
      const estimate = await clerk.get<{ provisional: boolean }>('/api/matters/EST-DIRECT/estimate');
      const clock = clocks[0] as unknown as { deadline: { provisional: boolean } };
      return [clock.deadline.provisional, items.find(({ id }) => id === open)?.clock.provisional, estimate.provisional];
    };
    expect(await seen()).toEqual([true, true, true]);
    const letters = await world.sql.query<{ text: string }>(
      'select content::text as text from document where case_id = $1',
      [open],
    );
    expect(letters.map(({ text }) => text.includes('2027年1月4日（周一）（暂定'))).toEqual([true]);
    expect(await report(YEAR_2027)).toMatchObject({ becomeFirm: 1, becomeProvisional: 0 });
    await adopt(YEAR_2027);
    await world.work();
    expect(await seen()).toEqual([false, false, false]);
    const silent = { ...YEAR_2027, notice: null, daysOff: [] };
    expect(await report(silent)).toMatchObject({ becomeFirm: 0, becomeProvisional: 1 });
  });
});

describe('the door', () => {
  beforeAll(begin);
  afterAll(end);

  it('the audit administrator reads; others do not even that', async () => {
    const audit = await world.as('auditadmin');
    expect((await audit.send('GET', '/api/admin/calendar')).status).toBe(200);
    expect((await audit.send('GET', '/api/admin/calendar/versions')).status).toBe(200);
    const seen = await report(YEAR_2027);
    for (const login of ['auditadmin', 'secadmin', 'clerk', 'head', 'sponsor']) {
      const person = await world.as(login);
      const answers = [
        await person.send('POST', '/api/admin/calendar/report', YEAR_2027),
        await person.send('POST', '/api/admin/calendar/versions', adoption(YEAR_2027, seen)),
      ];
      expect([login, ...answers.map(({ status }) => status)]).toEqual([login, 403, 403]);
    }
  });

  it.each<[string, object, string, string]>([
    ['an unknown key', { ...YEAR_2027, colour: 'red' }, 'colour', 'FIELD_UNKNOWN'],
    [
      'an unknown key in a range',
      { ...YEAR_2027, daysOff: [{ from: '2027-01-01', to: '2027-01-01', x: 1 }] },
      'daysOff[0].x',
      'FIELD_UNKNOWN',
    ],
    ['a year out of range', { ...YEAR_2027, year: 1999 }, 'year', 'NUMBER_RANGE'],
    ['a year as text', { ...YEAR_2027, year: '2027' }, 'year', 'NUMBER_RANGE'],
    ['no notice at all', { ...YEAR_2027, notice: undefined }, 'notice', 'TEXT_LENGTH'],
    ['an empty notice', { ...YEAR_2027, notice: '' }, 'notice', 'NOTICE_NUMBER_MISSING'],
    [
      'a day that does not exist',
      { ...YEAR_2027, daysOff: [{ from: '2027-02-29', to: '2027-03-01' }] },
      'daysOff[0].from',
      'DAY_UNKNOWN',
    ],
    [
      'a reversed range',
      { ...YEAR_2027, daysOff: [{ from: '2027-01-03', to: '2027-01-01' }] },
      'daysOff[0].to',
      'RANGE_REVERSED',
    ],
    ['a make-up day on a weekday', { ...YEAR_2027, makeUpDays: ['2027-03-01'] }, 'makeUpDays[0]', 'MAKE_UP_ON_WEEKDAY'],
    ['make-up days that are no texts', { ...YEAR_2027, makeUpDays: [{}] }, 'makeUpDays', 'TEXT_LENGTH'],
    ['a list for a range', { ...YEAR_2027, daysOff: [['2027-01-01']] }, 'daysOff', 'OBJECT_EXPECTED'],
    ['nothing', {}, 'year', 'FIELD_MISSING'],
  ])('%s is refused at its field', async (_, body, field, code) => {
    const answer = await admin.send<{ code: string; errors: { field: string; code: string; message: string }[] }>(
      'POST',
      '/api/admin/calendar/report',
      body,
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'FIELDS_INVALID']);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });
});
