import { wake } from '../../libs/cases/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import pg from 'pg';
import { World } from './harness.js';

interface Shown {
  state: string;
  preReview: {
    promisedOn: string;
    answered: boolean;
    answeredOn: string | null;
    overtaken: boolean;
    late: boolean;
  } | null;
  tickets: { matter: string; legalDate: string }[];
}

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const shown = async (caseId: string, login = 'sponsor'): Promise<Shown> =>
  (await world.as(login)).get<Shown>(`/api/cases/${caseId}`);
const asked = async (): Promise<string> => {
  const caseId = await world.drafted();
  await (await world.as('sponsor')).post(`/api/cases/${caseId}/pre-review`);
  return caseId;
};
const answer = async (caseId: string, deficient: Record<string, string> = {}) =>
  (await world.as('clerk')).send(
    'POST',
    `/api/cases/${caseId}/pre-review/answer`,
    await world.verdicts(caseId, deficient),
  );
const alarms = async (caseId: string) =>
  world.sql.query<{ clock: string; wake_at: Date }>('select clock, wake_at from timer where case_id = $1', [caseId]);
const waiting = async (caseId: string): Promise<string[]> => {
  const { items } = await (
    await world.as('clerk')
  ).get<{ items: { id: string; waiting: string }[] }>('/api/desk/queue?scope=all&limit=100');
  return items.filter(({ id }) => id === caseId).map((item) => item.waiting);
};

describe('the promise of a pre-review', () => {
  it('is a day that both sides see, with an alarm of its own that no command of the case takes away', async () => {
    const caseId = await asked();
    const [mine, theirs] = [await shown(caseId), await shown(caseId, 'clerk')];
    expect(mine.preReview?.promisedOn).toMatch(/^2026-03-/);
    expect(theirs.preReview).toEqual(mine.preReview);
    expect(mine.preReview).toMatchObject({ answered: false, late: false, overtaken: false });
    const [alarm] = await alarms(caseId);
    expect(alarm?.clock).toBe('pre_review');
    expect(alarm?.wake_at.toISOString().slice(0, 10)).toBe(mine.preReview?.promisedOn);
    expect(await waiting(caseId)).toEqual(['preReview']);
    await wake(world.tools.workshop, caseId);
    expect(await alarms(caseId)).toHaveLength(1);
  });

  it('passed by silence opens one ticket, by itself; the answer still binds', async () => {
    const caseId = await asked();
    const promisedOn = (await shown(caseId)).preReview?.promisedOn ?? '';
    world.clock.set(promisedOn);
    await world.work();
    expect((await shown(caseId)).tickets).toEqual([]);
    world.clock.set('2026-03-20');
    await world.work();
    await world.work();
    const late = await shown(caseId);
    expect(late.tickets).toEqual([expect.objectContaining({ matter: 'preReviewLate', legalDate: promisedOn })]);
    expect(late.preReview).toMatchObject({ answered: false, late: true });
    expect(late.state).toBe('DRAFT');
    expect((await answer(caseId)).status).toBe(200);
    const answered = await shown(caseId);
    expect(answered.preReview).toMatchObject({ answered: true, late: true, answeredOn: '2026-03-20' });
    expect(answered.tickets).toHaveLength(1);
    expect(await alarms(caseId)).toEqual([]);
  });

  it('answered late without any alarm is a ticket too; answered in time is none', async () => {
    const caseId = await asked();
    world.clock.set('2026-03-20');
    await answer(caseId);
    expect((await shown(caseId)).tickets.map(({ matter }) => matter)).toEqual(['preReviewLate']);
    world.clock.set('2026-03-02');
    const other = await asked();
    await answer(other);
    world.clock.set('2026-03-20');
    await world.work();
    expect((await shown(other)).tickets).toEqual([]);
    expect((await shown(other)).preReview).toMatchObject({ late: false, answeredOn: '2026-03-02' });
  });

  it('cannot be ticketed twice nor moved by a second request', async () => {
    const caseId = await asked();
    world.clock.set('2026-03-20');
    await world.work();
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    await expect(
      client.query(
        `insert into supervision_ticket (id, case_id, matter, legal_date, opened_at)
         select $1, case_id, matter, legal_date, now() from supervision_ticket where case_id = $2`,
        [randomIds.uuid(), caseId],
      ),
    ).rejects.toThrow(/supervision_ticket_pre_review_key/);
    await client.end();
    const again = await (await world.as('sponsor')).send('POST', `/api/cases/${caseId}/pre-review`);
    expect(again.body).toMatchObject({ code: 'PRE_REVIEW_OPEN' });
  });
});

