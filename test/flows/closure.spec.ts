import { randomIds } from '../../libs/platform/src/index.js';
import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { World } from './harness.js';
import { checked, CONTACT, discussed, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const LANES = ['health_open_cases', 'market_open_cases'];
const INTENDED = { announcedOn: '2026-01-15', announcedIn: '演示晚报', closingOn: '2026-07-15' };
const form = ({ number }: School, more: object = {}) => ({
  licenceNumber: number,
  ...CONTACT,
  resolution: RESOLVED,
  intendedClosure: INTENDED,
  placement: { pupils: 30, placed: 30 },
  refundsSecured: true,
  ...more,
});
const codesOf = (problem: object): string[] =>
  (problem as { errors?: { code: string }[] }).errors?.map(({ code }) => code) ?? [];

/** Reviewed and proposed; legal: what is left is the discussion and the decision. */
async function decidable(school: School): Promise<string> {
  const caseId = await draftOf(world, 'TERM-VOL', form(school));
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  await world.lookedUp(caseId, LANES);
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
  return caseId;
}

async function allowed(school: School): Promise<string> {
  const caseId = await decidable(school);
  await discussed(world, caseId);
  await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
  return caseId;
}

/** Served and published: the winding up begins. */
async function windingUp(school: School): Promise<string> {
  const caseId = await allowed(school);
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
  return caseId;
}

const DAY = '2026-03-02';
const STEPS = [
  ['sponsor', 'reportLiquidation', { completedOn: DAY, madeBy: '演示清算组', report: '演示清算结果：无其他债务' }],
  ['registrar', 'recordClaimsPaid', { refundsPaidOn: DAY, wagesPaidOn: DAY, debtsPaidOn: DAY }],
  ['registrar', 'destroySeals', { destroyedOn: DAY, seals: '公章、财务专用章' }],
  ['registrar', 'takeBackLicence', { returnedOn: DAY }],
  ['registrar', 'recordDeregistration', { deregisteredOn: DAY }],
  ['registrar', 'announceClosure', {}],
] as const;
const step = async (caseId: string, n: number) => {
  const [login, type, payload] = STEPS[n] as (typeof STEPS)[number];
  return (await world.as(login)).does(caseId, type, payload);
};

describe('voluntary closure (TERM-VOL)', () => {
  it('ends nothing by its grant and everything by its last step', async () => {
    const school = await operating(world);
    const caseId = await allowed(school);
    expect(await entryOf(world, school.institutionId)).toMatchObject({
      state: 'CLOSING',
      licence: { state: 'VALID' },
      versions: expect.arrayContaining([expect.objectContaining({ cause: 'closeInstitution', validFrom: DAY })]),
    });
    const alarms = await world.sql.query('select 1 from institution_timer where institution_id = $1', [
      school.institutionId,
    ]);
    expect(alarms).toEqual([]);
    await world.work();
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    const states: string[] = [(await world.view(caseId)).state];
    for (const n of STEPS.keys()) {
      const { state, licence } = await entryOf(world, school.institutionId);
      expect([state, licence?.state]).toEqual(['CLOSING', 'VALID']);
      states.push(await step(caseId, n));
    }
    expect(states).toEqual([
      'LIQUIDATING',
      'PAYING',
      'HANDING_BACK',
      'HANDING_BACK',
      'DEREGISTERING',
      'ANNOUNCING',
      'ARCHIVED',
    ]);
    const after = await entryOf(world, school.institutionId);
    expect([after.state, after.licence?.state, after.fields['state']]).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(after.versions.map(({ cause }) => cause).slice(0, 3)).toEqual([
      'cancelInstitution',
      'closeInstitution',
      'registration',
    ]);
    await world.work();
    const { documents, trips } = await world.view(caseId, 'registrar');
    expect(trips.demanded).toBe(0);
    const kinds = ['closureDecision', 'licenceReceipt', 'sealRecord', 'deregistrationLetter'];
    expect(documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    expect(documents.every(({ ready }) => ready)).toBe(true);
    const textOf = async (of: string) => {
      const id = documents.find(({ kind }) => kind === of)?.id;
      const bytes = await (await world.as('registrar')).download(`/api/documents/${id}`);
      return (await readPdfText(bytes)).replace(/\s/g, '');
    };
    expect(await textOf('closureDecision')).toContain(`办学许可证（${school.number}号）`);
    expect(await textOf('sealRecord')).toContain('公章、财务专用章');
    expect(await textOf('deregistrationLetter')).toContain('民政部门：');
    const notices = await world.sql.query<{ kind: string }>(
      'select kind from public_notice where case_id = $1 order by kind',
      [caseId],
    );
    expect(notices.map(({ kind }) => kind)).toEqual(['cancellation', 'closure']);
    const log = await world.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [
      caseId,
    ]);
    expect(log.map(({ type }) => type).slice(-6)).toEqual(STEPS.map(([, type]) => type));
    expect(await world.count('timer', caseId)).toBe(0);
    const found = await world
      .nobody()
      .get<{ state: string; licenceState: string }>(`/api/public/licences/${school.number}`);
    expect(found).toMatchObject({ state: 'CANCELLED', licenceState: 'CANCELLED' });
  });

  it.each([
    ['pupils without a place', { placement: { pupils: 30, placed: 29 } }, 'PUPILS_NOT_PLACED'],
    ['announced too late', { intendedClosure: { ...INTENDED, closingOn: '2026-07-14' } }, 'ANNOUNCED_TOO_LATE'],
    ['less than two thirds', { resolution: { ...RESOLVED, inFavour: 3 } }, 'NOT_TWO_THIRDS'],
  ])('is refused for %s', async (_, more, code) => {
    const caseId = await draftOf(world, 'TERM-VOL', form(await operating(world), more));
    const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
    expect([problem.status, problem.code, codesOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', [code]]);
  });

  it('a step out of its turn, or claims out of their order, are refused and leave nothing', async () => {
    const caseId = await windingUp(await operating(world));
    const registrar = await world.as('registrar');
    const early = await registrar.refused(caseId, 'takeBackLicence', { returnedOn: DAY });
    expect([early.status, early.code]).toEqual([409, 'EVENT_NOT_POSSIBLE_NOW']);
    await step(caseId, 0);
    const wrong = { refundsPaidOn: DAY, wagesPaidOn: '2026-03-01', debtsPaidOn: DAY };
    const refused = await registrar.refused(caseId, 'recordClaimsPaid', wrong);
    expect(refused).toMatchObject({ status: 409, code: 'CLAIMS_OUT_OF_ORDER', rule: 'PEL 59(1)' });
    expect((await world.view(caseId)).state).toBe('PAYING');
  });

  it('takes the papers of the winding up when they are due, and not before', async () => {
    const school = await operating(world);
    const caseId = await windingUp(school);
    const sponsor = await world.as('sponsor');
    const { status } = await sponsor.upload(caseId, 'TRM-LIQ');
    expect(status).toBe(201);
    const line = (await world.view(caseId, 'registrar')).materials.find(({ lineId }) => lineId === 'TRM-LIQ');
    expect(line).toMatchObject({ applicable: true, dueNow: true, fileId: expect.any(String) });
    const other = await sponsor.upload(caseId, 'TRM-PLAN');
    expect([other.status, other.body.code]).toEqual([409, 'DRAFT_CLOSED']);
  });

  it('a repeated command does nothing twice', async () => {
    const school = await operating(world);
    const caseId = await windingUp(school);
    for (const n of [0, 1, 2, 3, 4]) await step(caseId, n);
    const last = { commandId: randomIds.uuid(), type: 'announceClosure', payload: {} };
    const registrar = await world.as('registrar');
    const answers = [
      await registrar.post(`/api/cases/${caseId}/commands`, last),
      await registrar.post(`/api/cases/${caseId}/commands`, last),
    ];
    expect(answers[0]).toEqual(answers[1]);
    const { versions } = await entryOf(world, school.institutionId);
    expect(versions.filter(({ cause }) => cause === 'cancelInstitution')).toHaveLength(1);
  });

  it('a school in CLOSING is neither changed, nor renewed, nor closed once more', async () => {
    const school = await operating(world);
    const change = { licenceNumber: school.number, ...CONTACT, resolution: RESOLVED };
    const running = await draftOf(world, 'CHG-NAME', { ...change, schoolName: '包头市昆都仑区演示迟到幼儿园' });
    await checked(world, running);
    await (await world.as('clerk')).does(running, 'accept');
    await world.lookedUp(running, ['health_on_record', 'name_lookup']);
    const reviewer = await world.as('reviewer');
    await reviewer.does(running, 'concludeReview');
    await reviewer.does(running, 'proposeGrant', { opinion: '建议准予' });
    await (await world.as('legal')).does(running, 'passLegality', { opinion: '程序合法' });
    await allowed(school);
    const late = await (await world.as('head')).refused(running, 'grant', { opinion: '同意' });
    expect(late).toMatchObject({ status: 409, code: 'ALREADY_CLOSING', rule: 'PEL 58' });
    const sponsor = await world.as('sponsor');
    for (const [matter, fields] of [
      ['TERM-VOL', form(school)],
      ['RENEW', { licenceNumber: school.number, ...CONTACT }],
    ] as const) {
      const problem = await sponsor.refused(await draftOf(world, matter, fields), 'submit');
      expect([problem.code, codesOf(problem)]).toEqual(['CONDITIONS_NOT_MET', ['ALREADY_CLOSING']]);
    }
    expect((await entryOf(world, school.institutionId)).fields['name']).not.toContain('迟到');
    const offeredAt = async (day: string) => {
      world.clock.set(day);
      const { items } = await sponsor.get<{ items: { id: string; renewalOffered: boolean }[] }>('/api/register/mine');
      return items.find(({ id }) => id === school.institutionId)?.renewalOffered;
    };
    const { licence } = await entryOf(world, school.institutionId);
    expect(await offeredAt(licence?.validTo ?? '')).toBe(false);
  });

  it('runs once at a time', async () => {
    const school = await operating(world);
    await checked(world, await draftOf(world, 'TERM-VOL', form(school)));
    const again = await (await world.as('sponsor')).refused(await draftOf(world, 'TERM-VOL', form(school)), 'submit');
    expect([again.status, again.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
  });

  it('a step that lies raises a ticket and changes nothing', async () => {
    const school = await operating(world);
    const caseId = await windingUp(school);
    const clock = (await world.view(caseId)).clocks.find(({ id }) => id === 'closing_step');
    expect(clock?.status).toBe('running');
    world.clock.set('2026-05-20');
    await world.work();
    const tickets = await world.sql.query<{ matter: string }>(
      'select matter from supervision_ticket where case_id = $1',
      [caseId],
    );
    expect(tickets.map(({ matter }) => matter)).toEqual(['closingLate']);
    expect((await world.view(caseId)).state).toBe('LIQUIDATING');
    expect((await entryOf(world, school.institutionId)).state).toBe('CLOSING');
  });
});
