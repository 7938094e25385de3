import type { Role } from '../../law/src/index.js';
import { inTransaction, Refusal, type Clock, type IdSource, type Sql } from '../../platform/src/index.js';
import type { DataSource } from 'typeorm';
import { createAccount, refuseConflictingRoles, type Account, type NewAccount } from './accounts.js';

export interface ListedAccount extends Account {
  active: boolean;
  createdAt: Date;
}

interface Tools {
  source: DataSource;
  ids: IdSource;
  clock: Clock;
}

/** Accounts by login, keyset over the login; sponsors only when asked for, for they are many. */
export async function listAccounts(
  sql: Sql,
  query: { q?: string; after?: string; sponsors: boolean; limit: number },
): Promise<{ items: ListedAccount[]; next: string | null }> {
  const rows = await sql.query<ListedAccount>(
    `select id, login, display_name as "displayName", roles, demo, active, created_at as "createdAt" from account
     where ($1::text is null or login like '%' || $1 || '%' or display_name like '%' || $1 || '%')
       and ($2::text is null or login > $2) and ($3 or roles <> array['sponsor']) order by login limit $4`,
    [query.q?.replace(/[\\%_]/g, '\\$&') ?? null, query.after ?? null, query.sponsors, query.limit + 1],
  );
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.login ?? null) : null };
}

/** A new account of the staff; who made it is written down. */
export async function openAccount(tools: Tools, by: string, account: NewAccount): Promise<Account> {
  return inTransaction(tools.source, async (sql) => {
    const made = await createAccount(sql, tools, account);
    await noteChange(sql, tools, { accountId: made.id, by, before: null, after: { roles: made.roles, active: true } });
    return made;
  });
}

/**
 * Roles and standing of an account. Nobody changes their own, and a switched-off account loses its sessions at once.
 * @throws Refusal ACCOUNT_NOT_FOUND, OWN_ACCOUNT, ROLES_CONFLICT
 */
export async function changeAccount(
  tools: Tools,
  by: string,
  accountId: string,
  change: { roles?: Role[]; active?: boolean },
): Promise<void> {
  if (by === accountId) throw new Refusal('OWN_ACCOUNT');
  if (change.roles) refuseConflictingRoles(change.roles);
  await inTransaction(tools.source, async (sql) => {
    const [before] = await sql.query<{ roles: Role[]; active: boolean }>(
      'select roles, active from account where id = $1 for update',
      [accountId],
    );
    if (!before) throw new Refusal('ACCOUNT_NOT_FOUND');
    const after = { roles: change.roles ?? before.roles, active: change.active ?? before.active };
    await sql.query('update account set roles = $2, active = $3 where id = $1', [accountId, after.roles, after.active]);
    await sql.query('delete from session where account_id = $1', [accountId]);
    await noteChange(sql, tools, { accountId, by, before, after });
  });
}

async function noteChange(
  sql: Sql,
  { ids, clock }: Pick<Tools, 'ids' | 'clock'>,
  { accountId, by, before, after }: { accountId: string; by: string; before: object | null; after: object },
): Promise<void> {
  await sql.query(
    'insert into account_change (id, account_id, changed_by, at, before, after) values ($1, $2, $3, $4, $5, $6)',
    [ids.uuid(), accountId, by, clock.now(), before && JSON.stringify(before), JSON.stringify(after)],
  );
}
