import { machineNow, Refusal, sha256, type Sql } from '../../platform/src/index.js';
import { verifyPassword, type Account } from './accounts.js';

export interface RateLimit {
  points: number;
  seconds: number;
}

/** Wrong passwords for one login from one address; a right one forgives them. */
export const LOGIN_LIMIT: RateLimit = { points: 8, seconds: 900 };
/** Wrong passwords for one login from anywhere: many addresses do not make many more guesses. */
export const LOGIN_LIMIT_EVERYWHERE: RateLimit = { points: 300, seconds: 900 };
/** New accounts from one address. */
export const REGISTER_LIMIT: RateLimit = { points: 200, seconds: 3600 };

/**
 * Counts one attempt, in the database, so that the limit holds across processes.
 * @param now milliseconds of the machine's clock
 * @throws Refusal TOO_MANY_ATTEMPTS once the limit is used up, until its window ends
 */
export async function countAttempt(sql: Sql, key: string, limit: RateLimit, now: number): Promise<void> {
  const [row] = await sql.query<{ points: number; expire: string }>(
    `insert into rate_limit (key, points, expire) values ($1, 1, $2)
     on conflict (key) do update set
       points = case when rate_limit.expire <= $3 then 1 else rate_limit.points + 1 end,
       expire = case when rate_limit.expire <= $3 then $2 else rate_limit.expire end
     returning points, expire`,
    [key, now + limit.seconds * 1000, now],
  );
  if (row && row.points > limit.points) {
    throw new Refusal('TOO_MANY_ATTEMPTS', {
      params: { seconds: Math.max(1, Math.ceil((Number(row.expire) - now) / 1000)) },
    });
  }
}

export async function forgiveAttempts(sql: Sql, keys: readonly string[]): Promise<void> {
  await sql.query('delete from rate_limit where key = any($1)', [keys]);
}

/**
 * Checks a password, slowly for those who guess. The keys are hashes of their parts, so that no login can be chosen
 * that is somebody else's key.
 * @throws Refusal LOGIN_FAILED, TOO_MANY_ATTEMPTS
 */
export async function loginWithLimit(
  sql: Sql,
  { ip, login, password }: { ip: string; login: string; password: string },
): Promise<Account> {
  const here = `login-here:${sha256(JSON.stringify([ip, login]))}`;
  const everywhere = `login-everywhere:${sha256(login)}`;
  await countAttempt(sql, here, LOGIN_LIMIT, machineNow());
  await countAttempt(sql, everywhere, LOGIN_LIMIT_EVERYWHERE, machineNow());
  const account = await verifyPassword(sql, login, password);
  await forgiveAttempts(sql, [here, everywhere]);
  return account;
}
