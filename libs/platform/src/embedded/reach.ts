import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { canReach, databaseUser, shelter } from './host.js';
import { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './index.js';

/** The embedded PostgreSQL for a command beside a running system: the one that runs, else one that is started for it. */
export async function reachEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedPostgres, 'ownerUrl' | 'dataDir' | 'stop'>> {
  const wanted = options.dataDir ?? join(options.projectRoot, '.data', 'postgres');
  const dataDir = canReach(dirname(wanted), databaseUser()) ? wanted : join(shelter(options.projectRoot), 'postgres');
  const ownerUrl = urlOfRunning(dataDir);
  if (ownerUrl && (await answers(ownerUrl))) return { ownerUrl, dataDir, stop: () => Promise.resolve() };
  return startEmbeddedPostgres(options);
}

/** The server writes its port into the fourth line of its own file. */
function urlOfRunning(dataDir: string): string | null {
  const [file, secret] = [join(dataDir, 'postmaster.pid'), `${dataDir}.owner-password`];
  if (!existsSync(file) || !existsSync(secret)) return null;
  const port = readFileSync(file, 'utf8').split('\n')[3]?.trim();
  const password = readFileSync(secret, 'utf8').trim();
  return port ? `postgres://licensing_owner:${password}@127.0.0.1:${port}/licensing` : null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
