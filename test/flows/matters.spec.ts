import { randomIds } from '../../libs/platform/src/index.js';
import { World } from './harness.js';

/** Matters without a procedure. */
const WITHOUT_PROCEDURE = ['REOPEN'];
/** Begun by the bureau: nobody applies for them. */
const EX_OFFICIO = ['TERM-INSOLV', 'TERM-REVOKE', 'LAPSE'];
/** Nothing in the law of today lets one be recognised anew; the procedure waits for the bureau's word. */
const SWITCHED_OFF = ['ECC-RECOG'];
const DEMO_COUNTY = 'test/fixtures/packs/159901';

interface Matters {
  items: { code: string; open: boolean }[];
}
interface Settings {
  assumptions: { subject: string; nameZh: string; value: string; where: string }[];
}

let world: World;
let elsewhere: World;
beforeAll(async () => {
  world = await World.make();
  elsewhere = await World.make(undefined, DEMO_COUNTY);
});
afterAll(() => Promise.all([world.close(), elsewhere.close()]));

const openCase = async (matter: string, language = 'zh-CN') =>
  (await world.as('sponsor')).send<{ code: string; detail: string }>(
    'POST',
    '/api/cases',
    { commandId: randomIds.uuid(), matter },
    { headers: { 'accept-language': language } },
  );

describe('the matters of the county', () => {
  it('are all listed, and say whether they can be filed online', async () => {
    const { items } = await world.nobody().get<Matters>('/api/matters');
    expect(items).toHaveLength(27);
    const closed = items.filter(({ open }) => !open).map(({ code }) => code);
    expect(closed.sort()).toEqual([...WITHOUT_PROCEDURE, ...EX_OFFICIO, ...SWITCHED_OFF].sort());
  });

  it('each have a guide, on a page and as data, in both languages', async () => {
    const { items } = await world.nobody().get<Matters>('/api/matters');
    for (const { code } of items) {
      const guide = await world.nobody().get<{ certificate: object | null; open: boolean }>(`/api/matters/${code}`);
      expect([code, guide.certificate === null]).toEqual([code, WITHOUT_PROCEDURE.includes(code)]);
      for (const language of ['zh', 'en']) {
        const page = await world.nobody().send<string>('GET', `/guides/${code}?lang=${language}`);
        expect([code, page.status, page.body.includes('class="button big no-print"')]).toEqual([code, 200, guide.open]);
      }
    }
  });

  it('are grouped by family on one page', async () => {
    const { body } = await world.nobody().send<string>('GET', '/guides');
    expect(body.match(/href="\/guides\/[A-Z-]+/g)).toHaveLength(27);
    expect(body.match(/<section aria-labelledby="[a-z_]+"/g)).toHaveLength(10);
  });

  it('say why a case cannot be opened, and open none', async () => {
    const notOpen = await openCase('REOPEN');
    expect([notOpen.status, notOpen.body.code]).toEqual([409, 'MATTER_NOT_OPEN']);
    const off = await openCase('ECC-RECOG');
    expect([off.status, off.body.code]).toEqual([409, 'MATTER_SWITCHED_OFF']);
    expect(off.body.detail).toContain('没有法律依据，待教育局确认');
    expect((await openCase('ECC-RECOG', 'en')).body.detail).toContain('No legal basis');
    expect((await openCase('PICNIC')).body.code).toBe('MATTER_UNKNOWN');
    const [row] = await world.sql.query<{ n: string }>('select count(*) as n from licensing_case', []);
    expect(row?.n).toBe('0');
  });

  it('have no flow and no estimate of a day before they are open', async () => {
    expect((await world.nobody().send('GET', '/api/matters/REOPEN/flow')).body).toMatchObject({
      code: 'MATTER_NOT_OPEN',
    });
    const estimate = await world
      .nobody()
      .get<{ open: boolean; decisionOn: string | null }>('/api/matters/REOPEN/estimate');
    expect([estimate.open, estimate.decisionOn !== null]).toEqual([false, false]);
  });

  it('show the administrator what the bureau has to confirm, what the authority says only once', async () => {
    const { assumptions } = await (await world.as('sysadmin')).get<Settings>('/api/admin/settings');
    const of = (subject: string) => assumptions.filter((row) => row.subject === subject);
    expect(of('150203').map(({ nameZh }) => nameZh)).toEqual([
      '服务热线',
      '办公地点',
      '管辖法院',
      '文书字号',
      '预约的办公时间',
    ]);
    expect(of('CHG-SPONSOR')).toContainEqual(
      expect.objectContaining({ nameZh: '承诺时限', value: '12 working_day', where: 'national/CHG-SPONSOR.yaml' }),
    );
    expect(of('EST-DIRECT')).toContainEqual(
      expect.objectContaining({ nameZh: '开办资金最低额', value: '300000 CNY', where: '150203/EST-DIRECT.yaml' }),
    );
  });
});

describe('another county, from its folder alone', () => {
  it('offers its own matters under its own name', async () => {
    const { items } = await elsewhere.nobody().get<Matters>('/api/matters');
    expect(items).toHaveLength(13);
    const { body } = await elsewhere.nobody().send<string>('GET', '/guides/EST-DIRECT');
    expect(body).toContain('演示县教育局');
    expect(body).not.toContain('昆都仑');
    expect((await elsewhere.nobody().send('GET', '/api/matters/TRN-SUBJ')).status).toBe(404);
  });

  it('promises what its guide prints, and nothing else changes', async () => {
    interface Guide {
      limits: { promised: { length: number }; statutory: object };
      materials: { id: string; sampleZh: string }[];
    }
    const guides = (code: string) =>
      Promise.all([world, elsewhere].map((one) => one.nobody().get<Guide>(`/api/matters/${code}`)));
    const [here, there] = await guides('EST-DIRECT');
    expect([here?.limits.promised.length, there?.limits.promised.length]).toEqual([20, 30]);
    expect(there?.limits.statutory).toEqual(here?.limits.statutory);
    expect(there?.materials).toEqual(here?.materials);
    const [, moved] = await guides('CHG-ADDR');
    const ids = moved?.materials.map(({ id }) => id);
    expect(ids).not.toContain('EST-EQUIP');
    expect(moved?.materials.find(({ id }) => id === 'PRM-PLAN')?.sampleZh).toBe('手绘的平面图也可以');
  });

  it('runs a case with its own numbers and its own promise', async () => {
    elsewhere.clock.set('2026-03-02');
    const caseId = await elsewhere.accepted();
    const { number, clocks } = await elsewhere.view(caseId);
    expect(number).toBe('159901-20260302-0001');
    expect(clocks.find(({ id }) => id === 'promised_decision')?.deadline.dueOn).toBe('2026-04-14');
  });
});
