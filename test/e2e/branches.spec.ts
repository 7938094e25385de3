import type { Page } from 'playwright-core';
import { demoPdf } from '../../apps/cli/src/tour/papers.js';
import { completeCreditCode } from '../../libs/law/src/index.js';
import '../../libs/messages/src/web-admin.js';
import '../../libs/messages/src/web-desk.js';
import '../../libs/messages/src/web-visit.js';
import { sayWeb, type WebKey } from '../../libs/messages/src/web.js';
import { pointer } from './hand.js';
import { describeInBrowser, login, Stage } from './harness.js';
import { inReview, served } from './samples.js';

interface Uploaded {
  caseId: string;
  result: { result: string } | null;
}

/** The ways beside the main one, each driven by the people who take it. The clock only goes forward from test to test. */
jest.setTimeout(120_000);
const t = (key: WebKey, params?: Record<string, string | number>): string => sayWeb('zh', key, params);
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1366, height: 768 };

describeInBrowser('the ways beside the main one', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    stage.world.clock.set('2026-03-02');
  });
  afterAll(() => stage?.close());

  const as = async (name: string, size: typeof PHONE): Promise<Page> => {
    const page = await stage.newPage(size);
    await login(page, name);
    return page;
  };
  const press = (page: Page, key: WebKey, params?: Record<string, string | number>): Promise<void> =>
    pointer.activate(page.getByRole('button', { name: t(key, params), exact: true }));
  const follow = (page: Page, key: WebKey): Promise<void> =>
    pointer.activate(page.getByRole('link', { name: t(key), exact: true }));
  const sees = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
  const type = (page: Page, field: string, words: string): Promise<void> =>
    pointer.write(page.locator(`#field-${field}`), words);
  const faults = (page: Page): Promise<string[]> => page.locator('.summary a').allInnerTexts();
  const stateOf = async (caseId: string): Promise<string> => (await stage.world.view(caseId)).state;

  /** One step on the desk, from its form over the preview to its confirmation. */
  async function step(page: Page, caseId: string, event: string, fill: Record<string, string> = {}): Promise<void> {
    await page.goto(`/app/desk/cases/${caseId}/step-${event}`);
    await page.locator('#step-title').waitFor();
    for (const [field, words] of Object.entries(fill)) await type(page, field, words);
    if (!(await page.getByText(t('desk.step.noFields')).isVisible())) await press(page, 'desk.step.preview');
    await press(page, 'desk.step.confirm', { event: t(`event.${event}` as WebKey) });
    await page.locator('.note.good').first().waitFor();
  }

  it('registration: the sponsor enters the code of the new legal person; a wrong one is named at its field', async () => {
    const caseId = await served(stage.world);
    const page = await as('sponsor', PHONE);
    await page.goto(`/app/cases/${caseId}`);
    await sees(page, t('apply.registration.title'));
    await press(page, 'apply.registration.do');
    await page.locator('.summary').waitFor();
    expect(await faults(page)).toEqual([
      t('apply.registration.creditCode.missing'),
      t('apply.registration.registeredOn.missing'),
    ]);
    const right = completeCreditCode('52150203MJ1234567');
    const wrong = right.slice(0, -1) + (right.endsWith('0') ? '1' : '0');
    await type(page, 'creditCode', wrong);
    await type(page, 'registeredOn', '2026-03-02');
    await press(page, 'apply.registration.do');
    await page
      .locator('#field-creditCode-error')
      .filter({ hasNotText: t('apply.registration.creditCode.missing') })
      .waitFor();
    expect(await faults(page)).toEqual([(await page.locator('#field-creditCode-error').innerText()).trim()]);
    expect(await page.inputValue('#field-creditCode')).toBe(wrong);
    await type(page, 'creditCode', right.toLowerCase());
    await press(page, 'apply.registration.do');
    await sees(page, t('apply.now.ARCHIVED'));
    expect(await page.getByText(t('apply.registration.title')).count()).toBe(0);
    expect(await stateOf(caseId)).toBe('ARCHIVED');
    const everybody = await stage.newPage({ ...PHONE, javaScript: false });
    await everybody.goto(`/check?q=${right}`);
    await sees(everybody, right);
  });

  it('withdrawal: what it does is said first, a reason is asked for, and one can begin anew', async () => {
    const caseId = await stage.world.submitted();
    const page = await as('sponsor', PHONE);
    await page.goto(`/app/cases/${caseId}`);
    await follow(page, 'apply.case.withdraw');
    await sees(page, t('apply.withdraw.effect'));
    await press(page, 'apply.withdraw.do');
    await page.locator('.summary').waitFor();
    expect(await faults(page)).toEqual([t('apply.withdraw.reasonMissing')]);
    expect(await stateOf(caseId)).toBe('RECEIVED');
    await type(page, 'reason', '演示：场地还没有谈好');
    await press(page, 'apply.withdraw.do');
    await sees(page, t('apply.now.WITHDRAWN'));
    await sees(page, t('apply.doc.withdrawalConfirmation'));
    expect(await stateOf(caseId)).toBe('WITHDRAWN');
    await page.goto(`/app/cases/${caseId}/withdraw`);
    await page.waitForURL(`**/app/cases/${caseId}`);
    await follow(page, 'apply.now.again');
    await sees(page, t('triage.want'));
  });

  it('refusal: the head refuses with reasons; the applicant reads them and the remedies once they are served', async () => {
    const { world } = stage;
    const caseId = await world.decidable('proposeRefusal');
    const reasons = '消防验收没有通过，场所不能办园（演示）';
    const head = await as('head', DESK);
    await head.goto(`/app/desk/cases/${caseId}/decision`);
    await step(head, caseId, 'refuse', { reasons, article: 'PSL 29' });
    expect(await stateOf(caseId)).toBe('REFUSED');
    await world.work();
    const page = await as('sponsor', PHONE);
    await page.goto(`/app/cases/${caseId}`);
    await sees(page, t('apply.now.REFUSED'));
    expect(await page.getByText(reasons).count()).toBe(0);
    await step(await as('registrar', DESK), caseId, 'serve');
    await world.work();
    await page.reload();
    await sees(page, t('apply.refused.title'));
    const said = await page.locator('section', { has: page.locator('#refusal-title') }).innerText();
    for (const words of [
      reasons,
      '《学前教育法》第二十九条',
      t('apply.refused.review', { days: 60 }),
      t('apply.refused.suit', { months: 6 }),
    ])
      expect(said).toContain(words);
    expect(await page.locator('.case-head .tag').innerText()).toBe(t('state.REFUSED'));
    await page.getByRole('link', { name: t('apply.refused.letter') }).waitFor();
    await follow(page, 'apply.now.again');
    await sees(page, t('triage.want'));
  });

  /** The visit of one department of a case, as this inspector sees it. */
  async function visitOf(caseId: string, inspector: string): Promise<string> {
    const person = await stage.world.as(inspector);
    const { items } = await person.get<{ items: { id: string; caseId: string }[] }>('/api/visits');
    return items.find((visit) => visit.caseId === caseId)?.id ?? 'none';
  }

  const itemsOf = (page: Page) => page.locator('fieldset', { has: page.locator('.verdicts') });

  /** Every item that has no answer yet is in order. */
  async function passRest(page: Page): Promise<void> {
    const items = itemsOf(page);
    for (let i = 0; i < (await items.count()); i += 1)
      if ((await items.nth(i).locator('input:checked').count()) === 0)
        await items.nth(i).locator('.verdicts label').first().click();
  }

  /** Two of a department at the same list: one finds something, the other is quicker with the upload. */
  async function bothAtOnce(caseId: string, quick: string, slow: string): Promise<[Page, Page]> {
    const visit = await visitOf(caseId, quick);
    const [first, second] = [await as(quick, PHONE), await as(slow, PHONE)];
    for (const page of [first, second]) {
      await page.goto(`/app/visits/${visit}`);
      await sees(page, t('visit.checklist'));
    }
    await itemsOf(second).first().locator('.verdicts label').nth(1).click();
    await second.getByLabel(t('visit.note.fail')).fill('疏散通道堆放杂物（演示）');
    await passRest(first);
    await press(first, 'visit.upload');
    await sees(first, t('visit.signatures'));
    return [first, second];
  }

  it('a colleague was quicker: one takes what was uploaded, and both sign that', async () => {
    const caseId = await inReview(stage.world);
    const [first, second] = await bothAtOnce(caseId, 'edu1', 'edu2');
    await second.reload();
    await sees(second, t('visit.overtaken'));
    await press(second, 'visit.takeTheirs');
    await sees(second, t('visit.signatures'));
    await sees(second, t('visit.resultHint.pass'));
    for (const page of [first, second]) {
      await press(page, 'visit.signNow');
      await press(page, 'visit.signConfirm');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await sees(second, t('visit.inForce'));
  });

  it('a colleague was quicker: one who has not seen it overwrites nothing, then insists; the other cannot sign what is no longer there', async () => {
    const caseId = await inReview(stage.world);
    const [first, second] = await bothAtOnce(caseId, 'health1', 'health2');
    await passRest(second);
    await press(second, 'visit.upload');
    // nothing of the colleague's is lost by a tap of somebody who has not seen it
    await sees(second, t('visit.overtaken'));
    const items = await stage.world.as('health1').then((who) => who.get<{ items: Uploaded[] }>('/api/visits'));
    expect(items.items.find((visit) => visit.caseId === caseId)?.result?.result).toBe('pass');
    await press(second, 'visit.takeMine');
    await second.getByText(t('visit.overtaken')).waitFor({ state: 'detached' });
    await press(second, 'visit.upload');
    await sees(second, t('visit.signatures'));
    expect(await second.getByText(t('visit.resultHint.pass')).count()).toBe(0);
    await press(first, 'visit.signNow');
    await press(first, 'visit.signConfirm');
    await first.locator('.summary, [role=alert]').first().waitFor();
    await sees(first, '疏散通道堆放杂物（演示）');
    expect(await first.getByText(t('visit.isSigned'), { exact: true }).count()).toBe(0);
  });

  it('silence: the application counts as accepted; what is told afterwards is supplied until the decision', async () => {
    const { world } = stage;
    const caseId = await world.submitted();
    world.clock.set('2026-03-12');
    await world.work();
    const page = await as('sponsor', PHONE);
    await page.goto(`/app/cases/${caseId}`);
    await sees(page, t('apply.now.DEEMED_ACCEPTED'));
    expect(await page.getByRole('link', { name: t('apply.now.supply') }).count()).toBe(0);
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    const desk = await as('clerk', DESK);
    await step(desk, caseId, 'tellUnmetLines');
    await page.reload();
    await follow(page, 'apply.now.supply');
    await sees(page, t('apply.correction.left', { n: 1 }));
    await sees(page, '章程缺少第五项内容');
    expect(await page.getByRole('button', { name: t('apply.correction.supply') }).count()).toBe(0);
    await pointer.give(page.locator('#line-EST-CHARTER input[type=file]'), [
      { name: 'charter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(demoPdf('nine items')) },
    ]);
    await sees(page, t('apply.correction.none'));
    await press(page, 'apply.correction.supply');
    await page.waitForURL(`**/app/cases/${caseId}`);
    await sees(page, t('apply.now.nothing'));
    expect(await page.getByRole('link', { name: t('apply.now.supply') }).count()).toBe(0);
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await step(desk, caseId, 'beginReview');
    expect(await stateOf(caseId)).toBe('IN_REVIEW');
  });
});
