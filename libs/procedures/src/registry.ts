import type { Lane, MatterPack } from '../../law/src/index.js';
import { addressChangeConfig } from './address-change/machine.js';
import { advertisementConfig } from './advertisement/machine.js';
import { centreConfig } from './centre/machine.js';
import { closureConfig } from './closure/machine.js';
import { annualConfig } from './annual/machine.js';
import { insolvencyConfig } from './insolvency/machine.js';
import { lapseConfig } from './lapse/machine.js';
import { revocationConfig } from './revocation/machine.js';
import { formalConfig } from './formal/machine.js';
import { divisionConfig } from './division/machine.js';
import { mergerConfig } from './merger/machine.js';
import { establishmentConfig } from './establishment/machine.js';
import { governanceConfig } from './governance/machine.js';
import { inclusiveConfig } from './inclusive/machine.js';
import { legalRepresentativeConfig } from './legal-representative/machine.js';
import { nameChangeConfig } from './name-change/machine.js';
import { principalConfig } from './principal/machine.js';
import { qualityConfig } from './quality/machine.js';
import { sponsorChangeConfig } from './sponsor-change/machine.js';
import { levelChangeConfig } from './level-change/machine.js';
import { subjectTutoringConfig } from './subject-tutoring/machine.js';
import { tutoringConfig } from './tutoring/machine.js';
import { tutoringChangeConfig } from './tutoring-change/machine.js';
import { LANES } from './lanes.js';
import { preparationConfig } from './preparation/machine.js';
import { renewalConfig } from './renewal/machine.js';
import { reissueConfig } from './reissue/machine.js';
import { procedure, type Procedure } from './procedure.js';
import { situationsOf } from './situations.js';
import type { AnyProcedureConfig } from './vocabulary.js';

/** Which procedure a matter runs on. Later matters add a line here and a folder beside this file. */
const CHARTS: Readonly<Record<string, { id: string; config: AnyProcedureConfig }>> = {
  PREP: { id: 'preparation', config: preparationConfig },
  'EST-DIRECT': { id: 'establishment', config: establishmentConfig },
  'EST-FORMAL': { id: 'formal', config: formalConfig },
  'CHG-NAME': { id: 'name-change', config: nameChangeConfig },
  'CHG-ADDR': { id: 'address-change', config: addressChangeConfig },
  MERGER: { id: 'merger', config: mergerConfig },
  DIVISION: { id: 'division', config: divisionConfig },
  'CHG-SPONSOR': { id: 'sponsor-change', config: sponsorChangeConfig },
  'CHG-LEGALREP': { id: 'legal-representative', config: legalRepresentativeConfig },
  'CHG-PRINCIPAL': { id: 'principal', config: principalConfig },
  'FILE-GOV': { id: 'governance', config: governanceConfig },
  'FILE-AD': { id: 'advertisement', config: advertisementConfig },
  REISSUE: { id: 'reissue', config: reissueConfig },
  'KG-INCL': { id: 'inclusive', config: inclusiveConfig },
  QUALITY: { id: 'quality', config: qualityConfig },
  'TERM-VOL': { id: 'closure', config: closureConfig },
  'TRN-NONSUBJ': { id: 'tutoring', config: tutoringConfig },
  'TRN-SUBJ': { id: 'subject-tutoring', config: subjectTutoringConfig },
  'TRN-CHG': { id: 'tutoring-change', config: tutoringChangeConfig },
  'CHG-LEVEL': { id: 'level-change', config: levelChangeConfig },
  'ECC-RECOG': { id: 'centre', config: centreConfig },
  'TERM-INSOLV': { id: 'insolvency', config: insolvencyConfig },
  'TERM-REVOKE': { id: 'revocation', config: revocationConfig },
  LAPSE: { id: 'lapse', config: lapseConfig },
  ANNUAL: { id: 'annual', config: annualConfig },
  RENEW: { id: 'renewal', config: renewalConfig },
};

type PackPart = Pick<MatterPack, 'code' | 'attestations' | 'specialProcedures' | 'readings'>;

/** The procedure of a pack; null for a matter that cannot be filed online yet. This is the one place that knows. */
export function procedureOf(pack: PackPart): Procedure | null {
  const chart = CHARTS[pack.code];
  if (!chart) return null;
  const { specialProcedures: grounds, readings } = pack;
  const lanes = lanesOf(pack);
  const situations = situationsOf(pack.attestations);
  return procedure(chart.id, chart.config, { lanes, situations, grounds, reChecks: readings.reChecks });
}

/** The lanes of a pack, each of which the procedures must know: a lane that nobody can attest would never pass. */
function lanesOf({ code, attestations }: PackPart): Lane[] {
  const known: ReadonlySet<string> = new Set(LANES);
  return attestations.map(({ lane }) => {
    if (!known.has(lane)) throw new Error(`no procedure knows the lane ${lane} of ${code}`);
    return lane as Lane;
  });
}
