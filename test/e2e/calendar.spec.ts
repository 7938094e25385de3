import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  enter,
  expectNoSidewaysScroll,
  expectNoViolations,
  login,
  settled,
  Stage,
  wear,
  type PageWish,
} from './harness.js';

let stage: Stage;
let page: Page;
const main = (): Promise<string> => page.locator('main').innerText();
const day = (date: string) => page.locator(`[data-day="${date}"]`);
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open(path: string): Promise<void> {
  await page.goto(`/app/admin/calendar${path}`);
  await settled(page);
}
async function noBarrier(): Promise<void> {
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
}

describeInBrowser('the calendar of the administrator', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.newPage({ width: 1440 });
    await login(page, 'sysadmin');
  });
  afterAll(() => stage?.close());

  it('a year is announced: marked, looked at, adopted', async () => {
    const caseId = await stage.world.submitted();
    stage.world.clock.set('2026-03-02');
    await open('?year=2026&edit=yes');
    await day('2026-03-05').click();
    expect(await day('2026-03-05').getAttribute('aria-label')).toContain('放假');
    await button('查看影响').click();
    await page.waitForSelector('#report-title');
    expect(await page.evaluate('document.activeElement.id')).toBe('report-title');
    const row = await page.locator('section.card tbody tr').first().innerText();
    expect(row).toContain('2026年3月9日');
    expect(row).toContain('2026年3月10日');
    expect(row).toContain('推后');
    expect(await main()).toContain('没有一项时限提前');
    await noBarrier();
    await button('启用新版本').click();
    expect(await page.evaluate('document.activeElement.innerText')).toContain('有 1 处要改');
    await page.fill('#field-reason', '演示变更');
    await button('启用新版本').click();
    await page.waitForFunction('document.querySelector(".note.good")?.innerText.includes("2026.2")');
    await settled(page);
    expect(await main()).toContain('演示变更');
    const { clocks } = await stage.world.view(caseId);
    expect(clocks[0]?.deadline.dueOn).toBe('2026-03-10');
  });

  it('what ends earlier is said in words, and a report that no longer holds is not adopted', async () => {
    await open('?year=2026&edit=yes');
    await day('2026-03-07').click();
    await button('查看影响').click();
    await page.waitForSelector('#report-title');
    expect(await main()).toContain('提前，本机关的时间变少');
    await noBarrier();
    await stage.world.submitted();
    await page.fill('#field-reason', '演示变更');
    await button('启用新版本').click();
    await page.waitForFunction('document.activeElement.className === "summary"');
    expect(await page.locator('.summary').innerText()).toContain('请重新查看');
    await button('查看影响').click();
    await page.waitForFunction('document.querySelectorAll("section.card tbody tr").length === 2');
    await button('不改了').click();
    await page.waitForSelector('#versions-title');
  });

  it('faults stand above and at the field in the same words, and lead there', async () => {
    await open('?year=2027&edit=yes');
    await day('2027-01-01').click();
    await button('查看影响').click();
    await page.waitForFunction('document.activeElement.className === "summary"');
    const words = await page.locator('#field-notice-error').innerText();
    expect(await page.locator('.summary li').innerText()).toContain(words);
    await page.locator('.summary a').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-notice');
    await page.fill('#field-rangeFrom', '2027-02-10');
    await page.fill('#field-rangeTo', '2027-02-08');
    await button('标出这几天').click();
    expect(await page.locator('#field-rangeTo-error').innerText()).toBe('结束日期早于开始日期。');
    await button('加入本地规定').click();
    expect(await page.locator('.summary li').count()).toBe(4);
    await noBarrier();
    await button('不改了').click();
  });

  it('goes by keyboard alone: a day by arrows, a range by typing, a mark taken away', async () => {
    await open('?year=2027&edit=yes');
    await day('2027-01-01').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.dataset.day')).toBe('2027-01-09');
    await page.keyboard.press('Enter');
    expect(await day('2027-01-09').getAttribute('aria-label')).toContain('调休上班');
    await page.keyboard.press('Space');
    expect(await day('2027-01-09').getAttribute('aria-label')).toContain('放假');
    await page.fill('#field-rangeFrom', '2027-02-05');
    await page.fill('#field-rangeTo', '2027-02-12');
    await button('标出这几天').press('Enter');
    expect(await page.locator('#marked-title ~ ul li').allInnerTexts()).toEqual([
      expect.stringContaining('2027年1月9日'),
      expect.stringContaining('8 天'),
    ]);
    await page.locator('#marked-title ~ ul li button').first().press('Enter');
    expect(await page.locator('#marked-title ~ ul li').count()).toBe(1);
    await page.reload();
    await settled(page);
    expect(await page.locator('#marked-title ~ ul li').count()).toBe(1);
    await button('不改了').press('Enter');
  });

  it('a local day carries its reason and its document', async () => {
    await open('?year=2026&edit=yes');
    await page.fill('#field-localDay', '2026-07-15');
    await page.fill('#field-localRegion', '150203');
    await page.fill('#field-localReason', '演示民族节日');
    await page.fill('#field-localDocument', '演示〔2026〕2号');
    await button('加入本地规定').click();
    await button('查看影响').click();
    await page.waitForSelector('#report-title');
    await page.fill('#field-reason', '演示民族节日');
    await button('启用新版本').click();
    await page.waitForSelector('#local-title');
    expect(await page.locator('#local-title + ul').innerText()).toContain('演示〔2026〕2号');
  });

  it.each<[string, PageWish]>([
    ['a telephone, 关怀版', { width: 360, scale: '24', contrast: 'high' }],
    ['a telephone, English', { width: 360, lang: 'en' }],
    ['a wide screen, English', { width: 1440, lang: 'en' }],
  ])('%s: a report without barriers', async (_, look) => {
    await wear(page, look);
    await open('?year=2026&edit=yes');
    await day('2026-03-07').click();
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForSelector('#report-title');
    await noBarrier();
    await page.locator('main form .button.quiet').last().click();
    await page.waitForSelector('#versions-title');
    await noBarrier();
  });

  it('the audit administrator reads every version and changes nothing', async () => {
    const audit = await stage.newPage();
    await enter(audit, 'auditadmin');
    await audit.goto('/app/admin/calendar?year=2026&edit=yes');
    await settled(audit);
    expect(await audit.getByRole('link', { name: '修改这一年' }).count()).toBe(0);
    expect(await audit.locator('[data-day]').count()).toBe(0);
    await audit.getByRole('link', { name: '日历版本 2026.1' }).click();
    await audit.waitForFunction('document.querySelector(".note.warn")?.innerText.includes("2026.1")');
  });
});
