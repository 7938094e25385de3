import type { Page } from 'playwright-core';
import '../../libs/messages/src/web-desk.js';
import { sayWeb, type WebKey } from '../../libs/messages/src/web.js';
import { pointer } from './hand.js';
import { describeInBrowser, expectNoSidewaysScroll, expectNoViolations, login, settled, Stage } from './harness.js';
import { photograph, PICTURES } from './pictures.js';

/** What is asked, what is only said, and what nobody may say: each as its people see it, on a phone and at a desk. */
jest.setTimeout(120_000);
const t = (key: WebKey, params?: Record<string, string | number>): string => sayWeb('zh', key, params);
const SIZES = [360, 1440] as const;

describeInBrowser('demands, messages and the promise of a pre-review', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    stage.world.clock.set('2026-03-02');
  });
  afterAll(() => stage?.close());

  const as = async (name: string): Promise<Page> => {
    const page = await stage.newPage({ width: 1440 });
    await login(page, name);
    return page;
  };
  const press = (page: Page, key: WebKey): Promise<void> =>
    pointer.activate(page.getByRole('button', { name: t(key), exact: true }));
  const sees = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

  /** No barrier and no sideways scroll at both widths; pictures where somebody wants to look. */
  async function looksRight(page: Page, called: string): Promise<void> {
    for (const width of SIZES) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      if (PICTURES) await photograph(page, called, { width, scale: '18', contrast: 'normal', lang: 'zh' });
    }
  }

  it('a vague reason is named at its field while it is written; a plain one becomes the only thing asked', async () => {
    const caseId = await stage.world.submitted();
    const clerk = await as('clerk');
    await clerk.goto(`/app/desk/cases/${caseId}/materials`);
    await settled(clerk);
    await clerk.locator('#field-EST-CHARTER').click();
    await clerk.getByRole('radio', { name: t('verdict.deficient') }).check();
    await clerk.fill('#sheet-reason', '请补章程等相关材料');
    await sees(clerk, t('field.REASON_VAGUE', { phrase: '等相关' }));
    expect(await clerk.getAttribute('#sheet-reason', 'aria-invalid')).toBe('true');
    await looksRight(clerk, 'vague-reason');
    await clerk.fill('#sheet-reason', '章程缺少第五项内容');
    await clerk.getByText(t('field.REASON_VAGUE', { phrase: '等相关' })).waitFor({ state: 'detached' });
    const officer = await stage.world.as('clerk');
    const { world } = stage;
    await officer.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await officer.does(caseId, 'issueCorrectionNotice');
    const sponsor = await as('sponsor');
    await sponsor.goto(`/app/cases/${caseId}`);
    await sees(sponsor, t('demand.title'));
    await sees(sponsor, '章程缺少第五项内容');
    await sees(sponsor, t('demand.closed'));
    await looksRight(sponsor, 'asked-of-you');
  });

  it('a message that asks is turned back with the lines; the applicant reads that messages ask for nothing', async () => {
    const caseId = await stage.world.submitted();
    const clerk = await as('clerk');
    await clerk.goto(`/app/desk/cases/${caseId}/demands`);
    await settled(clerk);
    await clerk.fill('#field-messages', '请补充房产证');
    await press(clerk, 'message.send');
    await sees(clerk, t('message.lines'));
    expect(await clerk.locator('.field-error').innerText()).toContain('请补充');
    expect(await clerk.inputValue('#field-messages')).toBe('请补充房产证');
    await looksRight(clerk, 'message-turned-back');
    await clerk.fill('#field-messages', '您的申请正在核验，您现在不用做什么。');
    await press(clerk, 'message.send');
    await sees(clerk, t('message.sent'));
    await clerk.fill('#field-notes', '演示：举办者打过两次电话');
    await press(clerk, 'note.write');
    await sees(clerk, t('note.written'));
    await looksRight(clerk, 'demands-tab');
    const sponsor = await as('sponsor');
    await sponsor.goto(`/app/cases/${caseId}`);
    await pointer.activate(sponsor.getByRole('link', { name: t('message.to'), exact: true }));
    await sees(sponsor, t('message.noDemand'));
    await sees(sponsor, '您的申请正在核验');
    expect(await sponsor.getByText('举办者打过两次电话').count()).toBe(0);
    await press(sponsor, 'message.send');
    expect(await sponsor.locator('.summary').innerText()).toContain(t('message.missing'));
    await sponsor.fill('#field-messages', '谢谢，请问哪天踏勘？');
    await press(sponsor, 'message.send');
    await sees(sponsor, t('message.sent'));
    await looksRight(sponsor, 'messages');
  });

  it('the promised day of a pre-review stands on both sides, and so does that it passed', async () => {
    const { world } = stage;
    const caseId = await world.drafted();
    await (await world.as('sponsor')).post(`/api/cases/${caseId}/pre-review`);
    const sponsor = await as('sponsor');
    await sponsor.goto(`/app/cases/${caseId}/draft`);
    await sees(sponsor, t('pre.neverGate'));
    await looksRight(sponsor, 'pre-review-open');
    world.clock.set('2026-03-20');
    await world.work();
    const [later, clerk] = [await as('sponsor'), await as('clerk')];
    await later.goto(`/app/cases/${caseId}/draft`);
    await sees(later, t('pre.late'));
    await looksRight(later, 'pre-review-late');
    await clerk.goto(`/app/desk/cases/${caseId}`);
    await sees(clerk, t('pre.deskLate'));
    await sees(clerk, t('ticket.preReviewLate'));
    await looksRight(clerk, 'pre-review-late-desk');
  });

  it('the numbers are public', async () => {
    const page = await stage.newPage({ width: 1440 });
    await page.goto('/told');
    await page.getByText('2026年3月').first().waitFor();
    for (const width of SIZES) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      if (PICTURES) await photograph(page, 'told', { width, scale: '18', contrast: 'normal', lang: 'zh' });
    }
  });
});
