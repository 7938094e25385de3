import type { Role } from '../../law/src/index.js';
import { sha256, type IdSource, type Sql } from '../../platform/src/index.js';
import type { Account } from './accounts.js';

/** A working day and a bit; sessions are machine time, not legal time. */
export const SESSION_HOURS = 12;

export interface Session {
  account: Account;
  csrf: string;
  expiresAt: Date;
}

/** Opens a session; only the hash of the token is kept, the token itself goes to the browser and nowhere else. */
export async function openSession(
  sql: Sql,
  ids: IdSource,
  accountId: string,
  now: Date,
): Promise<{ token: string; csrf: string; expiresAt: Date }> {
  const token = ids.secret(32);
  const csrf = ids.secret(16);
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await sql.query('delete from session where account_id = $1 and expires_at <= $2', [accountId, now]);
  await sql.query(
    'insert into session (token_hash, account_id, csrf, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [sha256(token), accountId, csrf, now, expiresAt],
  );
  return { token, csrf, expiresAt };
}

export async function findSession(sql: Sql, token: string, now: Date): Promise<Session | null> {
  const [row] = await sql.query<{
    id: string;
    login: string;
    display_name: string;
    roles: Role[];
    demo: boolean;
    csrf: string;
    expires_at: Date;
  }>(
    `select a.id, a.login, a.display_name, a.roles, a.demo, s.csrf, s.expires_at
     from session s join account a on a.id = s.account_id where s.token_hash = $1 and s.expires_at > $2 and a.active`,
    [sha256(token), now],
  );
  if (!row) return null;
  const account = { id: row.id, login: row.login, displayName: row.display_name, roles: row.roles, demo: row.demo };
  return { account, csrf: row.csrf, expiresAt: row.expires_at };
}

export async function closeSession(sql: Sql, token: string): Promise<void> {
  await sql.query('delete from session where token_hash = $1', [sha256(token)]);
}
