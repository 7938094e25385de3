import {
  compareDates,
  explainBy,
  plainDateOf,
  workingDaysBetween,
  type PlainDate,
  type Readings,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { readCursor } from '../../cases/src/index.js';
import type { Sql } from '../../platform/src/index.js';

/** A promise that was missed, as everybody may see it: no name of a person or a school, no number of a case. */
export interface Explanation {
  id: string;
  /** Code of the matter; its names stand in its guide. */
  matter: string;
  promisedOn: PlainDate;
  /** The day of the decision; null while there is none. */
  decidedOn: PlainDate | null;
  /** Working days over the promise, until the decision or until today. */
  daysLate: number;
  /** `awaited` while the bureau may still write its reason, `unexplained` when its time for that is over. */
  state: 'explained' | 'awaited' | 'unexplained';
  reason: string | null;
  writtenOn: PlainDate | null;
  explainBy: PlainDate;
}

/** Missed promises and what the bureau says about them, newest first. */
export async function listExplanations(
  sql: Sql,
  query: { cursor?: string; limit: number },
  { now, calendar, readings }: { now: Date; calendar: WorkingCalendar; readings: Pick<Readings, 'explainDays'> },
): Promise<{ items: Explanation[]; next: string | null }> {
  const from = query.cursor ? readCursor(query.cursor) : null;
  const rows = await sql.query<Omit<Explanation, 'daysLate' | 'state' | 'explainBy'> & { at: string }>(
    `select t.id, t.opened_at::text as at, c.matter, t.legal_date::text as "promisedOn", e.reason,
       e.legal_date::text as "writtenOn", d.on_day::text as "decidedOn"
     from supervision_ticket t join licensing_case c on c.id = t.case_id
       left join promise_explanation e on e.ticket_id = t.id
       left join lateral (select min(legal_date) as on_day from case_event where case_id = c.id
         and (type in ('grant', 'refuse', 'withdraw') or payload->'facts'->>'renewal' = 'deemed')) d on true
     where t.matter = 'promiseMissed' and ($1::timestamptz is null or (t.opened_at, t.id) < ($1::timestamptz, $2::uuid))
     order by t.opened_at desc, t.id desc limit $3`,
    [from?.at ?? null, from?.id ?? null, query.limit + 1],
  );
  const today = plainDateOf(now);
  const items = rows.slice(0, query.limit).map(({ at: _, ...row }): Explanation => {
    const by = explainBy(row.promisedOn, calendar, readings);
    const open = compareDates(today, by) <= 0;
    return {
      ...row,
      daysLate: workingDaysBetween(row.promisedOn, row.decidedOn ?? today, calendar),
      state: row.reason ? 'explained' : open ? 'awaited' : 'unexplained',
      explainBy: by,
    };
  });
  const last = rows[query.limit - 1];
  return {
    items,
    next: rows.length > query.limit && last ? Buffer.from(`${last.at}|${last.id}`).toString('base64url') : null,
  };
}
