import { MissingGlyphError, type PdfContent, PdfPress } from './index.js';
import { decodeQr, readPdfPages, readPdfText, renderPage, unbroken } from './testing/read-pdf.js';
import { DUPLICATE_SAMPLE, LICENCE_SAMPLE, NOTICE_SAMPLE } from './testing/samples.js';

const madeAt = new Date('2026-03-02T08:00:00Z');
const press = new PdfPress();
const print = (content: PdfContent) => press.print(content, madeAt);
const samples: PdfContent[] = [NOTICE_SAMPLE, LICENCE_SAMPLE, DUPLICATE_SAMPLE];

describe('every template', () => {
  it.each(samples)('$template: the QR code on paper says what was asked', async (content) => {
    expect(await decodeQr(print(content), 0)).toEqual([content.qr]);
  });

  it.each(samples)('$template: the same content and time give the same bytes, in another press too', (content) => {
    const first = print(content);
    expect(print(content).equals(first)).toBe(true);
    expect(new PdfPress().print(content, madeAt).equals(first)).toBe(true);
    expect(press.print(content, new Date('2026-03-03T08:00:00Z')).equals(first)).toBe(false);
  });

  it.each(samples)('$template: declares PDF/A-2b and carries its fonts', (content) => {
    const file = print(content).toString('latin1');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const fonts = [...file.matchAll(/\/FontName\s*\/(\S+)/gu)].map((match) => match[1]);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSerifSC-/u);
  });

  it.each(samples)('$template: says 演示 only in a demonstration', async (content) => {
    const note = '演示文书，不具有法律效力';
    expect(await readPdfText(print(content))).not.toContain('演');
    const pages = await readPdfPages(print({ ...content, demo: true }));
    for (const page of pages) {
      expect(unbroken(page)).toContain(note);
      expect(unbroken(page).split('演示').length - 1).toBeGreaterThanOrEqual(2);
    }
    expect(unbroken(pages[0]!).split('演示').length - 1).toBe(3); // watermark, seal, note
  });

  it.each(samples)('$template: a seal, and a watermark that leaves the QR code readable', async (content) => {
    expect(await redShare(print(content))).toBeGreaterThan(0.003);
    expect(await decodeQr(print({ ...content, demo: true }))).toEqual([content.qr]);
  });
});

