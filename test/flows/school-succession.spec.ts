import { demoSchool, demoTutoring } from '../../apps/cli/src/tour/other-forms.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { faultsOf, tutoringSchool } from './kinds.js';
import { checked, draftOf, entryOf, operating, type School } from './licensed.js';
import { operatingSchool, schoolForm, schoolName } from './schools.js';
import {
  discussed,
  divisionOf,
  granted,
  lineageOf,
  mergerOf,
  NEW_SITE,
  ON_RECORD,
  resulting,
  SAME_SITE,
} from './succession.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const SCHOOL_SITE = { ...SAME_SITE, address: demoSchool('').siteAddress };
const TUTORING_SITE = { ...SAME_SITE, address: demoTutoring('').siteAddress ?? '' };
const HEAD = { ...demoSchool('').principal };
const submits = async (matter: string, form: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, matter, form), 'submit');

async function accepted(matter: string, form: object): Promise<string> {
  const caseId = await draftOf(world, matter, form);
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  return caseId;
}
const openedBy = async (caseId: string): Promise<{ id: string; number: string }> => {
  const [row] = await world.sql.query<{ id: string; number: string }>(
    'select institution_id as id, number from licence where case_id = $1',
    [caseId],
  );
  return row ?? { id: '', number: '' };
};

describe('division of what is no kindergarten', () => {
  it('a primary school becomes two: the new one has the number and the stage of its kind', async () => {
    const school = await operatingSchool(world);
    const [going, fresh] = [
      resulting({ ...SCHOOL_SITE, continuation: 'continues', name: schoolName() }),
      resulting({ ...NEW_SITE, name: schoolName() }),
    ];
    const caseId = await accepted('DIVISION', divisionOf(school, [going, fresh]));
    const { materials } = await world.view(caseId);
    const asked = materials.filter(({ applicable }) => applicable).map(({ lineId }) => lineId);
    // the new site is looked at like every other; a hygiene evaluation is a kindergarten's (PSL 29(1)(7))
    expect([asked.includes('PRM-FIRE'), asked.includes('PRM-HEALTH')]).toEqual([true, false]);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await discussed(world, caseId, [...ON_RECORD, 'fire_acceptance', 'structural_safety']);
    const head = await world.as('head');
    const command = [caseId, 'grant', { opinion: '同意' }, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await head.command(...command), await head.command(...command)];
    expect([first.status, again.body]).toEqual([200, first.body]);
    const { id, number } = await openedBy(caseId);
    expect(number).toMatch(/^教民11502035/);
    expect(await entryOf(world, id)).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      fields: { name: fresh.name, institutionType: 'PS-PRI-JUN', stage: 'PRIMARY', nature: 'non_profit' },
    });
    expect((await entryOf(world, school.institutionId)).fields).toMatchObject({ name: going.name, stage: 'PRIMARY' });
    expect(await lineageOf(world, caseId)).toMatchObject([{ predecessor: school.institutionId, successor: id }]);
  });

  it('a tutoring institution becomes two; both teach what it taught, and say so on the licence', async () => {
    const school = await tutoringSchool(world);
    const named = (n: number) => `包头市昆都仑区演示体育培训分立${n}号有限公司`;
    const caseId = await accepted(
      'DIVISION',
      divisionOf(school, [
        resulting({ ...TUTORING_SITE, continuation: 'continues', name: named(1) }),
        resulting({ ...TUTORING_SITE, name: named(2) }),
      ]),
    );
    await discussed(world, caseId);
    await granted(world, caseId);
    const { id, number } = await openedBy(caseId);
    expect(number).toMatch(/^教民11502037/);
    for (const one of [id, school.institutionId])
      expect((await entryOf(world, one)).fields).toMatchObject({
        institutionType: 'TRN-NON',
        trainingField: 'sports',
        prepaid: { guard: 'escrow' },
      });
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    const registrar = await world.as('registrar');
    const originals = documents.filter(({ kind }) => kind === 'licenceOriginal');
    expect(originals).toHaveLength(2);
    for (const original of originals) {
      const text = await readPdfText(await registrar.download(`/api/documents/${original.id}`));
      expect(text.replace(/\s/g, '')).toContain('非学科类校外培训（体育）');
    }
  });

  it('gives no school the name of a kindergarten', async () => {
    const school = await operatingSchool(world);
    const before = await entryOf(world, school.institutionId);
    const parts = [resulting({ ...SCHOOL_SITE, name: schoolName() }), resulting({ ...SCHOOL_SITE })];
    const problem = await submits('DIVISION', divisionOf(school, parts));
    expect([problem.status, faultsOf(problem)]).toEqual([422, [['NAME_DOES_NOT_FIT_TYPE', 'PER 20']]]);
    expect(await entryOf(world, school.institutionId)).toEqual(before);
  });
});

describe('merger of what is no kindergarten', () => {
  const merging = (own: School, other: School, more: object = {}) =>
    mergerOf(own, [other], { schoolName: schoolName(), sites: [SCHOOL_SITE], principal: HEAD, ...more });

  it('two primary schools become one, led by who may lead a school', async () => {
    const [own, other] = [await operatingSchool(world), await operatingSchool(world)];
    const form = merging(own, other);
    const caseId = await accepted('MERGER', form);
    await discussed(world, caseId);
    const head = await world.as('head');
    const both = await Promise.all([1, 2].map(() => head.command(caseId, 'grant', { opinion: '同意' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await entryOf(world, own.institutionId)).toMatchObject({
      state: 'OPERATING',
      fields: { name: form.schoolName, institutionType: 'PS-PRI-JUN', stage: 'PRIMARY', principal: HEAD.name },
    });
    expect(await entryOf(world, other.institutionId)).toMatchObject({
      state: 'MERGED',
      licence: { state: 'CANCELLED' },
    });
    // its name is free again, also where a name is asked for (PER 20)
    const { name } = (await entryOf(world, other.institutionId)).fields;
    const next = await draftOf(world, 'EST-DIRECT', schoolForm({ schoolName: name }));
    expect(await (await world.as('sponsor')).does(next, 'submit')).toBe('RECEIVED');
  });

  it.each([
    [
      'a school led by who knows kindergartens only',
      'SCHOOL_HEAD_QUALIFICATION',
      'PEL 24',
      { principal: { ...HEAD, yearsInEducation: 0, yearsInKindergarten: 12 } },
    ],
    [
      'a school named like a kindergarten',
      'NAME_DOES_NOT_FIT_TYPE',
      'PER 20',
      { schoolName: '包头市昆都仑区演示合并幼儿园' },
    ],
  ] as const)('%s', async (_, code, article, more) => {
    const [own, other] = [await operatingSchool(world), await operatingSchool(world)];
    const problem = await submits('MERGER', merging(own, other, more));
    expect([problem.status, faultsOf(problem)]).toEqual([422, [[code, article]]]);
  });

  it('a kindergarten is led by who knows kindergartens, whatever else was taught', async () => {
    const [own, other] = [await operating(world), await operating(world)];
    const problem = await submits('MERGER', mergerOf(own, [other], { principal: HEAD }));
    expect(faultsOf(problem)).toEqual([['PRINCIPAL_QUALIFICATION', 'PSL 38']]);
  });

  it('a primary school and a junior one do not merge: that is another level (PEL 55)', async () => {
    const [own, other] = [await operatingSchool(world), await operatingSchool(world, 'JUNIOR')];
    const problem = await submits('MERGER', merging(own, other));
    expect(faultsOf(problem)).toEqual([['MERGER_TYPES_DIFFER', 'PEL 55(1)']]);
  });
});
