import type { CaseState, MaterialLine, MatterPack } from '../../law/src/index.js';

/** The states in which a school is wound up. */
const WINDING_UP: readonly CaseState[] = [
  'PLACING',
  'LIQUIDATING',
  'PAYING',
  'HANDING_BACK',
  'DEREGISTERING',
  'ANNOUNCING',
];

export const isWindingUp = (state: string): boolean => (WINDING_UP as readonly string[]).includes(state);

/**
 * What falls due while a school is wound up (PEL 58-60): the lines that the pack asks for later; of a closure that nobody
 * applied for all of them, for there was no filing with which they could have come.
 */
export const linesOfClosing = (pack: Pick<MatterPack, 'materials' | 'onlineForm'>): MaterialLine[] =>
  pack.materials.filter(
    ({ source, stage }) => source === 'upload' && (stage === 'closing' || pack.onlineForm === null),
  );

/** Whether a line may be handed in now, beside what is filed: it is due, and nobody has to submit it once more. */
export const isDueInClosing = (
  { row, pack }: { row: { state: string }; pack: Pick<MatterPack, 'materials' | 'onlineForm'> },
  lineId: string,
): boolean => isWindingUp(row.state) && linesOfClosing(pack).some(({ id }) => id === lineId);
