import type { MatterPack } from '../../law/src/index.js';
import { establishmentConfig } from './establishment/machine.js';
import { procedure, type Procedure } from './procedure.js';
import type { AnyProcedureConfig } from './vocabulary.js';

/** Which procedure a matter runs on. Later matters add a line here and a folder beside this file. */
const CHARTS: Readonly<Record<string, { id: string; config: AnyProcedureConfig }>> = {
  'EST-DIRECT': { id: 'establishment', config: establishmentConfig },
};

/** The procedure of a pack; throws for a matter that has none. */
export function procedureOf(pack: Pick<MatterPack, 'code' | 'attestations' | 'specialProcedures'>): Procedure {
  const chart = CHARTS[pack.code];
  if (!chart) throw new Error(`no procedure for matter ${pack.code}`);
  return procedure(chart.id, chart.config, {
    lanes: pack.attestations.map(({ lane }) => lane),
    grounds: pack.specialProcedures,
  });
}
