import { brokenLink, entriesOf, openFile, standsWhereItsLogLeads } from '../../libs/cases/src/index.js';
import type { components } from '../../libs/client/src/index.js';
import { DEMO_ACCOUNTS } from '../../apps/api/src/demo.js';
import { ALL_INSPECTORS, World, type Person } from './harness.js';

/** Everybody of the bureau does something at random, for thousands of steps: whatever comes of it, some things never do. */
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

const STEPS = Number(process.env['STEPS'] ?? 2000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261126);
const OFFICERS = DEMO_ACCOUNTS.map(([login]) => login).filter((login) => !/admin$|^sponsor/.test(login));
const PAPERS = ['hygiene_evaluation', 'fire_acceptance', 'structural_safety', 'name_lookup'];

/** A small generator of its own, so that a red run can be repeated. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const roll = dice(SEED);
const one = <T>(of: readonly T[]): T => of[roll(of.length)] as T;

type Move = (caseId: string, who: Person) => Promise<object>;

/** Payloads that are right more often than not, for every step that an officer can take. */
const MOVES: Record<string, Move> = {
  recordVerdicts: async (caseId) => {
    const { materials } = await world.view(caseId);
    const verdicts = materials
      .filter(({ applicable }) => applicable)
      .map(({ lineId, source }) =>
        source === 'upload' && roll(12) === 0
          ? { lineId, verdict: 'deficient', reason: '缺少第二页签名' }
          : { lineId, verdict: 'ok' },
      );
    return { verdicts };
  },
  issueCorrectionNotice: async () => ({}),
  remind: async () => ({}),
  accept: async () => ({}),
  beginReview: async () => ({}),
  tellUnmetLines: async () => ({}),
  arrangeSiteCheck: async () => ({ plannedOn: world.today, members: await team(ALL_INSPECTORS) }),
  recordAttestation: async () => ({
    lane: one(PAPERS),
    result: roll(8) ? 'pass' : 'fail',
    source: '演示查询',
    checkedOn: world.today,
  }),
  concludeReview: async () => ({}),
  serveSpecialProcedureNotice: async () => ({
    ground: one(['appraisal', 'testing', 'expert_review']),
    institution: '演示机构',
    reason: '核实结构安全',
    announcedDays: 1 + roll(3),
  }),
  endSpecialProcedure: async () => ({ ground: 'appraisal', result: 'pass', report: '演示报告' }),
  proposeGrant: async () => ({ opinion: '建议准予' }),
  proposeRefusal: async () => ({ reasons: '核验没有通过', article: 'PSL 29' }),
  passLegality: async () => ({ opinion: '程序合法' }),
  objectToProposal: async () => ({ reasons: '理由写得不够' }),
  sendBackProposal: async () => ({ reasons: '请再核一次' }),
  grant: async () => ({ opinion: '同意', departureReason: '演示：情况不同' }),
  refuse: async () => ({ reasons: '核验没有通过', article: 'PSL 29', departureReason: '演示：情况不同' }),
};
const TYPES = Object.keys(MOVES);

const team = (logins: readonly string[]): Promise<string[]> =>
  Promise.all(logins.map(async (login) => (await world.as(login)).accountId));

/** One officer takes a step in one case: mostly one that is offered, now and then any other. */
async function act(caseId: string): Promise<void> {
  const who = await world.as(one(OFFICERS));
  const seen = await who.send<{ allowed?: { event: string }[] }>('GET', `/api/cases/${caseId}`);
  const offered = (seen.body.allowed ?? []).map(({ event }) => event).filter((event) => event in MOVES);
  const type = offered.length > 0 && roll(5) ? one(offered) : one(TYPES);
  const move = MOVES[type] as Move;
  const { status } = await who.command(caseId, type, await move(caseId, who));
  expect([type, status < 500]).toEqual([type, true]);
}

/** The applicant supplies what is asked for; inspectors sign what they were sent to. */
async function others(caseId: string): Promise<void> {
  const sponsor = await world.as('sponsor');
  const { demands, state } = await sponsor.get<{ demands: { lineId: string; state: string }[]; state: string }>(
    `/api/cases/${caseId}`,
  );
  for (const { lineId, state: of } of demands)
    if (of === 'open') await sponsor.upload(caseId, lineId, Buffer.from(`%PDF-1.4\n${roll(1e6)}`));
  if (state === 'CORRECTION_REQUIRED') await sponsor.command(caseId, 'supplyCorrections');
  for (const login of ALL_INSPECTORS) await signVisits(caseId, await world.as(login));
}

