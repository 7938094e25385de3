import type { Page } from 'playwright-core';
import { sayWeb, type WebKey } from '../../libs/messages/src/web.js';
import '../../libs/messages/src/web-desk.js';
import {
  describeInBrowser,
  enter,
  expectNoSidewaysScroll,
  expectNoViolations,
  settled,
  Stage,
  wear,
} from './harness.js';
import { photograph } from './pictures.js';
import { examined, heard, offered, recorded, told } from './procedure-samples.js';

const t = (key: WebKey, params?: Record<string, string | number>): string => sayWeb('zh', key, params);
const SIGHTS = [
  { scale: '18', contrast: 'normal', width: 360, lang: 'zh' },
  { scale: '18', contrast: 'normal', width: 1440, lang: 'zh' },
] as const;

let stage: Stage;
const open = new Map<string, Page>();
const as = async (name: string): Promise<Page> => {
  const page = open.get(name) ?? (await stage.newPage());
  if (!open.has(name)) await enter(page, name);
  open.set(name, page);
  return page;
};
/** The page as it is now, on a telephone and on a desk: no barrier, no pushing to and fro, and a picture. */
const look = async (page: Page, called: string): Promise<void> => {
  for (const sight of SIGHTS) {
    await wear(page, sight);
    await settled(page);
    await photograph(page, `procedures-${called}`, sight);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  }
};
const at = async (name: string, path: string): Promise<Page> => {
  const page = await as(name);
  await page.goto(`/app${path}`);
  await settled(page);
  return page;
};
const sees = (page: Page, text: string) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Confirm what was previewed: the way of every step at the desk. */
const confirm = async (page: Page, event: WebKey): Promise<void> => {
  await press(page, t('desk.step.confirm', { event: t(event) }));
  await page.waitForURL((url) => !url.pathname.includes('/step-'));
};

describeInBrowser('tolerance, special procedures and hearings on the screens of both sides', () => {
  beforeAll(async () => {
    stage = await Stage.open();
  }, 120_000);
  afterAll(() => stage?.close());

  it('the applicant signs, the clerk accepts, the applicant supplies, the clerk judges', async () => {
    const caseId = await offered(stage.world);
    await look(await at('clerk', `/desk/cases/${caseId}`), 'clerk-offered');
    const sponsor = await at('sponsor', `/cases/${caseId}`);
    await sees(sponsor, t('tolerance.consequence.discontinue'));
    await look(sponsor, 'case-offered');
    await sponsor.getByRole('link', { name: t('apply.tolerance.page') }).click();
    await settled(sponsor);
    await press(sponsor, t('apply.tolerance.sign'));
    await sees(sponsor, t('apply.tolerance.agreeMissing'));
    await look(sponsor, 'commitment');
    await sponsor.locator('#field-agree').check();
    await press(sponsor, t('apply.tolerance.sign'));
    await sees(sponsor, t('apply.tolerance.waits'));
    const clerk = await at('clerk', `/desk/cases/${caseId}/step-acceptTolerantly`);
    await sees(clerk, '容缺受理通知书');
    await look(clerk, 'clerk-accepts');
    await press(clerk, t('desk.step.confirm', { event: t('event.acceptTolerantly') }));
    await sees(clerk, t('tolerance.withApplicant'));
    await at('sponsor', `/cases/${caseId}`);
    await sponsor.getByRole('link', { name: t('apply.tolerance.cure') }).click();
    await settled(sponsor);
    await look(sponsor, 'cure');
    await sponsor
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: '清单.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\nsigned list'),
      });
    await press(sponsor, t('apply.tolerance.supply'));
    await sees(sponsor, t('tolerance.withClerk'));
    await at('clerk', `/desk/cases/${caseId}/step-judgeTolerated`);
    await clerk.getByText(t('verdict.ok'), { exact: true }).first().click();
    await look(clerk, 'clerk-judges');
    await press(clerk, t('desk.step.preview'));
    await confirm(clerk, 'event.judgeTolerated');
    expect((await stage.world.view(caseId)).clocks.find(({ id }) => id === 'cure_period')?.status).toBe('stopped');
  }, 120_000);

  it('the effect of a special procedure is seen before it is confirmed, and read the same by the applicant', async () => {
    const caseId = await examined(stage.world);
    const reviewer = await at('reviewer', `/desk/cases/${caseId}/step-serveSpecialProcedureNotice`);
    await reviewer.getByText(t('ground.testing'), { exact: true }).first().click();
    await reviewer.fill('#field-institution', '演示检测机构');
    await reviewer.fill('#field-reason', '需要核实室内空气质量');
    await reviewer.fill('#field-announcedDays', '5');
    await press(reviewer, t('desk.step.preview'));
    await sees(reviewer, t('effect.ifLasting'));
    const foretold = await reviewer.locator('section[aria-labelledby=effect-title] dl').innerText();
    await look(reviewer, 'effect-before');
    await confirm(reviewer, 'event.serveSpecialProcedureNotice');
    const sponsor = await at('sponsor', `/cases/${caseId}`);
    expect(await sponsor.locator('section[aria-labelledby=effect-title] dl').innerText()).toBe(foretold);
    await look(sponsor, 'case-special');
  }, 120_000);

  it('a hearing is asked for, announced, recorded, signed, and what is proposed rests on its record', async () => {
    const [asked, toSign, toPropose] = [await told(stage.world), await recorded(stage.world), await heard(stage.world)];
    const sponsor = await at('sponsor', `/cases/${asked}`);
    await look(sponsor, 'case-told');
    await press(sponsor, t('apply.hearing.request'));
    await sponsor.getByRole('button', { name: t('apply.hearing.request') }).waitFor({ state: 'detached' });
    await look(await at('reviewer', `/desk/cases/${asked}/step-serveHearingNotice`), 'hearing-notice');
    await at('sponsor', `/cases/${toSign}`);
    await sees(sponsor, t('hearing.unsigned'));
    await look(sponsor, 'case-record');
    await press(sponsor, t('apply.hearing.confirm'));
    await sees(sponsor, t('hearing.signed'));
    const reviewer = await at('reviewer', `/desk/cases/${toPropose}/step-proposeGrant`);
    await reviewer.fill('#field-opinion', '根据听证笔录，建议准予。');
    await press(reviewer, t('desk.step.preview'));
    await look(reviewer, 'propose-on-record');
    await confirm(reviewer, 'event.proposeGrant');
    expect((await stage.world.view(toPropose)).state).toBe('LEGALITY_REVIEW');
  }, 120_000);
});
