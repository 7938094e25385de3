import { randomIds } from '../../libs/platform/src/index.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { World } from './harness.js';
import { checked, CONTACT, draftOf, entryOf, operating, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const LANES = ['health_on_record', 'market_on_record'];
const reported = ({ number }: School, annualYear = 2025): Promise<string> =>
  draftOf(world, 'ANNUAL', { licenceNumber: number, annualYear, ...CONTACT });
async function inspecting(school: School): Promise<string> {
  const caseId = await reported(school);
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'beginInspection');
  return caseId;
}
const codesOf = (problem: object): string[] =>
  (problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code) ?? [];
const yearsOf = async (school: School): Promise<unknown> =>
  (await entryOf(world, school.institutionId)).fields['annual'];

describe('annual inspection (ANNUAL)', () => {
  it('concludes a year, enters it, serves and publishes it, and leaves the licence alone', async () => {
    const school = await operating(world);
    const before = await entryOf(world, school.institutionId);
    const caseId = await inspecting(school);
    const reviewer = await world.as('reviewer');
    const early = await reviewer.refused(caseId, 'concludeInspection', { result: 'passed' });
    expect(early).toMatchObject({ status: 409, code: 'CONCLUSION_NOT_IN_ORDER', rule: 'BER 39' });
    await world.lookedUp(caseId, LANES);
    const conclude = { commandId: randomIds.uuid(), type: 'concludeInspection', payload: { result: 'passed' } };
    const answers = [
      await reviewer.post(`/api/cases/${caseId}/commands`, conclude),
      await reviewer.post(`/api/cases/${caseId}/commands`, conclude),
    ];
    expect(answers[0]).toEqual(answers[1]);
    const after = await entryOf(world, school.institutionId);
    expect([after.state, after.licence]).toEqual([before.state, before.licence]);
    expect(after.versions.filter(({ cause }) => cause === 'recordAnnual')).toHaveLength(1);
    expect(await yearsOf(school)).toEqual([{ year: 2025, result: 'passed' }]);
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    const { state, documents } = await world.view(caseId, 'registrar');
    expect(state).toBe('ARCHIVED');
    const paper = documents.find(({ kind }) => kind === 'annualConclusion');
    const text = (await readPdfText(await registrar.download(`/api/documents/${paper?.id}`))).replace(/\s/g, '');
    expect(text).toContain('结论：合格');
    const notices = await world.sql.query<{ kind: string; fields: { annualResult: string } }>(
      'select kind, fields from public_notice where case_id = $1',
      [caseId],
    );
    expect(notices).toMatchObject([{ kind: 'annual', fields: { annualResult: '合格', annualYear: 2025 } }]);
    expect(await world.count('timer', caseId)).toBe(0);
    const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [
      caseId,
    ]);
    expect(log.map(({ type }) => type).slice(0, 3)).toEqual(['submit', 'recordVerdicts', 'beginInspection']);
    expect(await world.sql.query('select 1 from outbox where case_id = $1 and done_at is null', [caseId])).toEqual([]);
  });

  it('nobody fails who was not told before what to put right; who fails keeps the licence', async () => {
    const school = await operating(world);
    const caseId = await inspecting(school);
    const reviewer = await world.as('reviewer');
    const failing = { result: 'failed', reasons: '演示：没有整改' };
    expect(await reviewer.refused(caseId, 'concludeInspection', failing)).toMatchObject({
      status: 409,
      code: 'CONCLUSION_NOT_IN_ORDER',
    });
    const order = { findings: '演示：财务制度不全', rectifyBy: '2026-03-20' };
    expect(await reviewer.does(caseId, 'orderRectification', order)).toBe('RECTIFYING');
    expect((await world.view(caseId)).clocks.find(({ id }) => id === 'annual_rectification')?.deadline.dueOn).toBe(
      '2026-03-20',
    );
    world.clock.set('2026-03-21', '00:05');
    await world.work();
    expect((await world.view(caseId)).state).toBe('INSPECTING');
    await reviewer.does(caseId, 'concludeInspection', failing);
    expect(await entryOf(world, school.institutionId)).toMatchObject({
      state: 'OPERATING',
      licence: { state: 'VALID' },
    });
    const tickets = await world.sql.query<{ matter: string }>(
      'select matter from supervision_ticket where case_id = $1',
      [caseId],
    );
    expect(tickets.map(({ matter }) => matter)).toContain('annualFailed');
  });

  it('what was put right in time is looked at again', async () => {
    const caseId = await inspecting(await operating(world));
    const reviewer = await world.as('reviewer');
    await reviewer.does(caseId, 'orderRectification', { findings: '演示：预案不全', rectifyBy: '2026-03-20' });
    expect(await (await world.as('sponsor')).does(caseId, 'reportRectified')).toBe('INSPECTING');
    const day = await reviewer.refused(caseId, 'orderRectification', {
      findings: '演示：还有问题',
      rectifyBy: '2027-03-20',
    });
    expect([day.status, codesOf(day)]).toEqual([422, ['DATE_OUT_OF_RANGE']]);
    expect(await reviewer.does(caseId, 'concludeInspection', { result: 'mostly', reasons: '演示：已整改' })).toBe(
      'CONCLUDED',
    );
  });

  it('a year that is not over, or was inspected before, is refused', async () => {
    const school = await operating(world);
    const sponsor = await world.as('sponsor');
    const early = await sponsor.refused(await reported(school, 2026), 'submit');
    expect([early.status, early.code, codesOf(early), early.rule]).toEqual([
      422,
      'CONDITIONS_NOT_MET',
      ['YEAR_NOT_OVER'],
      'NGO 23',
    ]);
    const caseId = await inspecting(school);
    const twice = await sponsor.refused(await reported(school), 'submit');
    expect([twice.status, twice.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    await world.lookedUp(caseId, LANES);
    await (await world.as('reviewer')).does(caseId, 'concludeInspection', { result: 'passed' });
    await world.work();
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    const again = await sponsor.refused(await reported(school), 'submit');
    expect([again.code, codesOf(again)]).toEqual(['CONDITIONS_NOT_MET', ['YEAR_INSPECTED']]);
  });
});
