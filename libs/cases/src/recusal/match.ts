import { firstDeclarationYear, partiesOf, type DraftForm, type RecusalCause } from '../../../law/src/index.js';
import { identityHash } from '../../../people/src/index.js';
import type { Sql, Transaction } from '../../../platform/src/index.js';
import { openTicket } from '../supervision/tickets.js';
import { redrawFor, type DrawTools } from './draw.js';

export interface Hit {
  caseId: string;
  accountId: string;
}

/**
 * The parties of what was written, by keyed hash, and at once whoever must stay away because of them.
 * @returns whether there was one
 */
export async function noteParties(
  sql: Transaction,
  tools: DrawTools,
  caseId: string,
  form: DraftForm,
): Promise<boolean> {
  const parties = partiesOf(form);
  sql.send(
    `insert into case_party (case_id, role, identity_hash) select $1, * from unnest($2::text[], $3::text[])
     on conflict do nothing`,
    [caseId, parties.map(({ role }) => role), parties.map(({ number }) => identityHash(tools.identityKey, number))],
  );
  return recuseMatched(sql, tools, caseId);
}

/** Everybody whose declared interest meets a party of this case stays away from it. @returns whether there was one */
export async function recuseMatched(sql: Transaction, tools: DrawTools, caseId: string): Promise<boolean> {
  const hits = await hitsOf(sql, tools, { caseId });
  for (const hit of hits) await recuse(sql, tools, { ...hit, cause: 'interest' });
  return hits.length > 0;
}

/**
 * Where a declared interest meets a party (CSL 76). A case about an institution has the parties of the cases too that
 * made the institution what it is.
 */
export async function hitsOf(
  sql: Sql,
  { today, readings }: Pick<DrawTools, 'today' | 'readings'>,
  of: { caseId: string; accountId?: never } | { accountId: string; caseId?: never },
): Promise<Hit[]> {
  return sql.query<Hit>(
    `select distinct c.id as "caseId", d.account_id as "accountId"
     from declared_interest i join interest_declaration d on d.id = i.declaration_id and d.year >= $1
       join case_party p on p.identity_hash = i.identity_hash
       join licensing_case c on c.id = p.case_id or (c.institution_id is not null and exists (
         select 1 from register_version v where v.institution_id = c.institution_id and v.case_id = p.case_id))
     where ${of.caseId ? 'c.id' : 'd.account_id'} = $2
       and not exists (select 1 from recusal r where r.case_id = c.id and r.account_id = d.account_id)
     order by 1, 2`,
    [firstDeclarationYear(today, readings), of.caseId ?? of.accountId],
  );
}

/** From here on the case does not exist for this person; a matched interest is told to discipline, and others are drawn. */
export async function recuse(
  sql: Transaction,
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
