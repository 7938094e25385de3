import { completeCreditCode } from '../../libs/law/src/index.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { checked, draftOf, entryOf, operating, type School } from './licensed.js';
import {
  command,
  discussed,
  divisionOf,
  freshName,
  granted,
  lineageOf,
  NEW_SITE,
  ON_RECORD,
  resulting,
} from './succession.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const DAY = '2026-03-02';
const codesOf = (problem: object): string[] =>
  (problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code) ?? [];

async function accepted(school: School, schools: readonly object[]): Promise<string> {
  const caseId = await draftOf(world, 'DIVISION', divisionOf(school, schools));
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  return caseId;
}

/** The licences that a division has given, by number. */
const opened = (caseId: string) =>
  world.sql.query<{ id: string; number: string }>(
    'select institution_id as id, number from licence where case_id = $1 order by number',
    [caseId],
  );

describe('a division of which one school goes on', () => {
  it('leaves the old licence to it and gives the new one its own, in one second', async () => {
    const school = await operating(world);
    const before = await entryOf(world, school.institutionId);
    const [going, fresh] = [resulting({ continuation: 'continues' }), resulting()];
    const caseId = await accepted(school, [going, fresh]);
    await discussed(world, caseId);
    await granted(world, caseId);
    const old = await entryOf(world, school.institutionId);
    expect([old.state, old.licence]).toEqual(['OPERATING', before.licence]);
    expect(old.fields).toMatchObject({ name: going.name, principal: '演示园长甲', plannedClasses: 4 });
    expect(old.versions[0]).toMatchObject({ cause: 'divideInstitution', validFrom: DAY });
    const [licence] = await opened(caseId);
    expect(await entryOf(world, licence?.id ?? '')).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      licence: { state: 'VALID', validFrom: DAY, validTo: '2031-03-01' },
      fields: { name: fresh.name, sponsors: before.fields['sponsors'], nature: 'non_profit' },
    });
    expect(await lineageOf(world, caseId)).toEqual([
      { predecessor: school.institutionId, successor: licence?.id, kind: 'division', day: DAY },
    ]);
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    expect(documents.filter(({ kind }) => kind === 'licenceOriginal')).toHaveLength(2);
    expect(documents.some(({ kind }) => kind === 'absorbedCancellation')).toBe(false);
    const decision = documents.find(({ kind }) => kind === 'changeDecision');
    const text = await readPdfText(await (await world.as('registrar')).download(`/api/documents/${decision?.id}`));
    expect(text.replace(/\s/g, '')).toContain(`准予${String(before.fields['name'])}分立`);
    expect(text.replace(/\s/g, '')).toContain(fresh.name);
  });
});

describe('a division of which none goes on', () => {
  it('ends the old school; every new one is registered for itself, and the file waits for the last', async () => {
    const school = await operating(world);
    const oldName = String((await entryOf(world, school.institutionId)).fields['name']);
    const caseId = await accepted(school, [resulting({ name: oldName }), resulting({ ...NEW_SITE })]);
    const early = await (await world.as('reviewer')).refused(caseId, 'concludeReview');
    expect(early.status).toBe(409);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await discussed(world, caseId, [...ON_RECORD, 'fire_acceptance', 'structural_safety']);
    await granted(world, caseId);
    expect(await entryOf(world, school.institutionId)).toMatchObject({
      state: 'CANCELLED',
      licence: { state: 'CANCELLED' },
      versions: expect.arrayContaining([expect.objectContaining({ cause: 'divideInstitution' })]),
    });
    expect(await lineageOf(world, caseId)).toHaveLength(2);
    const found = await world.nobody().get<{ state: string }>(`/api/public/licences/${school.number}`);
    expect(found.state).toBe('CANCELLED');
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    const [first, second] = await opened(caseId);
    const codes = ['52150203MJ777001', '52150203MJ777002'].map((stem) => completeCreditCode(stem));
    const nameless = await registrar.refused(caseId, 'recordRegistration', { creditCode: codes[0], registeredOn: DAY });
    expect([nameless.status, codesOf(nameless)]).toEqual([422, ['FIELD_MISSING']]);
    const registers = async (n: number, licenceNumber: string | undefined) => {
      await registrar.does(caseId, 'recordRegistration', { creditCode: codes[n], registeredOn: DAY, licenceNumber });
      return (await world.view(caseId)).state;
    };
    expect(await registers(0, second?.number)).toBe('SERVED');
    expect(await registers(1, first?.number)).toBe('ARCHIVED');
    for (const one of [first, second]) expect((await entryOf(world, one?.id ?? '')).state).toBe('OPERATING');
    expect(await world.count('timer', caseId)).toBe(0);
    const notices = await world.sql.query<{ kind: string }>('select kind from public_notice where case_id = $1', [
      caseId,
    ]);
    expect(notices).toEqual([{ kind: 'division' }]);
    const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [
      caseId,
    ]);
    expect(log.filter(({ type }) => type === 'recordRegistration')).toHaveLength(2);
  });
});

