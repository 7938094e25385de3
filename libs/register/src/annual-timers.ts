import { endOfDay, type PlainDate } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';

/** A licence brings its first look at the end of 31 March after its year (NGO 23); later licences move no alarm. */
export async function startAnnualTimer(sql: Sql, institutionId: string): Promise<void> {
  await sql.query(
    `insert into annual_timer (institution_id, wake_at)
     select institution_id, make_date(extract(year from min(valid_from))::int + 1, 4, 1)::timestamp at time zone 'Asia/Shanghai'
     from licence where institution_id = $1 group by institution_id on conflict do nothing`,
    [institutionId],
  );
}

/** When to look again; null: nothing is reported any more. */
export async function setAnnualTimer(sql: Sql, institutionId: string, lastDay: PlainDate | null): Promise<void> {
  if (lastDay === null) await sql.query('delete from annual_timer where institution_id = $1', [institutionId]);
  else
    await sql.query('update annual_timer set wake_at = $2 where institution_id = $1', [
      institutionId,
      endOfDay(lastDay),
    ]);
}
