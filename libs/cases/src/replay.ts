import {
  begin,
  CARRY_OVERS,
  decide,
  type CaseSnapshot,
  type Procedure,
  type ProcedureEvent,
} from '../../procedures/src/index.js';
import { canonicalJson } from '../../platform/src/index.js';
import type { MatterPack } from '../../law/src/index.js';
import type { LogEntry } from './log.js';
import type { PackShelf } from './pack-shelf.js';

type Entry = Pick<LogEntry, 'seq' | 'type' | 'payload' | 'machine_hash'>;

/**
 * Decides the whole log again, step by step, each on the chart that it was decided on.
 * @param chartOf the chart of a hash, of today or of an earlier release
 * @returns where the case must stand
 * @throws Error naming the entry that would be refused
 */
export function replay(chartOf: (hash: string) => Procedure, log: readonly Entry[], opened: string): CaseSnapshot {
  const [first] = log;
  const start = first?.type === 'carryOver' ? String(first.payload['from']) : (first?.machine_hash ?? opened);
  return log.reduce<CaseSnapshot>(
    (snapshot, entry) => {
      if (entry.type === 'carryOver') return carriedOver(snapshot, entry);
      const event = { type: entry.type, ...(entry.payload['facts'] as object | undefined) } as ProcedureEvent;
      const decided = decide(chartOf(entry.machine_hash), snapshot, event, null);
      if (decided.refused)
        throw new Error(`entry ${entry.seq} (${entry.type}) of the log would be refused: ${decided.rule.code}`);
      return decided.snapshot;
    },
    begin(chartOf(start)),
  );
}

function carriedOver(snapshot: CaseSnapshot, { seq, payload }: Entry): CaseSnapshot {
  const way = CARRY_OVERS.find(({ release }) => release === payload['release']);
  if (!way) throw new Error(`entry ${seq} of the log carries over from a release that is not kept`);
  return way.map(snapshot);
}

/** Whether a case stands where its log leads. */
export function standsWhereItsLogLeads(
  {
    pack,
    log,
    row,
  }: { pack: MatterPack; log: readonly LogEntry[]; row: { snapshot: CaseSnapshot; machine_hash: string } },
  shelf: PackShelf,
): boolean {
  const chartOf = (hash: string): Procedure => shelf.chartOf(pack, hash);
  return canonicalJson(replay(chartOf, log, row.machine_hash)) === canonicalJson(row.snapshot);
}
