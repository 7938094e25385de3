import { firstDeclarationYear, partiesOf, type DraftForm, type RecusalCause } from '../../../law/src/index.js';
import { identityHash } from '../../../people/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import { openTicket } from '../supervision/tickets.js';
import { redrawFor, type DrawTools } from './draw.js';

export interface Hit {
  caseId: string;
  accountId: string;
}

/** The parties of what was written, by keyed hash, and at once whoever must stay away because of them. */
export async function noteParties(sql: Sql, tools: DrawTools, caseId: string, form: DraftForm): Promise<void> {
  const parties = partiesOf(form);
  await sql.query(
    `insert into case_party (case_id, role, identity_hash) select $1, * from unnest($2::text[], $3::text[])
     on conflict do nothing`,
    [caseId, parties.map(({ role }) => role), parties.map(({ number }) => identityHash(tools.identityKey, number))],
  );
  await recuseMatched(sql, tools, caseId);
}

/** Everybody whose declared interest meets a party of this case stays away from it. */
export async function recuseMatched(sql: Sql, tools: DrawTools, caseId: string): Promise<void> {
  for (const hit of await hitsOf(sql, tools, { caseId })) await recuse(sql, tools, { ...hit, cause: 'interest' });
}

/**
 * Where a declared interest meets a party (CSL 76). A case about an institution has the parties of the cases too that
 * made the institution what it is.
 */
export async function hitsOf(
  sql: Sql,
  { today, readings }: Pick<DrawTools, 'today' | 'readings'>,
  of: { caseId?: string; accountId?: string },
): Promise<Hit[]> {
  return sql.query<Hit>(
    `select distinct c.id as "caseId", d.account_id as "accountId"
     from declared_interest i join interest_declaration d on d.id = i.declaration_id and d.year >= $1
       join case_party p on p.identity_hash = i.identity_hash
       join licensing_case c on c.id = p.case_id or (c.institution_id is not null and exists (
         select 1 from register_version v where v.institution_id = c.institution_id and v.case_id = p.case_id))
     where ($2::uuid is null or c.id = $2) and ($3::uuid is null or d.account_id = $3)
       and not exists (select 1 from recusal r where r.case_id = c.id and r.account_id = d.account_id)
     order by 1, 2`,
    [firstDeclarationYear(today, readings), of.caseId ?? null, of.accountId ?? null],
  );
}

/** From here on the case does not exist for this person; a matched interest is told to discipline, and others are drawn. */
export async function recuse(
  sql: Sql,
  tools: DrawTools,
  { caseId, accountId, cause }: Hit & { cause: RecusalCause },
): Promise<void> {
  const [fresh] = await sql.query(
    `insert into recusal (case_id, account_id, cause, recused_at) values ($1, $2, $3, $4)
     on conflict do nothing returning case_id`,
    [caseId, accountId, cause, tools.now],
  );
  if (!fresh) return;
  if (cause === 'interest')
    await openTicket(
      sql,
      tools.ids,
      { caseId, matter: 'conflictOfInterest', legalDate: tools.today, owner: 'disciplineOfficer' },
      { ...tools, calendar: await tools.calendarOf(sql) },
    );
  await redrawFor(sql, tools, caseId, accountId);
}
