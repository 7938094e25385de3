import type { Sql } from '../../platform/src/index.js';

/** The institution of a licence, for the one who had it established; null for a licence of anybody else. */
export async function institutionOf(
  sql: Sql,
  { licenceNumber, sponsorId }: { licenceNumber: string; sponsorId: string },
): Promise<{ id: string; name: string } | null> {
  const [row] = await sql.query<{ id: string; name: string }>(
    `select i.id, i.name from licence l join institution i on i.id = l.institution_id join licensing_case c on c.id = l.case_id
     where l.number = $1 and l.state <> 'REPLACED' and c.sponsor_id = $2`,
    [licenceNumber.replace(/号$/, ''), sponsorId],
  );
  return row ?? null;
}
