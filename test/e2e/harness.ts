import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../apps/api/src/demo.js';
import { cookieOf, LOOK_COOKIE, type Look } from '../../apps/api/src/http/look.js';
import { openQueueStore, Relay } from '../../libs/jobs/src/index.js';
import { machineNow } from '../../libs/platform/src/index.js';
import { World } from '../flows/harness.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SKIPPED = process.env['SKIP_BROWSER'] === '1';

/** `describe` for tests that need a browser; with SKIP_BROWSER=1 they are skipped and counted as such. */
export const describeInBrowser = SKIPPED ? describe.skip : describe;
if (SKIPPED) console.warn('SKIP_BROWSER=1: the tests in the browser are skipped');

export interface PageWish {
  width?: number;
  height?: number;
  scale?: Look['scale'];
  contrast?: Look['contrast'];
  lang?: Look['language'];
  javaScript?: boolean;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The real application on a port of its own, with everybody in it, and a browser in front of it. */
export class Stage {
  private relay: Relay | undefined;

  private constructor(
    readonly world: World,
    readonly base: string,
    private readonly browser: Browser,
  ) {}

  /** @param withRelay jobs run by themselves, as in the running system; otherwise when the test calls `world.work()` */
  static async open({ withRelay = false } = {}): Promise<Stage> {
    const browser = await launch();
    const world = await World.make('http://127.0.0.1');
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const stage = new Stage(world, `http://127.0.0.1:${port}`, browser);
    if (withRelay) stage.startRelay();
    return stage;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.relay?.stop();
    await this.world.close();
  }

  /** A browser of one's own: nothing is shared with other pages. */
  async newPage(wish: PageWish = {}): Promise<Page> {
    const { width = 1366, height = 768, scale = '18', contrast = 'normal', lang = 'zh', javaScript = true } = wish;
    const context = await this.browser.newContext({
      baseURL: this.base,
      viewport: { width, height },
      javaScriptEnabled: javaScript,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      // axe is put into the page from outside; what the page itself may run is tested by its own headers
      bypassCSP: true,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await dress(page, this.base, { scale, contrast, language: lang });
    return page;
  }

  private startRelay(): void {
    const { workshop, files, press } = this.world.tools;
    const queue = openQueueStore({ databaseUrl: this.world.database.appUrl });
    const log = { error: (detail: object, message: string) => console.error(message, detail) };
    this.relay = new Relay({ workshop, files, press }, queue, log, machineNow);
    this.relay.start(50);
  }
}

const dress = (page: Page, base: string, look: Look): Promise<void> =>
  page.context().addCookies([{ name: LOOK_COOKIE, value: cookieOf(look), url: base }]);

/** The same browser in another look and width, from the next page on. */
export async function wear(page: Page, wish: PageWish): Promise<void> {
  const { width = 1366, height = 768, scale = '18', contrast = 'normal', lang = 'zh' } = wish;
  if (!page.url().startsWith('http')) await page.goto('/app/login');
  await dress(page, new URL(page.url()).origin, { scale, contrast, language: lang });
  await page.setViewportSize({ width, height });
}

/** The page is there: it has its heading, and nothing on it is still being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    'document.querySelector("main h1") !== null && document.querySelector("[aria-busy=true]") === null',
  );
}

async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`no browser at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM, or SKIP_BROWSER=1`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}

/** Through the login page, as a person would. */
export async function login(page: Page, name: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/app/login');
  await page.fill('#field-login', name);
  await page.fill('#field-password', password);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

/** Logged in without the login page, for tests that begin on a page behind it: the browser keeps the cookie. */
export async function enter(page: Page, name: string, password = DEMO_PASSWORD): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { login: name, password } });
  expect([name, answer.status()]).toEqual([name, 200]);
}

/** Every rule of WCAG 2.2 A and AA that a program can check, and best practice beside them. */
export async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  // what passes is neither written down in the page nor brought here: that took as long as the rules
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'], reporter: 'no-passes' })})
      .then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  )) as string[];
  expect([new URL(page.url()).pathname, found]).toEqual([new URL(page.url()).pathname, []]);
}

/** Nothing makes a person push the page to and fro. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [inner, shown] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number];
  expect([page.url(), inner]).toEqual([page.url(), Math.min(inner, shown)]);
}
