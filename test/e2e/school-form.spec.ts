import type { Page } from 'playwright-core';
import { randomIds } from '../../libs/platform/src/index.js';
import { draftOf } from '../flows/licensed.js';
import { operatingSchool, schoolForm } from '../flows/schools.js';
import { describeInBrowser, expectNoSidewaysScroll, expectNoViolations, login, settled, Stage } from './harness.js';
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
const offered = (page: Page, field: string): Promise<string[]> =>
  page
    .locator('fieldset', { has: page.locator(`#field-${field}`) })
    .locator('input')
    .evaluateAll((inputs) => inputs.map((one) => (one as unknown as { value: string }).value));

describeInBrowser('the form of a school in the browser', () => {
  it.each([360, 1440])('at %i px: the type decides what is asked and what is offered', async (width) => {
    const sponsor = await stage.world.as('sponsor');
    const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
      commandId: randomIds.uuid(),
      matter: 'EST-DIRECT',
    });
    const page = await stage.newPage({ width, height: 800 });
    await login(page, 'sponsor');
    await page.goto(`/app/cases/${caseId}/draft/institutionType`);
    await page.locator('input[value="PS-PRI-JUN"]').check();
    await page.locator('input[value="NINE_YEAR"]').check();
    expect(await offered(page, 'stage')).toEqual(['PRIMARY', 'JUNIOR', 'NINE_YEAR']);
    await looks(page, 'school-type');
    await page.locator('input[value="KG"]').check();
    // the only stage of a type is no question; that of another type is gone
    expect([await offered(page, 'stage'), await page.locator('input[value="KINDERGARTEN"]').isChecked()]).toEqual([
      ['KINDERGARTEN'],
      true,
    ]);
    await page.locator('input[value="PS-PRI-JUN"]').check();
    await page.locator('input[value="PRIMARY"]').check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.waitForURL(/\/draft\/nature$/);
    await page.locator('input[value="non_profit"]').waitFor();
    expect(await offered(page, 'nature')).toEqual(['non_profit']);
    await looks(page, 'school-nature');
    await page.goto(`/app/cases/${caseId}/draft/siteAreaSquareMetres`);
    await page.locator('#field-siteAreaSquareMetres').waitFor();
    expect(await page.locator('#field-childrenRoomsSquareMetres').count()).toBe(0);
    await page.goto(`/app/cases/${caseId}/draft/principal`);
    await page.locator('#field-principal-yearsInEducation').waitFor();
    expect(await page.locator('#field-principal-yearsInKindergarten').count()).toBe(0);
    await looks(page, 'school-principal');
  });

  it('says who allows a senior school; the answers, the register and the questions read right for a school', async () => {
    const page = await stage.newPage({ width: 360, height: 800 });
    const senior = { institutionType: 'PS-SEN', stage: 'SENIOR', schoolName: '演示高级中学' };
    const refused = await draftOf(stage.world, 'EST-DIRECT', schoolForm(senior));
    await login(page, 'sponsor');
    await page.goto(`/app/cases/${refused}/draft/answers`);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.locator('[role=alert]').first().getByText('高中找市教育局').waitFor();
    await looks(page, 'school-refused');
    const { institutionId, number } = await operatingSchool(stage.world);
    await page.goto(`/check?number=${encodeURIComponent(number)}`);
    await page.getByText('民办小学').first().waitFor();
    await looks(page, 'school-check');
    await page.goto(`/register/${institutionId}`);
    await page.getByText('义务教育（小学）').first().waitFor();
    await looks(page, 'school-entry');
    await page.goto(
      '/triage?want=open&kind=school&stage=primary&school_nature=non_profit&school_ready=ready&donated=no&joint_sponsors=no',
    );
    await page.getByText('在网上').first().waitFor();
    await looks(page, 'school-triage');
  });
});
