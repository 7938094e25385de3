import { plainDate } from '../../libs/law/src/index.js';
import {
  BRANCHES,
  REHEARSED_APPRAISAL_DAYS,
  rehearse,
  type Branches,
  type StepId,
} from '../../libs/publicity/src/index.js';
import { readPdfText, unbroken } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { ALL_INSPECTORS, World } from './harness.js';

interface Guide {
  code: string;
  maxTrips: number;
  open: boolean;
  packHash: string;
  limits: { promised: { length: number; unit: string } | null };
  materials: { id: string; nameZh: string }[];
  attestations: { lane: string }[];
}
interface Estimate {
  materials: { id: string }[];
  trips: number;
  answerOn: string | null;
  decisionOn: string | null;
  statutoryOn: string | null;
  situation: { facts: Record<string, boolean>; zh: string };
}
interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const open = (url: string, headers: Record<string, string> = {}) =>
  world.nobody().send<string>('GET', url, undefined, { headers });
const running = () => world.tools.workshop.shelf.running();

describe('the papers', () => {
  it('are PDFs that may be cached, and are not sent again to who has them', async () => {
    for (const paper of ['guide', 'checklist', 'form']) {
      const { status, headers } = await open(`/guides/EST-DIRECT/${paper}.pdf`);
      expect([paper, status, headers['content-type']]).toEqual([paper, 200, 'application/pdf']);
      expect(headers['cache-control']).toBe('public, max-age=3600');
      const again = await open(`/guides/EST-DIRECT/${paper}.pdf`, { 'if-none-match': String(headers['etag']) });
      expect([again.status, again.body]).toEqual([304, '']);
    }
  });

  it('a checklist honours the declared facts of its address', async () => {
    const bytes = async (query: string) =>
      unbroken(
        await readPdfText(await (await world.as('sponsor')).download(`/guides/EST-DIRECT/checklist.pdf${query}`)),
      );
    expect(await bytes('?joint_sponsors=true&donated=false')).toContain('联合办学协议');
    expect(await bytes('?joint_sponsors=false')).not.toContain('联合办学协议');
    expect(await bytes('?donated=false')).not.toContain('捐赠协议');
  });

  it('an unknown matter is 404; an unknown fact or a wrong value is 422 and named', async () => {
    for (const path of ['guide.pdf', 'checklist.pdf', 'form.pdf', 'rehearsal'])
      expect([path, (await open(`/guides/PICNIC/${path}`)).status]).toEqual([path, 404]);
    const refused = async (url: string) => {
      const { status, body } = await world.nobody().send<Problem>('GET', url);
      return [status, body.errors?.[0]?.field, body.errors?.[0]?.code];
    };
    for (const at of ['/guides/EST-DIRECT/checklist.pdf', '/api/matters/EST-DIRECT/estimate']) {
      expect(await refused(`${at}?weather=true`)).toEqual([422, 'weather', 'FIELD_UNKNOWN']);
      expect(await refused(`${at}?donated=perhaps`)).toEqual([422, 'donated', 'NOT_AN_OPTION']);
      expect((await world.nobody().send('GET', `${at}?donated=true&donated=false`)).status).toBe(422);
    }
    expect(await refused('/guides/EST-DIRECT/rehearsal?health=perhaps')).toEqual([422, 'health', 'NOT_AN_OPTION']);
    for (const from of ['2026-02-30', 'soon', '1900-01-01', '']) {
      const page = await open(`/guides/EST-DIRECT/rehearsal?from=${from}`);
      expect([from, page.status, page.body.includes('field-error')]).toEqual([from, 422, true]);
    }
  });
});

