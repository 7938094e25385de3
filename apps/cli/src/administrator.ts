import { createInterface } from 'node:readline/promises';
import { DataSource } from 'typeorm';
import { ROLES, type Role } from '../../../libs/law/src/index.js';
import { createAccount } from '../../../libs/people/src/index.js';
import { migrate, randomIds, sqlOf, SystemClock } from '../../../libs/platform/src/index.js';
import { readSettings } from '../../../libs/platform/src/settings/index.js';

const ADMINISTRATIONS: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

/** Makes the first administrators of a production system, which has no demo accounts. */
export const createAdministrator = (args: string[]): Promise<number> => create('create-admin', ADMINISTRATIONS, args);

/** Makes an account of the staff where no security administrator is at hand; later they do it on the page. */
export const createStaffAccount = (args: string[]): Promise<number> =>
  create(
    'create-account',
    ROLES.filter((role) => role !== 'sponsor'),
    args,
  );

/** The password comes on standard input, so that it stands in no process list and no shell history. */
async function create(command: string, roles: readonly Role[], args: string[]): Promise<number> {
  const option = (name: string): string => args[args.indexOf(`--${name}`) + 1] ?? '';
  const [login, displayName, role] = [option('login'), option('name'), option('role') as Role];
  if (!args.includes('--login') || !args.includes('--name') || !roles.includes(role)) {
    process.stderr.write(`${command} --login L --name N --role ${roles.join('|')} < password\n`);
    return 2;
  }
  const { databaseOwnerUrl } = readSettings(process.env);
  if (!databaseOwnerUrl) throw new Error(`DATABASE_OWNER_URL is missing: ${command} is for a database of your own`);
  const lines = createInterface({ input: process.stdin });
  const { value: password = '' } = await lines[Symbol.asyncIterator]().next();
  lines.close();
  if (password.length < 10) throw new Error('the password needs at least 10 characters');
  await migrate(databaseOwnerUrl);
  const source = await new DataSource({ type: 'postgres', url: databaseOwnerUrl }).initialize();
  try {
    const { id } = await createAccount(
      sqlOf(source),
      { ids: randomIds, clock: new SystemClock() },
      { login, password, displayName, roles: [role] },
    );
    process.stdout.write(`${id}\n`);
  } finally {
    await source.destroy();
  }
  return 0;
}
