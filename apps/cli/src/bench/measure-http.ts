import { ApiProcess } from './api-process.js';
import { HTTP_WORKLOADS, type HttpWorkload } from './http-workloads.js';
import { load, type Measured } from './load.js';
import type { Pgbench } from './pgbench.js';
import { inOneLine, line, type Line } from './report.js';
import type { EmptyDatabase } from './seed.js';
import type { BenchServer } from './server.js';

/** A database of n cases with one process of the system on it. */
export interface Rig {
  n: number;
  name: string;
  database: EmptyDatabase;
  api: ApiProcess;
}

interface Tools {
  server: BenchServer;
  pgbench: Pgbench | null;
  seconds: number;
  tell: (what: string) => void;
}

const WARM_SECONDS = 2;
/** Until the code of a command is compiled for good: its cases would be used up before. */
const TRIALS = 4000;
/** How many requests are looked at for the number of their statements. */
const COUNTED = 40;
/** A bigger database may take this much longer. */
const GROWTH = { floor: 1.3, goal: 1.1 };

/** Every HTTP workload on every database, the biggest last; the bare SQL before and after. */
export async function measureHttp(
  rigs: readonly Rig[],
  wanted: (name: string) => boolean,
  tools: Tools,
): Promise<Line[]> {
  const { server } = tools;
  const lines: Line[] = [];
  for (const workload of HTTP_WORKLOADS.filter(({ name }) => wanted(name))) {
    await server.settled();
    if (workload.limit) await tools.pgbench?.measure(workload.limit);
    const measured: Taken[] = [];
    for (const rig of rigs) {
      tools.tell(`${workload.name}, ${rig.n} cases`);
      measured.push(await take(workload, rig, tools));
    }
    if (workload.limit) await tools.pgbench?.measure(workload.limit);
    const told = linesOf(workload, rigs, measured, tools.pgbench);
    told.forEach((one) => tools.tell(inOneLine(one)));
    lines.push(...told);
  }
  return lines;
}

type Taken = Measured & { sqlPerReq: number };

async function take(workload: HttpWorkload, rig: Rig, { server, seconds }: Tools): Promise<Taken> {
  const { next, most = Infinity, warm } = await workload.prepare(rig.database.superuserUrl);
  let left = most;
  const asking = (): ReturnType<typeof next> => {
    left -= 1;
    return next();
  };
  const limited = (share: number): object => (most === Infinity ? {} : { most: Math.floor(most * share) });
  if (warm) await load(rig.api, warm, { seconds: 60, most: TRIALS });
  await load(rig.api, asking, { seconds: WARM_SECONDS, ...limited(0.15) });
  const before = left;
  const sql = await server.statementsOf(rig.name, async () => {
    await load(rig.api, asking, { seconds: WARM_SECONDS, most: COUNTED });
  });
  const counted = before - left || COUNTED;
  const measured = await load(rig.api, asking, { seconds, ...(most === Infinity ? {} : { most: left - COUNTED }) });
  return { ...measured, sqlPerReq: sql / Math.min(counted, COUNTED) };
}

function linesOf(
  { name, limit, floor, goal }: HttpWorkload,
  rigs: readonly Rig[],
  measured: readonly Taken[],
  pgbench: Pgbench | null,
): Line[] {
  const [last] = measured.slice(-1);
  if (!last) return [];
  const limitTps = limit && pgbench ? pgbench.limit(limit) : null;
  const ratio = limitTps ? last.rps / limitTps : null;
  const figure = limit ? ratio : last.rps;
  const { rps, p50, p99, nodeCpuMs, sqlPerReq } = last;
  const own = line(name, {
    ...{ rps, p50, p99, nodeCpuMs, sqlPerReq, limitTps, ratio },
    ...{ floor: String(floor), goal: String(goal) },
    holds: figure === null ? null : figure >= floor,
    reaches: figure === null ? null : figure >= goal,
    note: limit && !pgbench ? 'pgbench is not installed' : '',
  });
  return [own, ...growth(name, rigs, measured)];
}

/** How much longer a request takes on more cases, one size to the next. */
function growth(name: string, rigs: readonly Rig[], measured: readonly Taken[]): Line[] {
  return measured.slice(1).map((bigger, i) => {
    const slower = (measured[i]?.rps ?? 0) / bigger.rps;
    return line(`${name} growth`, {
      rps: measured[i]?.rps ?? null,
      ratio: slower,
      floor: `≤ ${GROWTH.floor}`,
      goal: `≤ ${GROWTH.goal}`,
      holds: slower <= GROWTH.floor,
      reaches: slower <= GROWTH.goal,
      note: `req/s at ${rigs[i]?.n}; ratio: times slower at ${rigs[i + 1]?.n}`,
    });
  });
}
