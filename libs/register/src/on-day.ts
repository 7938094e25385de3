import { Refusal, type Sql } from '../../platform/src/index.js';
import { saidOn, turningDays, turnsRecordedBy, type AsOf, type Turn } from './as-of.js';
import type { LineageGraph } from './lineage-graph.js';
import { lineageOf } from './lineage.js';
import type { RegisterFields } from './registered.js';

/** The register's answer for a day: what it says, how it came to say so, and who became whom. */
export interface RegisterOnDay extends AsOf {
  id: string;
  /** Null: not in the register yet, or nothing had been written yet. */
  said: RegisterFields | null;
  /** Every writing that counts, newest first. */
  turns: Turn[];
  /** The days on which something begins to hold. */
  days: string[];
  lineage: LineageGraph;
}

/** @throws Refusal INSTITUTION_NOT_FOUND */
export async function registerOnDay(sql: Sql, id: string, { validOn, recordedOn }: AsOf): Promise<RegisterOnDay> {
  const [known] = await sql.query('select 1 from institution where id = $1', [id]);
  if (!known) throw new Refusal('INSTITUTION_NOT_FOUND');
  const turns = await turnsRecordedBy(sql, id, recordedOn);
  const lineage = await lineageOf(sql, id, recordedOn);
  return {
    id,
    validOn,
    recordedOn,
    said: saidOn(turns, validOn),
    turns: turns.toReversed(),
    days: turningDays(turns),
    lineage,
  };
}
