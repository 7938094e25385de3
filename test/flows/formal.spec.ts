import { completeCreditCode } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { checked, discussed, draftOf, entryOf } from './licensed.js';
import { formalForm, prepared, type Preparation } from './prepared.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

let names = 0;
const named = (): string => `包头市昆都仑区演示筹设${'甲乙丙丁戊己庚辛'.charAt((names += 1))}幼儿园`;
const codesOf = (problem: object): string[] =>
  (problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code) ?? [];
const applied = (of: Preparation, more?: object): Promise<string> => draftOf(world, 'EST-FORMAL', formalForm(of, more));

/** Reviewed on site and on paper, proposed, legal: what is left is the decision. */
async function decidable(caseId: string): Promise<void> {
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  await world.lookedUp(caseId);
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
  await discussed(world, caseId);
}
const granted = async (caseId: string): Promise<string> =>
  (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });

describe('formal establishment after preparation (EST-FORMAL)', () => {
  it('makes the entry that was prepared the school; what the preparation holds is not asked again', async () => {
    const name = named();
    const preparation = await prepared(world, name);
    const caseId = await applied(preparation);
    const { form } = await world.view(caseId);
    expect(form).toMatchObject({ schoolName: name, institutionType: 'KG', preparationNumber: preparation.number });
    await decidable(caseId);
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toContain('establish_decision');
    await granted(caseId);
    const pending = await entryOf(world, preparation.institutionId);
    expect(pending).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      licence: { state: 'VALID', validFrom: '2026-03-02', validTo: '2031-03-01' },
      fields: { name, principal: expect.any(String), licenceNumber: expect.any(String) },
    });
    expect(pending.fields).not.toHaveProperty('preparedUntil');
    expect(pending.versions.map(({ cause }) => cause)).toEqual(['establishPrepared', 'preparation']);
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    const creditCode = completeCreditCode('52150203MJ8000001');
    await registrar.does(caseId, 'recordRegistration', { creditCode, registeredOn: '2026-03-02' });
    await world.work();
    const { state, documents } = await world.view(caseId, 'registrar');
    expect(state).toBe('ARCHIVED');
    expect((await entryOf(world, preparation.institutionId)).state).toBe('OPERATING');
    const decision = documents.find(({ kind }) => kind === 'grantDecision');
    expect(documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['licenceOriginal', 'licenceDuplicate']));
    const text = await readPdfText(await registrar.download(`/api/documents/${decision?.id}`));
    expect(text.replace(/\s/g, '')).toContain(name);
    const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1', [caseId]);
    expect(log.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'serve', 'publish']),
    );
    expect(await world.count('timer', caseId)).toBe(0);
    const open = await world.sql.query('select 1 from outbox where case_id = $1 and done_at is null', [caseId]);
    expect(open).toEqual([]);
    const [alarm] = await world.sql.query<{ day: string }>(
      `select (wake_at at time zone 'Asia/Shanghai')::date::text as day from institution_timer where institution_id = $1`,
      [preparation.institutionId],
    );
    expect(alarm?.day).toBe('2031-03-02');
  });

  it('rests on an approval of one’s own, and on no other paper', async () => {
    const sponsor = await world.as('sponsor');
    const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
      commandId: randomIds.uuid(),
      matter: 'EST-FORMAL',
    });
    const save = async (preparationNumber: string) =>
      codesOf((await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { preparationNumber } })).body);
    expect(await save('昆教许决〔2026〕99999号')).toEqual(['PREPARATION_NOT_YOURS']);
    expect(await save('二零二六年的批准书')).toEqual(['PREPARATION_NUMBER_FORM']);
    const { number } = await prepared(world, named());
    await world.sql.query(
      `update licensing_case set sponsor_id = (select id from account where login = 'clerk')
       where id = (select case_id from document where number = $1)`,
      [number],
    );
    expect(await save(number)).toEqual(['PREPARATION_NOT_YOURS']);
    expect((await world.view(caseId)).form).toEqual({});
  });

  it('takes no field that the preparation holds', async () => {
    const sponsor = await world.as('sponsor');
    const caseId = await applied(await prepared(world, named()));
    const { status, body } = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, {
      fields: { schoolName: '包头市昆都仑区演示别名幼儿园' },
    });
    expect([status, codesOf(body)]).toEqual([422, ['FIELD_UNKNOWN']]);
  });

  it('is refused once the three years are over; what was filed within them keeps the preparation', async () => {
    const [late, inTime] = [await prepared(world, named()), await prepared(world, named())];
    const lateCase = await applied(late);
    const inTimeCase = await applied(inTime);
    world.clock.set('2029-03-02');
    await checked(world, inTimeCase);
    await (await world.as('clerk')).does(inTimeCase, 'accept');
    world.clock.set('2029-03-03');
    const problem = await (await world.as('sponsor')).refused(lateCase, 'submit');
    expect([problem.status, problem.code, codesOf(problem)]).toEqual([
      422,
      'CONDITIONS_NOT_MET',
      ['PREPARATION_EXPIRED'],
    ]);
    expect(problem.rule).toBe('PEL 14(3)');
    await world.work();
    expect((await entryOf(world, late.institutionId)).state).toBe('EXPIRED_PREP');
    expect((await entryOf(world, inTime.institutionId)).state).toBe('PREPARING');
  });

  it('one preparation gives one school: not two at a time, and none after the first', async () => {
    const preparation = await prepared(world, named());
    const [first, second] = [await applied(preparation), await applied(preparation)];
    await decidable(first);
    const twice = await (await world.as('sponsor')).refused(second, 'submit');
    expect([twice.status, twice.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    const grant = { commandId: randomIds.uuid(), type: 'grant', payload: { opinion: '同意' } };
    const head = await world.as('head');
    const answers = [
      await head.post(`/api/cases/${first}/commands`, grant),
      await head.post(`/api/cases/${first}/commands`, grant),
    ];
    expect(answers[0]).toEqual(answers[1]);
    const { versions } = await entryOf(world, preparation.institutionId);
    expect(versions.filter(({ cause }) => cause === 'establishPrepared')).toHaveLength(1);
    const used = await (await world.as('sponsor')).refused(second, 'submit');
    expect([used.code, codesOf(used), used.rule]).toEqual(['CONDITIONS_NOT_MET', ['PREPARATION_USED'], 'PEL 15']);
  });

  it('is shown to its sponsor with the way to it', async () => {
    const preparation = await prepared(world, named());
    const mine = async () => {
      const { preparations } = await (
        await world.as('sponsor')
      ).get<{ preparations: { id: string; number: string; preparedUntil: string; formalCaseId: string | null }[] }>(
        '/api/register/mine',
      );
      return preparations.find(({ id }) => id === preparation.institutionId);
    };
    expect(await mine()).toMatchObject({ number: preparation.number, preparedUntil: '2029-03-02', formalCaseId: null });
    const caseId = await applied(preparation);
    expect((await mine())?.formalCaseId).toBe(caseId);
  });
});