describe('what stands in the way of a division', () => {
  const twice = freshName();
  it.each([
    ['one school', [resulting()], 'DIVIDED_INTO_ONE', 'PEL 53(1)'],
    [
      'two that go on',
      [resulting({ continuation: 'continues' }), resulting({ continuation: 'continues' })],
      'TWO_CONTINUE',
      'PEL 18',
    ],
    ['one name twice', [resulting({ name: twice }), resulting({ name: twice })], 'ONE_NAME_TWICE', 'PER 20'],
    ['capital that is not paid in', [resulting(), resulting({ paidInYuan: 1 })], 'CAPITAL_NOT_PAID_IN', 'PER 21'],
    [
      'a site that is on no licence',
      [resulting(), resulting({ address: '别处一号楼三层' })],
      'SITE_NOT_REGISTERED',
      'PER 23',
    ],
  ])('%s', async (_, schools, code, article) => {
    const caseId = await draftOf(world, 'DIVISION', divisionOf(await operating(world), schools));
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect([problem.status, problem.code, problem.rule, codesOf(problem)]).toEqual([
      422,
      'CONDITIONS_NOT_MET',
      article,
      [code],
    ]);
    expect([await world.count('case_event', caseId), await world.count('command_attempt', caseId)]).toEqual([0, 1]);
  });

  it('two thirds that are lacking, pupils without a place', async () => {
    const more = {
      resolution: { decidedOn: '2026-02-20', members: 6, inFavour: 3 },
      placement: { pupils: 60, placed: 59 },
    };
    const form = divisionOf(await operating(world), [resulting(), resulting()], more);
    const problem = await (await world.as('sponsor')).refused(await draftOf(world, 'DIVISION', form), 'submit');
    expect(codesOf(problem)).toEqual(['PUPILS_NOT_PLACED', 'NOT_TWO_THIRDS']);
  });

  it('a second division of the same school, and a repeated grant', async () => {
    const school = await operating(world);
    const caseId = await accepted(school, [resulting(), resulting()]);
    const again = await draftOf(world, 'DIVISION', divisionOf(school, [resulting(), resulting()]));
    const running = await (await world.as('sponsor')).refused(again, 'submit');
    expect([running.status, running.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    await discussed(world, caseId);
    const head = await world.as('head');
    const last = command('grant', { opinion: '同意' });
    const answers = await Promise.all([1, 2].map(() => head.post(`/api/cases/${caseId}/commands`, last)));
    expect(answers[0]).toEqual(answers[1]);
    expect(await opened(caseId)).toHaveLength(2);
    const gone = await (await world.as('sponsor')).refused(again, 'submit');
    expect(codesOf(gone)).toContain('SCHOOL_DOES_NOT_GO_ON');
  });
});
