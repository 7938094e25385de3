import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  expectNoSidewaysScroll,
  expectNoViolations,
  login,
  settled,
  Stage,
  wear,
} from './harness.js';
import { photograph } from './pictures.js';

let stage: Stage;
let page: Page;
const main = (): Promise<string> => page.locator('main').innerText();
const focused = (): Promise<string> =>
  page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText');
/** By the Tab key alone, until what is named has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await focused()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${name}`);
}
async function noBarrier(called: string): Promise<void> {
  for (const wish of [
    { width: 360, lang: 'zh' as const },
    { width: 1440, lang: 'en' as const },
    { width: 1440, lang: 'zh' as const },
  ]) {
    await wear(page, wish);
    await photograph(page, called, { scale: '18', contrast: 'normal', ...wish });
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  }
}

describeInBrowser('the background jobs, for those who run the system', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.newPage({ width: 1440 });
    await login(page, 'sysadmin');
  });
  afterAll(() => stage?.close());

  it('a failed job is read, given up with a reason and by keyboard, and the next one of its case may go', async () => {
    const { world } = stage;
    const caseId = await world.submitted();
    await world.work();
    const [first, second] = await world.sql.query<{ id: string }>(
      `insert into outbox (case_id, topic, payload, last_error, attempts) values ($1, 'printDocument', '{}', $2, 4),
         ($1, 'announce', '{}', null, 0) returning id`,
      [caseId, 'Error ENOSPC: no space left on device'],
    );
    await page.goto('/app/admin/outbox');
    await settled(page);
    expect(await main()).toContain('no space left on device');
    expect(await main()).toContain(`等第 ${first?.id} 项`);
    expect(await page.locator('table.outbox tbody tr').count()).toBe(2);
    await noBarrier('outbox');

    await tabTo(`跳过第 ${first?.id} 项`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await noBarrier('outbox-skip');
    await tabTo('跳过这一项');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.activeElement.className === "summary"');
    await page.fill('#field-reason', '演示：文书已当面交付');
    await tabTo('跳过这一项');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.querySelector(".note.good") !== null');
    await page.waitForFunction('document.querySelectorAll("table.outbox tbody tr").length === 1');
    await settled(page);
    expect(await page.locator('table.skipped').innerText()).toContain('演示：文书已当面交付');
    await noBarrier('outbox-skipped');

    await page.getByRole('button', { name: `立即重试第 ${second?.id} 项` }).click();
    await page.waitForFunction(`document.querySelector(".note.good").innerText.includes("已安排重试")`);
  });
});
