import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { checked, CONTACT, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';
import { faultsOf, opined, PEOPLE, proposed, texts, tutoringSchool } from './kinds.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const { principal } = kindergartenForm();
let names = 0;
const asked = ({ number }: Pick<School, 'number'>, newKind: object, more: object = {}) => ({
  licenceNumber: number,
  newKind,
  schoolName: `包头市昆都仑区演示${'甲乙丙丁戊己庚辛壬癸'.charAt((names += 1) % 10)}${names}小学`,
  siteAreaSquareMetres: 2400,
  plannedClasses: 12,
  openingFundsYuan: 500_000,
  paidInYuan: 500_000,
  ...PEOPLE,
  principal: { ...principal, yearsInKindergarten: 0, yearsInEducation: 12 },
  resolution: RESOLVED,
  ...CONTACT,
  ...more,
});
const PRIMARY = { institutionType: 'PS-PRI-JUN', stage: 'PRIMARY' };
const PAPERS = ['fire_acceptance', 'structural_safety', 'name_lookup'];
const submits = async (fields: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, 'CHG-LEVEL', fields), 'submit');

/** Accepted, visited, looked up. */
async function lookedAt(fields: object, papers = PAPERS): Promise<string> {
  const caseId = await draftOf(world, 'CHG-LEVEL', fields);
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  await world.lookedUp(caseId, papers);
  return caseId;
}
const grants = async (caseId: string): Promise<void> => {
  await proposed(world, caseId);
  await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
};
const licencesOf = (institutionId: string): Promise<string[]> =>
  texts(
    world,
    `select substr(number, 10, 1) || ' ' || state as text from licence where institution_id = $1 order by state, number`,
    institutionId,
  );

