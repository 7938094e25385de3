import { cpus, totalmem } from 'node:os';

/** One line of the report; what a workload has no figure for is null. */
export interface Line {
  name: string;
  rps: number | null;
  /** Milliseconds. */
  p50: number | null;
  p99: number | null;
  limitTps: number | null;
  ratio: number | null;
  sqlPerReq: number | null;
  nodeCpuMs: number | null;
  floor: string;
  goal: string;
  holds: boolean | null;
  reaches: boolean | null;
  note: string;
}

export interface Report {
  machine: string;
  n: number;
  /** Of the machine, by others, when it began: the mean of a minute. */
  load: number;
  workloads: Line[];
}

export const machine = (database: string): string => {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim()}, ${memory} GB, Node ${process.versions.node}, PostgreSQL ${database}`;
};

/** A line of little: of what is not requests a second. */
export const line = (name: string, more: Partial<Line> & Pick<Line, 'floor' | 'goal' | 'holds' | 'reaches'>): Line => ({
  name,
  rps: null,
  p50: null,
  p99: null,
  limitTps: null,
  ratio: null,
  sqlPerReq: null,
  nodeCpuMs: null,
  note: '',
  ...more,
});

export const HEADS = [
  'workload',
  'req/s',
  'p50 ms',
  'p99 ms',
  'limit/s',
  'ratio',
  'SQL/req',
  'CPU ms',
  'floor',
  'goal',
  '',
];

const shown = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));
const verdict = ({ holds, reaches }: Line): string =>
  holds === null ? 'not measured' : !holds ? 'BELOW THE FLOOR' : reaches ? 'goal' : 'floor';

export const cellsOf = (one: Line): string[] => [
  one.name,
  shown(one.rps, 0),
  shown(one.p50, 1),
  shown(one.p99, 1),
  shown(one.limitTps, 0),
  shown(one.ratio, 3),
  shown(one.sqlPerReq, 1),
  shown(one.nodeCpuMs, 2),
  one.floor,
  one.goal,
  one.note ? `${verdict(one)}; ${one.note}` : verdict(one),
];

/** As soon as it is known: a run that is cut short has said what it found. */
export const inOneLine = (one: Line): string =>
  cellsOf(one)
    .map((cell, i) => `${HEADS[i] ?? ''} ${cell}`.trim())
    .join(', ');

/** For a terminal. */
export function asTable({ machine: on, n, load, workloads }: Report): string {
  const rows = [HEADS, ...workloads.map(cellsOf)];
  const widths = HEADS.map((_, i) => Math.max(...rows.map((cells) => (cells[i] ?? '').length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`${on}; n = ${n}; load before ${load.toFixed(1)}`, ...lines, ''].join('\n');
}
