import { Refusal, type Sql } from '../../platform/src/index.js';

export interface RateLimit {
  points: number;
  seconds: number;
}

/** Wrong passwords for one login from one address; a right one forgives them. */
export const LOGIN_LIMIT: RateLimit = { points: 8, seconds: 900 };
/** Wrong passwords for one login from anywhere: many addresses do not make many more guesses. */
export const LOGIN_LIMIT_EVERYWHERE: RateLimit = { points: 100, seconds: 900 };
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