describe('a licence', () => {
  it('names school, number and validity', async () => {
    const text = await readPdfText(print(LICENCE_SAMPLE));
    for (const words of [
      LICENCE_SAMPLE.number,
      LICENCE_SAMPLE.name,
      LICENCE_SAMPLE.address,
      LICENCE_SAMPLE.principal,
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('自2026年3月16日至2031年3月15日');
    expect(unbroken(text)).toContain('中华人民共和国民办学校办学许可证（正本）');
    expect(unbroken(text)).toContain('园长样例园长·乙');
  });

  it('original is one landscape page however long its fields', async () => {
    const long = '阿尔丁大街与白云鄂博路交叉口西北侧文化教育产业园区三期综合楼'.repeat(5);
    const pdf = print({ ...LICENCE_SAMPLE, name: long.slice(0, 60), address: long, content: long });
    const { width, height } = await renderPage(pdf, 0, 1);
    expect([width, height]).toEqual([841, 595]);
    const pages = await readPdfPages(pdf);
    expect(pages).toHaveLength(1);
    expect(unbroken(pages[0]!).split(long).length - 1).toBe(2);
  });

  it('duplicate adds sponsor, legal representative and nature, and two pages in all', async () => {
    const pages = await readPdfPages(print(DUPLICATE_SAMPLE));
    expect(pages).toHaveLength(2);
    const face = unbroken(pages[0]!);
    expect(face).toContain('（副本）');
    expect(face).toContain(`举办者${DUPLICATE_SAMPLE.sponsor}法定代表人样例甲䶮`);
    expect(face).toContain('法人属性民办非企业单位（法人）');
    expect(unbroken(pages[1]!)).toMatch(/变更记录.*年检记录/u);
    expect(pages[1]).toContain(DUPLICATE_SAMPLE.number);
  });

  it('carries the code of its type only where the county knows it', async () => {
    const coded = unbroken(await readPdfText(print({ ...DUPLICATE_SAMPLE, typeCode: 'DEMO100002' })));
    expect(coded).toContain('证照代码DEMO100002');
    expect(unbroken(await readPdfText(print(DUPLICATE_SAMPLE)))).not.toContain('证照代码');
  });

  it('keeps its place for a field nobody filled', async () => {
    const bare = unbroken(await readPdfText(print({ ...DUPLICATE_SAMPLE, sponsor: undefined })));
    expect(bare).toContain('举办者法定代表人样例甲䶮');
  });
});

describe('a notice', () => {
  it('carries number, title, text, date and page number', async () => {
    const text = await readPdfText(print(NOTICE_SAMPLE));
    for (const words of [NOTICE_SAMPLE.number, NOTICE_SAMPLE.title, '2026年3月2日', NOTICE_SAMPLE.footer]) {
      expect(text).toContain(words);
    }
    expect(unbroken(text)).toContain(unbroken(NOTICE_SAMPLE.paragraphs[0]!));
    expect(text).toMatch(/—\s*1\s*—/u);
  });

  it('prints hostile text literally', async () => {
    const hostile = '#panic("x") $x$ *x* _y_ `z` = h \\ // c @r <l> [b] {c} #{1+1} https://example.cn \'q\'';
    const content = { ...NOTICE_SAMPLE, title: '#eval("1")', addressee: '*某*：', paragraphs: [hostile] };
    const text = unbroken(await readPdfText(print({ ...content, table: { head: ['$a$'], rows: [['#b'], ['\\c']] } })));
    for (const words of [hostile, '#eval("1")', '*某*：', '$a$', '#b', '\\c']) expect(text).toContain(unbroken(words));
  });

  it('breaks a word without gaps instead of running off the paper', async () => {
    const name = 'IMG_20260302_093015_'.repeat(8) + '.pdf';
    const pdf = print({ ...NOTICE_SAMPLE, paragraphs: [name], table: { head: ['文件'], rows: [[name]] } });
    expect(unbroken(await readPdfText(pdf)).split(name).length - 1).toBe(2);
    expect(await inkRightOf(pdf, 0.88)).toBe(false);
  });

  it('flows over pages with a long table, repeats its head and numbers the pages', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => [
      `${i + 1}`,
      `材料${i + 1}`,
      '剩余租期不足五年，请补交续租协议或同意书。',
    ]);
    const head = ['序号', '材料', '还差什么'];
    const pages = await readPdfPages(print({ ...NOTICE_SAMPLE, table: { head, rows } }));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    pages.forEach((page, i) => expect(page).toMatch(new RegExp(`—\\s*${i + 1}\\s*—`, 'u')));
    expect(unbroken(pages[1]!)).toContain('序号材料还差什么');
    for (const [, material] of rows) expect(unbroken(pages.join(''))).toContain(material);
  });

  it('never leaves the signature alone on a page', async () => {
    for (let paragraphs = 5; paragraphs <= 14; paragraphs++) {
      const texts = Array.from({ length: paragraphs }, () => '本机关收到您的申请，正在审查。'.repeat(3));
      const pages = await readPdfPages(print({ ...NOTICE_SAMPLE, paragraphs: texts, closing: [] }));
      for (const page of pages) expect(unbroken(page)).toContain('正在审查');
    }
  });

  it('takes ragged rows', async () => {
    const table = { head: ['序号', '材料'], rows: [['1'], ['2', '章程', '多出的一格'], []] };
    expect(await readPdfText(print({ ...NOTICE_SAMPLE, table }))).toContain('多出的一格');
  });
});

describe('characters', () => {
  it('prints rare ones of the basic plane', async () => {
    const text = await readPdfText(print({ ...LICENCE_SAMPLE, principal: '㙍䶮翀頔婳' }));
    expect(text).toContain('㙍䶮翀頔婳');
  });

  it('refuses what the font cannot show, and names it', () => {
    const attempt = () => print({ ...LICENCE_SAMPLE, principal: '𠮷野𠮷', name: 'ᠮᠣ幼儿园' });
    expect(attempt).toThrow(MissingGlyphError);
    expect(attempt).toThrow(/𠮷 \(U\+20BB7\)/u);
    try {
      attempt();
    } catch (error) {
      expect((error as MissingGlyphError).characters).toEqual(['ᠮ', 'ᠣ', '𠮷']);
    }
  });

  it('drops unseen ones that came along with copy and paste', async () => {
    const text = await readPdfText(print({ ...LICENCE_SAMPLE, name: '\uFEFF样例\u200B幼儿\u202E园\t ' }));
    expect(text).toContain('样例幼儿园');
  });

  it('refuses a date that is none', () => {
    expect(() => print({ ...NOTICE_SAMPLE, date: '2026年3月2日' })).toThrow(RangeError);
  });
});

/** How much of the first page is seal red. */
async function redShare(pdf: Buffer): Promise<number> {
  const { data } = await renderPage(pdf, 0, 1);
  let red = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [a, green, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
    if (Math.max(a, b) > 120 && green < 80 && Math.min(a, b) < 80) red++;
  }
  return red / (data.length / 4);
}

/** Whether anything dark stands right of a share of the width of the first page. */
async function inkRightOf(pdf: Buffer, share: number): Promise<boolean> {
  const { data, width } = await renderPage(pdf, 0, 1);
  for (let i = 0; i < data.length; i += 4) if ((i / 4) % width > share * width && data[i]! < 128) return true;
  return false;
}
