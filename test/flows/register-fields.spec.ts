import { kindergartenForm } from '../builders/form.js';
import { coSigned } from './co-signature.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { tutoringSchool } from './kinds.js';
import { checked, CONTACT, draftOf, operating, RESOLVED, type School } from './licensed.js';
import { formalForm, prepared } from './prepared.js';
import { discussed, divisionOf, granted, mergerOf, ON_RECORD, resulting, runBy } from './succession.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const { boardMembers, supervisors, sponsors, legalRepresentative, siteAddress } = kindergartenForm();
const BOARD = boardMembers.map(({ name }) => name);
const DAY = '2026-03-02';
const CHANGED_ON = '2026-04-01';

interface OnDay {
  said: Record<string, unknown> | null;
}
const said = async (id: string, validOn: string): Promise<Record<string, unknown>> =>
  (await (await world.as('registrar')).get<OnDay>(`/api/register/${id}/on-day?validOn=${validOn}`)).said ?? {};
const saidToAll = async (id: string): Promise<Record<string, unknown>> =>
  (await world.nobody().get<OnDay>(`/api/public/register/${id}`)).said ?? {};

async function accepted(matter: string, fields: object, party?: string): Promise<string> {
  const caseId = await draftOf(world, matter, fields);
  if (party) await coSigned(world, caseId, { applicant: 'sponsor', party });
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  return caseId;
}

const openedBy = async (caseId: string): Promise<string[]> =>
  (await world.sql.query<{ id: string }>('select institution_id as id from licence where case_id = $1', [caseId])).map(
    ({ id }) => id,
  );

describe('from its first day on the register says everything of an institution', () => {
  it('that is established directly', async () => {
    const { institutionId } = await operating(world);
    expect(await said(institutionId, DAY)).toMatchObject({
      board: BOARD,
      stage: 'KINDERGARTEN',
      charterFrom: DAY,
      sponsors: sponsors.map(({ name }) => name),
      legalRepresentative,
      nature: 'non_profit',
      address: siteAddress,
    });
    expect(await said(institutionId, '2026-03-01')).toEqual({});
  });

  it('that was prepared: who sits on its board, once it has one', async () => {
    const preparation = await prepared(world, '包头市昆都仑区演示先筹后办幼儿园');
    world.clock.set(CHANGED_ON);
    const caseId = await accepted('EST-FORMAL', formalForm(preparation));
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await discussed(world, caseId, ['hygiene_evaluation', 'fire_acceptance', 'structural_safety', 'name_lookup']);
    await granted(world, caseId);
    expect(Object.keys(await said(preparation.institutionId, '2026-03-31'))).not.toContain('board');
    expect(await said(preparation.institutionId, CHANGED_ON)).toMatchObject({
      board: BOARD,
      charterFrom: CHANGED_ON,
      stage: 'KINDERGARTEN',
    });
  });

  it('that a division leaves, the old one and the new one, each with a board of its own', async () => {
    const school = await operating(world);
    const boards = ['演示甲、演示乙、演示丙、演示丁、演示戊', '演示己,演示庚，演示辛;演示壬、演示癸'];
    world.clock.set(CHANGED_ON);
    const [going, fresh] = boards.map((boardNames) => resulting({ boardNames }));
    const caseId = await accepted(
      'DIVISION',
      divisionOf(school, [{ ...going, continuation: 'continues' }, fresh ?? {}]),
    );
    await discussed(world, caseId);
    await granted(world, caseId);
    const [opened = ''] = await openedBy(caseId);
    expect((await said(school.institutionId, '2026-03-31'))['board']).toEqual(BOARD);
    expect(await said(school.institutionId, CHANGED_ON)).toMatchObject({
      board: ['演示甲', '演示乙', '演示丙', '演示丁', '演示戊'],
      charterFrom: CHANGED_ON,
    });
    expect(await said(opened, CHANGED_ON)).toMatchObject({
      board: ['演示己', '演示庚', '演示辛', '演示壬', '演示癸'],
      charterFrom: CHANGED_ON,
      nature: 'non_profit',
      stage: 'KINDERGARTEN',
    });
  });

  it('that a division would leave with a board of four: it is refused', async () => {
    const four = resulting({ boardNames: '演示甲、演示乙、演示丙、演示丁' });
    const school = await operating(world);
    const caseId = await draftOf(world, 'DIVISION', divisionOf(school, [four, resulting()]));
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect([problem.status, problem.code]).toEqual([422, 'CONDITIONS_NOT_MET']);
    expect(JSON.stringify(problem)).toContain('BOARD_TOO_SMALL');
  });

  it('that a merger opens', async () => {
    const [own, other] = [await operating(world), await runBy(world, await operating(world), 'sponsor2')];
    const caseId = await accepted('MERGER', mergerOf(own, [other], { mergerKind: 'new_school' }), 'sponsor2');
    await discussed(world, caseId, ON_RECORD);
    await granted(world, caseId);
    const [opened = ''] = await openedBy(caseId);
    expect(await said(opened, DAY)).toMatchObject({
      board: BOARD,
      charterFrom: DAY,
      legalRepresentative,
      nature: 'non_profit',
      stage: 'KINDERGARTEN',
    });
  });
});

describe('what is public of it', () => {
  it('is the field of training, which the licence names, and not how prepaid fees are kept', async () => {
    const { institutionId } = await tutoringSchool(world);
    const everybody = await saidToAll(institutionId);
    expect(everybody).toMatchObject({ trainingField: 'sports', charterFrom: DAY });
    for (const field of ['board', 'prepaid']) expect(Object.keys(everybody)).not.toContain(field);
    expect(await said(institutionId, DAY)).toMatchObject({
      board: BOARD,
      prepaid: { guard: 'escrow', months: 3, lessons: 60 },
    });
    const { body } = await world.nobody().send<string>('GET', `/register/${institutionId}`);
    expect(body).toContain('非学科类校外培训（体育）');
    expect(body).not.toContain('{field}');
  });
});

describe('a charter', () => {
  const filed = async (school: School, charterChanges: boolean): Promise<void> => {
    const caseId = await draftOf(world, 'FILE-GOV', {
      licenceNumber: school.number,
      boardMembers,
      supervisors,
      charterChanges,
      resolution: RESOLVED,
      ...CONTACT,
    });
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'enterFiling');
    await world.work();
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
  };

  it('is another one since the filing that brought it, and not since one that left it alone', async () => {
    const school = await operating(world);
    world.clock.set(CHANGED_ON);
    await filed(school, false);
    expect((await saidToAll(school.institutionId))['charterFrom']).toBe(DAY);
    world.clock.set('2026-05-06');
    await filed(school, true);
    expect((await saidToAll(school.institutionId))['charterFrom']).toBe('2026-05-06');
    expect((await said(school.institutionId, CHANGED_ON))['charterFrom']).toBe(DAY);
  });
});
