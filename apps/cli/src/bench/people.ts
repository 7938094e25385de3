import cookie from '@fastify/cookie';
import { machineNow, randomIds, sha256 } from '../../../../libs/platform/src/index.js';
import { SESSION_HOURS } from '../../../../libs/people/src/index.js';
import { SESSION_SECRET } from './api-process.js';
import { told } from './server.js';

/** What a browser of somebody who has logged in sends along. */
export type Headers = Readonly<Record<string, string>>;

/** Logs people in without their passwords: thousands of them, each with a session as the system makes it. */
export async function loggedIn(superuserUrl: string, accountIds: readonly string[]): Promise<Map<string, Headers>> {
  const people = [...new Set(accountIds)].map((id) => ({
    id,
    token: randomIds.secret(32),
    csrf: randomIds.secret(16),
  }));
  const until = new Date(machineNow() + SESSION_HOURS * 3_600_000).toISOString();
  const rows = people.map(({ id, token, csrf }) => `('${sha256(token)}', '${id}', '${csrf}', now(), '${until}')`);
  if (rows.length > 0)
    await told(superuserUrl, [
      `insert into session (token_hash, account_id, csrf, created_at, expires_at) values ${rows.join()}`,
    ]);
  return new Map(
    people.map(({ id, token, csrf }) => [
      id,
      {
        cookie: `session=${encodeURIComponent(cookie.sign(token, SESSION_SECRET))}`,
        'x-csrf-token': csrf,
        'content-type': 'application/json',
      },
    ]),
  );
}

/** One of the staff, by login. */
export async function officer(superuserUrl: string, login: string): Promise<Headers> {
  const [row] = await told<{ id: string }>(superuserUrl, [`select id from account where login = '${login}'`]);
  const headers = (await loggedIn(superuserUrl, [row?.id ?? ''])).get(row?.id ?? '');
  if (!headers) throw new Error(`nobody is called ${login}`);
  return headers;
}
