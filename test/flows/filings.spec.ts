import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { World } from './harness.js';
import { checked, CONTACT, draftOf, entryOf, operating, type School } from './licensed.js';

let world: World;
let school: School;
beforeAll(async () => {
  world = await World.make();
  world.clock.set('2026-03-02');
  school = await operating(world);
});
afterAll(() => world.close());

const own = (more: object, { number } = school) => ({ licenceNumber: number, ...CONTACT, ...more });
const submits = async (matter: string, fields: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, matter, fields), 'submit');
/** Every fault with the article it rests on. */
const faultsOf = (problem: object): [string, string][] =>
  (problem as { errors?: { code: string; article: string }[] }).errors?.map(({ code, article }) => [code, article]) ??
  [];
const texts = async (sql: string, ...of: unknown[]): Promise<string[]> =>
  (await world.sql.query<{ text: string }>(sql, of)).map(({ text }) => text);
const steps = (caseId: string) => texts('select type as text from case_event where case_id = $1 order by seq', caseId);
const causes = (caseId: string) => texts('select cause as text from register_version where case_id = $1', caseId);
const openJobs = (caseId: string) =>
  texts('select topic as text from outbox where case_id = $1 and done_at is null', caseId);

async function paperOf(caseId: string, wanted: string): Promise<string> {
  const { documents } = await world.view(caseId, 'registrar');
  const paper = documents.find(({ kind }) => kind === wanted);
  const text = await readPdfText(await (await world.as('registrar')).download(`/api/documents/${paper?.id}`));
  return text.replace(/\s/g, '');
}

describe('filing of prospectus and advertisements (FILE-AD)', () => {
  const prospectus = {
    title: '演示幼儿园2026年秋季招生简章',
    medium: 'prospectus',
    publishedFrom: '2026-04-01',
    publishedUntil: '2026-08-31',
  };
  const advertisement = { ...prospectus, promisesResults: false, usesEndorsements: false };

  it('is entered beside the licence, with a receipt and without a new print', async () => {
    const before = await entryOf(world, school.institutionId);
    const caseId = await draftOf(world, 'FILE-AD', own({ advertisements: [advertisement] }));
    await checked(world, caseId);
    expect((await world.view(caseId)).clocks.find(({ id }) => id === 'filing_check')?.deadline.dueOn).toBe(
      '2026-03-05',
    );
    const command = [caseId, 'enterFiling', {}, { commandId: randomIds.uuid() }] as const;
    const clerk = await world.as('clerk');
    const [first, again] = [await clerk.command(...command), await clerk.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await openJobs(caseId)).toEqual(expect.arrayContaining(['printDocument']));
    const after = await entryOf(world, school.institutionId);
    expect(after.fields).toEqual({ ...before.fields, advertisements: [prospectus] });
    expect([after.licence, after.state]).toEqual([before.licence, 'OPERATING']);
    expect(await causes(caseId)).toEqual(['fileAdvertisement']);
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    expect(documents.map(({ kind }) => kind)).not.toContain('licenceOriginal');
    expect(await paperOf(caseId, 'filingNotice')).toContain('招生简章和广告备案回执');
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await steps(caseId)).toEqual(['submit', 'recordVerdicts', 'enterFiling', 'confirmIssued', 'serve']);
    expect([await openJobs(caseId), await world.count('timer', caseId)]).toEqual([[], 0]);
  });

  it('adds to what was filed before', async () => {
    const next = { ...advertisement, title: '演示幼儿园开放日海报', medium: 'outdoor' };
    const caseId = await draftOf(world, 'FILE-AD', own({ advertisements: [next] }));
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'enterFiling');
    const { fields } = await entryOf(world, school.institutionId);
    expect((fields['advertisements'] as { title: string }[]).map(({ title }) => title)).toEqual([
      prospectus.title,
      next.title,
    ]);
  });

  it.each([
    ['none', () => [], ['NO_ADVERTISEMENT', 'PEL 42']],
    [
      'one that promises results',
      () => [{ ...advertisement, promisesResults: true }],
      ['ADVERTISEMENT_PROMISES', 'ADL 24(1)(1)'],
    ],
    [
      'one with endorsements',
      () => [advertisement, { ...advertisement, usesEndorsements: true }],
      ['ADVERTISEMENT_ENDORSED', 'ADL 24(1)(3)'],
    ],
  ])('is refused for %s', async (_, advertisements, expected) => {
    const before = await entryOf(world, school.institutionId);
    const problem = await submits('FILE-AD', own({ advertisements: advertisements() }));
    expect([problem.status, problem.code, faultsOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', [expected]]);
    expect(await entryOf(world, school.institutionId)).toEqual(before);
  });

  it('takes no advertisement that ends before it begins', async () => {
    const reversed = { ...advertisement, publishedUntil: '2026-03-31' };
    await expect(draftOf(world, 'FILE-AD', own({ advertisements: [reversed] }))).rejects.toThrow('DATES_REVERSED');
  });

  it('may be asked for once at a time', async () => {
    const fields = own({ advertisements: [advertisement] }, await operating(world));
    await checked(world, await draftOf(world, 'FILE-AD', fields));
    const problem = await submits('FILE-AD', fields);
    expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
  });
});

