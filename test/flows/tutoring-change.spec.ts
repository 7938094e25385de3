import { cite } from '../../libs/law/src/index.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { coSigned, coSignersOfCase, JOINT_SPONSOR, toSign } from './co-signature.js';
import { World } from './harness.js';
import { faultsOf, PEOPLE, proposed, texts, tutoringSchool } from './kinds.js';
import { checked, CONTACT, draftOf, entryOf, RESOLVED, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const NEXT = { ...JOINT_SPONSOR, name: '演示接任者' };
const BOTH = { applicant: 'sponsor', party: 'sponsor2' };
const { boardMembers } = PEOPLE;
const RECORDS = ['health_on_record', 'market_on_record'];
const change = ({ number }: School, more: object = {}) => ({
  licenceNumber: number,
  tutoringChange: { what: 'sponsor' },
  sponsors: [NEXT],
  boardMembers,
  settlement: { completedOn: '2026-02-25', madeBy: '演示会计师事务所' },
  resolution: RESOLVED,
  ...CONTACT,
  ...more,
});
const paperOf = async (caseId: string, wanted: string): Promise<string> => {
  const { documents } = await world.view(caseId, 'registrar');
  const paper = documents.find(({ kind }) => kind === wanted);
  const text = await readPdfText(await (await world.as('registrar')).download(`/api/documents/${paper?.id}`));
  return text.replace(/\s/g, '');
};
const errorsOf = (problem: object): string[] =>
  ((problem as { errors?: { code: string }[] }).errors ?? []).map(({ code }) => code);
const submits = async (matter: string, fields: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, matter, fields), 'submit');

