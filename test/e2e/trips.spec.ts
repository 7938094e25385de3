import { describeInBrowser, enter, expectNoViolations, login, settled, Stage } from './harness.js';

let stage: Stage;

describeInBrowser('coming in person, on both sides', () => {
  beforeAll(async () => {
    stage = await Stage.open();
  }, 120_000);
  afterAll(() => stage?.close());

  it('an applicant books a time at their own place, moves it and cancels it', async () => {
    const caseId = await stage.world.submitted();
    const page = await stage.newPage({ width: 360 });
    await login(page, 'sponsor');
    await page.goto(`/app/cases/${caseId}`);
    await page.getByRole('link', { name: '预约时间' }).click();
    await page.getByRole('button', { name: '确认预约' }).click();
    await page.getByRole('link', { name: '请选择为什么约。' }).waitFor();
    await page.getByLabel('自愿咨询').check();
    await page.getByLabel('预约上门').check();
    await page.getByLabel('哪一天').selectOption('2026-03-04');
    await page.getByLabel('09:00–11:00').check();
    await expectNoViolations(page);
    await page.getByRole('button', { name: '确认预约' }).click();
    await page.getByText('09:00–11:00').waitFor();
    await page.getByText('预约上门').waitFor();
    await page.getByRole('link', { name: '改期' }).click();
    await page.getByLabel('哪一天').selectOption('2026-03-05');
    await page.getByLabel('14:30–16:30').check();
    await page.getByRole('button', { name: '确认改期' }).click();
    await page.getByText('14:30–16:30').waitFor();
    await page.getByRole('button', { name: '取消预约' }).click();
    await page.getByRole('button', { name: '确认取消' }).click();
    await page.getByRole('link', { name: '预约时间' }).waitFor();
  }, 60_000);

  it('a contact counts until the applicant says with one tap that it was their own wish', async () => {
    const caseId = await stage.world.submitted();
    const applicant = await stage.newPage({ width: 360 });
    await enter(applicant, 'sponsor');
    await applicant.goto(`/app/cases/${caseId}`);
    await applicant.getByRole('button', { name: '显示签到码' }).click();
    const code = await applicant.locator('.check-in-code').innerText();
    await expectNoViolations(applicant);
    const clerk = await stage.newPage({ width: 1440 });
    await enter(clerk, 'clerk');
    await clerk.goto('/app/desk/check-in');
    await clerk.getByLabel('签到码').fill(code.toLowerCase());
    await clerk.getByLabel('自愿咨询').check();
    await clerk.getByRole('button', { name: '签到' }).click();
    await clerk.getByRole('link', { name: '打开办件' }).click();
    await settled(clerk);
    await clerk.getByText('实际计入 1 次').waitFor();
    await applicant.reload();
    await applicant.getByText('实际计入 1 次').waitFor();
    await applicant.getByRole('button', { name: '是我自己要来的' }).click();
    await applicant.getByText('实际计入 0 次').waitFor();
    await clerk.reload();
    await clerk.getByText('实际计入 0 次').waitFor();
  }, 60_000);

  it('the clerk sees who comes today and checks them in', async () => {
    const { world } = stage;
    const caseId = await world.submitted();
    const slot = { place: 'counter', day: world.today, from: '15:00', cause: 'paperByChoice' };
    await (await world.as('sponsor')).post(`/api/cases/${caseId}/appointment`, slot);
    const clerk = await stage.newPage({ width: 1440 });
    await enter(clerk, 'clerk');
    await clerk.goto('/app/desk/appointments');
    await clerk.getByRole('button', { name: '已到' }).click();
    await clerk.getByRole('button', { name: '已到' }).waitFor({ state: 'detached' });
    await clerk.getByRole('cell', { name: '已到' }).waitFor();
    expect(await world.count('trip', caseId)).toBe(1);
  }, 60_000);
});
