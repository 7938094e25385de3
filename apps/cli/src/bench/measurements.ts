import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { cellsOf, HEADS, type Report } from './report.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** docs/measurements/bench.md: date, machine, command, figures, and what does not hold. */
export function writeMeasurements(report: Report, command: string): void {
  const { machine, n, load, workloads } = report;
  const below = workloads.filter(({ holds }) => holds === false).map(({ name }) => name);
  const open = workloads.filter(({ holds }) => holds === null).map(({ name }) => name);
  const text = [
    '# Bench',
    '',
    `Written by \`${command}\` on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC; what is measured and how stands in [the how-to](../how-to/bench.md).`,
    '',
    `- Machine: ${machine}`,
    `- Cases: ${n}`,
    `- Load of the machine by others when it began: ${load.toFixed(1)} (one a processor is a busy machine)`,
    `- Below the floor: ${below.length > 0 ? below.join(', ') : 'none'}`,
    ...(open.length > 0 ? [`- Not measured: ${open.join(', ')}`] : []),
    '',
    row(HEADS.map((head) => head || 'verdict')),
    row(HEADS.map(() => '---')),
    ...workloads.map((one) => row(cellsOf(one))),
    '',
  ].join('\n');
  const folder = join(projectRoot(), 'docs', 'measurements');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.md'), text);
}
