import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWeb } from '../../../api/src/pages/built-web.js';
import { PdfPress, type PdfContent } from '../../../../libs/documents/src/index.js';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { freePort, untilServed } from './api-process.js';
import { line, type Line } from './report.js';
import { told } from './server.js';

const PRINTS = 60;

/** Milliseconds, seconds or kilobytes: less is better. */
const atMost = (name: string, value: number, floor: number, goal: number, unit: string, note = ''): Line =>
  line(name, {
    p50: unit === 'kB' ? null : unit === 's' ? value * 1000 : value,
    ...{ floor: `≤ ${floor} ${unit}`, goal: `≤ ${goal} ${unit}`, holds: value <= floor, reaches: value <= goal },
    note: [`${value.toFixed(1)} ${unit}`, note].filter((text) => text !== '').join(', '),
  });

/** W9: a notice with its QR code, printed over and over by a press that is warm; the middle one counts. */
export async function print(superuserUrl: string): Promise<Line> {
  const rows = await told<{ content: PdfContent }>(superuserUrl, [
    `select content from document where kind = 'acceptanceNotice' order by md5(id::text) limit ${PRINTS}`,
  ]);
  const press = new PdfPress();
  const took = rows.map(({ content }) => {
    const began = performance.now();
    press.print(content, new Date('2026-03-02T01:00:00Z'));
    return performance.now() - began;
  });
  const warm = took.slice(10).sort((a, b) => a - b);
  const p99 = warm[Math.floor(warm.length * 0.99)] ?? null;
  return { ...atMost('W9', warm[Math.floor(warm.length / 2)] ?? NaN, 15, 6, 'ms'), p99 };
}

/** W10: `npm start`, installed and built, on an empty data folder: until the first page is served. */
export async function start(): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'licensing-start-'));
  chmodSync(folder, 0o755); // the user that the database runs as comes in
  const port = await freePort();
  const program = join('apps', 'cli', 'bootstrap', 'start.mjs');
  if (!isInstalled()) return line('W10', { ...W10, holds: null, reaches: null, note: 'not installed or not built' });
  const began = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: projectRoot(),
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: String(port), DATA_DIR: folder },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await untilServed(`http://127.0.0.1:${port}/`, child);
    return atMost('W10', (performance.now() - began) / 1000, 8, 3, 's', 'with a new database');
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
const W10 = { floor: '≤ 8 s', goal: '≤ 3 s' };

/** Whether `npm start` would find nothing to install and nothing to build. */
const isInstalled = (): boolean => {
  const stamp = join(projectRoot(), 'node_modules', '.stamp');
  const lock = createHash('sha256')
    .update(readFileSync(join(projectRoot(), 'package-lock.json')))
    .digest('hex');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(join(projectRoot(), 'dist', '.stamp'));
};

/** W11: what a browser loads before the first screen works, compressed, in kB of 1000 bytes. */
export function weights(): Line[] {
  const app = 'src/main.tsx';
  return [
    atMost('W11 public', weightOf(['src/site.ts']), 80, 40, 'kB', 'Lighthouse is not installed: not measured'),
    atMost('W11 applicant', weightOf([app, 'src/pages/apply/triage.tsx']), 180, 150, 'kB'),
    atMost('W11 officer', weightOf([app, 'src/pages/desk/queue.tsx']), 450, 350, 'kB'),
  ];
}

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

function weightOf(sources: readonly string[]): number {
  const { folder } = builtWeb();
  const chunks = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const seen = new Set<string>();
  const files = new Set<string>();
  const take = (source: string): void => {
    const chunk = chunks[source];
    if (!chunk) throw new Error(`the build has no ${source}`);
    if (seen.has(source)) return;
    seen.add(source);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(take);
  };
  sources.forEach(take);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;
}

/** W12: every procedure with every pack. */
export function prove(): Line {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, [join('dist', 'apps', 'cli', 'src', 'main.js'), 'prove'], {
    cwd: projectRoot(),
    stdio: 'ignore',
  });
  const seconds = (performance.now() - began) / 1000;
  const proved = atMost('W12', seconds, 20, 5, 's', status === 0 ? '' : 'a proof does not hold');
  return status === 0 ? proved : { ...proved, holds: false };
}
