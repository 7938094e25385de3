import { likeEntries, type LikeEntry, type LikenessAsked } from '../../../register/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { mustSee } from './list.js';

/**
 * Entries of the register that a submitted application is like, for the officer who is about to accept it. It warns; no step
 * asks about it.
 * @throws Refusal CASE_NOT_FOUND
 */
export async function likenessOf(sql: Sql, caseId: string, actor: Actor): Promise<LikeEntry[]> {
  await mustSee(sql, caseId, actor);
  const [row] = await sql.query<{ form: Record<string, unknown>; institutionId: string | null }>(
    `select s.form, c.institution_id as "institutionId" from submission s join licensing_case c on c.id = s.case_id
     where s.case_id = $1 order by s.seq desc limit 1`,
    [caseId],
  );
  return row ? likeEntries(sql, askedIn(row.form), row.institutionId) : [];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const nameIn = (value: unknown): string | undefined => text((value as { name?: unknown } | null | undefined)?.name);

/** What the form says of name, site, principal and sponsors; a change says only what it changes. */
const askedIn = ({ schoolName, siteAddress, principal, sponsors }: Record<string, unknown>): LikenessAsked => ({
  name: text(schoolName),
  address: text(siteAddress),
  principal: nameIn(principal),
  sponsors: Array.isArray(sponsors) ? sponsors.flatMap((one) => nameIn(one) ?? []) : undefined,
});
