import type { Page } from 'playwright-core';
import { describeInBrowser, enter, expectNoSidewaysScroll, expectNoViolations, settled, Stage } from './harness.js';
import { photograph, PICTURED } from './pictures.js';
import { publish } from './public-samples.js';

let stage: Stage;
let institution = '';
let submitted = '';
const main = (page: Page): Promise<string> => page.locator('main').innerText();

describeInBrowser('the page of an institution', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    ({ institution } = await publish(stage.world));
    submitted = await stage.world.submitted();
  });
  afterAll(() => stage?.close());

  it('without a script: a day is chosen in a form, and a wrong one is told at its field', async () => {
    const page = await stage.newPage({ javaScript: false, width: 360, height: 780 });
    await page.goto(`/register/${institution}`);
    const now = await main(page);
    for (const fact of ['举办者', '法定代表人', '校长、园长', '办学内容', '有效期', '发证机关', '准予设立', '办件'])
      expect(now).toContain(fact);
    expect(now).not.toContain('演示新园长');
    expect(await page.locator('[data-day-slider]').isVisible()).toBe(false);
    await page.fill('#validOn', '2026-09-01');
    await page.click('.day-form button');
    expect(await main(page)).toContain('演示新园长');
    expect(await main(page)).toContain('良好');
    await page.fill('#validOn', '2026-01-01');
    await page.click('.day-form button');
    expect(await main(page)).toContain('这一天，台账还没有记载这家机构。');
    await page.goto(`/register/${institution}?recordedOn=2050-01-01`);
    expect(await page.locator('.summary a').getAttribute('href')).toBe('#recordedOn');
    expect(await page.inputValue('#recordedOn')).toBe('2050-01-01');
    await expectNoSidewaysScroll(page);
  });

  it('with a script: keys slide over the days on which something changed', async () => {
    const page = await stage.newPage();
    await page.goto(`/register/${institution}`);
    const slider = page.locator('#day-slider');
    await slider.waitFor({ state: 'visible' });
    expect(await slider.getAttribute('aria-valuetext')).toContain('2026年3月2日');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('演示新园长').first().waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toContain('2026年9月1日');
    expect(new URL(page.url()).searchParams.get('validOn')).toBe('2026-09-01');
    expect(await page.inputValue('#validOn')).toBe('2026-09-01');
    await expectNoViolations(page);
  });

  it('the lineage is drawn once, told in sentences, and leads on', async () => {
    const page = await stage.newPage({ width: 360, height: 780 });
    await page.goto(`/register/${institution}`);
    expect(await page.locator('.lineage rect').count()).toBe(6);
    expect(await page.locator('section[aria-labelledby=lineage] li').count()).toBe(2);
    await expectNoSidewaysScroll(page);
    await page.locator('section[aria-labelledby=lineage] li a').first().click();
    expect(await page.locator('h1').innerText()).toContain('演示');
    await expectNoViolations(page);
  });

  it('an officer slides over the same days, and sees who sits on the board and by which case', async () => {
    const page = await stage.newPage();
    await enter(page, 'registrar');
    await page.goto(`/app/desk/register/${institution}`);
    await settled(page);
    expect(await main(page)).toContain('班数');
    await page.locator('#day-slider').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('演示新园长').first().waitFor();
    expect(await page.locator('main a[href*="/desk/cases/"]').count()).toBeGreaterThan(0);
    await expectNoViolations(page);
  }, 60_000);

  it('an officer is warned before acceptance, with the entry that it is like', async () => {
    const page = await stage.newPage();
    await enter(page, 'clerk');
    await page.goto(`/app/desk/cases/${submitted}/materials`);
    await settled(page);
    const note = page.locator('section[aria-labelledby=likeness-title]');
    await note.waitFor();
    const text = await note.innerText();
    for (const kind of ['地址相近', '校长、园长同名', '举办者同名']) expect(text).toContain(kind);
    await note.locator('a').first().click();
    await page.waitForURL(/\/desk\/register\//);
  }, 60_000);

  it.each(PICTURED)(
    'has no barrier and nothing runs off its side: $scale $contrast $width $lang',
    async (look) => {
      const everybody = await stage.newPage(look);
      for (const [called, query] of Object.entries({
        now: '',
        later: '?validOn=2026-09-01',
        faulty: '?validOn=soon',
      })) {
        await everybody.goto(`/register/${institution}${query}`);
        await photograph(everybody, `institution-${called}`, look);
        await expectNoViolations(everybody);
        await expectNoSidewaysScroll(everybody);
      }
      const officer = await stage.newPage(look);
      await enter(officer, 'clerk');
      for (const [called, path] of Object.entries({
        entry: `/app/desk/register/${institution}`,
        likeness: `/app/desk/cases/${submitted}/materials`,
      })) {
        await officer.goto(path);
        await settled(officer);
        await photograph(officer, `desk-${called}`, look);
        await expectNoViolations(officer);
        await expectNoSidewaysScroll(officer);
      }
    },
    120_000,
  );
});
