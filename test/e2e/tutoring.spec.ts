import { completeCreditCode } from '../../libs/law/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { ALL_INSPECTORS } from '../flows/harness.js';
import { opinion, proposed } from '../flows/kinds.js';
import { entryOf } from '../flows/licensed.js';
import { CONTACT, fill, fillsIn, handsIn, looks, submits, takes, words, type Filled } from './acts.js';
import { describeInBrowser, login, Stage } from './harness.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
}, 120_000);
afterAll(() => stage?.close());

const NAME = '包头市昆都仑区演示体育培训有限公司';
const { sponsors, boardMembers, supervisors, legalRepresentative } = kindergartenForm();
/** The cells of rows, each under its path. */
const rows = (field: string, all: readonly object[]): Filled =>
  Object.fromEntries(
    all.flatMap((one, n) => Object.entries(one).map(([cell, value]) => [`${field}[${n}].${cell}`, String(value)])),
  );
const UNTIL_BOARD: readonly Filled[] = [
  { trainingField: 'sports' },
  { preschoolProgramme: 'hourly' },
  { nature: 'for_profit' },
  { usesFiscalOrDonatedAssets: 'no' },
  { schoolName: NAME },
  { siteAddress: '内蒙古自治区包头市昆都仑区演示路3号' },
  { siteAreaSquareMetres: '300' },
  { traineesAtOnce: '100' },
  { openingFundsYuan: '200000', paidInYuan: '200000' },
  { 'prepaid.guard': 'escrow', 'prepaid.months': '3', 'prepaid.lessons': '60' },
  rows('sponsors', sponsors),
];
const AFTER_BOARD: readonly Filled[] = [
  {
    'tutoringHead.name': '演示负责人乙',
    'tutoringHead.citizenNumber': boardMembers[1]?.citizenNumber ?? '',
    'tutoringHead.degree': 'bachelor',
    'tutoringHead.yearsInEducation': '6',
  },
  { legalRepresentative },
  rows('supervisors', supervisors),
  ...CONTACT,
];

describeInBrowser('a tutoring institution in the browser', () => {
  it('is found by three questions, filled in, classified, opined on, granted and registered', async () => {
    const { world } = stage;
    const sponsor = await stage.newPage({ width: 360, height: 740 });
    await login(sponsor, 'sponsor');
    await sponsor.goto('/app/apply');
    for (const value of ['open', 'tutoring', 'non_subject']) {
      await sponsor.locator(`input[value="${value}"]`).check();
      await sponsor.getByRole('button', { name: words('ui.continue'), exact: true }).click();
    }
    await sponsor.getByRole('button', { name: words('apply.result.open') }).click();
    await sponsor.waitForURL(/\/draft$/);
    const caseId = /cases\/([^/]+)\/draft/.exec(sponsor.url())?.[1] ?? '';
    await (await world.as('sponsor')).send('PATCH', `/api/cases/${caseId}/draft`, { fields: { boardMembers } });
    await sponsor.reload();
    await fillsIn(sponsor, 'tutoring', [...UNTIL_BOARD, ...AFTER_BOARD]);
    expect(await sponsor.locator('main').innerText()).not.toContain('幼儿园');
    await handsIn(sponsor, world, caseId);
    await submits(sponsor, 'tutoring', caseId);

    await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(caseId, ['fire_acceptance', 'structural_safety', 'name_lookup']);
    const classified = opinion(world, 'classification_opinion', { experts: 3 });
    await (await world.as('reviewer')).does(caseId, 'recordAttestation', classified);
    const reviewer = await stage.newPage({ width: 1440, height: 900 });
    await login(reviewer, 'reviewer');
    await takes(reviewer, caseId, 'recordAttestation', {
      lane: 'line_department_opinion',
      result: 'pass',
      source: '演示意见书',
      checkedOn: '2026-03-02',
      lineDepartment: 'sports',
    });
    await proposed(world, caseId);
    const head = await stage.newPage({ width: 1440, height: 900 });
    await login(head, 'head');
    await head.goto(`/app/desk/cases/${caseId}`);
    await looks(head, 'tutoring-decision');
    await takes(head, caseId, 'grant', { opinion: '同意设立' });
    await world.work();
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();

    await sponsor.goto(`/app/cases/${caseId}`);
    await sponsor.getByText(words('lane.line_department_opinion')).waitFor();
    await fill(sponsor, { creditCode: completeCreditCode('91150203MB778001'), registeredOn: '2026-03-02' });
    await looks(sponsor, 'tutoring-registration');
    await sponsor.getByRole('button', { name: words('apply.registration.do') }).click();
    await sponsor.getByText(words('apply.now.ARCHIVED')).waitFor();
    const [licence] = await world.sql.query<{ id: string; number: string }>(
      'select institution_id as id, number from licence where case_id = $1',
      [caseId],
    );
    expect(licence?.number.slice(0, 10)).toBe('教民11502037');
    expect(await entryOf(world, licence?.id ?? '')).toMatchObject({
      state: 'OPERATING',
      licence: { state: 'VALID' },
      fields: { name: NAME, institutionType: 'TRN-NON', trainingField: 'sports' },
    });
  }, 90_000);
});
