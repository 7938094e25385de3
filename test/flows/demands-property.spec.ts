import { randomIds } from '../../libs/platform/src/index.js';
import { World, type Person } from './harness.js';

/** Random officers and a random applicant over many cases: whatever they do, some things never come about. */
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

const STEPS = Number(process.env['STEPS'] ?? 700);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260302);

/** A small generator of its own, so that a red run can be repeated. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const REASONS = [
  '缺少第二页签名',
  '日期写在了错的一栏',
  '缺少第五项内容',
  '及其他材料',
  '请提供复印件',
  '请补上第二页',
];

it('never two notices, never an unlisted demand, never a line more in a reminder, never an ok taken back', async () => {
  const dice = chance(SEED);
  const one = <T>(of: readonly T[]): T => of[dice(of.length)] as T;
  const [sponsor, clerk, reviewer] = [await world.as('sponsor'), await world.as('clerk'), await world.as('reviewer')];
  world.clock.set('2026-03-02');
  const cases = [await world.submitted(), await world.submitted(), await world.submitted(), await world.submitted()];
  let day = 2;

  const sheet = async (caseId: string): Promise<object> => {
    const { materials } = await world.view(caseId);
    const verdicts = materials
      .filter(({ applicable }) => applicable)
      .flatMap(({ lineId }) => {
        const roll = dice(12);
        if (roll === 0) return [];
        return roll < 3 ? [{ lineId, verdict: 'deficient', reason: one(REASONS) }] : [{ lineId, verdict: 'ok' }];
      });
    return {
      verdicts: dice(9) ? verdicts : [...verdicts, { lineId: 'UNLISTED', verdict: 'deficient', reason: '缺一份' }],
    };
  };
  /** A sheet that can pass: what may be deficient is found so by chance. */
  const soundSheet = async (caseId: string): Promise<object> => {
    const { materials } = await world.view(caseId, 'clerk');
    return {
      verdicts: materials
        .filter(({ applicable }) => applicable)
        .map(({ lineId, bound, source }) =>
          !bound && source === 'upload' && dice(4) === 0
            ? { lineId, verdict: 'deficient', reason: `缺少第${dice(9) + 1}项内容` }
            : { lineId, verdict: 'ok' },
        ),
    };
  };
  const MOVES: ((caseId: string) => Promise<unknown>)[] = [
    async (id) => clerk.command(id, 'recordVerdicts', await sheet(id)),
    async (id) => clerk.command(id, 'recordVerdicts', await soundSheet(id)),
    async (id) => clerk.command(id, 'recordVerdicts', await soundSheet(id)),
    (id) => clerk.command(id, 'issueCorrectionNotice'),
    (id) => clerk.command(id, 'remind'),
    (id) => clerk.command(id, 'tellUnmetLines'),
    (id) => (dice(6) ? Promise.resolve() : clerk.command(id, 'accept')),
    (id) => supply(sponsor, id),
    (id) => supply(sponsor, id),
    (id) => sponsor.upload(id, one(['EST-CHARTER', 'EST-POLICY']), Buffer.from(`%PDF-1.4\n${dice(4)}`)),
    (id) =>
      clerk.send('POST', `/api/cases/${id}/messages`, { words: one(['请补充房产证', '正在核验', '还需一份说明']) }),
    (id) =>
      reviewer.command(id, 'proposeRefusal', { reasons: one(['仍缺第五项', '等相关材料']), article: 'ALL 38(2)' }),
    async () => {
      if (dice(12)) return;
      day = Math.min(day + 1, 28);
      world.clock.set(`2026-03-${String(day).padStart(2, '0')}`);
    },
  ];
  for (let step = 0; step < STEPS; step += 1) await one(MOVES)(one(cases));

  const none = async (what: string, text: string): Promise<void> =>
    expect([what, await world.sql.query(text)]).toEqual([what, []]);
  await none(
    'two notices',
    `select case_id from case_event where type = 'issueCorrectionNotice' group by case_id having count(*) > 1
     union select case_id from document where kind = 'correctionNotice' group by case_id having count(*) > 1`,
  );
  await none(
    'a demand that is not of the pack of its case',
    `select d.id from demand d join licensing_case c on c.id = d.case_id
     where not exists (select 1 from matter_pack p, jsonb_array_elements(p.content->'materials') line
       where p.hash = c.pack_hash and line->>'id' = d.line_id and line->>'source' in ('upload', 'form') and line->>'role' <> 'voluntary')`,
  );
  await none(
    'lines told at two times',
    `select case_id from demand where kind in ('proof', 'correction') group by case_id having count(distinct seq) > 1`,
  );
  await none(
    'a reminder with a line more than was told',
    `select d.id from document d, jsonb_array_elements(d.content->'table'->'rows') as r
     where d.kind = 'reminder' and not exists (
       select 1 from demand m join licensing_case c on c.id = m.case_id join matter_pack p on p.hash = c.pack_hash,
         jsonb_array_elements(p.content->'materials') as line
       where m.case_id = d.case_id and line->>'id' = m.line_id and line->>'nameZh' = r->>1)`,
  );
  await none(
    'an ok taken back for the same content',
    `select b.line_id from verdict a join verdict_sheet s on s.id = a.sheet_id
       join verdict_sheet z on z.case_id = s.case_id and z.made_at >= s.made_at join verdict b on b.sheet_id = z.id and b.line_id = a.line_id
       join case_event e on e.case_id = s.case_id and e.type = 'recordVerdicts' and e.payload->>'sheetId' = s.id::text
       join case_event f on f.case_id = s.case_id and f.type = 'recordVerdicts' and f.payload->>'sheetId' = z.id::text
     where e.seq < f.seq and a.verdict = 'ok' and b.verdict = 'deficient' and a.content_hash is not distinct from b.content_hash`,
  );
  await none(
    'a message of the bureau that asks',
    `select id from case_message where side = 'bureau' and words <> '正在核验'`,
  );
  const [seen] = await world.sql.query<{ told: number; reminded: number; demands: number }>(
    `select (select count(*)::int from case_event where type = 'issueCorrectionNotice') as told,
       (select count(*)::int from case_event where type = 'remind') as reminded, (select count(*)::int from demand) as demands`,
  );
  expect([seen?.told, seen?.reminded, seen?.demands].map((n) => Number(n) > 0)).toEqual([true, true, true]);
}, 180_000);

/** Something new behind everything that is asked for, then the supply; refused where nothing is owed. */
async function supply(sponsor: Person, caseId: string): Promise<void> {
  const { demands } = await sponsor.get<{ demands: { lineId: string; state: string }[] }>(`/api/cases/${caseId}`);
  for (const { lineId, state } of demands)
    if (state === 'open') await sponsor.upload(caseId, lineId, Buffer.from(`%PDF-1.4\n${randomIds.uuid()}`));
  await sponsor.command(caseId, 'supplyCorrections');
  await sponsor.command(caseId, 'supplyUnmetLines');
}