/** Whatever this inspector was sent to and has not signed. A case that went on meanwhile refuses; nothing falls over. */
async function signVisits(caseId: string, inspector: Person): Promise<void> {
  const { items } = await inspector.get<components['schemas']['Visits']>('/api/visits');
  for (const { id, checklist, result } of items.filter((one) => one.caseId === caseId && !one.signedByMe)) {
    const answers = checklist.map((item) => ({ itemId: item.id, answer: 'pass' }));
    const filled = result ? null : await inspector.send('PUT', `/api/visits/${id}/checklist`, { answers });
    const contentHash = result?.contentHash ?? (filled?.body as { contentHash?: string }).contentHash;
    const { status } = await inspector.send('POST', `/api/visits/${id}/signature`, { contentHash });
    expect([filled?.status ?? 200, status].every((one) => one < 500)).toBe(true);
  }
}

interface Dated {
  case_id: string;
  seq: number;
  legal_date: string;
  recorded_at: string;
  hash: string;
}
const dates = (): Promise<Dated[]> =>
  world.sql.query<Dated>(
    `select case_id, seq, legal_date::text as legal_date, at::text as recorded_at, hash from case_event order by case_id, seq`,
  );

it('never two notices, an unlisted demand, a decider who reviewed, or an edited date', async () => {
  world.clock.set('2026-03-02');
  const cases: string[] = [];
  for (let n = 0; n < 8; n += 1) cases.push(await world.submitted());
  const kept: Dated[][] = [];
  let day = 2;
  for (let step = 0; step < STEPS; step += 1) {
    const caseId = one(cases);
    if (roll(12) === 0) await others(caseId);
    else await act(caseId);
    if (roll(60) === 0 && day < 27) {
      day += 1;
      world.clock.set(`2026-03-${String(day).padStart(2, '0')}`);
      await world.work();
      kept.push(await dates());
    }
  }
  const last = new Map((await dates()).map((row) => [`${row.case_id} ${row.seq}`, row]));
  for (const row of kept.flat()) expect(last.get(`${row.case_id} ${row.seq}`)).toEqual(row);
  for (const caseId of cases) {
    expect(brokenLink(await entriesOf(world.sql, caseId))).toBeNull();
    expect(
      standsWhereItsLogLeads(await openFile(world.sql, caseId, world.tools.workshop), world.tools.workshop.shelf),
    ).toBe(true);
  }
  const none = async (what: string, text: string): Promise<void> =>
    expect([what, await world.sql.query(text)]).toEqual([what, []]);
  await none(
    'two notices',
    `select case_id from case_event where type = 'issueCorrectionNotice' group by case_id having count(*) > 1`,
  );
  await none(
    'a demand on no line of the pack of its case',
    `select d.id from demand d join licensing_case c on c.id = d.case_id
     where not exists (select 1 from pack_line l where l.pack_hash = c.pack_hash and l.line_id = d.line_id)`,
  );
  await none(
    'a decider who had a hand in the case',
    `select d.case_id from case_event d where d.type in ('grant', 'refuse') and (
       exists (select 1 from case_event e where e.case_id = d.case_id and e.actor_id = d.actor_id and e.actor_role <> 'decisionMaker')
       or exists (select 1 from verdict_sheet s where s.case_id = d.case_id and s.account_id = d.actor_id)
       or exists (select 1 from site_visit v join visit_member m on m.visit_id = v.id where v.case_id = d.case_id and m.account_id = d.actor_id))`,
  );
  await none(
    'a proposal passed by its author',
    `select p.case_id from case_event p join case_event l on l.case_id = p.case_id and l.type = 'passLegality' and l.seq > p.seq
     where p.type in ('proposeGrant', 'proposeRefusal') and l.actor_id = p.actor_id`,
  );
  await none(
    'a step in the past of the one before it',
    `select b.case_id from case_event a join case_event b on b.case_id = a.case_id and b.seq = a.seq + 1
     where b.legal_date < a.legal_date`,
  );
  const [seen] = await world.sql.query<{ steps: number; decided: number }>(
    `select count(*)::int as steps, (count(*) filter (where type in ('grant', 'refuse')))::int as decided from case_event`,
  );
  // a run in which nothing happens shows nothing
  expect([(seen?.steps ?? 0) > 60, (seen?.decided ?? 0) > 0]).toEqual([true, true]);
}, 600_000);
