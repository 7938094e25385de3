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

const own = (more: object = {}, { number } = school) => ({ licenceNumber: number, ...CONTACT, ...more });
const submits = async (matter: string, fields: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, matter, fields), 'submit');
const faultsOf = (problem: object): [string, string][] =>
  (problem as { errors?: { code: string; article: string }[] }).errors?.map(({ code, article }) => [code, article]) ??
  [];
const texts = async (sql: string, ...of: unknown[]): Promise<string[]> =>
  (await world.sql.query<{ text: string }>(sql, of)).map(({ text }) => text);

/** From the draft to the eve of the decision. */
async function proposed(matter: string, fields: object): Promise<string> {
  const caseId = await draftOf(world, matter, fields);
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议确认' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
  return caseId;
}

describe.each([
  {
    matter: 'KG-INCL',
    asked: {},
    cause: 'confirmInclusive',
    entered: { inclusive: { from: '2026-03-02', until: '2029-03-01' } },
    title: '普惠性民办幼儿园认定通知',
    notice: (name: string) => `关于认定${name}为普惠性民办幼儿园的公告`,
  },
  {
    matter: 'QUALITY',
    asked: { qualityLevel: 'good' },
    cause: 'confirmQuality',
    entered: { quality: { level: 'good', from: '2026-03-02', until: '2029-03-01' } },
    title: '评估结果确认书',
    notice: (name: string) => `关于${name}办学水平评估结果的公告`,
  },
])('$matter', ({ matter, asked, cause, entered, title, notice }) => {
  it('is confirmed with its term, announced, served and archived; no limit of the law runs', async () => {
    const before = await entryOf(world, school.institutionId);
    const caseId = await proposed(matter, own(asked));
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toContain('promised_decision');
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).not.toContain('decision_default');
    const head = await world.as('head');
    const command = [caseId, 'grant', { opinion: '同意' }, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await head.command(...command), await head.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await texts('select topic as text from outbox where case_id = $1 and done_at is null', caseId)).toEqual(
      expect.arrayContaining(['printDocument', 'announce']),
    );
    const after = await entryOf(world, school.institutionId);
    expect(after.fields).toEqual({ ...before.fields, ...entered });
    expect([after.licence, after.state]).toEqual([before.licence, before.state]);
    expect(await texts('select cause as text from register_version where case_id = $1', caseId)).toEqual([cause]);
    await world.work();
    const registrar = await world.as('registrar');
    const { documents } = await world.view(caseId, 'registrar');
    expect(documents.map(({ kind }) => kind)).not.toContain('licenceOriginal');
    const paper = documents.find(({ kind }) => kind === 'confirmation');
    const text = (await readPdfText(await registrar.download(`/api/documents/${paper?.id}`))).replace(/\s/g, '');
    expect(text).toContain(title);
    expect(text).toContain('2029年3月1日');
    expect(await texts('select title as text from public_notice where case_id = $1', caseId)).toEqual([
      notice(String(before.fields['name'])),
    ]);
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect(await texts('select type as text from case_event where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'confirmIssued', 'serve', 'publish']),
    );
    expect(await world.count('timer', caseId)).toBe(0);
  });

  it('may be asked for once at a time', async () => {
    const fields = own(asked, await operating(world));
    await checked(world, await draftOf(world, matter, fields));
    const problem = await submits(matter, fields);
    expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
  });
});

it('a level that does not exist is no level', async () => {
  await expect(draftOf(world, 'QUALITY', own({ qualityLevel: 'best' }))).rejects.toThrow('NOT_AN_OPTION');
});

it('a for-profit kindergarten is not recognised as inclusive, and its entry stays as it was', async () => {
  const caseId = await world.granted({ nature: 'for_profit' });
  const [row] = await world.sql.query<{ institution_id: string; number: string }>(
    'select institution_id, number from licence where case_id = $1',
    [caseId],
  );
  const [institutionId = '', number = ''] = [row?.institution_id, row?.number];
  const before = await entryOf(world, institutionId);
  const problem = await submits('KG-INCL', own({}, { institutionId, number, caseId }));
  expect([problem.status, problem.code, faultsOf(problem)]).toEqual([
    422,
    'CONDITIONS_NOT_MET',
    [['INCLUSIVE_FOR_PROFIT', 'PSL 24(3)']],
  ]);
  expect(await entryOf(world, institutionId)).toEqual(before);
});
