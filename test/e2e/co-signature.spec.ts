import type { Page } from 'playwright-core';
import { kindergartenForm } from '../builders/form.js';
import { JOINT_SPONSOR } from '../flows/co-signature.js';
import { describeInBrowser, enter, expectNoSidewaysScroll, expectNoViolations, settled, Stage } from './harness.js';
import { photograph, PICTURES } from './pictures.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
}, 120_000);
afterAll(() => stage?.close());

async function looks(page: Page, called: string): Promise<void> {
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  if (PICTURES)
    await photograph(page, called, { scale: '18', contrast: 'normal', width: page.viewportSize()?.width, lang: 'zh' });
}

describeInBrowser('two sponsors found a school together', () => {
  it.each([360, 1440])('at %i px: one asks, the other reads and confirms, then it is submitted', async (width) => {
    const caseId = await stage.world.drafted({ sponsors: [...kindergartenForm().sponsors, JOINT_SPONSOR] });
    const size = { width, height: 800 };
    const [applicant, other] = [await stage.newPage(size), await stage.newPage(size)];
    await enter(applicant, 'sponsor');
    await applicant.goto(`/app/cases/${caseId}/draft/answers`);
    await applicant.getByRole('button', { name: '提交申请' }).click();
    const problem = applicant.locator('[role=alert]').first();
    await problem.getByText('演示共同举办者还没有确认').waitFor();
    await looks(applicant, 'co-sign-refused');
    await problem.getByRole('link').first().click();
    await applicant.getByRole('heading', { name: '请其他各方确认' }).waitFor();
    await applicant.getByRole('button', { name: '为演示共同举办者生成确认码' }).click();
    const code = await applicant.locator('.case-number').innerText();
    await looks(applicant, 'co-sign-code');

    await enter(other, 'sponsor2');
    await other.goto('/app/cases');
    await other.getByText('输入确认码').first().click();
    await other.fill('[name="code"]', code);
    await looks(other, 'co-sign-enter');
    await other.getByRole('button', { name: '查看要确认的内容' }).click();
    await other.getByRole('heading', { name: '确认申请内容' }).waitFor();
    await looks(other, 'co-sign-read');
    await other.getByRole('button', { name: '确认以上内容' }).click();
    await other.getByText('您已确认这份内容。').waitFor();
    await looks(other, 'co-sign-done');

    await applicant.goto(`/app/cases/${caseId}/draft`);
    await applicant.getByRole('link', { name: '请其他各方确认' }).waitFor();
    await looks(applicant, 'co-sign-tasks');
    await applicant.goto(`/app/cases/${caseId}/draft/answers`);
    await applicant.getByRole('button', { name: '提交申请' }).click();
    await applicant.locator('.note.good').waitFor();
    await stage.world.work();
    await (await stage.world.as('sponsor')).does(caseId, 'withdraw', { reason: '演示：同一名称再试一次' });
  });
});
