import { demoPdf } from '../../apps/cli/src/tour/papers.js';
import { discussed, entryOf, operating, type School } from '../flows/licensed.js';
import { proposed } from '../flows/kinds.js';
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

const DAY = '2026-03-02';
const ANSWERS: readonly Filled[] = [
  {
    'intendedClosure.announcedOn': '2026-01-15',
    'intendedClosure.announcedIn': '演示晚报',
    'intendedClosure.closingOn': '2026-07-15',
  },
  { refundsSecured: 'yes' },
  { 'placement.pupils': '30', 'placement.placed': '30' },
  { 'resolution.decidedOn': '2026-02-20', 'resolution.members': '6', 'resolution.inFavour': '4' },
  ...CONTACT,
];
/** What the bureau does after the school has liquidated itself, in the order of the law. */
const WINDING_UP: readonly [string, Filled][] = [
  ['recordClaimsPaid', { refundsPaidOn: DAY, wagesPaidOn: DAY, debtsPaidOn: DAY }],
  ['takeBackLicence', { returnedOn: DAY }],
  ['destroySeals', { destroyedOn: DAY, seals: '公章、财务专用章' }],
  ['recordDeregistration', { deregisteredOn: DAY }],
  ['announceClosure', {}],
];

describeInBrowser('a closure by the school’s own will in the browser', () => {
  it('is announced, asked for, allowed, wound up step by step, and ends the school with the last one', async () => {
    const { world } = stage;
    const sponsor = await stage.newPage({ width: 360, height: 740 });
    await login(sponsor, 'sponsor');
    await sponsor.getByText(words('apply.own.changes')).click();
    await sponsor.getByRole('button', { name: /民办学校终止审批/ }).click();
    const caseId = await fillsIn(sponsor, 'closure', ANSWERS);
    await handsIn(sponsor, world, caseId);
    await submits(sponsor, 'closure', caseId);

    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await clerk.does(caseId, 'accept');
    await world.lookedUp(caseId, ['health_open_cases', 'market_open_cases']);
    await proposed(world, caseId);
    await discussed(world, caseId);
    const head = await stage.newPage({ width: 1440, height: 900 });
    await login(head, 'head');
    await head.goto(`/app/desk/cases/${caseId}`);
    await head
      .getByText(words('room.stance.grant.TERM-VOL' as 'room.stance.grant'))
      .first()
      .waitFor();
    await looks(head, 'closure-decision');
    await takes(head, caseId, 'grant', { opinion: '同意终止' });
    await world.work();
    const registrar = await stage.newPage({ width: 1440, height: 900 });
    await login(registrar, 'registrar');
    await takes(registrar, caseId, 'serve', { channel: 'electronic' });
    await world.work();

    await sponsor.goto(`/app/cases/${caseId}`);
    const papers = sponsor.locator('section', { has: sponsor.locator('#closing-papers-title') });
    await papers
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '清算报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(demoPdf('TRM-LIQ')) });
    await papers.getByText(words('apply.papers.have')).first().waitFor();
    await fill(sponsor, { completedOn: DAY, madeBy: '演示清算组', report: '演示清算结果：无其他债务' });
    await looks(sponsor, 'closure-liquidation');
    await sponsor.getByRole('button', { name: words('apply.liquidation.do') }).click();
    await sponsor.getByText(words('apply.now.PAYING')).waitFor();
    for (const [event, filled] of WINDING_UP) {
      const { state, licence } = await entryOf(world, school.institutionId);
      expect([event, state, licence?.state]).toEqual([event, 'CLOSING', 'VALID']);
      await takes(registrar, caseId, event, filled);
    }
    await world.work();

    const entry = await entryOf(world, school.institutionId);
    expect([entry.state, entry.licence?.state]).toEqual(['CANCELLED', 'CANCELLED']);
    const notices = await world.sql.query<{ kind: string }>(
      'select kind from public_notice where case_id = $1 order by kind',
      [caseId],
    );
    expect(notices.map(({ kind }) => kind)).toEqual(['cancellation', 'closure']);
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    await registrar.goto(`/app/desk/cases/${caseId}/story`);
    await registrar.getByText('公章、财务专用章').waitFor();
    await looks(registrar, 'closure-story');
    await sponsor.goto('/app/cases');
    await sponsor.getByText(words('apply.own.ended')).waitFor();
    await looks(sponsor, 'closure-own');
  }, 90_000);
});
