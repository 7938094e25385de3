import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../apps/api/src/demo.js';
import { describeInBrowser, enter, settled, Stage, type PageWish } from './harness.js';
import { halfDraft, inCorrection, inReview } from './samples.js';

let stage: Stage;
let cases: { half: string; submitted: string; correction: string };
let visit = '';

/** A desk and a phone in large type; each place in the one that it is used in most, and in both with FULL=1. */
const DESK: PageWish = { width: 1366 };
const PHONE: PageWish = { width: 360, height: 780, scale: '24' };
const inFull = process.env['FULL'] === '1';

async function prepare(): Promise<void> {
  const { world } = stage;
  const reviewed = await inReview(world);
  cases = {
    half: await halfDraft(world),
    submitted: await world.submitted(),
    correction: await inCorrection(world),
  };
  const { items } = await (await world.as('edu1')).get<{ items: { id: string; caseId: string }[] }>('/api/visits');
  visit = items.find(({ caseId }) => caseId === reviewed)?.id ?? 'none';
}

/** Numbers everything that can be acted upon; the radio buttons of a group are one stop. Gives their words. */
const NUMBER_STOPS = `(() => {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const stops = [...document.querySelectorAll(wanted)].filter((e) =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }));
  const groups = new Map();
  const words = [];
  for (const e of stops) {
    const group = e.type === 'radio' ? 'radio ' + e.name : e;
    if (!groups.has(group)) groups.set(group, words.push((e.textContent || e.name || e.id || e.type).slice(0, 40)) - 1);
    e.dataset.stop = groups.get(group);
  }
  return words;
})()`;

/**
 * Where the keyboard is: which stop, whether a ring is drawn around it, and whether it can be seen under what floats.
 * The page scrolls to what has the focus with the next frame.
 */
const WHERE = `(async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const e = document.activeElement;
  if (!e || e.dataset.stop === undefined) return null;
  const drawn = e.classList.contains('visually-hidden') ? e.nextElementSibling : e;
  const ringed = [drawn, e.closest('.file-pick')].filter(Boolean).find((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const target = e.closest('.file-pick') ?? drawn ?? e;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const across = [left + 3, (left + right) / 2, right - 3];
  const down = [top + 3, (top + bottom) / 2, bottom - 3];
  const seen = across.some((x) => down.some((y) => {
    const there = document.elementFromPoint(x, y);
    return there && (target.contains(there) || there.contains(target) && there.closest('label, tr') !== null);
  }));
  return { stop: Number(e.dataset.stop), ringed: ringed !== undefined, seen };
})()`;

interface Where {
  stop: number;
  ringed: boolean;
  seen: boolean;
}

/** Tab reaches everything once and comes round again: nothing is left out, nothing holds the keyboard. */
async function expectWalkable(page: Page): Promise<void> {
  const words = (await page.evaluate(NUMBER_STOPS)) as string[];
  const seen = new Map<number, Where>();
  for (let i = 0; i < words.length + 3; i++) {
    await page.keyboard.press('Tab');
    const where = (await page.evaluate(WHERE)) as Where | null;
    if (where) seen.set(where.stop, where);
  }
  const missed = words.filter((_, i) => !seen.has(i));
  const ringless = [...seen.values()].filter(({ ringed }) => !ringed).map(({ stop }) => words[stop]);
  const covered = [...seen.values()].filter((where) => !where.seen).map(({ stop }) => words[stop]);
  expect({ missed, ringless, covered }).toEqual({ missed: [], ringless: [], covered: [] });
  const before = (await page.evaluate(WHERE)) as Where | null;
  await page.keyboard.press('Shift+Tab');
  expect((await page.evaluate(WHERE)) as Where | null).not.toEqual(before);
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`${selector} is not reached with Tab`);
}

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement?.id ?? ""');
const pathOf = (page: Page): string => new URL(page.url()).pathname;

async function opened(path: string, name = '', wish: PageWish = {}): Promise<Page> {
  const page = await stage.newPage(wish);
  page.setDefaultTimeout(30_000);
  if (name) await enter(page, name);
  await page.goto(`/app${path}`);
  await settled(page);
  return page;
}

