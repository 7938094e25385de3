import { countyPacks } from '../../../test/builders/pack.js';
import { twentyDayMatter } from '../../../test/builders/twenty-days.js';
import { officialCalendar, plainDate, type MatterPack } from '../../law/src/index.js';
import { begin, decide, type CaseSnapshot, type ProcedureEvent } from '../../procedures/src/index.js';
import { machineFindings } from '../../procedures/src/proofs/prove.js';
import { explore } from '../../procedures/src/proofs/graph.js';
import { clocksOf } from './clocks.js';

const preparation = countyPacks().find(({ code }) => code === 'PREP') as MatterPack;
const { pack, chart } = twentyDayMatter(preparation);

const step = (snapshot: CaseSnapshot, event: ProcedureEvent, by: Parameters<typeof decide>[3] = null) => {
  const decided = decide(chart, snapshot, event, by);
  if (decided.refused) throw new Error(decided.rule.code);
  return decided.snapshot;
};
const accepted = (): CaseSnapshot =>
  [
    { type: 'submit', conditions: 'met', lanes: [] } as const,
    { type: 'recordVerdicts', sheet: 'ok' } as const,
    { type: 'accept' } as const,
  ].reduce<CaseSnapshot>((snapshot, event) => step(snapshot, event), begin(chart));

describe('an extension of a twenty-day limit (ALL 42(1))', () => {
  const extend = { type: 'extendDecision', reasoned: true } as const;

  it('is made once, with reasons, by the one who decides', () => {
    const once = decide(chart, accepted(), extend, 'decisionMaker');
    expect(once.refused).toBe(false);
    if (once.refused) return;
    expect(once.effects).toEqual([{ type: 'issue', document: 'extensionNotice' }]);
    const twice = decide(chart, once.snapshot, extend, 'decisionMaker');
    expect(twice).toMatchObject({ refused: true, rule: { code: 'EXTENSION_NOT_DUE', article: 'ALL 42(1)' } });
  });

  it('is none without reasons, and none of a reviewer or a clerk', () => {
    const unreasoned = decide(chart, accepted(), { ...extend, reasoned: false }, 'decisionMaker');
    expect(unreasoned).toMatchObject({ refused: true, rule: { code: 'EXTENSION_NOT_DUE' } });
    for (const role of ['reviewer', 'windowClerk', 'sponsor', 'legalReviewer'] as const)
      expect(decide(chart, accepted(), extend, role)).toMatchObject({ rule: { code: 'EVENT_NOT_FOR_ROLE' } });
  });

  it('moves the statutory day by ten working days and leaves the promise where it was', () => {
    const entry = (seq: number, type: 'accept' | 'extendDecision', day: string) => ({
      seq,
      type,
      state: 'IN_REVIEW',
      owner_role: 'reviewer' as const,
      legal_date: plainDate(day),
      payload: {},
    });
    const dates = (log: ReturnType<typeof entry>[]) =>
      Object.fromEntries(
        clocksOf(log, ['promised_decision', 'decision_default'], {
          pack,
          known: chart.clocks,
          calendar: officialCalendar(),
          asOf: plainDate('2026-03-20'),
          closed: false,
        }).map(({ id, deadline }) => [id, deadline.dueOn]),
      );
    const plain = dates([entry(1, 'accept', '2026-03-02')]);
    const longer = dates([entry(1, 'accept', '2026-03-02'), entry(2, 'extendDecision', '2026-03-20')]);
    expect([plain['decision_default'], longer['decision_default']]).toEqual(['2026-03-30', '2026-04-14']);
    expect(longer['promised_decision']).toBe(plain['promised_decision']);
  });

  it('leaves every property of the procedure standing', () => {
    const graph = explore(chart);
    expect(graph.unvisited).toEqual([]);
    expect(machineFindings(graph, chart).filter(({ holds }) => !holds)).toEqual([]);
  });
});
