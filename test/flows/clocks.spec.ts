import { clocksOfFile, openFile, standsWhereItsLogLeads } from '../../libs/cases/src/index.js';
import { ALL_INSPECTORS, World, type Person } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

interface Segment {
  from: string;
  to: string;
  days: number;
  kind: string;
  holder: string;
  event: number;
  ahead: boolean;
  article: { ref: string };
  calendarVersion: string;
}
interface Clock {
  id: string;
  deadline: { dueOn: string; segments: Segment[] };
}

const clockOf = async (person: Person, caseId: string, id: string): Promise<Clock | undefined> =>
  (await person.get<{ clocks: Clock[] }>(`/api/cases/${caseId}/clock`)).clocks.find((clock) => clock.id === id);

/** A visit on which each department signs on a day of its own. */
async function visitedDayByDay(caseId: string, days: readonly [string, readonly string[]][]): Promise<void> {
  const people = await Promise.all(ALL_INSPECTORS.map((login) => world.as(login)));
  const members = people.map(({ accountId }) => accountId);
  await (await world.as('reviewer')).does(caseId, 'arrangeSiteCheck', { plannedOn: world.today, members });
  for (const [day, logins] of days) {
    world.clock.set(day);
    for (const login of logins)
      await world.signed(caseId, await world.as(login), login.startsWith('health') ? ['H-11'] : []);
    await world.work();
  }
}

describe('a clock explains itself', () => {
  let caseId: string;

  it('by date, article, event and whoever had the case, in the same words for both sides', async () => {
    caseId = await world.submitted();
    world.clock.set('2026-03-04');
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await clerk.does(caseId, 'accept');
    world.clock.set('2026-03-06');
    await world.lookedUp(caseId);
    await visitedDayByDay(caseId, [
      ['2026-03-09', ['edu1', 'edu2']],
      ['2026-03-11', ['health1', 'health2']],
      ['2026-03-16', ['market1', 'market2']],
    ]);
    world.clock.set('2026-03-18');
    const [forApplicant, forBureau] = await Promise.all(
      ['sponsor', 'clerk'].map(async (login) => clockOf(await world.as(login), caseId, 'promised_decision')),
    );
    expect(forApplicant).toEqual(forBureau);
    expect(forApplicant?.deadline.dueOn).toBe('2026-04-01');
    const told = forApplicant?.deadline.segments.map(({ from, to, days, holder, ahead }) => [
      from,
      to,
      days,
      holder,
      ahead,
    ]);
    expect(told).toEqual([
      ['2026-03-05', '2026-03-09', 3, 'bureau', false],
      ['2026-03-10', '2026-03-11', 2, 'health', false],
      ['2026-03-12', '2026-03-16', 3, 'market', false],
      ['2026-03-17', '2026-03-18', 2, 'applicant', false],
      ['2026-03-19', '2026-04-01', 10, 'applicant', true],
    ]);
    const { items } = await (
      await world.as('clerk')
    ).get<{ items: { seq: number; type: string }[] }>(`/api/cases/${caseId}/events`);
    const opened = forApplicant?.deadline.segments.map(({ event }) => items.find(({ seq }) => seq === event)?.type);
    expect(opened?.[0]).toBe('accept');
    expect(new Set(opened?.slice(1))).toEqual(new Set(['recordAttestation']));
    expect(forApplicant?.deadline.segments[0]).toMatchObject({
      article: { ref: 'BER 36' },
      calendarVersion: expect.any(String) as string,
    });
  });

  it('sums the days of each holder, for the case and for the offices', async () => {
    world.clock.set('2026-03-18');
    const { daysByHolder } = await (
      await world.as('sponsor')
    ).get<{ daysByHolder: { holder: string; days: number }[] }>(`/api/cases/${caseId}`);
    expect(daysByHolder).toEqual([
      { holder: 'bureau', days: 5 },
      { holder: 'applicant', days: 2 },
      { holder: 'health', days: 2 },
      { holder: 'market', days: 3 },
      { holder: 'expert', days: 0 },
    ]);
    const supervisor = await world.as('supervisor');
    const time = await supervisor.get<{ cases: number; offices: { holder: string; days: number; cases: number }[] }>(
      '/api/desk/time?from=2026-03-01&to=2026-03-02',
    );
    expect(time).toMatchObject({
      cases: 1,
      offices: daysByHolder.map(({ holder, days }) => ({ holder, days, cases: days > 0 ? 1 : 0 })),
    });
    expect(await supervisor.get('/api/desk/time?from=2026-03-03&to=2026-03-18')).toMatchObject({ cases: 0 });
  });

  it.each([
    ['from=2026-03-05&to=2026-03-01', 'to', 'DATES_REVERSED'],
    ['from=2026-02-30&to=2026-03-01', 'from', 'DATE_OUT_OF_RANGE'],
    ['from=2024-01-01&to=2026-03-01', 'to', 'SPAN_TOO_LONG'],
  ])('a span like %s is refused at its field', async (query, field, code) => {
    const { status, body } = await (await world.as('supervisor')).send('GET', `/api/desk/time?${query}`);
    expect([status, body]).toMatchObject([422, { code: 'FIELDS_INVALID', errors: [{ field, code }] }]);
  });

  it('is the same when the log is decided again', async () => {
    const ids = [caseId, await world.granted(), await world.decidable('proposeRefusal')];
    for (const id of ids) {
      const file = await openFile(world.sql, id, world.tools.workshop);
      expect(standsWhereItsLogLeads(file, world.tools.workshop.shelf)).toBe(true);
      expect(clocksOfFile({ ...file, log: [...file.log] })).toEqual(file.clocks);
    }
  });
});
