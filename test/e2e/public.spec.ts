import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { builtWeb } from '../../apps/api/src/pages/built-web.js';
import {
  describeInBrowser,
  expectNoSidewaysScroll,
  expectNoViolations,
  login,
  Stage,
  type PageWish,
} from './harness.js';
import { photograph, PICTURED, PICTURES } from './pictures.js';
import { publicSamplesOf, publish, type Published } from './public-samples.js';

let stage: Stage;
let published: Published;
let name = '';
let licence = '';
let decision = '';
let notice = '';

const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();
const main = (page: Page): Promise<string> => page.locator('main').innerText();

describeInBrowser('the public pages', () => {
  beforeAll(async () => {
    stage = await Stage.open();
    published = await publish(stage.world);
    ({ name, licence, decision, notice } = published);
  });
  afterAll(() => stage?.close());

  describe('without JavaScript', () => {
    let page: Page;
    beforeAll(async () => {
      page = await stage.newPage({ javaScript: false, width: 360, height: 780 });
    });

    it('three doors, and what everybody may read', async () => {
      await page.goto('/');
      expect(await texts(page, '.door strong')).toEqual(['我要办', '我的办件', '查许可证']);
      await page.click('main a[href="/guides"]');
      await page.click('.door');
      expect(new URL(page.url()).pathname).toBe('/guides/EST-DIRECT');
    });

    it('the guide has every part that a guide must have, in order, and prints its own address', async () => {
      await page.goto('/guides/EST-DIRECT');
      const parts = await texts(page, 'main section > h2');
      expect(parts.slice(0, 5)).toEqual(['基本信息', '办理地点和时间', '申请条件', '申报材料', '特殊环节']);
      expect(parts.slice(5)).toEqual(
        expect.arrayContaining(['办理流程', '收费', '设定依据', '到现场次数', '咨询和投诉', '流程证明']),
      );
      const text = await main(page);
      for (const said of ['不计入', '《行政许可法》第四十五条', '待教育局确认', '申办报告'])
        expect(text).toContain(said);
      expect(text).not.toMatch(/page\.|undefined|\[object/);
      expect(await page.locator('[data-print]').first().isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('svg.qr').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await page.click('.button.big >> nth=0');
      expect(new URL(page.url()).pathname).toBe('/app/apply');
    });

    it('a licence is found by part of its name, by number and from the code on the paper', async () => {
      await page.goto('/check');
      await page.fill('#q', name.slice(8, 12));
      await page.click('main form button');
      expect(await main(page)).toContain(licence);
      expect(await page.inputValue('#q')).toBe(name.slice(8, 12));
      await page.goto(`/check?number=${encodeURIComponent(licence)}`);
      expect(await main(page)).toContain('这张许可证有效');
      expect(await texts(page, '.licence .tag')).toEqual(['已许可，待登记']);
      expect(await page.locator('.licence .tag svg').count()).toBe(1);
    });

    it('a letter is known by its number, whatever brackets somebody types, and nothing of its content is told', async () => {
      for (const typed of [
        decision,
        decision.replace('〔', '[').replace('〕', ']'),
        decision.replace('〔', '(').replace('〕号', ')'),
      ]) {
        await page.goto(`/check?q=${encodeURIComponent(typed)}`);
        expect(await texts(page, '.note h2')).toEqual(['文书是真的']);
        expect(await main(page)).not.toContain(name);
      }
    });

    it('nothing found says how to go on; bad input keeps what was typed', async () => {
      await page.goto(`/check?q=${encodeURIComponent('<b>没有</b>')}`);
      expect(await main(page)).toContain('没有找到“<b>没有</b>”');
      expect((await texts(page, 'main li')).length).toBeGreaterThan(3);
      const long = '长'.repeat(61);
      await page.goto(`/check?q=${encodeURIComponent(long)}`);
      expect(await texts(page, '.summary a')).toEqual(['请缩短到 60 个字以内。']);
      expect((await texts(page, '.field-error'))[0]).toBe('请缩短到 60 个字以内。');
      expect(await page.inputValue('#q')).toBe(long);
      expect(await page.title()).toMatch(/^出错：/);
      await page.goto('/check?q=');
      expect(await page.locator('.summary').count()).toBe(1);
    });

    it('the register turns its pages by key; every institution stands on exactly one', async () => {
      await page.goto('/register');
      const seen = await texts(page, 'tbody th a');
      expect(seen).toHaveLength(20);
      await page.click('a[rel=next]');
      seen.push(...(await texts(page, 'tbody th a')));
      expect(new Set(seen).size).toBe(25);
      expect(await page.locator('a[rel=next]').count()).toBe(0);
      expect((await page.goto('/register?cursor=nonsense'))?.status()).toBe(400);
      expect(await main(page)).toContain('翻页标记无效');
    });

    it('a notice says who was licensed, from when to when, with the days of the week', async () => {
      await page.goto('/notices');
      await page.click('.ways a');
      expect(new URL(page.url()).pathname).toBe(`/notices/${notice}`);
      const text = await main(page);
      expect(text).toContain(name);
      expect(text).toMatch(/有效期起\s+2026年3月\d+日（周.）/);
      await page.click('main .button');
      expect(await main(page)).toContain('这张许可证有效');
    });

    it('a wrong address, and a method that does nothing here, are answered with a way on', async () => {
      const lost = await page.goto('/nowhere/%3Cscript%3E');
      expect([lost?.status(), await page.locator('h1').innerText()]).toEqual([404, '没有找到这一页']);
      expect(await page.locator('main a[href="/"]').count()).toBe(1);
      const headers = { accept: 'text/html' };
      const posted = await page.request.post('/check', { headers });
      expect([posted.status(), posted.headers()['allow']]).toEqual([405, 'GET, HEAD']);
      expect(await posted.text()).toContain('<!doctype html>');
      const api = await page.request.get('/api/nowhere', { headers });
      expect([api.status(), api.headers()['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
      for (const path of [`/notices/${licence}`, '/guides/NO-SUCH', '/%E0%A4%A'])
        expect([path, (await page.request.get(path, { headers })).status()]).toEqual([path, 404]);
    });

    it('关怀版, contrast and language stay from page to page; an address may ask for a language of its own', async () => {
      await page.goto('/guides?lang=en');
      expect(await page.locator('h1').innerText()).toBe('Guides');
      await page.click('.door');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.click('.bar a[lang="zh-CN"]');
      expect(new URL(page.url()).search).toBe('');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await page.click('.bar a >> nth=0');
      await page.click('nav a[href="/register"]');
      expect(await page.locator('html').getAttribute('data-scale')).toBe('24');
      await page.click('.bar a >> nth=0');
    });
  });

  it('the page allows no style and no script but its own files, and carries none in itself', async () => {
    const page = await stage.newPage();
    const answer = await page.goto('/guides/EST-DIRECT');
    const html = (await answer?.text()) ?? '';
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/);
    expect(answer?.headers()['content-security-policy']).toContain("style-src 'self';");
  });

  it('with a script a page can be printed, and read aloud where there is a voice', async () => {
    const page = await stage.newPage();
    await page.goto('/guides/EST-DIRECT');
    await page.locator('[data-print]').first().waitFor({ state: 'visible' });
    expect(await page.locator('[data-read-aloud]').isVisible()).toBe(true);
  });

  it('the door to one’s own cases leads through the login, and the larger type comes along', async () => {
    const page = await stage.newPage({ scale: '24' });
    await page.goto('/');
    await page.click('.door >> nth=1');
    await page.waitForURL(/\/app\/login/);
    await login(page, 'sponsor');
    expect(new URL(page.url()).pathname).toBe('/app/cases');
    expect(await page.locator('html').getAttribute('data-scale')).toBe('24');
  });

  const everyPage = () => Object.values(publicSamplesOf(published));
  if (PICTURES)
    it.each(PICTURED)(
      'is photographed: $scale $contrast $width $lang',
      async (look) => {
        const page = await stage.newPage(look);
        for (const [called, path] of Object.entries(publicSamplesOf(published))) {
          await page.goto(path);
          await photograph(page, `public-${called}`, look);
        }
      },
      120_000,
    );

  /** Each value of each axis at least once, and the two ends together: half of the pages meet each of them, and each page
   * two. FULL=1 takes the whole product and every page. */
  const SOME: PageWish[] = [
    { scale: '18', contrast: 'normal', width: 1366, lang: 'zh' },
    { scale: '18', contrast: 'high', width: 360, lang: 'en' },
    { scale: '24', contrast: 'normal', width: 360, lang: 'zh' },
    { scale: '24', contrast: 'high', width: 1366, lang: 'zh' },
  ];
  const ALL: PageWish[] = (['18', '24'] as const).flatMap((scale) =>
    (['normal', 'high'] as const).flatMap((contrast) =>
      [360, 1366].flatMap((width) => (['zh', 'en'] as const).map((lang) => ({ scale, contrast, width, lang }))),
    ),
  );
  const FULL = process.env['FULL'] === '1';
  const meets = (page: number, look: number): boolean => FULL || [page % 4, (page + 1) % 4].includes(look);
  it.each((FULL ? ALL : SOME).map((wish, look) => ({ ...wish, look })))(
    'no barrier on any page: $scale $contrast $width $lang',
    async ({ look, ...wish }) => {
      const page = await stage.newPage(wish);
      for (const path of everyPage().filter((_, i) => meets(i, look))) {
        await page.goto(path);
        await expectNoViolations(page);
      }
    },
  );

  it('nothing runs off the side of a page 320 pixels wide, in large type neither', async () => {
    for (const wish of [{ lang: 'en' }, { scale: '24' }, { scale: '30', lang: 'en' }] as const) {
      const page = await stage.newPage({ ...wish, width: 320, height: 640 });
      for (const path of everyPage()) {
        await page.goto(path);
        await expectNoSidewaysScroll(page);
      }
    }
  });

  it('what a finger has to hit is large enough: 48 pixels, 60 in 关怀版, the list of contents too', async () => {
    for (const [scale, least] of [
      ['18', 48],
      ['24', 60],
    ] as const) {
      const page = await stage.newPage({ scale, width: 360 });
      for (const path of ['/', '/guides/EST-DIRECT', '/check', '/register', `/notices/${notice}`]) {
        await page.goto(path);
        const small =
          (await page.evaluate(`[...document.querySelectorAll('.bar a, .masthead a, main .door, main .button, .contents a, .ways li, .target, main input:not([type=hidden])')]
          .filter((e) => e.offsetParent && e.getBoundingClientRect().height < ${least}).map((e) => e.outerHTML.slice(0, 90))`)) as string[];
        expect([path, small]).toEqual([path, []]);
      }
    }
  });

  it('the first page weighs at most 40 kB, compressed, with all that it loads', async () => {
    const { folder, site } = builtWeb();
    const page = await stage.newPage();
    for (const path of ['/', '/guides/EST-DIRECT', '/register']) {
      const files = new Set<string>();
      page.on('response', (response) => files.add(new URL(response.url()).pathname));
      const answer = await page.goto(path, { waitUntil: 'networkidle' });
      const assets = [...files].filter((file) => file.startsWith('/assets/'));
      expect(assets).toEqual(expect.arrayContaining([site.script, ...site.styles]));
      const bytes = [
        (await answer?.body()) ?? '',
        ...assets.map((file) => readFileSync(join(folder, file.slice('/assets/'.length)))),
      ].map((body) => gzipSync(body).length);
      expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(40 * 1024);
    }
  });
});
