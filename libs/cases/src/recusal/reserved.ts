import type { DrawnRole } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';

/** Whose alone an office is in one case: an account, or null while its draw is not told yet. */
export type Reserved = Readonly<Partial<Record<DrawnRole, string | null>>>;

/** The last draw of each office decides; an office that nobody was drawn for is open to everybody who holds it. */
export async function reservedIn(sql: Sql, caseId: string): Promise<Reserved> {
  const rows = await sql.query<{ role: DrawnRole; account_id: string | null }>(
    `select distinct on (d.role) d.role, e.account_id
     from random_draw d left join draw_reveal r on r.draw_id = d.id
       left join draw_eligible e on e.draw_id = d.id and e.pseudonym = r.drawn
     where d.case_id = $1 order by d.role, d.round desc`,
    [caseId],
  );
  return Object.fromEntries(rows.map(({ role, account_id }) => [role, account_id]));
}
