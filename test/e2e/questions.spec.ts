import type { Page } from 'playwright-core';
import { describeInBrowser, expectNoSidewaysScroll, expectNoViolations, Stage, type PageWish } from './harness.js';

let stage: Stage;
const main = (page: Page): Promise<string> => page.locator('main').innerText();
const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

describeInBrowser('pages that answer', () => {
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  describe('without JavaScript', () => {
    let page: Page;
    beforeAll(async () => {
      page = await stage.newPage({ javaScript: false, width: 360, height: 780 });
    });

    it('a deadline with its weekday, and why it is that day', async () => {
      await page.goto('/');
      await page.click('main a[href="/deadline"]');
      expect(await page.locator('.summary').count()).toBe(0);
      await page.fill('#from', '2026年3月2日');
      await page.fill('#length', '２０');
      await page.fill('#exclude-0', '2026/3/10');
      await page.fill('#exclude-to-0', '2026-03-19');
      await page.click('main form button');
      expect(await texts(page, '.due-day')).toEqual(['2026年4月10日（周五）']);
      expect(await texts(page, 'tbody tr td:nth-of-type(2)')).toEqual(['计入', '不计入', '计入']);
      expect(await main(page)).toContain('《行政许可法》第四十五条');
      expect([await page.inputValue('#from'), await page.inputValue('#exclude-0')]).toEqual([
        '2026年3月2日',
        '2026/3/10',
      ]);
      expect(await page.locator('#exclude-1').count()).toBe(1);
      expect(await page.locator('.note.warn').count()).toBe(0);
    });

    it('a period before a day, and one that is provisional', async () => {
      await page.goto('/deadline?from=2026-08-31&length=30&unit=calendar_day&way=before');
      expect(await texts(page, '.due-day')).toEqual(['2026年8月1日（周六）']);
      expect(await texts(page, '#due')).toEqual(['最晚在这一天']);
      await page.goto('/deadline?from=2026-12-25&length=20&unit=working_day');
      expect(await texts(page, '.note.warn')).toEqual(['这是暂定的结果。有的年份还没有公布放假安排，公布后可能改变。']);
    });

    it('what is wrong is named on top and at its field; what was typed stays', async () => {
      const typed = '<b>2026-02-30</b>';
      await page.goto(
        `/deadline?from=${encodeURIComponent(typed)}&length=0&unit=working_day&excludeFrom=2026-03-19&excludeTo=2026-03-10`,
      );
      expect(await page.title()).toMatch(/^出错：/);
      expect(await texts(page, '.summary a')).toEqual([
        '没有这一天，请写成“2026年2月13日”这样。',
        '期限不能是 0。',
        '结束日期在开始日期之前，请调换。',
      ]);
      for (const [i, id] of ['from', 'length', 'exclude-0'].entries()) {
        expect(await page.locator('.summary a').nth(i).getAttribute('href')).toBe(`#${id}`);
        expect(await page.locator(`#${id}`).getAttribute('aria-invalid')).toBe('true');
        expect(await page.locator(`#${id}-error`).innerText()).toBe((await texts(page, '.summary a'))[i]);
      }
      expect(await page.evaluate('document.activeElement.className')).toBe('summary');
      expect([await page.inputValue('#from'), await page.inputValue('#length')]).toEqual([typed, '0']);
      expect(await page.locator('main b').count()).toBe(0);
    });

    it('a question from the first page is answered with its passage, article and the way there', async () => {
      await page.goto('/');
      await page.fill('#q', '材料不齐怎么办');
      await page.click('main form button');
      expect(new URL(page.url()).pathname).toBe('/ask');
      expect((await texts(page, '.answers h3'))[0]).toBe('材料不齐怎么办？');
      expect(await main(page)).toContain('《行政许可法》第三十二条');
      await page.click('.answers a >> nth=0');
      expect(new URL(page.url()).hash).toBe('#questions');
    });

    it('what nothing answers is said, with the telephone; a question is text and nothing else', async () => {
      await page.goto(`/ask?q=${encodeURIComponent('<i>今天天气怎么样</i>')}`);
      expect(await texts(page, '.note strong')).toEqual(['这个问题，这里没有现成的答案。']);
      expect(await main(page)).toContain('请打咨询电话问：待教育局确认。');
      expect(await page.inputValue('#q')).toBe('<i>今天天气怎么样</i>');
      expect(await page.locator('main i').count()).toBe(0);
      await page.goto(`/ask?q=${encodeURIComponent('长'.repeat(201))}`);
      expect(await texts(page, '.summary a')).toEqual(['请缩短到 200 个字以内。']);
    });

    it('in English the English texts are searched', async () => {
      await page.goto('/ask?lang=en&q=is%20there%20a%20fee');
      expect((await texts(page, '.answers h3'))[0]).toMatch(/^Fee/);
      expect(await page.locator('.answers a >> nth=0').getAttribute('href')).toBe('/guides/EST-DIRECT?lang=en#fee');
    });
  });

  const PAGES = [
    '/ask',
    `/ask?q=${encodeURIComponent('要交什么材料')}`,
    '/ask?q=xyzzy',
    '/ask?q=',
    '/deadline',
    '/deadline?from=2026-03-02&length=20&unit=working_day&exclude=2026-03-10..2026-03-19',
    '/deadline?from=2026-12-25&length=20&unit=working_day',
    '/deadline?from=x&length=0&unit=working_day&excludeFrom=2026-03-19&excludeTo=2026-03-10',
    '/',
  ];
  it.each<PageWish>([
    { scale: '18', contrast: 'normal', width: 1366, lang: 'zh' },
    { scale: '18', contrast: 'high', width: 360, lang: 'en' },
    { scale: '24', contrast: 'normal', width: 360, lang: 'zh' },
  ])('no barrier: $scale $contrast $width $lang', async (wish) => {
    const page = await stage.newPage(wish);
    for (const path of PAGES) {
      await page.goto(path);
      await expectNoViolations(page);
    }
  });

  it('nothing runs off the side at 320 and 360 pixels, in large type neither', async () => {
    for (const wish of [{ width: 320, lang: 'en' }, { width: 360 }, { width: 320, scale: '30' }] as const) {
      const page = await stage.newPage({ ...wish, height: 640 });
      for (const path of PAGES) {
        await page.goto(path);
        await expectNoSidewaysScroll(page);
      }
    }
  });
});
