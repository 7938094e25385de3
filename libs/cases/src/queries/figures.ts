import { RUNGS } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';

/** Cases that are not closed, by state. */
export const openCasesByState = (sql: Sql): Promise<{ state: string; count: number }[]> =>
  sql.query(
    'select state, count(*)::int as count from licensing_case where closed_at is null group by state order by 1',
  );

/** Tickets (督办单) that nobody has acknowledged, by the rung on which they stand. */
export async function liveTickets(sql: Sql): Promise<{ rung: string; count: number }[]> {
  const rows = await sql.query<{ rung: number; count: number }>(
    `select rung, count(*)::int as count from (select max(r.rung) as rung from supervision_ticket t
       join ticket_rung r on r.ticket_id = t.id
       where not exists (select 1 from ticket_acknowledgement where ticket_id = t.id) group by t.id) live
     group by rung order by rung`,
  );
  return rows.map(({ rung, count }) => ({ rung: RUNGS[rung - 1] ?? String(rung), count }));
}
