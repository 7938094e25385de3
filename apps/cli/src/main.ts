import 'reflect-metadata';
import { createAdministrator, createStaffAccount } from './administrator.js';
import { backup, restore } from './backup/commands.js';
import { writeLawBook } from './law.js';
import { carryOverCases } from './carry-over.js';
import { demoYear } from './year/year.js';
import { writeGoldenLogs } from './golden.js';
import { writeMatrix } from './matrix.js';
import { offenders } from './offenders/offenders.js';
import { writeOpenApi } from './openapi.js';
import { packs } from './packs.js';
import { runProofs } from './prove.js';
import { tour } from './tour/tour.js';

/** The commands of operations. Each answers with an exit code; what it prints on stdout is its result. */
const COMMANDS: Record<string, { help: string; run(args: string[]): Promise<number> }> = {
  tour: { help: 'tour [--json] [--url http://…]   play the story against a running system', run: tour },
  offenders: { help: 'offenders [--json] [--url http://…] [--rule N]   try to break fair service', run: offenders },
  prove: { help: 'prove [--json] [--write]         the properties of every procedure × pack', run: runProofs },
  packs: { help: 'packs check <folder> [--json]    the matters of a county against shape and law', run: packs },
  'create-admin': {
    help: 'create-admin --login L --name N --role systemAdmin   first administrator; password on stdin',
    run: createAdministrator,
  },
  'create-account': {
    help: 'create-account --login L --name N --role windowClerk  an account of the staff; password on stdin',
    run: createStaffAccount,
  },
  openapi: { help: 'openapi                          write docs/openapi.json', run: writeOpenApi },
  law: {
    help: 'law                              write docs/law.md: every rule, its article and its test',
    run: writeLawBook,
  },
  'carry-over': {
    help: 'carry-over [--apply] [--json]     running cases of earlier releases: dry run, or carry them over',
    run: carryOverCases,
  },
  backup: {
    help: 'backup [folder]                  database and files at one moment, while the system runs',
    run: backup,
  },
  restore: {
    help: 'restore <folder> [--into url] [--files folder]   into an empty database; compares everything',
    run: restore,
  },
  demo: { help: 'demo --year [--json] [--quick]   a year on an empty register, at the end the books', run: demoYear },
  golden: {
    help: 'golden <release>                 write the golden logs of a release that is kept',
    run: writeGoldenLogs,
  },
  queries: {
    help: 'queries                          write docs/queries.sql: every statement that the code sends',
    // the compiler is a tool of development; no other command needs it
    run: async () => (await import('./queries/queries.js')).writeQueries(),
  },
  bench: {
    help: 'bench [--json] [--n 100000] [--full] [--only W3,W4] [--plans]   how fast, beside bare SQL',
    run: benched,
  },
  matrix: { help: 'matrix                           write docs/matrix.md: role × state × event', run: writeMatrix },
};

/** What it loads is there only where the system is developed. */
async function benched(args: string[]): Promise<number> {
  const { bench } = await import('./bench/bench.js');
  return bench(args);
}

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  process.stderr.write(
    `npm run cli -- <command>\n${Object.values(COMMANDS)
      .map(({ help }) => `  ${help}`)
      .join('\n')}\n`,
  );
  process.exit(2);
}
command.run(args).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
