import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  enter,
  expectNoSidewaysScroll,
  expectNoViolations,
  login,
  settled,
  Stage,
} from './harness.js';

let stage: Stage;
let number = '';
let institution = '';

/** A school whose licence ends on 1 March 2031; years pass, so everybody logs in anew. */
beforeAll(async () => {
  stage = await Stage.open();
  const { world } = stage;
  const caseId = await world.granted();
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
  const [row] = await world.sql.query<{ number: string; id: string }>(
    'select number, institution_id as id from licence where case_id = $1',
    [caseId],
  );
  number = row?.number ?? '';
  institution = row?.id ?? '';
  world.clock.set('2031-01-06');
}, 120_000);
afterAll(() => stage?.close());

async function asked(page: Page, words: string): Promise<void> {
  await page.getByRole('heading', { name: words }).waitFor();
}

describeInBrowser('renewal in the browser', () => {
  it('begins at one’s own institution, asks only what the register does not know, and tells the last day', async () => {
    const page = await stage.newPage({ width: 360, height: 720 });
    await login(page, 'sponsor');
    await settled(page);
    await page.getByRole('button', { name: '申请延续' }).click();
    await page.waitForURL(/\/draft$/);
    await settled(page);
    await expectNoViolations(page);
    await page.getByRole('link', { name: '联系和送达' }).click();
    await asked(page, '打哪个电话能找到您？');
    await page.fill('#field-contactPhone', '04725550000');
    await page.getByRole('button', { name: '继续' }).click();
    await asked(page, '通知和许可证怎么给您？');
    await page.getByLabel('网上送达').check();
    await page.getByLabel('我同意按选定的方式接收通知和决定').check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.waitForURL(/\/draft$/);
    await page.getByRole('link', { name: '核对并提交' }).first().click();
    await settled(page);
    expect(await page.locator('main').innerText()).toContain(number);
    await page.getByRole('button', { name: '提交' }).last().click();
    await page.getByText('我们有您的申请').or(page.getByText('已提交')).or(page.getByText('编号')).first().waitFor();
    await page.goto('/app/cases');
    await settled(page);
    await page.getByRole('link', { name: '看延续进度' }).click();
    await settled(page);
    expect(await page.locator('main').innerText()).toContain('2031年3月1日');
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
  }, 60_000);

  it('shows the officer what is registered, and keeps a finding with its day', async () => {
    const page = await stage.newPage();
    await enter(page, 'registrar');
    await page.goto(`/app/desk/register/${institution}`);
    await settled(page);
    await page.getByRole('button', { name: '记录核实情况' }).click();
    const summary = page.locator('[role=alert], .error-summary').first();
    await summary.waitFor();
    expect(await summary.innerText()).toContain('有没有招生、办学？');
    await page
      .getByLabel('没有', { exact: true })
      .or(page.getByLabel('否', { exact: true }))
      .first()
      .check();
    await page.fill('#field-foundOn', '2031-01-06');
    await page.fill('#field-note', '演示：没有学生');
    await page.getByRole('button', { name: '记录核实情况' }).click();
    await page.getByText('演示：没有学生').last().waitFor();
    await page.waitForFunction("document.querySelector('#field-note').value === ''");
    expect(await page.locator('main').innerText()).toContain('演示：没有学生');
    await expectNoViolations(page);
  }, 60_000);
});
