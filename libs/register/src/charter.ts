import type { CaseForm, MatterPack, PlainDate } from '../../law/src/index.js';

/** The first charter, and one that is amended (PEL 20; PER 19(2)). */
const CHARTERS: readonly string[] = ['EST-CHARTER', 'CHG-CHARTER'];

/**
 * Since when the charter (章程) holds that the bureau has: from the decision or filing on whose list it stands. A filing
 * that leaves the charter alone says so in its form; what no paper came with changes nothing.
 */
export const charterSince = (
  { materials }: Pick<MatterPack, 'materials'>,
  form: Partial<CaseForm>,
  decidedOn: PlainDate,
): { charterFrom?: PlainDate } =>
  materials.some(
    ({ id, condition }) => CHARTERS.includes(id) && (condition !== 'charter_changes' || form.charterChanges === true),
  )
    ? { charterFrom: decidedOn }
    : {};
