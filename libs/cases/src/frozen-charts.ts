import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { MatterPack } from '../../law/src/index.js';
import type { Procedure, ProcedureInput } from '../../procedures/src/index.js';

/** The charts of an earlier release: the words they are written in mean what they meant then (design 6.19). */
export interface FrozenCharts {
  /** Day of the release and the beginning of the hash of its file. */
  name: string;
  procedureOf(pack: MatterPack): Procedure | null;
}

/**
 * The releases that are kept, oldest first. A file that is not what its folder's name says has been edited: the start
 * stops, for a case would go on under a chart that it was never promised.
 * @param folder where each release has a folder of its own
 * @throws Error naming the folder
 */
export function frozenCharts(folder: string): FrozenCharts[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => frozen(resolve(folder, name, 'charts.cjs'), name));
}

function frozen(file: string, name: string): FrozenCharts {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (!name.endsWith(hash.slice(0, 12))) throw new Error(`the charts of ${name} are not the ones that were kept`);
  const { procedureOf } = createRequire(file)(file) as Pick<FrozenCharts, 'procedureOf'>;
  return {
    name,
    procedureOf: (pack) => {
      const procedure = procedureOf(pack);
      return procedure && { ...procedure, input: withSituations(procedure.input) };
    },
  };
}

/** Before lanes could depend on what is declared, every lane was called for. */
const withSituations = (input: Omit<ProcedureInput, 'situations'> & Partial<ProcedureInput>): ProcedureInput => ({
  ...input,
  situations: input.situations ?? [input.lanes],
});
