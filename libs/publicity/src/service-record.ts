import type { Sql } from '../../platform/src/index.js';

/** One matter in one month: what was measured over the cases that were closed in it. No case and no person is named. */
export interface RecordedMonth {
  /** Such as 2026-03, in Asia/Shanghai. */
  month: string;
  matter: string;
  casesClosed: number;
  averageTrips: number;
  mostTrips: number;
  /** From 0 to 1. */
  shareWithoutTrip: number;
}

/** How many months back the board goes. */
const MONTHS = 36;

/**
 * 跑动公开: contacts that count against the bureau, per closed case: demanded, extra, and every voluntary one that the
 * applicant has not confirmed (countsAgainstBureau in libs/law says the same; a test holds one against the other).
 */
export async function serviceRecord(sql: Sql): Promise<RecordedMonth[]> {
  return sql.query<RecordedMonth>(
    `with closed as (
       select c.id, c.matter, to_char(c.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
       from licensing_case c where c.closed_at is not null and c.number is not null),
     measured as (
       select closed.month, closed.matter,
         (select count(*)::int from trip t left join trip_confirmation a on a.trip_id = t.id
          where t.case_id = closed.id and (t.kind <> 'voluntary' or a.agreed is not true)) as trips
       from closed)
     select month, matter, count(*)::int as "casesClosed", round(avg(trips), 2)::float8 as "averageTrips", max(trips) as "mostTrips",
       round(avg((trips = 0)::int), 4)::float8 as "shareWithoutTrip"
     from measured where month in (select distinct month from closed order by month desc limit ${MONTHS})
     group by month, matter order by month desc, matter`,
  );
}
