import type { Transaction } from '../../platform/src/index.js';
import type { CaseSnapshot } from '../../procedures/src/index.js';
import { ALARMS_SET, type Alarms } from './alarms.js';
import type { LogEntry } from './log.js';

/** What a case is after a step, as far as its row says it. */
export interface Moved {
  number: string | null;
  institutionName: string;
  claimedName: string | null;
  snapshot: CaseSnapshot;
  closedAt: Date | null;
  /** The calendar that a closed case stays under. */
  calendarVersion: string | null;
  alarms: Alarms;
}

/**
 * Appends one entry, moves its case and sets its alarms, in one statement. The primary key refuses a second entry with the same number; a
 * case that does not stand where the entry before left it gives no id, and an entry without a case is refused.
 */
export function enterStep(sql: Transaction, entry: LogEntry, moved: Moved): void {
  sql.send(
    `with moved as (
       update licensing_case set number = $16, institution_name = $17, state = $5, owner_role = $8, snapshot = $18, version = $2,
         last_hash = $15, updated_at = $9, closed_at = $19, calendar_version = $20, claimed_name = $21, machine_hash = $12
       where id = $1 and last_hash = $14 and version + 1 = $2 returning id),
     ${ALARMS_SET('$1', '$22', '$23', '$24')}
     insert into case_event (case_id, seq, command_id, type, state, actor_id, actor_role, owner_role, at, legal_date, payload,
       machine_hash, pack_hash, prev_hash, hash)
     values ((select id from moved), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      entry.case_id,
      entry.seq,
      entry.command_id,
      entry.type,
      entry.state,
      entry.actor_id,
      entry.actor_role,
      entry.owner_role,
      entry.at,
      entry.legal_date,
      JSON.stringify(entry.payload),
      entry.machine_hash,
      entry.pack_hash,
      entry.prev_hash,
      entry.hash,
      moved.number,
      moved.institutionName,
      JSON.stringify(moved.snapshot),
      moved.closedAt,
      moved.calendarVersion,
      moved.claimedName,
      moved.alarms.clocks,
      moved.alarms.wakeAt,
      moved.alarms.provisional,
    ],
  );
}
