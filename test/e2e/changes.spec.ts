import type { Page } from 'playwright-core';
import { operating } from '../flows/licensed.js';
import {
  describeInBrowser,
  enter,
  expectNoSidewaysScroll,
  expectNoViolations,
  login,
  settled,
  Stage,
} from './harness.js';
import { photograph, PICTURES } from './pictures.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
  await operating(stage.world);
}, 120_000);
afterAll(() => stage?.close());

const next = (page: Page) => page.getByRole('button', { name: '继续' }).click();
const asked = (page: Page, words: string) => page.getByRole('heading', { name: words }).waitFor();

/** The page is in order, and is kept as a picture where somebody wants to look at it. */
async function looks(page: Page, called: string): Promise<void> {
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  if (PICTURES)
    await photograph(page, called, { scale: '18', contrast: 'normal', width: page.viewportSize()?.width, lang: 'zh' });
}

async function contact(page: Page): Promise<void> {
  await asked(page, '打哪个电话能找到您？');
  await page.fill('#field-contactPhone', '04725550000');
  await next(page);
  await asked(page, '通知和许可证怎么给您？');
  await page.getByLabel('网上送达').check();
  await page.getByLabel('我同意按选定的方式接收通知和决定').check();
  await next(page);
}

async function resolved(page: Page, inFavour: string): Promise<void> {
  await asked(page, '决策机构怎么表决的？');
  await page.fill('[name="resolution.decidedOn"]', '2026-02-20');
  await page.fill('[name="resolution.members"]', '6');
  await page.fill('[name="resolution.inFavour"]', inFavour);
}

describeInBrowser('a change and a filing in the browser', () => {
  it.each([360, 1440])('at %i px: a school asks for another name, and is told what two thirds are', async (width) => {
    const page = await stage.newPage({ width, height: 800 });
    await login(page, 'sponsor');
    await settled(page);
    await page.getByText('办变更、备案').click();
    await looks(page, 'change-own');
    await page.getByRole('button', { name: '民办学校名称变更' }).click();
    await page.waitForURL(/\/draft$/);
    await looks(page, 'change-draft');
    await page.getByRole('link', { name: /机构/ }).first().click();
    await asked(page, '学校改叫什么名字？');
    await page.getByLabel('学校改叫什么名字？').fill('包头市昆都仑区演示浏览器幼儿园');
    await looks(page, 'change-name');
    await next(page);
    await resolved(page, '7');
    await next(page);
    await page.locator('[role=alert]').first().waitFor();
    expect(await page.locator('[role=alert]').first().innerText()).toContain('同意的人数不能多于全体人数');
    expect(await page.inputValue('[name="resolution.members"]')).toBe('6');
    await looks(page, 'change-resolution-wrong');
    await page.fill('[name="resolution.inFavour"]', '3');
    await next(page);
    await contact(page);
    await page.waitForURL(/\/draft$/);
    await page.goto(`${page.url()}/answers`);
    await looks(page, 'change-answers');
  });

  it('a new principal is filed by the clerk, who is offered nothing like a decision', async () => {
    const { world } = stage;
    const school = await operating(world);
    const { draftOf, checked, CONTACT, RESOLVED } = await import('../flows/licensed.js');
    const { kindergartenForm } = await import('../builders/form.js');
    const principal = { ...kindergartenForm().principal, name: '演示新园长' };
    const fields = { licenceNumber: school.number, principal, resolution: RESOLVED, ...CONTACT };
    const caseId = await draftOf(world, 'CHG-PRINCIPAL', fields);
    await checked(world, caseId);
    const page = await stage.newPage({ width: 1440, height: 900 });
    await enter(page, 'clerk');
    await page.goto(`/app/desk/cases/${caseId}`);
    await looks(page, 'filing-desk');
    expect(await page.locator('main').innerText()).not.toContain('准予许可');
    await page
      .getByRole('link', { name: '备案', exact: true })
      .or(page.getByRole('button', { name: '备案', exact: true }))
      .first()
      .click();
    await looks(page, 'filing-step');
    await page.getByRole('button', { name: /备案/ }).last().click();
    await page.getByText('已备案').first().waitFor();
    await looks(page, 'filing-done');
  });
});
