import type { Sql } from '../../platform/src/index.js';

/** How often the bureau told, repeated and pre-reviewed in one month, in one matter. Numbers only, of no case in particular. */
export interface OnceToldRow {
  /** Such as 2026-03, in Asia/Shanghai. */
  month: string;
  matter: string;
  received: number;
  notices: number;
  reminders: number;
  preReviews: number;
  preReviewsLate: number;
}

/** Counted from the logs each time, newest month first; nobody types these in and nobody can take one away. */
export async function onceTold(sql: Sql): Promise<OnceToldRow[]> {
  return sql.query<OnceToldRow>(
    `select month, matter, sum(received)::int as received, sum(notices)::int as notices, sum(reminders)::int as reminders,
       sum(pre_reviews)::int as "preReviews", sum(late)::int as "preReviewsLate"
     from (
       select c.matter, to_char(e.legal_date, 'YYYY-MM') as month, (e.type = 'submit')::int as received,
         (e.type = 'issueCorrectionNotice')::int as notices, (e.type = 'remind')::int as reminders, 0 as pre_reviews, 0 as late
       from case_event e join licensing_case c on c.id = e.case_id
       where e.type in ('submit', 'issueCorrectionNotice', 'remind')
       union all
       select c.matter, to_char(p.requested_at at time zone 'Asia/Shanghai', 'YYYY-MM'), 0, 0, 0, 1, 0
       from pre_review p join licensing_case c on c.id = p.case_id
       union all
       select c.matter, to_char(t.legal_date, 'YYYY-MM'), 0, 0, 0, 0, 1
       from supervision_ticket t join licensing_case c on c.id = t.case_id where t.matter = 'preReviewLate'
     ) counted group by month, matter order by month desc, matter`,
  );
}
