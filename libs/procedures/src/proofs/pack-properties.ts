import { isPeriod, mayFoundDemand, runningLimits, type Article, type MatterPack } from '../../../law/src/index.js';
import { firstLatePromise } from '../../../law/src/packs/limit-rules.js';
import type { Finding } from './properties.js';

/** g: internal limits within the promise, the promise within the law, over every start date of the known calendars. */
export function limitsFit(pack: MatterPack): Finding {
  // nothing is promised where nobody applies
  if (!pack.limits.promised) return { id: 'g', holds: true };
  const { internal, promised } = runningLimits(pack.limits);
  const { statutory } = pack.limits;
  const sum = internal.review + internal.legality + internal.decision;
  if (sum > promised.length) {
    return { id: 'g', holds: false, fault: 'internal-limits-too-long', detail: `${sum} > ${promised.length}` };
  }
  const within = `${sum} ≤ ${promised.length} ${promised.unit}`;
  if (!isPeriod(statutory)) return { id: 'g', holds: true, worst: within };
  const late = firstLatePromise({ promised, statutory });
  if (late) return { id: 'g', holds: false, fault: 'promise-later-than-law', detail: late };
  return {
    id: 'g',
    holds: true,
    worst: `${within} ≤ ${statutory.length} ${statutory.unit}`,
  };
}

/** h: nothing is demanded without a published basis of sufficient rank (ALL 31; BER 35). */
export function everythingDemandedHasABasis(pack: MatterPack): Finding {
  const isFounded = (basis: readonly Article[]): boolean =>
    basis.some((article) => mayFoundDemand(article, pack.readings.sources));
  // what the bureau makes or fetches itself is no demand on anybody
  const material = pack.materials.find(
    ({ role, source, basis }) => role !== 'voluntary' && source !== 'agency' && !isFounded(basis),
  );
  const attestation = pack.attestations.find(({ basis }) => !isFounded(basis));
  const naked = material?.id ?? attestation?.lane ?? (pack.fee.amount > 0 ? 'fee' : undefined);
  if (naked) return { id: 'h', holds: false, fault: 'demand-without-basis', detail: naked };
  return { id: 'h', holds: true, worst: pack.materials.length + pack.attestations.length };
}
