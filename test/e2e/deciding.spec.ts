import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  enter,
  expectNoSidewaysScroll,
  expectNoViolations,
  settled,
  Stage,
  wear,
  type PageWish,
} from './harness.js';
import { photograph } from './pictures.js';

let stage: Stage;
let caseId = '';
const open = new Map<string, Page>();

beforeAll(async () => {
  stage = await Stage.open();
  const { world } = stage;
  const earlier = await world.decidable('proposeRefusal');
  await (await world.as('head')).does(earlier, 'refuse', { reasons: '消防验收没有通过（演示）', article: 'PSL 29' });
  caseId = await world.decidable('proposeRefusal');
  await world.work();
}, 180_000);
afterAll(() => stage?.close());

async function as(name: string, path: string): Promise<Page> {
  const page = open.get(name) ?? (await stage.newPage({ width: 360, height: 780 }));
  if (!open.has(name)) await enter(page, name);
  open.set(name, page);
  await page.goto(`/app${path}`);
  await settled(page);
  return page;
}

const LOOKS: readonly PageWish[] = [
  { width: 360, height: 780, lang: 'zh' },
  { width: 1440, height: 900, lang: 'zh' },
  { width: 360, height: 780, lang: 'en' },
];

/** The page as it is now at both widths and in both languages: no barrier, nothing runs off the side. */
async function looksRight(page: Page, called: string): Promise<void> {
  for (const look of LOOKS) {
    await wear(page, look);
    await page.goto(page.url());
    await settled(page);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await photograph(page, called, { scale: '18', contrast: 'normal', ...look });
  }
  await wear(page, LOOKS[0] ?? {});
  await page.goto(page.url());
  await settled(page);
}

const decision = () => `/desk/cases/${caseId}/decision`;

describeInBrowser('deciding and staying away, in the browser', () => {
  it('the applicant sees who handles the case and asks that somebody stays away', async () => {
    const page = await as('sponsor', `/cases/${caseId}`);
    await page.getByRole('link', { name: '看经办人，申请回避' }).click();
    await page.getByRole('heading', { name: '经办人和回避' }).waitFor();
    await looksRight(page, 'recusal-applicant');
    await page.getByRole('button', { name: '申请回避' }).click();
    await page.getByRole('alert').waitFor();
    const who = page.getByLabel('申请谁回避');
    await who.selectOption({ index: 1 });
    await page.getByLabel('理由').fill('演示理由：与申请人是亲戚');
    await page.getByRole('button', { name: '申请回避' }).click();
    await page.getByText('等负责人决定').first().waitFor();
  }, 120_000);

  it('the head convenes, a member speaks, the head concludes last with reasons', async () => {
    let page = await as('head', decision());
    await page.getByLabel(/演示登记员/).check();
    await page.getByRole('button', { name: '召集集体讨论' }).click();
    await page.getByText('集体讨论至少 3 人参加').waitFor();
    await page.getByLabel(/演示督办员/).check();
    await page.getByRole('button', { name: '召集集体讨论' }).click();
    await page.getByText('还有人没有发言').waitFor();
    await looksRight(page, 'meeting-convened');
    for (const name of ['registrar', 'supervisor']) {
      page = await as(name, '/desk/interests');
      await page.getByRole('region', { name: '等您发表意见的集体讨论' }).getByRole('link').click();
      await settled(page);
      if (name === 'registrar') await page.goto(`/app${decision()}`).then(() => settled(page));
      await page.goto(`/app${decision()}`);
      await settled(page);
      if (name === 'registrar') await looksRight(page, 'meeting-member');
      await page.getByRole('group', { name: '我认为应当' }).getByLabel('准予').check();
      await page.getByLabel('意见', { exact: true }).fill('演示意见：可以先整改再决定');
      await page.getByRole('button', { name: '发表意见' }).click();
      await page.getByText('演示意见：可以先整改再决定').first().waitFor();
    }
    page = await as('head', decision());
    await page.getByRole('group', { name: '结论' }).getByLabel('不予').check();
    await page.getByLabel('理由', { exact: true }).fill('演示理由：消防不合格');
    await page.getByLabel('会议纪要').fill('演示纪要：两人主张整改');
    await page.getByRole('button', { name: '作结论' }).click();
    await page.getByRole('alert').getByText('结论与多数人意见不同，请写明理由').waitFor();
    await page.getByLabel('与多数人意见不同的理由').fill('演示：关系儿童安全');
    await page.getByRole('button', { name: '作结论' }).click();
    await page.getByText('结论：不予').waitFor();
    await looksRight(page, 'meeting-concluded');
  }, 180_000);

  it('the head rules on the request, and every officer can say that they must stay away', async () => {
    const page = await as('head2', `/desk/cases/${caseId}/handlers`);
    await looksRight(page, 'handlers');
    const rules = page.getByRole('form', { name: '决定' });
    if ((await rules.count()) > 0) {
      await rules.getByLabel('不用回避').check();
      await rules.getByLabel('决定的理由').fill('演示理由：没有利害关系');
      await rules.getByRole('button', { name: '决定' }).click();
      await page.getByText('演示理由：没有利害关系').waitFor();
    }
    await page.getByRole('button', { name: '我须回避' }).waitFor();
  }, 120_000);

  it('staff declare interests; what is wrong is named at its place, and the number is not shown again', async () => {
    const page = await as('clerk2', '/desk/interests');
    await page.getByRole('button', { name: '再加一项' }).click();
    await page.getByLabel('姓名或单位名称').fill('演示亲属');
    await page.getByLabel('身份证号码或统一社会信用代码').fill('150203188001010018');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('alert').waitFor();
    await expectNoViolations(page);
    await photograph(page, 'interests-fault', { scale: '18', contrast: 'normal', width: 360 });
    await page.getByLabel('身份证号码或统一社会信用代码').fill('15020318800101005X');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('已申报').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('15020318800101005X');
    await looksRight(page, 'interests');
    await page.goto(`/app/desk/cases/${caseId}`);
    await page.getByText('没有找到这个办件').waitFor();
    await looksRight(await as('head', '/desk/interests'), 'interests-head');
  }, 120_000);

  it('anybody reads the draws', async () => {
    const page = await stage.newPage({ width: 360, height: 780 });
    for (const look of LOOKS) {
      await wear(page, look);
      await page.goto('/draws');
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await photograph(page, 'draws', { scale: '18', contrast: 'normal', ...look });
    }
    await wear(page, LOOKS[0] ?? {});
    await page.goto('/draws');
    expect(await page.getByText('已公布种子，验算相符').count()).toBeGreaterThanOrEqual(3);
    expect(await page.getByText('已公布种子，验算不符').count()).toBe(0);
  }, 60_000);
});