describe('never a gate, never a delay', () => {
  it('submission is possible before, while and after; it overtakes an open one, which then waits on no desk', async () => {
    const sponsor = await world.as('sponsor');
    const [before, during, after] = [await world.drafted(), await asked(), await asked()];
    expect(await sponsor.does(before, 'submit')).toBe('RECEIVED');
    expect(await sponsor.does(during, 'submit')).toBe('RECEIVED');
    await answer(after);
    expect(await sponsor.does(after, 'submit')).toBe('RECEIVED');
    expect((await shown(during)).preReview).toMatchObject({ overtaken: true, answered: false, late: false });
    expect(await waiting(during)).toEqual(['case']);
    expect((await alarms(during)).map(({ clock }) => clock)).toEqual(['correction_or_acceptance']);
    expect((await answer(during)).body).toMatchObject({ code: 'PRE_REVIEW_CLOSED' });
    const clocks = async (caseId: string) => (await world.view(caseId)).clocks.map(({ deadline }) => deadline.dueOn);
    expect(await clocks(during)).toEqual(await clocks(before));
    world.clock.set('2026-03-09');
    await world.work();
    expect((await shown(during)).tickets).toEqual([]);
  });

  it('a late one that is overtaken keeps its ticket', async () => {
    const caseId = await asked();
    world.clock.set('2026-03-20');
    await (await world.as('sponsor')).does(caseId, 'submit');
    const { tickets, preReview } = await shown(caseId);
    expect(tickets.map(({ matter }) => matter)).toEqual(['preReviewLate']);
    expect(preReview).toMatchObject({ overtaken: true, late: true });
  });

  it('a draft that is given up owes no answer', async () => {
    const caseId = await asked();
    await (await world.as('sponsor')).does(caseId, 'discardDraft');
    expect(await alarms(caseId)).toEqual([]);
    world.clock.set('2026-03-20');
    await world.work();
    expect((await shown(caseId)).tickets).toEqual([]);
  });
});

describe('it binds', () => {
  it('for every line that passed: at intake, in a second look, and after the applicant came back to the same file', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.drafted();
    const charter = Buffer.from('%PDF-1.4\nthe charter that passed');
    await sponsor.upload(caseId, 'EST-CHARTER', charter);
    await sponsor.post(`/api/cases/${caseId}/pre-review`);
    await answer(caseId);
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nanother'));
    await sponsor.post(`/api/cases/${caseId}/pre-review`);
    expect((await answer(caseId, { 'EST-POLICY': '缺少应急预案的签名页' })).status).toBe(422);
    expect((await answer(caseId, { 'EST-CHARTER': '新章程缺少第五项' })).status).toBe(200);
    await sponsor.upload(caseId, 'EST-CHARTER', charter);
    await sponsor.does(caseId, 'submit');
    for (const lineId of ['EST-CHARTER', 'EST-POLICY']) {
      const problem = await clerk.refused(
        caseId,
        'recordVerdicts',
        await world.verdicts(caseId, { [lineId]: '现在看来还缺第五项' }),
      );
      expect(problem.errors).toEqual([expect.objectContaining({ field: lineId, code: 'BOUND_BY_EARLIER_VERDICT' })]);
    }
  });
});
