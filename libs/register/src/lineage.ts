import type { PlainDate } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';

export type LineageKind = 'merger' | 'division';

/** One line of the story: `predecessor` became `successor`. */
export interface LineageLine {
  predecessor: string;
  successor: string;
  caseId: string;
  kind: LineageKind;
  /** Legal day of the decision. */
  day: PlainDate;
}

/** Written in the transaction of the grant that merges or divides; the same pair twice is refused by the key. */
export async function writeLineage(
  sql: Sql,
  { predecessor, successor, caseId, kind, day }: LineageLine,
  now: Date,
): Promise<void> {
  await sql.query(
    `insert into register_lineage (predecessor, successor, case_id, kind, day, recorded_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [predecessor, successor, caseId, kind, day, now],
  );
}
