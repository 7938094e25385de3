import type { MaterialLine, MatterPack } from './pack.js';

/**
 * What a line of a pack is, and so what may be asked for under it. `voluntary`: never asked for; `upload`: a paper of the
 * applicant; `form`: filled in online; `lookup`, `agency`: the bureau's own work (ONL 7); `site_check`: a visit;
 * `special_procedure`: the report of a third party (ALL 45).
 */
export const LINE_KINDS = [
  'voluntary',
  'upload',
  'form',
  'lookup',
  'agency',
  'site_check',
  'special_procedure',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface PackLine {
  lineId: string;
  kind: LineKind;
}

/** Every line under which a case of this pack can be asked for something, and those under which it never can (ALL 30, 31(1)). */
export const packLinesOf = ({
  materials,
  attestations,
  specialProcedures,
}: Pick<MatterPack, 'materials' | 'attestations' | 'specialProcedures'>): PackLine[] => [
  ...materials.map((line): PackLine => ({ lineId: line.id, kind: kindOf(line) })),
  ...attestations.map(({ lane, how }): PackLine => ({
    lineId: lane,
    kind: how === 'joint_site_check' ? 'site_check' : 'agency',
  })),
  ...specialProcedures.map((ground): PackLine => ({ lineId: ground, kind: 'special_procedure' })),
];

const kindOf = ({ role, source }: MaterialLine): LineKind => (role === 'voluntary' ? 'voluntary' : source);

/** What can be asked of an applicant: to put a line right, to hand in a paper, to rectify, to bear a visit, a report. */
export const DEMAND_KINDS = ['correction', 'proof', 'rectification', 'visit', 'report'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/**
 * What is asked for when a material line is deficient: a paper that was never there, or one to be put right; nothing
 * where the line is the bureau's own work or voluntary (ALL 31(1), ONL 7).
 */
export function demandOn(kind: LineKind, handedIn: boolean): DemandKind | null {
  if (kind === 'upload') return handedIn ? 'correction' : 'proof';
  return kind === 'form' ? 'correction' : null;
}
