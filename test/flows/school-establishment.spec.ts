import { demoSchool } from '../../apps/cli/src/tour/other-forms.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { completeCreditCode, type Stage } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { faultsOf, proposed, texts } from './kinds.js';
import { checked, discussed, draftOf, entryOf } from './licensed.js';
import { formalForm, prepared } from './prepared.js';
import { decidableSchool, schoolForm, schoolName } from './schools.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const PAPERS = ['fire_acceptance', 'structural_safety', 'name_lookup'];
const licensedBy = async (caseId: string): Promise<{ id: string; number: string }> => {
  const [row] = await world.sql.query<{ id: string; number: string }>(
    'select institution_id as id, number from licence where case_id = $1',
    [caseId],
  );
  return row ?? { id: '', number: '' };
};
const grants = async (caseId: string): Promise<string> =>
  (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
async function textOf(caseId: string, kind: string): Promise<string> {
  const { documents } = await world.view(caseId, 'registrar');
  const id = documents.find((one) => one.kind === kind)?.id;
  return (await readPdfText(await (await world.as('registrar')).download(`/api/documents/${id}`))).replace(/\s/g, '');
}
const page = async (address: string): Promise<string> =>
  (await world.nobody().send<string>('GET', address)).body.replaceAll('<wbr/>', '');

describe('establishment of a school (EST-DIRECT)', () => {
  it('goes from the form of a primary school to its licence, its entry and the closed file', async () => {
    const form = schoolForm();
    const caseId = await draftOf(world, 'EST-DIRECT', form);
    const draft = await world.view(caseId);
    // what only kindergartens are asked is not asked (ALL 29)
    expect((draft as unknown as { formFields: string[] }).formFields).not.toContain('childrenRoomsSquareMetres');
    expect(draft.materials.find(({ lineId }) => lineId === 'PRM-HEALTH')?.applicable ?? false).toBe(false);
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    const { clocks } = await world.view(caseId);
    expect(clocks.find(({ id }) => id === 'establish_decision')?.deadline.dueOn).toBe('2026-06-02');
    expect(await texts(world, 'select clock as text from timer where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['establish_decision', 'promised_decision']),
    );
    const reviewer = await world.as('reviewer');
    expect((await reviewer.refused(caseId, 'concludeReview')).status).toBe(409);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(caseId, PAPERS);
    await proposed(world, caseId);
    const head = await world.as('head');
    const command = [caseId, 'grant', { opinion: '同意' }, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await head.command(...command), await head.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(
      await texts(world, 'select topic as text from outbox where case_id = $1 and done_at is null', caseId),
    ).toEqual(expect.arrayContaining(['printDocument', 'announce']));
    const { id, number } = await licensedBy(caseId);
    expect(number).toMatch(/^教民11502035\d{6}0$/);
    const entry = await entryOf(world, id);
    expect(entry).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      licence: { number, state: 'VALID', validFrom: '2026-03-02', validTo: '2031-03-01' },
      fields: {
        name: form.schoolName,
        institutionType: 'PS-PRI-JUN',
        stage: 'PRIMARY',
        nature: 'non_profit',
        plannedClasses: 12,
      },
    });
    expect(entry.versions.map(({ cause }) => cause)).toEqual(['grant']);
    await world.work();
    expect(await textOf(caseId, 'licenceOriginal')).toContain('民办小学');
    expect(await textOf(caseId, 'licenceOriginal')).toContain('义务教育（小学）');
    const found = await page(`/check?number=${encodeURIComponent(number)}`);
    expect(found).toContain(form.schoolName);
    expect(found).toContain('民办小学');
    expect(await page(`/register/${id}`)).toContain('义务教育（小学）');
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    const creditCode = completeCreditCode('52150203MJ900001');
    await registrar.does(caseId, 'recordRegistration', { creditCode, registeredOn: '2026-03-02' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect((await entryOf(world, id)).state).toBe('OPERATING');
    expect(await texts(world, 'select type as text from case_event where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'confirmIssued', 'serve', 'recordRegistration', 'publish']),
    );
    expect(await world.count('timer', caseId)).toBe(0);
    expect(
      await texts(
        world,
        `select (wake_at at time zone 'Asia/Shanghai')::date::text as text from institution_timer where institution_id = $1`,
        id,
      ),
    ).toEqual(['2031-03-02']);
  });

  it.each([
    ['JUNIOR', '4', '民办初级中学', '义务教育（初中）'],
    ['NINE_YEAR', '4', '民办九年一贯制学校', '义务教育（小学、初中）'],
  ] as const)('a %s school has the digit of its level and its own words', async (stage, digit, type, content) => {
    const caseId = await decidableSchool(world, {}, stage);
    await grants(caseId);
    const { id, number } = await licensedBy(caseId);
    expect([number.charAt(9), (await entryOf(world, id)).fields['stage']]).toEqual([digit, stage]);
    await world.work();
    const licence = await textOf(caseId, 'licenceDuplicate');
    expect([licence.includes(type), licence.includes(content)]).toEqual([true, true]);
  });

  it('of two grants at once one is done; there is one licence', async () => {
    const caseId = await decidableSchool(world);
    const head = await world.as('head');
    const both = await Promise.all([1, 2].map(() => head.command(caseId, 'grant', { opinion: '同意' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await world.count('licence', caseId)).toBe(1);
  });

  it('asks no hygiene evaluation of a school, and still asks it of a kindergarten', async () => {
    const school = await decidableSchool(world);
    expect((await world.view(school, 'head')).state).toBe('TO_DECIDE');
    const kindergarten = await world.accepted();
    await world.visited(kindergarten, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(kindergarten, PAPERS);
    expect((await (await world.as('reviewer')).refused(kindergarten, 'concludeReview')).status).toBe(409);
  });
});

describe('a school that was prepared first (PREP, EST-FORMAL)', () => {
  it('is approved, prepared and established as what it was prepared for', async () => {
    const name = schoolName('JUNIOR');
    const preparation = await prepared(world, name, demoSchool(name, 'JUNIOR'));
    expect((await entryOf(world, preparation.institutionId)).fields).toMatchObject({
      institutionType: 'PS-PRI-JUN',
      stage: 'JUNIOR',
    });
    const caseId = await draftOf(world, 'EST-FORMAL', formalForm(preparation, {}, demoSchool(name, 'JUNIOR')));
    const { formFields } = (await world.view(caseId)) as unknown as { formFields: string[] };
    expect(formFields).not.toContain('childrenRoomsSquareMetres');
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(caseId, PAPERS);
    await proposed(world, caseId);
    await discussed(world, caseId);
    await grants(caseId);
    expect(await entryOf(world, preparation.institutionId)).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      licence: { number: expect.stringMatching(/^教民11502034/) },
      fields: { name, institutionType: 'PS-PRI-JUN', stage: 'JUNIOR' },
    });
  });
});

describe('what stands in the way', () => {
  const { principal } = demoSchool('');
  it.each([
    ['for profit', { nature: 'for_profit' }, 'COMPULSORY_EDUCATION_FOR_PROFIT', 'PEL 19(1)', '义务教育'],
    ['the name of a kindergarten', { schoolName: '演示某某幼儿园' }, 'NAME_DOES_NOT_FIT_TYPE', 'PER 20', '名称'],
    [
      'a senior school',
      { institutionType: 'PS-SEN', stage: 'SENIOR', schoolName: '演示高级中学' },
      'NOT_OF_THE_COUNTY',
      'PEL 12',
      '高中找市教育局',
    ],
    ['a stage of another type', { stage: 'KINDERGARTEN' }, 'STAGE_DOES_NOT_FIT_TYPE', 'PEL 12', '学段'],
    [
      'a head without years',
      { principal: { ...principal, yearsInEducation: 4 } },
      'SCHOOL_HEAD_QUALIFICATION',
      'PEL 24',
      '校长',
    ],
    [
      'years in kindergartens',
      { principal: { ...principal, yearsInEducation: 0, yearsInKindergarten: 12 } },
      'SCHOOL_HEAD_QUALIFICATION',
      'PEL 24',
      '校长',
    ],
    ['funds that are not paid in', { paidInYuan: 1_999_999 }, 'CAPITAL_NOT_PAID_IN', 'PER 21', '资金'],
  ] as const)(
    '%s is refused with code and article, and leaves the attempt alone',
    async (_, more, code, article, words) => {
      const before = await texts(world, 'select count(*)::text as text from institution');
      const caseId = await draftOf(world, 'EST-DIRECT', schoolForm(more));
      const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
      expect([problem.status, problem.code, faultsOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', [[code, article]]]);
      expect(problem.errors?.[0]?.message).toContain(words);
      expect(await texts(world, 'select type as text from case_event where case_id = $1', caseId)).toEqual([]);
      expect([
        await world.count('command_attempt', caseId),
        await texts(world, 'select count(*)::text as text from institution'),
      ]).toEqual([1, before]);
    },
  );

  it('a type that has a form of its own, and a stage that nobody knows, are no answers', async () => {
    for (const more of [{ institutionType: 'TRN-NON' }, { stage: 'UNIVERSITY' }])
      await expect(draftOf(world, 'EST-DIRECT', schoolForm(more))).rejects.toThrow('NOT_AN_OPTION');
  });

  it('a senior school is not prepared here either', async () => {
    const name = '演示筹设高级中学';
    const senior = { institutionType: 'PS-SEN', stage: 'SENIOR' as Stage };
    const refused = prepared(world, name, { ...demoSchool(name), ...senior });
    await expect(refused).rejects.toThrow('NOT_OF_THE_COUNTY');
  });
});

describe('what everybody reads', () => {
  const WAY = 'want=open&kind=school&stage=nine_year&school_nature=non_profit';
  it('the questions lead a school to the online form, a senior school to the city, a for-profit one to the article', async () => {
    const open = await page(`/triage?${WAY}&school_ready=ready&donated=no&joint_sponsors=no`);
    expect([open.includes('/app/apply'), open.includes('卫生评价')]).toEqual([true, false]);
    expect(await page('/triage?want=open&kind=school&stage=senior')).toContain('市教育局');
    expect(await page('/triage?want=open&kind=school&stage=primary&school_nature=for_profit')).toContain('第十九条');
  });

  it('the guide lists the conditions of both kinds', async () => {
    const guide = await page('/guides/EST-DIRECT');
    for (const words of ['校长有教师资格', '园长有教师资格', '这一类归区教育局批准']) expect(guide).toContain(words);
  });
});
