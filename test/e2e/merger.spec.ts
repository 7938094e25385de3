import type { Page } from 'playwright-core';
import { coSigned } from '../flows/co-signature.js';
import { checked, draftOf, entryOf, operating, type School } from '../flows/licensed.js';
import { discussed, mergerOf, runBy } from '../flows/succession.js';
import { describeInBrowser, expectNoSidewaysScroll, expectNoViolations, login, settled, Stage } from './harness.js';
import { photograph, PICTURES } from './pictures.js';

let stage: Stage;
let own: School;
let other: School;
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
  own = await operating(stage.world);
  other = await runBy(stage.world, await operating(stage.world), 'sponsor2');
}, 120_000);
afterAll(() => stage?.close());

async function looks(page: Page, called: string): Promise<void> {
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  if (PICTURES)
    await photograph(page, called, { scale: '18', contrast: 'normal', width: page.viewportSize()?.width, lang: 'zh' });
}

describeInBrowser('a merger in the browser', () => {
  it.each([360, 1440])('at %i px: the other school is asked for row by row, itself is told off', async (width) => {
    const caseId = await draftOf(stage.world, 'MERGER', mergerOf(own, [own]));
    const page = await stage.newPage({ width, height: 800 });
    await login(page, 'sponsor');
    for (const [question, heading] of [
      ['mergerKind', '怎样合并？'],
      ['mergingSchools', '还有哪些学校一起合并？'],
      ['sites', '合并以后在哪些地方办学？'],
    ]) {
      await page.goto(`/app/cases/${caseId}/draft/${question}`);
      await page.getByRole('heading', { name: heading }).waitFor();
      await looks(page, `merger-${question}`);
    }
    await page.goto(`/app/cases/${caseId}/draft/answers`);
    await looks(page, 'merger-answers');
    await page.getByRole('button', { name: '提交申请' }).click();
    const problem = page.locator('[role=alert]').first();
    await problem.getByText('学校不能和自己合并').waitFor();
    await looks(page, 'merger-refused');
  });

  it('is filed on the word of both, seen at the desk, and ends the other school', async () => {
    const { world } = stage;
    const caseId = await draftOf(world, 'MERGER', mergerOf(own, [other]));
    await coSigned(world, caseId, { applicant: 'sponsor', party: 'sponsor2' });
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await discussed(world, caseId);
    const page = await stage.newPage({ width: 1440, height: 900 });
    await login(page, 'head');
    await page.goto(`/app/desk/cases/${caseId}/handlers`);
    await page.getByRole('heading', { name: '各方的确认' }).waitFor();
    await looks(page, 'merger-desk');
    await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
    expect((await entryOf(world, other.institutionId)).state).toBe('MERGED');
    await page.goto(`/app/desk/register/${other.institutionId}`);
    await page.getByText('已合并').first().waitFor();
    await looks(page, 'merger-register');
  });
});
