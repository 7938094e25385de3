import { World } from './harness.js';
import { tutoringSchool } from './kinds.js';
import { checked, CONTACT, draftOf, entryOf, operating, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const FILED_BY = '2027-03-31';
const ticketsOf = ({ institutionId }: School) =>
  world.sql.query<{ matter: string; day: string; role: string }>(
    `select t.matter, t.legal_date::text as day, r.role from supervision_ticket t
       join ticket_rung r on r.ticket_id = t.id and r.rung = 1 where t.institution_id = $1`,
    [institutionId],
  );
const alarmOf = async ({ institutionId }: School): Promise<string | undefined> =>
  (
    await world.sql.query<{ day: string }>(
      `select (wake_at at time zone 'Asia/Shanghai')::text as day from annual_timer where institution_id = $1`,
      [institutionId],
    )
  )[0]?.day;
const dutyOf = async ({ number }: School) =>
  (
    await (
      await world.as('sponsor')
    ).get<{ items: { licenceNumber: string; annualDuty: unknown }[] }>('/api/register/mine')
  ).items.find(({ licenceNumber }) => licenceNumber === number)?.annualDuty;
const reports = async ({ number }: School): Promise<string> => {
  const caseId = await draftOf(world, 'ANNUAL', { licenceNumber: number, annualYear: 2026, ...CONTACT });
  await checked(world, caseId);
  return caseId;
};

describe('a school that reports on its year by 31 March (NGO 23)', () => {
  it('is told from the new year on what it owes, and until when', async () => {
    const school = await operating(world);
    expect([await dutyOf(school), await alarmOf(school)]).toEqual([null, '2027-04-01 00:00:00']);
    world.clock.set('2027-01-04');
    expect(await dutyOf(school)).toEqual({ year: 2026, dueOn: FILED_BY, late: false });
    world.clock.set(FILED_BY, '23:59');
    await world.work();
    expect([await ticketsOf(school), (await dutyOf(school)) !== null]).toEqual([[], true]);
  });

  it('is no ticket where it has reported, even on the last day and whatever comes of it', async () => {
    const school = await operating(world);
    world.clock.set(FILED_BY);
    await reports(school);
    expect(await dutyOf(school)).toBeNull();
    world.clock.set('2027-04-01', '00:01');
    await world.work();
    expect([await ticketsOf(school), await alarmOf(school)]).toEqual([[], '2028-04-01 00:00:00']);
  });
});

describe('a school that has not reported', () => {
  it('is one ticket on the ladder, by its legal day and once, and keeps its licence', async () => {
    const school = await operating(world);
    const before = await entryOf(world, school.institutionId);
    world.clock.set('2027-04-01', '00:01');
    await world.work();
    const ticket = { matter: 'annualLate', day: FILED_BY, role: 'registrar' };
    expect(await ticketsOf(school)).toEqual([ticket]);
    await world.sql.query(`update annual_timer set wake_at = $1`, [world.clock.now()]);
    await world.work();
    expect(await ticketsOf(school)).toEqual([ticket]);
    expect(await entryOf(world, school.institutionId)).toEqual(before);
    expect(await dutyOf(school)).toEqual({ year: 2026, dueOn: FILED_BY, late: true });
    const { items } = await (
      await world.as('supervisor')
    ).get<{ items: { matter: string; legalDate: string }[] }>('/api/desk/tickets?scope=all');
    expect(items).toContainEqual(expect.objectContaining({ matter: 'annualLate', legalDate: FILED_BY }));
    await reports(school);
    expect(await dutyOf(school)).toBeNull();
  });

  it('a report that was taken back is none', async () => {
    const school = await operating(world);
    world.clock.set('2027-03-01');
    const caseId = await reports(school);
    await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '演示：写错了' });
    world.clock.set('2027-04-01', '00:01');
    await world.work();
    expect((await ticketsOf(school)).map(({ matter }) => matter)).toEqual(['annualLate']);
  });

  it('for-profit institutions have no day by law, and nobody has one in the year of the licence', async () => {
    const company = await tutoringSchool(world);
    world.clock.set('2026-04-01', '00:01');
    await world.work();
    expect(await ticketsOf(company)).toEqual([]);
    world.clock.set('2027-04-01', '00:01');
    await world.work();
    expect(await ticketsOf(company)).toEqual([]);
  });

  it('the database knows one ticket for a school and a year', async () => {
    const school = await operating(world);
    world.clock.set('2027-04-01', '00:01');
    await world.work();
    await expect(
      world.sql.query(
        `insert into supervision_ticket (id, institution_id, matter, legal_date, opened_at)
         select gen_random_uuid(), institution_id, matter, legal_date, opened_at from supervision_ticket where institution_id = $1`,
        [school.institutionId],
      ),
    ).rejects.toThrow(/supervision_ticket_annual_key/);
  });
});