describe('open data', () => {
  it('is all guides in one document, each the guide of its matter', async () => {
    const all = await world.nobody().get<{ hash: string; items: Guide[] }>('/api/public/matters');
    expect(all.items).toHaveLength(27);
    for (const item of all.items) expect(item).toEqual(await world.nobody().get(`/api/matters/${item.code}`));
    expect(all.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has the three lists as data, as a page and as a table file that opens as text', async () => {
    for (const list of ['powers', 'responsibilities', 'services']) {
      const { items } = await world
        .nobody()
        .get<{ items: { code: string; nameZh: string }[] }>(`/api/public/lists/${list}`);
      const page = await open(`/lists/${list}`);
      const csv = await open(`/api/public/lists/${list}/csv`);
      expect([page.status, csv.status, String(csv.headers['content-type'])]).toEqual([
        200,
        200,
        'text/csv; charset=utf-8',
      ]);
      expect(csv.body.startsWith('\uFEFF"')).toBe(true);
      expect(csv.body.trim().split('\r\n')).toHaveLength(items.length + 1);
      for (const { nameZh } of items) {
        expect(page.body).toContain(nameZh);
        expect(csv.body).toContain(nameZh);
      }
    }
    expect((await open('/lists/wishes')).status).toBe(404);
    expect((await open('/lists')).body.match(/href="\/lists\/[a-z]+"/g)).toHaveLength(3);
  });
});

describe('what is shown is what the workflow runs on', () => {
  it('a: the materials of an estimate are those that a real case with the same facts is asked for', async () => {
    for (const [facts, form] of [
      ['?kindergarten=true', {}],
      ['?kindergarten=true&donated=true', { usesFiscalOrDonatedAssets: true }],
    ] as const) {
      const estimate = await world.nobody().get<Estimate>(`/api/matters/EST-DIRECT/estimate${facts}`);
      const { materials } = await world.view(await world.drafted(form));
      const asked = materials.filter(({ applicable }) => applicable).map(({ lineId }) => lineId);
      expect(estimate.materials.map(({ id }) => id).sort()).toEqual(asked.sort());
    }
  });

  it('b: the dates of an estimate are those that the clocks of a real case get', async () => {
    const estimate = await world.nobody().get<Estimate>('/api/matters/EST-DIRECT/estimate');
    const caseId = await world.submitted();
    const due = async (clock: string) =>
      (await world.view(caseId)).clocks.find(({ id }) => id === clock)?.deadline.dueOn ?? null;
    expect(await due('correction_or_acceptance')).toBe(estimate.answerOn);
    world.clock.set(estimate.answerOn ?? '');
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await clerk.does(caseId, 'accept');
    expect([await due('promised_decision'), await due('establish_decision')]).toEqual([
      estimate.decisionOn,
      estimate.statutoryOn,
    ]);
  });

  it('c, d: the trips shown are those that were proved, the lanes those that the procedure waits for', async () => {
    for (const { pack, procedure } of running()) {
      const guide = await world.nobody().get<Guide>(`/api/matters/${pack.code}`);
      const worst = world.tools.certificates.get(pack.code)?.properties.find(({ id }) => id === 'a')?.worst;
      // the proof shows the most that any path demands; a guide may not promise less
      expect([pack.code, guide.maxTrips >= Number(worst)]).toEqual([pack.code, true]);
      expect(guide.attestations.map(({ lane }) => lane)).toEqual(procedure.input.lanes);
    }
  });
});

describe('triage', () => {
  const ways: readonly [string, string, string][] = [
    [
      'want=open&kind=kindergarten&ready=ready&nature=non_profit&donated=no&joint_sponsors=yes',
      '民办学校直接申请正式设立',
      '两个以上举办者联合举办',
    ],
    ['want=open&kind=nursery', '这件事不在这里办', '卫生健康局'],
    ['want=open&kind=vocational', '这件事不在这里办', '《民办教育促进法》第十二条'],
    ['want=open&kind=tutoring&subject=subject', '现在不再批准新的', '校外培训负担'],
    ['want=open&kind=school&stage=primary&school_nature=for_profit', '这样不能办', '《民办教育促进法》第十九条第一款'],
    ['want=bureau&bureau=lapsed', '您不用申请', '/guides/LAPSE'],
    ['want=open&kind=centre', '幼儿中心认定', '没有法律依据'],
  ];
  it.each(ways)('%s ends in the right place', async (query, said, also) => {
    const { status, body } = await open(`/triage?${query}`);
    expect([status, body.includes(said), body.includes(also)]).toEqual([200, true, true]);
    expect(body).not.toMatch(/triage\.|undefined|\[object/);
  });

  it('asks one question a page, keeps the answers in the address, and says when nothing was chosen', async () => {
    const { body } = await open('/triage?want=open&kind=kindergarten&ready=ready&asked=nature&utm_source=elsewhere');
    expect(body).toContain('name="kind" value="kindergarten"');
    expect(body.match(/<fieldset/g)).toHaveLength(1);
    expect(body).toContain('field-error');
    expect(body).toContain('href="/triage?want=open&amp;kind=kindergarten"');
    expect(body).toMatch(/所需材料 \d+ 项.*最多跑 1 次.*最迟/s);
    expect((await open('/triage?want=nonsense')).body).toContain('name="want"');
  });
});

describe('rehearsal', () => {
  const daysOf = async (code: string, branches: Branches) => {
    const { pack, procedure } = world.tools.workshop.shelf.current(code);
    const calendar = await world.tools.workshop.calendars.inForce(world.sql);
    const steps = rehearse({ pack, procedure, calendar, from: plainDate('2026-03-02'), branches });
    return (id: StepId): string => steps.find((step) => step.id === id)?.on ?? 'none';
  };
  const due = async (caseId: string, clock: string) =>
    (await world.view(caseId)).clocks.findLast(({ id }) => id === clock)?.deadline.dueOn;
  const clerkAccepts = async (caseId: string) => {
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await clerk.does(caseId, 'accept');
  };

  it('if a correction is needed: every day is that of a real case in which everybody takes all the time', async () => {
    const on = await daysOf('EST-DIRECT', { correction: true });
    const caseId = await world.submitted();
    expect(await due(caseId, 'correction_or_acceptance')).toBe(on('told'));
    world.clock.set(on('told'));
    const clerk = await world.as('clerk');
    await clerk.does(
      caseId,
      'recordVerdicts',
      await world.verdicts(caseId, { 'EST-CHARTER': '缺少决策机构的议事规则' }),
    );
    await clerk.does(caseId, 'issueCorrectionNotice');
    expect(await due(caseId, 'correction_period')).toBe(on('supplied'));
    world.clock.set(on('supplied'));
    const sponsor = await world.as('sponsor');
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nnine items'));
    await sponsor.does(caseId, 'supplyCorrections');
    expect(await due(caseId, 'correction_or_acceptance')).toBe(on('accepted'));
    world.clock.set(on('accepted'));
    await clerkAccepts(caseId);
    expect([await due(caseId, 'promised_decision'), await due(caseId, 'establish_decision')]).toEqual([
      on('decided'),
      on('statutory'),
    ]);
  });

  it('if health fails: the rectification ends, and the decision is due, as in a real case', async () => {
    const on = await daysOf('EST-DIRECT', { health: true });
    const caseId = await world.submitted();
    world.clock.set(on('accepted'));
    await clerkAccepts(caseId);
    world.clock.set(on('visited'));
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS, ['H-11']);
    expect([await due(caseId, 'rectification_period'), await due(caseId, 'promised_decision')]).toEqual([
      on('rectified'),
      on('decided'),
    ]);
  });

  it('if nothing is heard: the clocks run from the day of receipt, as in a real case', async () => {
    const on = await daysOf('EST-DIRECT', { silence: true });
    const caseId = await world.submitted();
    world.clock.set('2026-03-10');
    await world.work();
    expect([await due(caseId, 'promised_decision'), await due(caseId, 'establish_decision')]).toEqual([
      on('decided'),
      on('statutory'),
    ]);
  });

  it('if an appraisal is needed: its days do not count, as in a real case', async () => {
    const on = await daysOf('EST-DIRECT', { appraisal: true });
    const caseId = await world.submitted();
    world.clock.set(on('accepted'));
    await clerkAccepts(caseId);
    world.clock.set(on('appraisalBegun'));
    await (
      await world.as('reviewer')
    ).does(caseId, 'serveSpecialProcedureNotice', {
      ground: 'appraisal',
      institution: '演示鉴定机构',
      reason: '演示：房屋结构安全鉴定',
      announcedDays: REHEARSED_APPRAISAL_DAYS,
    });
    world.clock.set(on('appraisalEnded'), '23:00');
    const days = [await due(caseId, 'promised_decision'), await due(caseId, 'establish_decision')];
    expect(days).toEqual([on('decided'), on('statutory')]);
  });

  it('its page shows those very days, every branch as a link, what is provisional marked', async () => {
    const { body } = await open('/guides/EST-DIRECT/rehearsal?from=2026-03-02&health=yes');
    const on = await daysOf('EST-DIRECT', { health: true });
    for (const step of [
      'filed',
      'accepted',
      'visited',
      'rectified',
      'reChecked',
      'decided',
      'statutory',
      'served',
    ] as const)
      expect(body).toContain(`data-step="${step}" data-on="${on(step)}"`);
    for (const branch of BRANCHES)
      expect([branch, body.includes(`${branch}=yes`) || branch === 'health']).toEqual([branch, true]);
    expect((await open('/guides/EST-DIRECT/rehearsal?from=2026-12-01')).body).toContain('data-provisional');
  });

  it('a matter without a procedure shows the plain line of its limits, one that nobody applies for says so', async () => {
    const without = [...world.tools.workshop.shelf.published.values()].filter(
      ({ procedure, pack }) => !procedure && pack.limits.promised && pack.family !== 'ex_officio',
    );
    for (const { pack } of without) {
      const { body } = await open(`/guides/${pack.code}/rehearsal?from=2026-03-02`);
      expect([pack.code, body.includes('data-step="decided"')]).toEqual([pack.code, true]);
      expect(body).not.toContain('correction=yes');
    }
    expect((await open('/guides/LAPSE/rehearsal')).body).toContain('不由您申请开始');
    for (const { pack } of world.tools.workshop.shelf.published.values())
      expect([pack.code, (await open(`/guides/${pack.code}/rehearsal?lang=en`)).status]).toEqual([pack.code, 200]);
  });
});
