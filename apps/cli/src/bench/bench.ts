import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiProcess } from './api-process.js';
import { measureHttp, type Rig } from './measure-http.js';
import { writeMeasurements } from './measurements.js';
import { Pgbench } from './pgbench.js';
import { different, identical } from './parallel.js';
import { plansOn, tellPlans } from './plans.js';
import { asTable, inOneLine, machine, type Line, type Report } from './report.js';
import { BenchServer } from './server.js';
import { print, prove, start, weights } from './single.js';
import { measureSteps } from './steps.js';

interface Wanted {
  json: boolean;
  n: number;
  full: boolean;
  only: readonly string[];
  /** Seconds of each measurement. */
  seconds: number;
  /** Into docs/measurements. */
  write: boolean;
  /** A folder that is kept, with what was seeded into it. */
  folder?: string;
}

function wantedOf(args: readonly string[]): Wanted {
  const after = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  return {
    json: args.includes('--json'),
    n: Number(after('--n') ?? 100_000),
    full: args.includes('--full'),
    only: after('--only')?.split(',') ?? [],
    seconds: Number(after('--seconds') ?? 10),
    write: args.includes('--write'),
    folder: after('--folder'),
  };
}

/**
 * `bench [--json] [--n 100000] [--full] [--only W3,W4] [--seconds 10] [--write] [--folder …]`: how fast, beside bare SQL on the
 * same server. `bench --plans`: how every statement of the code is planned on so many rows. @returns 1 where a floor does not hold
 */
export async function bench(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  const folder = wanted.folder ?? mkdtempSync(join(tmpdir(), 'licensing-bench-'));
  try {
    if (args.includes('--plans')) return await plans(wanted, folder);
    const report = await measured(wanted, folder);
    process.stdout.write(wanted.json ? `${JSON.stringify(report)}\n` : asTable(report));
    if (wanted.json) process.stderr.write(asTable(report));
    if (wanted.write) writeMeasurements(report, commandOf(args));
    return report.workloads.some(({ holds }) => holds === false) ? 1 : 0;
  } finally {
    if (!wanted.folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** The command as others can say it: where the seed lies is this machine's business. */
const commandOf = (args: readonly string[]): string =>
  ['npm run bench --', ...args.map((arg, i) => (args[i - 1] === '--folder' ? '…' : arg))].join(' ');

async function plans({ n, json }: Wanted, folder: string): Promise<number> {
  const server = await BenchServer.start(folder);
  try {
    return tellPlans(await plansOn(server, n, told), json);
  } finally {
    await server.stop();
  }
}

async function measured({ n, full, only, seconds }: Wanted, folder: string): Promise<Report> {
  const tell = told;
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const [before = 0] = loadavg();
  const server = await BenchServer.start(folder);
  const rigs: Rig[] = [];
  try {
    const pgbench = Pgbench.isInstalled()
      ? await Pgbench.open((await server.create('pgbench')).superuserUrl, seconds)
      : null;
    const sizes = [...new Set([Math.min(10_000, n), n, ...(full ? [1_000_000] : [])])].sort((a, b) => a - b);
    for (const size of sizes) rigs.push(await rig(server, size, folder, tell));
    const biggest = rigs.at(-1);
    // before the load has used up the cases that wait for these very commands
    const raced = biggest ? await inTurn(races(biggest, folder), isWanted, tell) : [];
    const loaded = await measureHttp(rigs, isWanted, { server, pgbench, seconds, tell });
    const single = biggest ? await inTurn(singles(server, biggest, folder), isWanted, tell) : [];
    const workloads = [...loaded, ...raced, ...single];
    return { machine: machine(server.version), n: sizes.at(-1) ?? n, load: before, workloads };
  } finally {
    for (const { api } of rigs) await api.stop();
    await server.stop();
  }
}

type Works = Record<string, () => Promise<Line[]> | Line[]>;

/** What a hundred people do at once to one case. */
const races = (rig: Rig, folder: string): Works => ({
  W7: () => identical(rig, folder),
  W8: async () => [await different(rig)],
});

/** What is no load of many requests. */
const singles = (server: BenchServer, { database }: Rig, folder: string): Works => ({
  W6: async () => {
    await server.settled();
    return [await measureSteps(database, folder)];
  },
  W9: async () => [await print(database.superuserUrl)],
  W10: async () => [await start()],
  W11: weights,
  W12: () => [prove()],
});

async function inTurn(
  works: Works,
  isWanted: (name: string) => boolean,
  tell: (what: string) => void,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, work] of Object.entries(works)) {
    if (!isWanted(name)) continue;
    tell(name);
    const told = await work();
    told.forEach((one) => tell(inOneLine(one)));
    lines.push(...told);
  }
  return lines;
}

async function rig(server: BenchServer, n: number, folder: string, tell: (what: string) => void): Promise<Rig> {
  const database = await server.seeded(n, tell);
  return { n, name: `bench_${n}`, database, api: await ApiProcess.start(database, folder) };
}

const told = (what: string): void => void process.stderr.write(`${what}\n`);
