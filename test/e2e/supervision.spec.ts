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
let caseId = '';

/** A case that nobody decided: its promise ended on 30 March, and nobody has acknowledged the ticket. */
beforeAll(async () => {
  stage = await Stage.open();
  const { world } = stage;
  caseId = await world.accepted();
  world.clock.set('2026-04-01');
  await world.work();
}, 120_000);
afterAll(() => stage?.close());

describeInBrowser('supervision in the browser', () => {
  it('the head of the section finds the ticket on the board, acknowledges it and explains in public', async () => {
    const page = await stage.newPage({ width: 360, height: 720 });
    await login(page, 'section');
    await page.goto('/app/desk/supervision');
    await settled(page);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    const card = page.locator('.ticket-cards > li').filter({ hasText: '超承诺时限' });
    expect(await card.innerText()).toContain('科室负责人');
    await card.getByRole('button', { name: '签收' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '签收' }).click();
    await dialog.locator('[role=alert]').waitFor();
    await expectNoViolations(page);
    await dialog.getByLabel('您准备怎样处理').fill('今天安排两名检查人员上门。');
    await dialog.getByRole('button', { name: '签收' }).click();
    await page.getByText('已签收。').waitFor();
    await page.getByRole('button', { name: '已签收', exact: true }).click();
    await card.getByText('今天安排两名检查人员上门。').waitFor();
    await card.getByRole('button', { name: '写公开说明' }).click();
    await dialog.getByLabel('写公开说明').fill('现场检查人手不足，没有按时安排。');
    await dialog.getByRole('button', { name: '公开' }).click();
    await card.getByText('公开说明：现场检查人手不足，没有按时安排。').waitFor();
    await expectNoViolations(page);
  }, 60_000);

  it('the applicant and the officer read the same light and the same ticket, and everybody the reason', async () => {
    const said: string[] = [];
    for (const [name, path] of [
      ['sponsor', `/app/cases/${caseId}`],
      ['reviewer', `/app/desk/cases/${caseId}/time`],
    ] as const) {
      const page = await stage.newPage({ width: 360, height: 720 });
      await enter(page, name);
      await page.goto(path);
      await settled(page);
      said.push(await page.locator('.light-line').innerText(), await page.locator('.tickets').innerText());
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    }
    expect(said.slice(0, 2)).toEqual(said.slice(2));
    expect(said[0]).toContain('红灯');
    expect(said[1]).toContain('现场检查人手不足');
    const page = await stage.newPage();
    await page.goto('/explanations');
    expect(await page.locator('main').innerText()).toContain('晚了 2 个工作日');
    expect(await page.locator('main').innerText()).toContain('现场检查人手不足');
  }, 60_000);
});
