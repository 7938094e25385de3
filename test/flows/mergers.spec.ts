import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { coSigned, coSignersOfCase } from './co-signature.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { checked, CONTACT, decided, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';
import {
  command,
  discussed,
  freshName,
  granted,
  lineageOf,
  mergerOf,
  mergingRow,
  NEW_SITE,
  ON_RECORD,
  runBy,
  SAME_SITE,
} from './succession.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const DAY = '2026-03-02';
const BOTH = { applicant: 'sponsor', party: 'sponsor2' };
const codesOf = (problem: object): string[] =>
  (problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code) ?? [];
const another = async (): Promise<School> => runBy(world, await operating(world), 'sponsor2');

/** Two schools of two sponsors, both of whom have confirmed, accepted. */
async function accepted(more: object = {}): Promise<{ caseId: string; own: School; other: School; name: string }> {
  const [own, other] = [await operating(world), await another()];
  const form = mergerOf(own, [other], more);
  const caseId = await draftOf(world, 'MERGER', form);
  await coSigned(world, caseId, BOTH);
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  return { caseId, own, other, name: form.schoolName };
}

const checkedPublicly = async (number: string) =>
  world.nobody().get<{ state: string; licenceState: string }>(`/api/public/licences/${number}`);
const served = async (caseId: string): Promise<void> => {
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
};

describe('a merger by absorption', () => {
  it('waits for its discussion, and until then nothing is written', async () => {
    const { caseId } = await accepted();
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toContain('establish_decision');
    await world.lookedUp(caseId, ON_RECORD);
    const reviewer = await world.as('reviewer');
    await reviewer.does(caseId, 'concludeReview');
    await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    const owed = await (await world.as('head')).refused(caseId, 'grant', { opinion: '同意' });
    expect([owed.status, owed.code]).toEqual([409, 'DELIBERATION_OWED']);
    expect(await lineageOf(world, caseId)).toEqual([]);
  });

  it('ends the other school and its licence in the second of the grant; the applicant’s goes on', async () => {
    const { caseId, own, other, name } = await accepted();
    const before = await entryOf(world, own.institutionId);
    await discussed(world, caseId);
    await granted(world, caseId);
    const [survivor, absorbed] = [await entryOf(world, own.institutionId), await entryOf(world, other.institutionId)];
    expect([survivor.state, survivor.licence]).toEqual(['OPERATING', before.licence]);
    expect(survivor.fields).toMatchObject({ name, address: SAME_SITE.address, campuses: [], plannedClasses: 12 });
    expect([absorbed.state, absorbed.licence?.state, absorbed.fields['state']]).toEqual([
      'MERGED',
      'CANCELLED',
      'MERGED',
    ]);
    expect([survivor.versions[0], absorbed.versions[0]]).toMatchObject([
      { cause: 'mergeInstitutions', validFrom: DAY },
      { cause: 'mergeInstitutions', validFrom: DAY },
    ]);
    expect(await lineageOf(world, caseId)).toEqual([
      { predecessor: other.institutionId, successor: own.institutionId, kind: 'merger', day: DAY },
    ]);
    const moments = await world.sql.query(
      'select distinct recorded_at from register_version where case_id = $1 union select recorded_at from register_lineage where case_id = $1',
      [caseId],
    );
    expect(moments).toHaveLength(1);
    expect(await checkedPublicly(other.number)).toMatchObject({ state: 'MERGED', licenceState: 'CANCELLED' });
    const alarms = await world.sql.query('select 1 from institution_timer where institution_id = $1', [
      other.institutionId,
    ]);
    expect(alarms).toEqual([]);
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    expect(documents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['changeDecision', 'absorbedCancellation', 'licenceOriginal', 'licenceDuplicate']),
    );
    const textOf = async (of: string) => {
      const id = documents.find(({ kind }) => kind === of)?.id;
      return (await readPdfText(await (await world.as('registrar')).download(`/api/documents/${id}`))).replace(
        /\s/g,
        '',
      );
    };
    expect(await textOf('changeDecision')).toContain(
      `准予${String(before.fields['name'])}、${String(absorbed.fields['name'])}合并`,
    );
    expect(await textOf('absorbedCancellation')).toContain(`${String(absorbed.fields['name'])}因合并终止`);
    expect(await textOf('absorbedCancellation')).toContain(other.number);
    expect(await textOf('licenceOriginal')).toContain(name);
    await served(caseId);
    const creditCode = String((await entryOf(world, own.institutionId)).fields['creditCode']);
    await (await world.as('registrar')).does(caseId, 'recordRegistration', { creditCode, registeredOn: DAY });
    await world.work();
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await world.count('timer', caseId)).toBe(0);
    const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [
      caseId,
    ]);
    expect(log.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'serve', 'publish']),
    );
    const notices = await world.sql.query<{ kind: string }>('select kind from public_notice where case_id = $1', [
      caseId,
    ]);
    expect(notices).toEqual([{ kind: 'merger' }]);
  });

  it('a new site is visited by all three departments, an old one rests on its last check', async () => {
    const { caseId } = await accepted({ sites: [SAME_SITE, NEW_SITE] });
    const early = await (await world.as('reviewer')).refused(caseId, 'concludeReview');
    expect(early.status).toBe(409);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await discussed(world, caseId, [...ON_RECORD, 'fire_acceptance', 'structural_safety']);
    await granted(world, caseId);
    const { licenceNumber } = await world.view(caseId);
    expect(licenceNumber).toBeNull();
  });
});

