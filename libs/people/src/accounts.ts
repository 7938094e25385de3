import { hash, verify } from '@node-rs/argon2';
import { ROLES, type Role } from '../../law/src/index.js';
import { Refusal, type Clock, type IdSource, type Sql } from '../../platform/src/index.js';

/** Who a logged-in person is. */
export interface Account {
  id: string;
  login: string;
  displayName: string;
  roles: Role[];
  demo: boolean;
}

export interface NewAccount {
  login: string;
  password: string;
  displayName: string;
  roles: readonly Role[];
  demo?: boolean;
}

/** Argon2id with the library's parameters raised to OWASP's second choice (19 MiB, two passes). */
const ARGON = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/** 三员分立: the three administrations never meet in one account. */
const SEPARATE: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

/** Powers that never meet in one account: two administrations, or the one who applies and the one who decides. */
export function refuseConflictingRoles(roles: readonly Role[]): void {
  if (roles.length === 0 || roles.some((role) => !ROLES.includes(role)))
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'roles', code: 'NOT_AN_OPTION' }] });
  if (roles.filter((role) => SEPARATE.includes(role)).length > 1) throw new Refusal('ROLES_CONFLICT');
  if (roles.includes('sponsor') && roles.length > 1) throw new Refusal('ROLES_CONFLICT');
}

/** @throws Refusal LOGIN_TAKEN, ROLES_CONFLICT */
export async function createAccount(
  sql: Sql,
  tools: { ids: IdSource; clock: Clock },
  account: NewAccount,
): Promise<Account> {
  refuseConflictingRoles(account.roles);
  const id = tools.ids.uuid();
  const [row] = await sql.query<{ id: string }>(
    `insert into account (id, login, password_hash, display_name, roles, active, demo, created_at)
     values ($1, $2, $3, $4, $5, true, $6, $7) on conflict (login) do nothing returning id`,
    [
      id,
      account.login,
      await hash(account.password, ARGON),
      account.displayName,
      account.roles,
      account.demo ?? false,
      tools.clock.now(),
    ],
  );
  if (!row) throw new Refusal('LOGIN_TAKEN', { fields: [{ field: 'login', code: 'INVALID' }] });
  return {
    id,
    login: account.login,
    displayName: account.displayName,
    roles: [...account.roles],
    demo: account.demo ?? false,
  };
}

/** A wrong name costs the same time as a wrong password, so that names cannot be fished for. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$Ld7p2o4nqd0AUi5IHVnrGZmLeClV3NGL4ZQrP1S5H5w';

/** @throws Refusal LOGIN_FAILED */
export async function verifyPassword(sql: Sql, login: string, password: string): Promise<Account> {
  const [row] = await sql.query<{
    id: string;
    login: string;
    password_hash: string;
    display_name: string;
    roles: Role[];
    demo: boolean;
  }>('select id, login, password_hash, display_name, roles, demo from account where login = $1 and active', [login]);
  const right = await verify(row?.password_hash ?? NOBODY, password).catch(() => false);
  if (!row || !right) throw new Refusal('LOGIN_FAILED');
  return { id: row.id, login: row.login, displayName: row.display_name, roles: row.roles, demo: row.demo };
}

/** Demo accounts in a database that a production system is pointed at: it must not start. */
export async function demoAccounts(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ login: string }>('select login from account where demo and active order by login');
  return rows.map(({ login }) => login);
}
