import { World, type Answer } from './harness.js';

interface Told {
  items: { title: string; passage: string; article: string | null; link: string; score: number }[];
  hotline: string;
  code?: string;
  errors?: { field: string; code: string }[];
}

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world?.close());

const send = (query: string): Promise<Answer<Told>> => world.nobody().send<Told>('GET', `/api/public/answers${query}`);
const ask = (q: string): Promise<Answer<Told>> => send(`?q=${encodeURIComponent(q)}`);

describe('GET /api/public/answers', () => {
  it('answers with passages, their article and where they stand', async () => {
    const { status, body } = await ask('补正');
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      title: '补正',
      article: '《行政许可法》第三十二条第一款第四项',
      link: '/ask#correction',
    });
    expect(body.hotline).toBe('待教育局确认');
  });

  it.each(['今天天气怎么样', '', '？？？', '护照怎么办理', "' or 1=1; --", '<img src=x onerror=alert(1)>', '%00'])(
    '"%s": no answer, and whom to call',
    async (q) => {
      const { status, body } = await ask(q);
      expect([status, body.items, body.hotline]).toEqual([200, [], '待教育局确认']);
    },
  );
  it('no question at all is no answer', async () => expect((await send('')).body.items).toEqual([]));

  it.each([
    [`?q=${encodeURIComponent('长'.repeat(5000))}`, 'q', 'INVALID'],
    [`?q=${encodeURIComponent('长'.repeat(201))}`, 'q', 'INVALID'],
    ['?q=a%00b', 'q', 'INVALID'],
    ['?q=a&q=b', 'q', 'TEXT_LENGTH'],
    ['?question=a', 'question', 'FIELD_UNKNOWN'],
    ['?q=a&lang=fr', 'lang', 'NOT_AN_OPTION'],
  ])('%.40s is refused', async (query, field, code) => {
    const { status, body } = await send(query);
    expect([status, body.code, body.errors?.map((one) => [one.field, one.code])]).toEqual([
      422,
      'FIELDS_INVALID',
      [[field, code]],
    ]);
  });

  it('every link of every answer leads to a place that is there', async () => {
    const page = async (path: string): Promise<string> => {
      const { status, body } = await world.nobody().send<string>('GET', path);
      expect([path, status]).toEqual([path, 200]);
      return body;
    };
    const links = new Set<string>();
    const asked =
      '材料 时限 收费 条件 流程 依据 鉴定 消防 送达 复议 电话 窗口 有效期 补正 年检 踏勘 幼儿园 证明 制度 跑几趟 受理';
    for (const q of asked.split(' ')) for (const { link } of (await ask(q)).body.items) links.add(link);
    expect(links.size).toBeGreaterThan(15);
    for (const link of links) {
      const [path = '', anchor] = link.split('#');
      const html = await page(path);
      if (anchor) expect([link, html.includes(`id="${anchor}"`)]).toEqual([link, true]);
    }
  });
});
