import { completeCreditCode } from '../../libs/law/src/index.js';
import { entryOf, operating, type School } from '../flows/licensed.js';
import { discussed, freshName, lineageOf, SAME_SITE, SETTLEMENT } from '../flows/succession.js';
import { CONTACT, fill, fillsIn, handsIn, looks, submits, takes, words, type Filled } from './acts.js';
import { describeInBrowser, login, Stage } from './harness.js';

let stage: Stage;
let school: School;
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
  school = await operating(stage.world);
}, 120_000);
afterAll(() => stage?.close());

const GOING_ON = freshName();
const FRESH = freshName();
const row = (n: number, name: string, continuation: string): Filled =>
  Object.fromEntries(
    Object.entries({
      continuation,
      name,
      ...SAME_SITE,
      plannedClasses: 4,
      principalName: '演示园长甲',
      representativeName: '演示园长甲',
      boardNames: '演示甲、演示乙、演示丙、演示丁、演示戊',
      openingFundsYuan: 300000,
      paidInYuan: 300000,
    }).map(([cell, value]) => [`resultingSchools[${n}].${cell}`, String(value)]),
  );
const REST: readonly Filled[] = [
  { 'placement.pupils': '60', 'placement.placed': '60' },
  { 'settlement.completedOn': SETTLEMENT.completedOn, 'settlement.madeBy': SETTLEMENT.madeBy },
  { 'resolution.decidedOn': '2026-02-20', 'resolution.members': '6', 'resolution.inFavour': '4' },
  ...CONTACT,
];

describeInBrowser('a division in the browser', () => {
  it('is asked for school by school, granted at one table, and both schools run in the end', async () => {
    const { world } = stage;
    const sponsor = await stage.newPage({ width: 360, height: 740 });
    await login(sponsor, 'sponsor');
    await sponsor.getByText(words('apply.own.changes')).click();
    await looks(sponsor, 'division-own');
    await sponsor.getByRole('button', { name: '民办学校分立审批' }).click();
    await sponsor.waitForURL(/\/draft$/);
    const caseId = /cases\/([^/]+)\/draft/.exec(sponsor.url())?.[1] ?? '';
    await sponsor.goto(`/app/cases/${caseId}/draft/resultingSchools`);
    await fill(sponsor, row(0, GOING_ON, 'continues'));
    await sponsor.getByRole('button', { name: /再加一项/ }).click();
    await fill(sponsor, row(1, FRESH, 'new'));
    await looks(sponsor, 'division-schools');
    await sponsor.getByRole('button', { name: words('ui.continue'), exact: true }).click();
    await sponsor.locator('#field-placement-pupils').waitFor();
    await sponsor.goto(`/app/cases/${caseId}/draft`);
    expect(await fillsIn(sponsor, 'division', REST)).toBe(caseId);
    await handsIn(sponsor, world, caseId);
    await submits(sponsor, 'division', caseId);

    await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    const clerk = await stage.newPage({ width: 1440, height: 900 });
    await login(clerk, 'clerk');
    await takes(clerk, caseId, 'accept');
    await discussed(world, caseId);
    const head = await stage.newPage({ width: 1440, height: 900 });
    await login(head, 'head');
    await head.goto(`/app/desk/cases/${caseId}`);
    await head.getByRole('heading', { name: words('room.meeting') }).waitFor();
    expect(await head.locator('main').innerText()).toContain(FRESH);
    expect(await head.locator('main').innerText()).not.toContain(words('result.awaited'));
    await looks(head, 'division-decision');
    await takes(head, caseId, 'grant', { opinion: '同意分立' });
    await world.work();
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();

    const [opened] = await world.sql.query<{ id: string; number: string }>(
      'select institution_id as id, number from licence where case_id = $1',
      [caseId],
    );
    await sponsor.goto(`/app/cases/${caseId}`);
    await fill(sponsor, {
      licenceNumber: opened?.number ?? '',
      creditCode: completeCreditCode('52150203MJ778001'),
      registeredOn: '2026-03-02',
    });
    await looks(sponsor, 'division-registration');
    await sponsor.getByRole('button', { name: words('apply.registration.do') }).click();
    await sponsor.getByText(words('apply.now.ARCHIVED')).waitFor();

    const [old, fresh] = [await entryOf(world, school.institutionId), await entryOf(world, opened?.id ?? '')];
    expect([old.state, old.fields['name'], old.licence?.number]).toEqual(['OPERATING', GOING_ON, school.number]);
    expect([fresh.state, fresh.fields['name'], fresh.licence?.state]).toEqual(['OPERATING', FRESH, 'VALID']);
    expect(await lineageOf(world, caseId)).toEqual([
      { predecessor: school.institutionId, successor: opened?.id, kind: 'division', day: '2026-03-02' },
    ]);
    const registrar = await stage.newPage({ width: 360, height: 740 });
    await login(registrar, 'registrar');
    await registrar.goto(`/app/desk/register/${opened?.id}`);
    await registrar.getByRole('heading', { name: words('onDay.lineage') }).waitFor();
    await looks(registrar, 'division-lineage');
  }, 90_000);
});
