import { begin, decide, type CaseSnapshot, type Procedure, type ProcedureEvent } from '../../procedures/src/index.js';
import { canonicalJson } from '../../platform/src/index.js';
import type { LogEntry } from './log.js';

/**
 * Decides the whole log again, step by step, on the procedure that it was decided on.
 * @returns where the case must stand
 * @throws Error naming the entry that would be refused today
 */
export function replay(procedure: Procedure, log: readonly Pick<LogEntry, 'seq' | 'type' | 'payload'>[]): CaseSnapshot {
  return log.reduce<CaseSnapshot>((snapshot, { seq, type, payload }) => {
    const event = { type, ...(payload['facts'] as object | undefined) } as ProcedureEvent;
    const decided = decide(procedure, snapshot, event, null);
    if (decided.refused) throw new Error(`entry ${seq} (${type}) of the log would be refused: ${decided.rule.code}`);
    return decided.snapshot;
  }, begin(procedure));
}

/** Whether a case stands where its log leads. */
export function standsWhereItsLogLeads(file: {
  procedure: Procedure;
  log: readonly LogEntry[];
  row: { snapshot: CaseSnapshot };
}): boolean {
  return canonicalJson(replay(file.procedure, file.log)) === canonicalJson(file.row.snapshot);
}
