import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readCountyFiles } from '../../../libs/cases/src/index.js';
import {
  checkCounty,
  sayFinding,
  type MatterPack,
  type PackFinding,
  type Period,
} from '../../../libs/law/src/index.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';

const USAGE = 'npm run packs -- check <folder> [--json]\n';

/**
 * `packs check <folder>`: the folder of a county against shape and law, everything at once.
 * @returns 0 all matters load; 1 findings; 2 no such command, or a folder that cannot be read
 */
export async function packs(args: string[]): Promise<number> {
  const [command, folder] = args.filter((arg) => !arg.startsWith('--'));
  if (command !== 'check' || folder === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const { packs: loaded, findings } = checkCounty(readCountyFiles(nationalBeside(folder), resolve(folder)));
    process.stdout.write(args.includes('--json') ? asJson(loaded, findings) : asText(loaded, findings));
    return findings.length > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(
      `打不开 ${folder} / cannot read it: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 2;
  }
}

/** The national base beside the county's folder, else the one that comes with the system. */
function nationalBeside(folder: string): string {
  const beside = join(dirname(resolve(folder)), 'national');
  return existsSync(beside) ? beside : join(projectRoot(), 'libs', 'law', 'packs', 'national');
}

const asJson = (loaded: readonly MatterPack[], findings: readonly PackFinding[]): string =>
  `${JSON.stringify({ ok: findings.length === 0, matters: loaded.map(row), findings }, null, 2)}\n`;

function asText(loaded: readonly MatterPack[], findings: readonly PackFinding[]): string {
  if (findings.length > 0)
    return `${findings.map(sayFinding).join('\n')}\n${findings.length} 处要改 / to be put right\n`;
  const lines = loaded
    .map(row)
    .map(({ code, promised, statutory, hash, switchedOff, nameZh }) =>
      [
        code.padEnd(14),
        (promised ?? '-').padEnd(16),
        statutory.padEnd(16),
        hash.slice(0, 16),
        `${nameZh}${switchedOff ? '（停用 / off）' : ''}`,
      ].join('  '),
    );
  const head = ['matter'.padEnd(14), 'promised'.padEnd(16), 'statutory'.padEnd(16), 'hash'.padEnd(16), '事项'].join(
    '  ',
  );
  return `${[head, ...lines].join('\n')}\n${loaded.length} 个事项全部通过 / matters, all in order\n`;
}

function row({ code, nameZh, hash, limits, switchedOff }: MatterPack) {
  const { statutory, promised } = limits;
  return {
    code,
    nameZh,
    promised: promised ? span(promised) : null,
    statutory: statutoryWord(statutory),
    hash,
    switchedOff: switchedOff !== null,
  };
}

const span = ({ length, unit }: Period): string => `${length} ${unit}`;

function statutoryWord(statutory: MatterPack['limits']['statutory']): string {
  if ('length' in statutory) return span(statutory);
  if ('date' in statutory) return statutory.date;
  return 'asMatter' in statutory ? 'as matter' : '-';
}
