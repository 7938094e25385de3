import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { kindergartenForm } from '../builders/form.js';
import { coSigned } from './co-signature.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { checked, CONTACT, decided, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';

let world: World;
let school: School;
beforeAll(async () => {
  world = await World.make();
  world.clock.set('2026-03-02');
  school = await operating(world);
});
afterAll(() => world.close());

const own = (more: object) => ({ licenceNumber: school.number, ...CONTACT, resolution: RESOLVED, ...more });
const settlement = { completedOn: '2026-02-25', madeBy: '演示会计师事务所' };
const { boardMembers, supervisors, principal, sponsors } = kindergartenForm();
const submits = async (matter: string, fields: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, matter, fields), 'submit');
const codesOf = (problem: object): string[] =>
  (problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code) ?? [];

/** What a case about a licence leaves behind: its log, its way out, its alarms. */
async function left(caseId: string) {
  const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [
    caseId,
  ]);
  const versions = await world.sql.query<{ cause: string; valid_from: string }>(
    'select cause, valid_from::text as valid_from from register_version where case_id = $1',
    [caseId],
  );
  return { log: log.map(({ type }) => type), versions, timers: await world.count('timer', caseId) };
}

describe('change of name (CHG-NAME)', () => {
  const schoolName = '包头市昆都仑区演示新名幼儿园';

  it('renames the entry, reprints the licence under its number, keeps the old name as an earlier version', async () => {
    const before = await entryOf(world, school.institutionId);
    const caseId = await draftOf(world, 'CHG-NAME', own({ schoolName }));
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['promised_decision', 'decision_default']),
    );
    await decided(world, caseId, ['health_on_record', 'name_lookup']);
    const after = await entryOf(world, school.institutionId);
    expect(after.fields['name']).toBe(schoolName);
    expect(after.licence).toEqual(before.licence);
    expect(after.versions.map(({ cause, fields }) => [cause, fields['name']]).slice(0, 2)).toEqual([
      ['changeName', schoolName],
      ['registration', before.fields['name']],
    ]);
    await world.work();
    const { documents, state } = await world.view(caseId, 'registrar');
    expect(state).toBe('ISSUED');
    const decision = documents.find(({ kind }) => kind === 'changeDecision');
    expect(documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['licenceOriginal', 'licenceDuplicate']));
    const text = await readPdfText(await (await world.as('registrar')).download(`/api/documents/${decision?.id}`));
    expect(text.replace(/\s/g, '')).toContain(`准予${before.fields['name']}更名为${schoolName}`);
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await left(caseId)).toMatchObject({
      log: expect.arrayContaining(['submit', 'accept', 'grant', 'confirmIssued', 'serve', 'publish']),
      versions: [{ cause: 'changeName', valid_from: '2026-03-02' }],
      timers: 0,
    });
  });

  it.each([
    ['the same name', () => ({ schoolName }), 'NAME_UNCHANGED'],
    ['no 幼儿园 in it', () => ({ schoolName: '包头市昆都仑区演示学校' }), 'KINDERGARTEN_NAME'],
    [
      'less than two thirds',
      () => ({ schoolName: '演示另一幼儿园', resolution: { ...RESOLVED, inFavour: 3 } }),
      'NOT_TWO_THIRDS',
    ],
  ])('is refused for %s', async (_, change, code) => {
    const problem = await submits('CHG-NAME', own(change()));
    expect([problem.status, problem.code, codesOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', [code]]);
  });

  it('is held by the case that asked for it first, and given back when that one ends', async () => {
    const [first, second] = [await operating(world), await operating(world)];
    const wished = { ...own({ schoolName: '包头市昆都仑区演示同名幼儿园' }) };
    const asked = await draftOf(world, 'CHG-NAME', { ...wished, licenceNumber: first.number });
    const late = await draftOf(world, 'CHG-NAME', { ...wished, licenceNumber: second.number });
    const sponsor = await world.as('sponsor');
    await sponsor.does(asked, 'submit');
    expect(await sponsor.refused(late, 'submit')).toMatchObject({ status: 409, code: 'NAME_TAKEN', rule: 'PER 20' });
    const bySql = world.sql.query(
      `update licensing_case set number = '演示', claimed_name = (select claimed_name from licensing_case where id = $1)
       where id = $2`,
      [asked, late],
    );
    await expect(bySql).rejects.toMatchObject({ driverError: { constraint: 'licensing_case_claimed_name_key' } });
    await sponsor.does(asked, 'withdraw', { reason: '演示撤回' });
    expect(await sponsor.does(late, 'submit')).toBe('RECEIVED');
  });

  it('of two who ask for one name in the same moment one gets it', async () => {
    const schools = [await operating(world), await operating(world)];
    const drafts = await Promise.all(
      schools.map(({ number }) =>
        draftOf(world, 'CHG-NAME', {
          ...own({ schoolName: '包头市昆都仑区演示争名幼儿园' }),
          licenceNumber: number,
        }),
      ),
    );
    const sponsor = await world.as('sponsor');
    const answers = await Promise.all(drafts.map((caseId) => sponsor.command(caseId, 'submit')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('NAME_TAKEN');
  });

  it('is not given away twice: the name of another school is taken', async () => {
    const [other, wishing] = [await operating(world), await operating(world)];
    const taken = String((await entryOf(world, other.institutionId)).fields['name']);
    const caseId = await draftOf(world, 'CHG-NAME', { ...own({ schoolName: taken }), licenceNumber: wishing.number });
    const refused = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect([refused.status, refused.code, refused.rule, codesOf(refused)]).toEqual([
      409,
      'NAME_TAKEN',
      'PER 20',
      ['NAME_TAKEN'],
    ]);
    expect((await world.view(caseId)).state).toBe('DRAFT');
    const { versions } = await left(caseId);
    expect(versions).toEqual([]);
  });

  it('may be asked for once at a time', async () => {
    const change = {
      ...own({ schoolName: '包头市昆都仑区演示再改幼儿园' }),
      licenceNumber: (await operating(world)).number,
    };
    await checked(world, await draftOf(world, 'CHG-NAME', change));
    const problem = await submits('CHG-NAME', change);
    expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
  });
});

describe('change of address (CHG-ADDR)', () => {
  it.each([
    ['move', { address: '昆都仑区演示新街8号' }],
    ['added_campus', { campuses: ['昆都仑区演示新街8号'] }],
  ])('%s: every fact of the premises is open again', async (siteChange, expected) => {
    const moving = await operating(world);
    const site = {
      siteChange,
      siteAddress: '昆都仑区演示新街8号',
      siteAreaSquareMetres: 3000,
      childrenRoomsSquareMetres: 1200,
    };
    const caseId = await draftOf(world, 'CHG-ADDR', { ...own(site), licenceNumber: moving.number });
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    const early = await (await world.as('reviewer')).refused(caseId, 'concludeReview');
    expect(early.status).toBe(409);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await decided(world, caseId, ['hygiene_evaluation', 'fire_acceptance', 'structural_safety', 'name_lookup']);
    expect((await entryOf(world, moving.institutionId)).fields).toMatchObject(expected);
  });
});

describe('change of sponsor (CHG-SPONSOR)', () => {
  it('puts the new sponsors and the new body into the register', async () => {
    const sold = await operating(world);
    const [first] = sponsors;
    const next = [{ ...first, name: '演示接任者' }];
    const fields = { sponsors: next, boardMembers, settlement, licenceNumber: sold.number };
    const caseId = await draftOf(world, 'CHG-SPONSOR', { ...own({}), ...fields });
    await coSigned(world, caseId, { applicant: 'sponsor', party: 'sponsor2' });
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await decided(world, caseId, ['health_on_record', 'credit_lookup']);
    const { fields: entry } = await entryOf(world, sold.institutionId);
    expect(entry).toMatchObject({ sponsors: ['演示接任者'], board: boardMembers.map(({ name }) => name) });
  });

  it('is refused while nothing changes', async () => {
    const problem = await submits('CHG-SPONSOR', own({ sponsors, boardMembers, settlement }));
    expect(codesOf(problem)).toEqual(['SPONSORS_UNCHANGED']);
  });
});

describe('filings are no approvals', () => {
  const representative = { office: 'chair', name: '演示理事长', citizenNumber: boardMembers[0]?.citizenNumber };

  it.each([
    ['CHG-LEGALREP', () => own({ representative }), { legalRepresentative: '演示理事长' }, true],
    [
      'CHG-PRINCIPAL',
      () => own({ principal: { ...principal, name: '演示新园长' } }),
      { principal: '演示新园长' },
      true,
    ],
    ['FILE-GOV', () => own({ boardMembers, supervisors, charterChanges: true }), {}, false],
  ])('%s is entered by the clerk, served and archived', async (matter, fields, expected, printed) => {
    const caseId = await draftOf(world, matter, fields());
    await checked(world, caseId);
    const { allowed, clocks } = await world.view(caseId, 'clerk');
    expect(allowed.map(({ event }) => event)).toContain('enterFiling');
    expect(clocks.find(({ id }) => id === 'filing_check')?.deadline.dueOn).toBe('2026-03-05');
    await (await world.as('clerk')).does(caseId, 'enterFiling');
    expect((await entryOf(world, school.institutionId)).fields).toMatchObject(expected);
    await world.work();
    const { documents } = await world.view(caseId, 'registrar');
    expect(documents.some(({ kind }) => kind === 'licenceOriginal')).toBe(printed);
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect((await left(caseId)).timers).toBe(0);
  });

  it('goes back with its reasons and remedies, and leaves the register as it was', async () => {
    const before = await entryOf(world, school.institutionId);
    const caseId = await draftOf(world, 'FILE-GOV', own({ boardMembers, supervisors, charterChanges: false }));
    await checked(world, caseId);
    await (
      await world.as('clerk')
    ).does(caseId, 'returnFiling', { reasons: '理事长不符合任职条件', article: 'PER 25' });
    expect(await entryOf(world, school.institutionId)).toEqual(before);
    expect((await world.view(caseId)).state).toBe('NOT_FILED');
  });

  it('the bureau’s own promise runs out with a ticket and with nothing else', async () => {
    const fields = { boardMembers, supervisors, charterChanges: false, licenceNumber: (await operating(world)).number };
    const caseId = await draftOf(world, 'FILE-GOV', { ...own({}), ...fields });
    await (await world.as('sponsor')).does(caseId, 'submit');
    world.clock.set('2026-03-06');
    await world.work();
    const rows = await world.sql.query<{ matter: string }>('select matter from supervision_ticket where case_id = $1', [
      caseId,
    ]);
    expect(rows.map(({ matter }) => matter)).toEqual(['promiseMissed']);
    expect((await world.view(caseId)).state).toBe('RECEIVED');
  });
});
