import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiProcess } from './api-process.js';
import { measureHttp, type Rig } from './measure-http.js';
import { Pgbench } from './pgbench.js';
import { asTable, machine, type Report } from './report.js';
import { BenchServer } from './server.js';

interface Wanted {
  json: boolean;
  n: number;
  full: boolean;
  only: readonly string[];
  /** Seconds of each measurement. */
  seconds: number;
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
    folder: after('--folder'),
  };
}

/**
 * `bench [--json] [--n 100000] [--full] [--only W3,W4] [--seconds 10] [--folder …]`: how fast, beside bare SQL on the
 * same server. @returns 1 where a floor does not hold
 */
export async function bench(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  const folder = wanted.folder ?? mkdtempSync(join(tmpdir(), 'licensing-bench-'));
  try {
    const report = await measured(wanted, folder);
    process.stdout.write(wanted.json ? `${JSON.stringify(report)}\n` : asTable(report));
    if (wanted.json) process.stderr.write(asTable(report));
    return report.workloads.some(({ holds }) => holds === false) ? 1 : 0;
  } finally {
    if (!wanted.folder) rmSync(folder, { recursive: true, force: true });
  }
}

async function measured({ n, full, only, seconds }: Wanted, folder: string): Promise<Report> {
  const tell = (what: string): void => void process.stderr.write(`${what} …\n`);
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const server = await BenchServer.start(folder);
  const rigs: Rig[] = [];
  try {
    const pgbench = Pgbench.isInstalled()
      ? await Pgbench.open((await server.create('pgbench')).superuserUrl, seconds)
      : null;
    const sizes = [...new Set([Math.min(10_000, n), n, ...(full ? [1_000_000] : [])])].sort((a, b) => a - b);
    for (const size of sizes) rigs.push(await rig(server, size, folder, tell));
    const workloads = await measureHttp(rigs, isWanted, { server, pgbench, seconds, tell });
    return { machine: machine(server.version), n: sizes.at(-1) ?? n, workloads };
  } finally {
    for (const { api } of rigs) await api.stop();
    await server.stop();
  }
}

async function rig(server: BenchServer, n: number, folder: string, tell: (what: string) => void): Promise<Rig> {
  const database = await server.seeded(n, tell);
  return { n, name: `bench_${n}`, database, api: await ApiProcess.start(database, folder) };
}
