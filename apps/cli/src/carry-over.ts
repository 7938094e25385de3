import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeApplication } from '../../api/src/application.js';
import { Tools } from '../../api/src/tools.js';
import { carryOver, dryRun, type CarriedOver, type Workshop } from '../../../libs/cases/src/index.js';
import { startEmbeddedPostgres } from '../../../libs/platform/src/embedded/index.js';
import { SystemClock } from '../../../libs/platform/src/index.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';
import { readSettings } from '../../../libs/platform/src/settings/index.js';

/**
 * Running cases of earlier releases and today's charts: says for each whether it can be carried over, or carries it over.
 * Without `--apply` nothing is written. A case for which something would be worse stays on its chart.
 */
export async function carryOverCases(args: string[]): Promise<number> {
  const { workshop, close } = await openWorkshop();
  try {
    const told: CarriedOver[] = [];
    for await (const found of dryRun(workshop)) {
      const done = args.includes('--apply') ? await carryOver(workshop, found.caseId) : found;
      told.push(done ?? found);
    }
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(told, null, 2)}\n` : asText(told, args));
    return 0;
  } finally {
    await close();
  }
}

async function openWorkshop(): Promise<{ workshop: Workshop; close(): Promise<void> }> {
  const settings = readSettings(process.env);
  const dataDir = settings.dataDir ?? join(projectRoot(), '.data');
  const filesFolder = join(dataDir, 'files');
  mkdirSync(filesFolder, { recursive: true });
  const embedded = settings.databaseUrl
    ? null
    : await startEmbeddedPostgres({
        projectRoot: projectRoot(),
        dataDir: settings.dataDir && join(dataDir, 'postgres'),
      });
  const app = await makeApplication({
    settings,
    databaseUrl: settings.databaseUrl ?? embedded?.appUrl ?? '',
    filesFolder,
    clock: new SystemClock(),
    log: { error: (detail, message) => console.error(message, detail), info: () => undefined },
  });
  const close = async (): Promise<void> => {
    await app.close();
    await embedded?.stop();
  };
  return { workshop: app.get(Tools).workshop, close };
}

function asText(told: readonly CarriedOver[], args: readonly string[]): string {
  const lines = told.map(({ number, caseId, matter, state, release, outcome, objections }) => {
    const why = objections.map(({ kind, what }) => `${kind}: ${what}`).join('; ');
    return `${outcome} · ${number ?? caseId} · ${matter} · ${state} · ${release ?? 'unknown chart'}${why && ` · ${why}`}`;
  });
  const carried = told.filter(({ outcome }) => outcome === 'carried').length;
  const verb = args.includes('--apply') ? 'carried over' : 'can be carried over (dry run, nothing written)';
  return [...lines, `${carried} of ${told.length} ${verb}`, ''].join('\n');
}