describeInBrowser('with the keyboard alone', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    await prepare();
  }, 180_000);
  afterAll(() => stage?.close());

  const places: [name: string, login: string, look: PageWish, path: () => string][] = [
    ['the login', '', DESK, () => '/login'],
    ['the first question', '', PHONE, () => '/apply'],
    ['a question of the draft', 'sponsor', PHONE, () => `/cases/${cases.half}/draft/deliveryChannel`],
    ['the papers', 'sponsor', DESK, () => `/cases/${cases.half}/draft/papers`],
    ['the case of an applicant', 'sponsor', PHONE, () => `/cases/${cases.correction}`],
    ['the queue', 'clerk', DESK, () => '/desk'],
    ['the material check', 'clerk', DESK, () => `/desk/cases/${cases.submitted}`],
    ['the checklist of a visit', 'edu1', PHONE, () => `/visits/${visit}`],
  ];
  it.each(places)(
    '%s: every place is reached, with a ring around it, in sight, without a trap',
    async (_, who, look, path) => {
      for (const wish of inFull ? [DESK, PHONE] : [look]) {
        const page = await opened(path(), who, wish);
        await expectWalkable(page);
        await page.context().close();
      }
    },
  );

  it('one logs in', async () => {
    const page = await opened('/login');
    await tabTo(page, '#field-login');
    await page.keyboard.type('sponsor');
    await tabTo(page, '#field-password');
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/app/cases');
  });

  it('the first link leads over the head of the page to its content', async () => {
    const page = await opened('/login');
    await page.evaluate('document.activeElement.blur()');
    await tabTo(page, 'a.skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
  });

  it('one answers the first question with Space, and goes on with Enter', async () => {
    const page = await opened('/apply');
    await tabTo(page, 'main input[type=radio]');
    await page.keyboard.press('Space');
    await tabTo(page, 'main button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app\/apply\/\w/);
    await page.waitForFunction('document.activeElement?.tagName === "H1"');
  });

  it('one answers a question of the draft, and it is saved', async () => {
    const page = await opened(`/cases/${cases.half}/draft/contactPhone`, 'sponsor');
    await tabTo(page, '#field-contactPhone');
    await page.keyboard.type('13900000000');
    await tabTo(page, 'main button[type=submit]');
    await page.keyboard.press('Space');
    await page.waitForURL((url) => !url.pathname.endsWith('/contactPhone'));
    expect((await stage.world.view(cases.half)).form['contactPhone']).toBe('13900000000');
  });

  it('one walks down the queue and opens a case', async () => {
    const page = await opened('/desk?scope=all', 'clerk');
    await tabTo(page, 'table.rows tbody a');
    const first = (await page.evaluate('document.activeElement.getAttribute("href")')) as string;
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      `document.activeElement?.matches('table.rows tbody a') && document.activeElement.getAttribute('href') !== '${first}'`,
    );
    const second = (await page.evaluate('document.activeElement.getAttribute("href")')) as string;
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${second}`);
  });

  it('one checks an item at a visit; what is found asks for words', async () => {
    const page = await opened(`/visits/${visit}`, 'edu1', { width: 360 });
    await tabTo(page, '.verdicts input');
    await page.keyboard.press('Space');
    expect(await page.locator('.verdicts input:checked').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await tabTo(page, '.checklist textarea');
    await page.keyboard.type('演示问题');
    expect(await page.locator('.checklist textarea').first().inputValue()).toBe('演示问题');
  });

  it('what is wrong is read first, leads to its field in the same words, and what was typed stays', async () => {
    const page = await opened('/login');
    await tabTo(page, '#field-login');
    await page.keyboard.type('sponsor');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.activeElement?.matches(".summary")');
    const [words] = await page.locator('.summary a').allInnerTexts();
    expect(words).toBe(await page.locator('#field-password-error').innerText());
    expect(await page.getAttribute('#field-password', 'aria-describedby')).toContain('field-password-error');
    expect(await page.inputValue('#field-login')).toBe('sponsor');
    expect(await page.title()).toMatch(/^出错：/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect([await focused(page), pathOf(page)]).toEqual(['field-password', '/app/login']);
    await page.fill('#field-login', '');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.querySelectorAll(".summary a").length === 2');
    await page.waitForFunction('document.activeElement?.matches(".summary")');
    expect(await page.locator('.summary a').allInnerTexts()).toEqual(
      await page.locator('.field-error').allInnerTexts(),
    );
  });
});