describe('re-issue of a lost or damaged licence (REISSUE)', () => {
  const licenceLoss = { lossKind: 'lost', happenedOn: '2026-02-27' };

  it('is printed again under its number and term, marked, and the old print is announced as void', async () => {
    const before = await entryOf(world, school.institutionId);
    const caseId = await draftOf(world, 'REISSUE', own({ licenceLoss }));
    await checked(world, caseId);
    const clerk = await world.as('clerk');
    const command = [caseId, 'enterFiling', {}, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await clerk.command(...command), await clerk.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await openJobs(caseId)).toEqual(expect.arrayContaining(['printDocument', 'announce']));
    const { clocks } = await world.view(caseId, 'registrar');
    expect(clocks.find(({ id }) => id === 'publish_licence_decision')?.deadline.dueOn).toBe('2026-03-11');
    const after = await entryOf(world, school.institutionId);
    expect(after.fields).toEqual({ ...before.fields, reissues: [licenceLoss] });
    expect([after.licence, await causes(caseId)]).toEqual([before.licence, ['reissueLicence']]);
    await world.work();
    for (const kind of ['licenceOriginal', 'licenceDuplicate']) {
      const paper = await paperOf(caseId, kind);
      expect(paper).toContain('·补发）');
      expect(paper).toContain(school.number);
    }
    expect(await paperOf(caseId, 'filingNotice')).toContain('原证作废');
    expect(await texts('select title as text from public_notice where case_id = $1', caseId)).toEqual([
      `关于补发${String(before.fields['name'])}办学许可证、原证作废的公告`,
    ]);
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect((await steps(caseId)).sort()).toEqual(
      ['submit', 'recordVerdicts', 'enterFiling', 'confirmIssued', 'publish', 'serve'].sort(),
    );
    expect([await openJobs(caseId), await world.count('timer', caseId)]).toEqual([[], 0]);
  });

  it('no other print is marked', async () => {
    const { number, caseId } = await operating(world);
    const paper = await paperOf(caseId, 'licenceOriginal');
    expect(paper).toContain(number);
    expect(paper).not.toContain('补发');
  });

  it('takes no loss that has not happened yet', async () => {
    const fields = own({ licenceLoss: { ...licenceLoss, happenedOn: '2026-03-03' } });
    await expect(draftOf(world, 'REISSUE', fields)).rejects.toThrow('DATE_NOT_PAST');
  });

  it('may be asked for once at a time', async () => {
    const fields = own({ licenceLoss }, await operating(world));
    await checked(world, await draftOf(world, 'REISSUE', fields));
    const problem = await submits('REISSUE', fields);
    expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
  });

  it('is refused once the licence has run out, by its article, and leaves the register as it was', async () => {
    const fields = own({ licenceLoss }, await operating(world));
    const caseId = await draftOf(world, 'REISSUE', fields);
    world.clock.set('2031-03-10');
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect([problem.status, problem.code, faultsOf(problem)]).toEqual([
      422,
      'CONDITIONS_NOT_MET',
      [['LICENCE_NOT_IN_FORCE', 'PER 22(3)']],
    ]);
    expect(await causes(caseId)).toEqual([]);
  });
});
