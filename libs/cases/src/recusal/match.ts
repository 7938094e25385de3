import { firstDeclarationYear, partiesOf, type DraftForm, type RecusalCause } from '../../../law/src/index.js';
import { identityHash, notRecused } from '../../../people/src/index.js';
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
  const hits = await hitsOfCase(sql, tools, caseId);
  for (const hit of hits) await recuse(sql, tools, { ...hit, cause: 'interest' });
  return hits.length > 0;
}

/** A declared interest that meets a party (CSL 76), of the declarations of a year or later. */
const MET = `declared_interest i join interest_declaration d on d.id = i.declaration_id and d.year >= $1
  join case_party p on p.identity_hash = i.identity_hash`;

/** Whose interest meets a party of a case, or of the cases that made the institution what it is that the case is about. */
async function hitsOfCase(
  sql: Sql,
  { today, readings }: Pick<DrawTools, 'today' | 'readings'>,
  caseId: string,
): Promise<Hit[]> {
  return sql.query<Hit>(
    `select distinct $2::uuid as "caseId", d.account_id as "accountId" from ${MET}
     where p.case_id in (select $2::uuid union select v.case_id from licensing_case c
         join register_version v on v.institution_id = c.institution_id where c.id = $2)
       and ${notRecused('$2', 'd.account_id')}
     order by 2`,
    [firstDeclarationYear(today, readings), caseId],
  );
}

/** The cases with a party that one officer's interest meets: the party's own, and those about what came of it. */
export async function hitsOfOfficer(
  sql: Sql,
  { today, readings }: Pick<DrawTools, 'today' | 'readings'>,
  accountId: string,
): Promise<Hit[]> {
  return sql.query<Hit>(
    `select distinct c.id as "caseId", d.account_id as "accountId" from ${MET}
       cross join lateral (select p.case_id as id union select o.id from register_version v
         join licensing_case o on o.institution_id = v.institution_id where v.case_id = p.case_id) c
     where d.account_id = $2 and ${notRecused('c.id', 'd.account_id')}
     order by 1`,
    [firstDeclarationYear(today, readings), accountId],
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