describe('change of level or category (CHG-LEVEL)', () => {
  it('a kindergarten becomes a primary school: every fact is open again, the licence is a new one', async () => {
    const school = await operating(world);
    const fields = asked(school, PRIMARY);
    const caseId = await draftOf(world, 'CHG-LEVEL', fields);
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    const { clocks, materials } = await world.view(caseId);
    expect(clocks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['promised_decision', 'level_category_decision']),
    );
    expect(clocks.find(({ id }) => id === 'level_category_decision')?.deadline.dueOn).toBe('2026-06-02');
    expect(materials.find(({ lineId }) => lineId === 'PRM-HEALTH')?.applicable ?? false).toBe(false);
    expect((await (await world.as('reviewer')).refused(caseId, 'concludeReview')).status).toBe(409);
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
    const after = await entryOf(world, school.institutionId);
    expect(after).toMatchObject({
      state: 'OPERATING',
      licence: { state: 'VALID', validFrom: '2026-03-02', validTo: '2031-03-01' },
      fields: { ...PRIMARY, name: fields.schoolName, licenceNumber: after.licence?.number },
    });
    expect(after.versions.map(({ cause }) => cause).slice(0, 2)).toEqual(['changeLevel', 'registration']);
    expect(await licencesOf(school.institutionId)).toEqual(['6 REPLACED', '5 VALID']);
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    const registrar = await world.as('registrar');
    const textOf = async (kind: string) =>
      (
        await readPdfText(await registrar.download(`/api/documents/${documents.find((one) => one.kind === kind)?.id}`))
      ).replace(/\s/g, '');
    expect(await textOf('changeDecision')).toContain(`${fields.schoolName}（民办小学）`);
    expect(await textOf('licenceOriginal')).toContain('义务教育（小学）');
    const check = async (number?: string) =>
      (await world.nobody().send<string>('GET', `/check?number=${encodeURIComponent(number ?? '')}`)).body.replaceAll(
        '<wbr/>',
        '',
      );
    expect(await check(after.licence?.number)).toContain(fields.schoolName);
    expect(await check(school.number)).toContain('note bad');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect(await texts(world, 'select type as text from case_event where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'confirmIssued', 'serve', 'publish']),
    );
    expect(await world.count('timer', caseId)).toBe(0);

    const next = { institutionType: 'PS-PRI-JUN', stage: 'JUNIOR' };
    const number = after.licence?.number ?? '';
    const second = await lookedAt(asked({ number }, next, { schoolName: '包头市昆都仑区演示初级中学' }));
    await grants(second);
    expect(await licencesOf(school.institutionId)).toEqual(['5 REPLACED', '6 REPLACED', '4 VALID']);
  });

  it('another field of tutoring is classified anew and opined on by its own department', async () => {
    const school = await tutoringSchool(world);
    const newKind = { institutionType: 'TRN-NON', trainingField: 'culture', traineesAtOnce: 100 };
    const caseId = await lookedAt(asked(school, newKind, { schoolName: '包头市昆都仑区演示美术培训有限公司' }));
    const reviewer = await world.as('reviewer');
    expect((await reviewer.refused(caseId, 'concludeReview')).status).toBe(409);
    await opined(world, caseId, 'culture');
    await grants(caseId);
    expect((await entryOf(world, school.institutionId)).fields).toMatchObject({
      institutionType: 'TRN-NON',
      trainingField: 'culture',
    });
    expect(await licencesOf(school.institutionId)).toEqual(['7 REPLACED', '7 VALID']);
  });

  it('subject tutoring of before becomes non-subject, after its classification', async () => {
    const school = await tutoringSchool(world);
    await world.sql.query(`update institution set type = 'TRN-SUB' where id = $1`, [school.institutionId]);
    await world.sql.query(
      `insert into register_version (id, institution_id, cause, valid_from, recorded_at, fields)
       select gen_random_uuid(), institution_id, 'changeTutoring', valid_from, now(),
         fields || '{"institutionType":"TRN-SUB","quality":{"level":"good","from":"2026-01-01","until":"2028-12-31"}}' from register_version where institution_id = $1 order by ordinal desc limit 1`,
      [school.institutionId],
    );
    const newKind = { institutionType: 'TRN-NON', trainingField: 'science', traineesAtOnce: 100 };
    const caseId = await lookedAt(asked(school, newKind, { schoolName: '包头市昆都仑区演示科技培训有限公司' }));
    await opined(world, caseId, 'science');
    await grants(caseId);
    const { fields } = await entryOf(world, school.institutionId);
    expect([fields['institutionType'], fields['quality']]).toEqual(['TRN-NON', undefined]);
  });

  describe('bad input leaves the register as it was', () => {
    let [kindergarten, forProfit, tutoring]: School[] = [];
    beforeAll(async () => {
      world.clock.set('2026-03-02');
      kindergarten = await operating(world);
      tutoring = await tutoringSchool(world);
      forProfit = { ...(await operating(world)) };
      await world.sql.query(
        `insert into register_version (id, institution_id, cause, valid_from, recorded_at, fields)
         select gen_random_uuid(), institution_id, 'registration', valid_from, now(), fields || '{"nature":"for_profit"}'
         from register_version where institution_id = $1 order by ordinal desc limit 1`,
        [forProfit.institutionId],
      );
    });
    const of = (which: 'kindergarten' | 'forProfit' | 'tutoring'): School =>
      ({ kindergarten, forProfit, tutoring })[which] as School;

    it.each([
      [
        'the same kind',
        'kindergarten',
        { institutionType: 'KG', stage: 'KINDERGARTEN' },
        { schoolName: '演示某某幼儿园', principal },
        'KIND_UNCHANGED',
        'ALL 49',
      ],
      [
        'a for-profit school into compulsory education',
        'forProfit',
        PRIMARY,
        {},
        'COMPULSORY_EDUCATION_FOR_PROFIT',
        'PEL 19(1)',
      ],
      [
        'non-subject into subject',
        'tutoring',
        { institutionType: 'TRN-SUB' },
        { schoolName: '演示学科培训有限公司' },
        'NON_SUBJECT_TO_SUBJECT',
        'SJ',
      ],
      [
        'a kindergarten into subject tutoring',
        'kindergarten',
        { institutionType: 'TRN-SUB' },
        { schoolName: '演示学科培训中心' },
        'SUBJECT_TUTORING_FROZEN',
        'SJ',
      ],
      [
        'a senior school',
        'kindergarten',
        { institutionType: 'PS-SEN', stage: 'SENIOR' },
        { schoolName: '包头市昆都仑区演示高级中学' },
        'NOT_OF_THE_COUNTY',
        'PEL 12',
      ],
      [
        'a name of another kind',
        'kindergarten',
        PRIMARY,
        { schoolName: '演示某某幼儿园' },
        'NAME_DOES_NOT_FIT_TYPE',
        'PER 20',
      ],
      [
        'a stage of another type',
        'kindergarten',
        { institutionType: 'PS-PRI-JUN', stage: 'KINDERGARTEN' },
        {},
        'STAGE_DOES_NOT_FIT_TYPE',
        'PEL 12',
      ],
      [
        'less than two thirds',
        'kindergarten',
        PRIMARY,
        { resolution: { ...RESOLVED, inFavour: 3 } },
        'NOT_TWO_THIRDS',
        'PER 26(2)(3)',
      ],
      ['funds that are not paid in', 'kindergarten', PRIMARY, { paidInYuan: 1 }, 'CAPITAL_NOT_PAID_IN', 'PER 21'],
    ] as const)('%s', async (_, which, newKind, more, code, article) => {
      const before = await entryOf(world, of(which).institutionId);
      const problem = await submits(asked(of(which), newKind, more));
      expect([problem.status, problem.code, faultsOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', [[code, article]]]);
      expect(await entryOf(world, of(which).institutionId)).toEqual(before);
    });

    it('a kind says only what belongs to it', async () => {
      const mixed = { institutionType: 'KG', stage: 'KINDERGARTEN', trainingField: 'sports' };
      await expect(draftOf(world, 'CHG-LEVEL', asked(of('kindergarten'), mixed))).rejects.toThrow('FIELD_UNKNOWN');
    });

    it('one at a time', async () => {
      const fields = asked(of('kindergarten'), PRIMARY);
      await checked(world, await draftOf(world, 'CHG-LEVEL', fields));
      const problem = await submits(fields);
      expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    });
  });
});