describe('a merger into a new school', () => {
  it('ends all of them, gives the new one a licence, and may keep the name of one', async () => {
    const [own, other, third] = [await operating(world), await another(), await another()];
    const schoolName = String((await entryOf(world, other.institutionId)).fields['name']);
    const caseId = await draftOf(
      world,
      'MERGER',
      mergerOf(own, [other, third], { mergerKind: 'new_school', schoolName }),
    );
    await coSigned(world, caseId, { ...BOTH, name: other.number });
    await coSigned(world, caseId, { ...BOTH, name: third.number });
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await discussed(world, caseId);
    await granted(world, caseId);
    for (const { institutionId } of [own, other, third])
      expect(await entryOf(world, institutionId)).toMatchObject({ state: 'MERGED', licence: { state: 'CANCELLED' } });
    const lines = await lineageOf(world, caseId);
    const [successor] = new Set(lines.map((line) => line.successor));
    expect(lines.map(({ predecessor }) => predecessor).sort()).toEqual(
      [own, other, third].map(({ institutionId }) => institutionId).sort(),
    );
    const fresh = await entryOf(world, successor ?? '');
    expect(fresh).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      licence: { state: 'VALID', validFrom: DAY, validTo: '2031-03-01' },
      fields: { name: schoolName, nature: 'non_profit', institutionType: 'KG' },
    });
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    expect(documents.filter(({ kind }) => kind === 'absorbedCancellation')).toHaveLength(3);
    expect(documents.filter(({ kind }) => kind === 'licenceOriginal')).toHaveLength(1);
  });
});

describe('what stands in the way of a merger', () => {
  const submits = async (form: object) =>
    (await world.as('sponsor')).refused(await draftOf(world, 'MERGER', form), 'submit');

  it.each([
    ['no other school', (own: School) => mergerOf(own, []), 'MERGER_OF_ONE', 'PEL 53(1)'],
    ['itself', (own: School) => mergerOf(own, [own]), 'MERGER_WITH_ITSELF', 'PEL 53(1)'],
    [
      'a licence that nobody has',
      (own: School) => mergerOf(own, [{ number: '教民115020369999990' }]),
      'MERGER_SCHOOL_UNKNOWN',
      'PEL 53(1)',
    ],
    [
      'a licence of another county',
      (own: School) => mergerOf(own, [{ number: '教民115020269999990' }]),
      'MERGER_OTHER_COUNTY',
      'PEL 12',
    ],
    [
      'a vote below two thirds in the other school',
      (own: School, other: School) =>
        mergerOf(own, [], { mergingSchools: [mergingRow(other, { members: 6, inFavour: 3 })] }),
      'MERGER_NOT_TWO_THIRDS',
      'PER 26(2)(6)',
    ],
    [
      'a site that is on no licence',
      (own: School, other: School) => mergerOf(own, [other], { sites: [{ ...SAME_SITE, address: '别处一号楼三层' }] }),
      'SITE_NOT_REGISTERED',
      'PER 23',
    ],
  ])('%s', async (_, formOf, code, article) => {
    const problem = await submits(formOf(await operating(world), await another()));
    expect([problem.status, problem.code]).toEqual([422, 'CONDITIONS_NOT_MET']);
    expect((problem as { errors?: object[] }).errors).toMatchObject([{ code, article: expect.anything() }]);
    expect(problem.rule).toBe(article);
  });

  it('a settlement that is still ahead', async () => {
    const [own, other] = [await operating(world), await another()];
    const sponsor = await world.as('sponsor');
    const caseId = await draftOf(world, 'MERGER', mergerOf(own, [other]));
    const late = { mergingSchools: [mergingRow(other, { completedOn: '2026-03-03' })] };
    const { status, body } = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: late });
    expect([status, codesOf(body)]).toEqual([422, ['DATE_NOT_PAST']]);
  });

  it('a for-profit school beside a non-profit kindergarten', async () => {
    const [own, other] = [await operating(world), await another()];
    await world.sql.query(
      `insert into register_version (id, institution_id, case_id, cause, valid_from, recorded_at, fields)
       select gen_random_uuid(), institution_id, case_id, cause, valid_from, recorded_at, fields || '{"nature":"for_profit"}'
       from register_version where institution_id = $1 order by ordinal desc limit 1`,
      [other.institutionId],
    );
    expect(codesOf(await submits(mergerOf(own, [other])))).toEqual(['MERGER_NATURES_DIFFER']);
  });

  it('a school of which a closure is running', async () => {
    const [own, closing] = [await operating(world), await operating(world)];
    await checked(
      world,
      await draftOf(world, 'TERM-VOL', {
        licenceNumber: closing.number,
        ...CONTACT,
        resolution: RESOLVED,
        intendedClosure: { announcedOn: '2026-01-15', announcedIn: '演示晚报', closingOn: '2026-07-15' },
        placement: { pupils: 30, placed: 30 },
        refundsSecured: true,
      }),
    );
    expect(codesOf(await submits(mergerOf(own, [closing])))).toEqual(['MERGER_SCHOOL_NOT_RUNNING']);
    expect(codesOf(await submits(mergerOf(closing, [own])))).toEqual(['SCHOOL_NOT_RUNNING']);
  });

  it('the word of the other school, which only who runs it can give', async () => {
    const [own, other] = [await operating(world), await runBy(world, await operating(world), 'registrar')];
    const caseId = await draftOf(world, 'MERGER', mergerOf(own, [other]));
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect(problem).toMatchObject({ status: 422, code: 'NOT_CONFIRMED_BY_ALL', rule: 'PEL 53(1)' });
    await expect(coSigned(world, caseId, BOTH)).rejects.toThrow(/CO_SIGNER_OTHER_SCHOOL/);
    expect((await coSignersOfCase(world, caseId)).items).toMatchObject([{ kind: 'merging_school', seated: false }]);
  });

  it('no second word of one who runs both', async () => {
    const caseId = await draftOf(world, 'MERGER', mergerOf(await operating(world), [await operating(world)]));
    expect(await (await world.as('sponsor')).does(caseId, 'submit')).toBe('RECEIVED');
  });
});