describe('another sponsor of a tutoring institution (TRN-CHG)', () => {
  it('asks for sponsors, board and settlement only once that is what is asked', async () => {
    const school = await tutoringSchool(world);
    const caseId = await draftOf(world, 'TRN-CHG', {
      licenceNumber: school.number,
      tutoringChange: { what: 'closing' },
    }).catch((error: Error) => error.message);
    expect(caseId).toContain('FIELD_MISSING');
    const named = await draftOf(world, 'TRN-CHG', { tutoringChange: { what: 'name', newName: '演示培训有限公司' } });
    const asked = async (): Promise<readonly string[]> =>
      (await (await world.as('sponsor')).get<{ formFields: string[] }>(`/api/cases/${named}`)).formFields;
    expect(await asked()).not.toContain('sponsors');
    const sponsor = await world.as('sponsor');
    await sponsor.send('PATCH', `/api/cases/${named}/draft`, { fields: { tutoringChange: { what: 'sponsor' } } });
    expect(await asked()).toEqual(expect.arrayContaining(['sponsors', 'boardMembers', 'settlement']));
  });

  it('is not filed on one word alone', async () => {
    const caseId = await draftOf(world, 'TRN-CHG', change(await tutoringSchool(world)));
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect([problem.status, problem.code, problem.rule, errorsOf(problem)]).toEqual([
      422,
      'NOT_CONFIRMED_BY_ALL',
      'PER 12(1)',
      ['CONFIRMATION_MISSING'],
    ]);
    expect([await world.count('case_event', caseId), await world.count('command_attempt', caseId)]).toEqual([0, 1]);
  });

  it('on the word of both opens the facts of the sponsor again, and hands the institution over', async () => {
    const school = await tutoringSchool(world);
    const caseId = await draftOf(world, 'TRN-CHG', change(school));
    await coSigned(world, caseId, BOTH);
    const { form } = await toSign(world, caseId, 'sponsor2');
    expect(JSON.stringify(form)).not.toContain(NEXT.citizenNumber);
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toContain('decision_default');
    await world.lookedUp(caseId, RECORDS);
    const reviewer = await world.as('reviewer');
    expect((await reviewer.refused(caseId, 'concludeReview')).status).toBe(409);
    await world.lookedUp(caseId, ['credit_lookup']);
    await proposed(world, caseId);
    const before = await entryOf(world, school.institutionId);
    const head = await world.as('head');
    const command = [caseId, 'grant', { opinion: '同意' }, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await head.command(...command), await head.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    const after = await entryOf(world, school.institutionId);
    expect(after.fields).toEqual({
      ...before.fields,
      sponsors: ['演示接任者'],
      board: boardMembers.map(({ name }) => name),
    });
    expect([after.licence, after.versions.length]).toEqual([before.licence, before.versions.length + 1]);
    const mine = async (login: string) =>
      (await (await world.as(login)).get<{ items: { licenceNumber: string }[] }>('/api/register/mine')).items.some(
        ({ licenceNumber }) => licenceNumber === school.number,
      );
    expect([await mine('sponsor'), await mine('sponsor2')]).toEqual([false, true]);
    await world.work();
    expect(await paperOf(caseId, 'changeDecision')).toContain('变更后的举办者：演示接任者');
    expect(await paperOf(caseId, 'licenceDuplicate')).toContain('演示接任者');
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect(await world.count('timer', caseId)).toBe(0);
    expect(await texts(world, 'select type as text from case_event where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'recordAttestation', 'grant', 'serve', 'publish']),
    );
  });

  it('a word is void once anything of it is changed, also back to a name, which needs no word', async () => {
    const school = await tutoringSchool(world);
    const caseId = await draftOf(world, 'TRN-CHG', change(school));
    await coSigned(world, caseId, BOTH);
    const sponsor = await world.as('sponsor');
    await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, {
      fields: { sponsors: [{ ...NEXT, address: '包头市昆都仑区演示小区10号' }] },
    });
    expect(errorsOf(await sponsor.refused(caseId, 'submit'))).toEqual(['CONFIRMATION_OVERTAKEN']);
    const newName = '包头市昆都仑区演示退回改名培训有限公司';
    await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, {
      fields: { tutoringChange: { what: 'name', newName } },
    });
    expect((await coSignersOfCase(world, caseId)).items).toEqual([]);
    expect(await sponsor.does(caseId, 'submit')).toBe('RECEIVED');
    await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.lookedUp(caseId, RECORDS);
    await proposed(world, caseId);
    await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
    const { fields } = await entryOf(world, school.institutionId);
    expect(fields['name']).toBe(newName);
    expect(fields['sponsors']).not.toContain('演示接任者');
  });

  it.each<[string, object, [string, string][]]>([
    ['nobody', { sponsors: [] }, [['NO_SPONSOR', 'PEL 10']]],
    ['the same one', { sponsors: PEOPLE.sponsors }, [['SPONSORS_UNCHANGED', 'ALL 49']]],
    ['half of the board', { resolution: { ...RESOLVED, inFavour: 3 } }, [['NOT_TWO_THIRDS', 'PER 26(2)']]],
  ])('bad input leaves the register as it was: %s', async (_, more, expected) => {
    const school = await tutoringSchool(world);
    const before = await entryOf(world, school.institutionId);
    const problem = await submits('TRN-CHG', change(school, more));
    expect([problem.status, problem.code, faultsOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', expected]);
    expect(await entryOf(world, school.institutionId)).toEqual(before);
  });
});

describe('another head of a tutoring institution (CHG-PRINCIPAL)', () => {
  const head = {
    name: '演示新负责人',
    citizenNumber: JOINT_SPONSOR.citizenNumber,
    degree: 'college',
    yearsInEducation: 4,
  };
  const filing = ({ number }: School, more: object = {}) => ({
    licenceNumber: number,
    tutoringHead: head,
    resolution: RESOLVED,
    ...CONTACT,
    ...more,
  });

  it('is filed and not approved: entered, printed anew, archived', async () => {
    const school = await tutoringSchool(world);
    const caseId = await draftOf(world, 'CHG-PRINCIPAL', filing(school));
    await checked(world, caseId);
    const { allowed } = await world.view(caseId, 'clerk');
    expect(allowed.map(({ event }) => event)).toContain('enterFiling');
    await (await world.as('clerk')).does(caseId, 'enterFiling');
    expect((await entryOf(world, school.institutionId)).fields).toMatchObject({ principal: '演示新负责人' });
    await world.work();
    expect(await paperOf(caseId, 'licenceOriginal')).toContain('演示新负责人');
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await world.count('timer', caseId)).toBe(0);
  });

  it('is another person, named as a head and with two thirds', async () => {
    const school = await tutoringSchool(world);
    const same = await submits('CHG-PRINCIPAL', filing(school, { tutoringHead: { ...head, name: '演示负责人乙' } }));
    expect(faultsOf(same)).toEqual([['HEAD_UNCHANGED', 'PEL 24']]);
    const few = await submits('CHG-PRINCIPAL', filing(school, { resolution: { ...RESOLVED, inFavour: 3 } }));
    expect(faultsOf(few)).toEqual([['NOT_TWO_THIRDS', 'PER 26(2)(2)']]);
    const none = await submits('CHG-PRINCIPAL', { licenceNumber: school.number, resolution: RESOLVED, ...CONTACT });
    expect([none.code, none.article]).toEqual(['FORM_INCOMPLETE', cite('ALL 29').zh]);
    expect(JSON.stringify(none)).toContain('"field":"tutoringHead"');
  });
});
