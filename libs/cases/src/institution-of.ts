import type { Sql } from '../../platform/src/index.js';

/**
 * Who runs an institution `i` now: whom the last case made its holder (a change of sponsor), else who had it established
 * by the case `c` of its licence.
 */
export const HOLDER = `coalesce((select h.account_id from institution_holder h where h.institution_id = i.id
  order by h.held_since desc limit 1), c.sponsor_id)`;

/** The institution of a licence, for the one who runs it; null for a licence of anybody else. */
export async function institutionOf(
  sql: Sql,
  { licenceNumber, sponsorId }: { licenceNumber: string; sponsorId: string },
): Promise<{ id: string; name: string } | null> {
  const [row] = await sql.query<{ id: string; name: string }>(
    `select i.id, i.name from licence l join institution i on i.id = l.institution_id join licensing_case c on c.id = l.case_id
     where l.number = $1 and l.state <> 'REPLACED' and ${HOLDER} = $2`,
    [plainNumber(licenceNumber), sponsorId],
  );
  return row ?? null;
}

/** Whose account runs the institution of a licence; null where the register has none of that number. */
export async function holderOf(sql: Sql, licenceNumber: string): Promise<string | null> {
  const [row] = await sql.query<{ holder: string }>(
    `select ${HOLDER} as holder from licence l join institution i on i.id = l.institution_id
       join licensing_case c on c.id = l.case_id where l.number = $1`,
    [plainNumber(licenceNumber)],
  );
  return row?.holder ?? null;
}

const plainNumber = (licenceNumber: string): string => licenceNumber.replace(/号$/, '');

/** From here on this account runs the institution: written once a case, the last one counts. */
export async function handOver(
  sql: Sql,
  { institutionId, caseId, accountId, now }: { institutionId: string; caseId: string; accountId: string; now: Date },
): Promise<void> {
  await sql.query(
    'insert into institution_holder (institution_id, case_id, account_id, held_since) values ($1, $2, $3, $4)',
    [institutionId, caseId, accountId, now],
  );
}
