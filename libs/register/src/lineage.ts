import { endOfDay, type PlainDate } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';
import { placed, type LineageEdge, type LineageGraph, type LineageKind } from './lineage-graph.js';

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

/** Everybody who is connected with an institution by mergers and divisions, as it had been written by the end of a day. */
export async function lineageOf(sql: Sql, institutionId: string, recordedOn: PlainDate): Promise<LineageGraph> {
  const edges = await sql.query<LineageEdge>(
    `with recursive kin (id) as (
       select $1::uuid
       union
       select case when l.predecessor = kin.id then l.successor else l.predecessor end
       from kin join register_lineage l on (l.predecessor = kin.id or l.successor = kin.id) and l.recorded_at < $2
     )
     select l.predecessor, l.successor, l.kind, l.day::text as day, c.number as "caseNumber"
     from kin join register_lineage l on l.predecessor = kin.id and l.recorded_at < $2
       join licensing_case c on c.id = l.case_id
     order by l.day, l.recorded_at, l.predecessor, l.successor`,
    [institutionId, endOfDay(recordedOn)],
  );
  if (edges.length === 0) return { nodes: [], edges: [] };
  const ids = [...new Set(edges.flatMap(({ predecessor, successor }) => [predecessor, successor]))];
  const institutions = await sql.query<{ id: string; name: string; state: string }>(
    'select id, name, state from institution where id = any($1)',
    [ids],
  );
  return placed(institutions, edges);
}
