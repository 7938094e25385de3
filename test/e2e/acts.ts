import type { Page } from 'playwright-core';
import { demoPdf } from '../../apps/cli/src/tour/papers.js';
import { sayWeb, type WebKey } from '../../libs/messages/src/web.js';
import '../../libs/messages/src/web-decision-room.js';
import '../../libs/messages/src/web-desk.js';
import '../../libs/messages/src/web-forms.js';
import type { World } from '../flows/harness.js';
import { expectNoSidewaysScroll, expectNoViolations, settled } from './harness.js';
import { photograph, PICTURES } from './pictures.js';

/** What is typed, chosen or ticked in a field, by the path of the field. */
export type Filled = Readonly<Record<string, string | true>>;

export const words = (key: WebKey, params?: Record<string, string | number>): string => sayWeb('zh', key, params);
const idOf = (path: string): string => `#field-${path.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** The page is in order, and is kept as a picture where somebody wants to look at it. */
export async function looks(page: Page, called: string): Promise<void> {
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  if (PICTURES)
    await photograph(page, called, { scale: '18', contrast: 'normal', width: page.viewportSize()?.width, lang: 'zh' });
}

/** Pages that differ in their words alone: looked at in the full run, and where pictures are wanted. */
async function glances(page: Page, called: string): Promise<void> {
  if (process.env['FULL'] === '1' || PICTURES) await looks(page, called);
}

export async function fill(page: Page, filled: Filled): Promise<void> {
  for (const [path, value] of Object.entries(filled)) {
    const field = page.locator(idOf(path));
    await field.waitFor({ state: 'attached' });
    const kind = await field.evaluate((element) => (element as { type?: string }).type);
    if (value === true) await field.check();
    else if (kind === 'radio')
      await page.locator('fieldset', { has: field }).last().locator(`input[value="${value}"]`).check();
    else if (kind === 'select-one') await field.selectOption(value);
    else await field.fill(value);
  }
}

export const CONTACT: readonly Filled[] = [
  { contactPhone: '04725550000' },
  { deliveryChannel: 'electronic', serviceConsent: true },
];

/** Question after question as the pages lead, each looked at; then the papers, all at once, and the last look. */
export async function fillsIn(page: Page, called: string, answers: readonly Filled[]): Promise<string> {
  await page.waitForURL(/\/draft$/);
  const caseId = /cases\/([^/]+)\/draft/.exec(page.url())?.[1] ?? '';
  await glances(page, `${called}-draft`);
  await page.locator('main .actions a').first().click();
  for (const [n, filled] of answers.entries()) {
    const [first = ''] = Object.keys(filled);
    await page.locator(idOf(first)).waitFor({ state: 'attached' });
    await fill(page, filled);
    await glances(page, `${called}-question-${n + 1}`);
    const { pathname } = new URL(page.url());
    await press(page, words('ui.continue'));
    await page.waitForURL((url) => url.pathname !== pathname);
  }
  await page.waitForURL(/\/draft$/);
  return caseId;
}

export async function handsIn(page: Page, world: World, caseId: string): Promise<void> {
  const { materials } = await world.view(caseId);
  const lines = materials.filter(({ source, applicable }) => source === 'upload' && applicable);
  if (lines.length === 0) return;
  await page.goto(`/app/cases/${caseId}/draft/papers`);
  await page.locator('#field-files').setInputFiles(
    lines.map(({ lineId, nameZh }) => ({
      name: `${nameZh.replaceAll('/', ' ')}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(demoPdf(lineId)),
    })),
  );
  await press(page, words('apply.papers.send', { n: lines.length }));
  await page.getByText(words('apply.papers.whole')).first().waitFor();
}

export async function submits(page: Page, called: string, caseId: string): Promise<void> {
  await page.goto(`/app/cases/${caseId}/draft/answers`);
  await looks(page, `${called}-answers`);
  await press(page, words('apply.answers.submit'));
  await page.locator('.note.good').waitFor();
}

/** A step at the desk: filled in, looked at before it is confirmed, confirmed. */
export async function takes(page: Page, caseId: string, event: string, filled: Filled = {}): Promise<void> {
  await page.goto(`/app/desk/cases/${caseId}/step-${event}`);
  await settled(page);
  await fill(page, filled);
  if (Object.keys(filled).length > 0) await press(page, words('desk.step.preview'));
  const confirm = page.getByRole('button', {
    name: words('desk.step.confirm', { event: words(`event.${event}` as WebKey) }),
    exact: true,
  });
  await confirm.waitFor();
  await glances(page, `step-${event}`);
  await confirm.click();
  await page.waitForURL((url) => !url.pathname.includes('/step-'));
}
