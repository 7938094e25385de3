import type { Page } from 'playwright-core';
import { ROUTES, type PageName } from '../../apps/web/src/route-table.js';
import {
  describeInBrowser,
  expectNoSidewaysScroll,
  expectNoViolations,
  login,
  settled,
  Stage,
  wear,
  type PageWish,
} from './harness.js';
import { ONLY, photograph, PICTURED, PICTURES } from './pictures.js';
import { prepareCases, samplesOf, type Sample } from './samples.js';

const FULL = process.env['FULL'] === '1';

/** The looks that differ most; each meets a quarter of the pages. FULL=1 takes every page in the whole product. */
const SOME: readonly PageWish[] = [
  { scale: '18', contrast: 'normal', lang: 'zh', width: 360 },
  { scale: '24', contrast: 'high', lang: 'zh', width: 360 },
  { scale: '18', contrast: 'normal', lang: 'en', width: 1366 },
  { scale: '24', contrast: 'normal', lang: 'zh', width: 1366 },
];
const ALL: readonly PageWish[] = (['18', '24'] as const).flatMap((scale) =>
  (['normal', 'high'] as const).flatMap((contrast) =>
    [360, 1366].flatMap((width) => (['zh', 'en'] as const).map((lang) => ({ scale, contrast, width, lang }))),
  ),
);

let stage: Stage;
let samples: Sample[] = [];
const open = new Map<string, Page>();

/** One browser a person: the login page once, then from page to page in the look that is asked for. */
async function browserOf({ login: name = '' }: Sample): Promise<Page> {
  const page = open.get(name) ?? (await stage.newPage());
  if (name && !open.has(name)) await login(page, name);
  open.set(name, page);
  return page;
}

async function visit(sample: Sample, look: PageWish): Promise<Page> {
  const page = await browserOf(sample);
  await wear(page, look);
  if (sample.keeps) {
    const [key, value] = sample.keeps;
    await page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(JSON.stringify(value))})`);
  }
  await page.goto(`/app${sample.path}`);
  await settled(page);
  return page;
}

/** A page that led somewhere else, or did not load, was not looked at. */
async function expectArrived(page: Page, { path }: Sample): Promise<void> {
  const { pathname } = new URL(page.url());
  const failures = await page.locator('main > .note.bad[role=alert]').allInnerTexts();
  expect([pathname, failures]).toEqual([`/app${path.split('?')[0]}`, []]);
  if (path.includes('/step-')) expect([path, await page.locator('main .step').count()]).toEqual([path, 1]);
}

async function noBarrier(sample: Sample, look: PageWish): Promise<string[]> {
  try {
    const page = await visit(sample, look);
    await expectArrived(page, sample);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    return [];
  } catch (error) {
    return [`${sample.path} ${JSON.stringify(look)}\n${error instanceof Error ? error.message : String(error)}`];
  }
}

async function picture(sample: Sample, look: PageWish): Promise<string[]> {
  await photograph(await visit(sample, look), `${samples.indexOf(sample)}-${sample.page}`, look);
  return [];
}

const nameOf = ({ page, path }: Sample): string => `${page} ${path.replace(/[0-9a-f-]{36}/, '…')}`;

/** Every barrier of a page is told, not the first one only. */
async function walk(page: PageName, looksOf: (sample: Sample) => readonly PageWish[]): Promise<void> {
  const found: string[] = [];
  for (const sample of samples.filter((one, i) => one.page === page && (!ONLY || ONLY.has(i))))
    for (const look of looksOf(sample)) found.push(...(await (PICTURES ? picture : noBarrier)(sample, look)));
  expect(found).toEqual([]);
}

const looksOf = (sample: Sample): readonly PageWish[] =>
  PICTURES ? PICTURED : FULL ? ALL : SOME.filter((_, i) => i === samples.indexOf(sample) % SOME.length);

describeInBrowser('every page of the application', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    const all = samplesOf(await prepareCases(stage.world));
    samples = ROUTES.flatMap(({ page }) => (all[page] ?? []).map((sample) => ({ ...sample, page })));
  }, 180_000);
  afterAll(() => stage?.close());

  it('is looked at: every route has a sample, and each look meets a quarter of them', () => {
    const without = ROUTES.filter(({ page }) => !samples.some((sample) => sample.page === page));
    expect(without).toEqual([]);
    expect(new Set(samples.map(nameOf)).size).toBeGreaterThanOrEqual(ROUTES.length);
    for (const look of SOME) {
      const met = samples.filter((sample) => looksOf(sample).includes(look)).length;
      if (!FULL && !PICTURES) expect(met).toBeGreaterThanOrEqual(Math.floor(samples.length / SOME.length));
    }
  });

  it.each(ROUTES.map(({ page, path }) => [page, path] as const))(
    '%s (%s) has no barrier and does not scroll sideways',
    (page) => walk(page, looksOf),
    FULL || PICTURES ? 1_800_000 : 120_000,
  );
});