describe('a merger happens once', () => {
  it('a repeated grant and two at once write one lineage', async () => {
    const { caseId } = await accepted();
    await discussed(world, caseId);
    const head = await world.as('head');
    const last = command('grant', { opinion: '同意' });
    const answers = await Promise.all([1, 2].map(() => head.post(`/api/cases/${caseId}/commands`, last)));
    expect(answers[0]).toEqual(answers[1]);
    expect(await lineageOf(world, caseId)).toHaveLength(1);
  });

  it('what has become part of another school is granted nothing more, and refuses the whole', async () => {
    const { caseId, other } = await accepted();
    const change = { licenceNumber: other.number, ...CONTACT, resolution: RESOLVED, schoolName: freshName() };
    const running = await draftOf(world, 'CHG-NAME', change, 'sponsor2');
    await (await world.as('sponsor2')).does(running, 'submit');
    const clerk = await world.as('clerk');
    const { materials } = await world.view(running, 'sponsor2');
    const verdicts = materials.filter(({ applicable }) => applicable).map(({ lineId }) => ({ lineId, verdict: 'ok' }));
    await clerk.does(running, 'recordVerdicts', { verdicts });
    await clerk.does(running, 'accept');
    await discussed(world, caseId);
    await granted(world, caseId);
    await expect(decided(world, running, ['health_on_record', 'name_lookup'])).rejects.toThrow(/ALREADY_CLOSING/);
  });

  it('refusing it leaves every school as it was', async () => {
    const { caseId, own, other } = await accepted();
    const before = [await entryOf(world, own.institutionId), await entryOf(world, other.institutionId)];
    const reviewer = await world.as('reviewer');
    await reviewer.does(caseId, 'recordAttestation', {
      lane: 'health_on_record',
      result: 'fail',
      source: '演示查询',
      checkedOn: DAY,
    });
    await world.lookedUp(caseId, ['market_on_record', 'registration_lookup']);
    await reviewer.does(caseId, 'concludeReview');
    const refusal = { reasons: '另一所学校卫生检查没有通过', article: 'PEL 11' };
    await reviewer.does(caseId, 'proposeRefusal', refusal);
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    const head = await world.as('head');
    const members = await Promise.all(
      ['registrar', 'supervisor'].map(async (login) => (await world.as(login)).accountId),
    );
    const path = `/api/cases/${caseId}/meetings`;
    const { meetingId } = await head.post<{ meetingId: string }>(path, { members });
    for (const login of ['registrar', 'supervisor'])
      await (
        await world.as(login)
      ).post(`${path}/${meetingId}/opinions`, { stance: 'refuse', opinion: '演示意见：不同意' });
    const words = { outcome: 'refuse', reasons: '演示理由：卫生不合格', minutes: '演示纪要：一致不同意' };
    await head.post(`${path}/${meetingId}/conclusion`, words);
    await head.does(caseId, 'refuse', refusal);
    expect([await entryOf(world, own.institutionId), await entryOf(world, other.institutionId)]).toEqual(before);
  });
});
