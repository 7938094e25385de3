import { fault, founded, unsourced, type PackFault } from './fault.js';
import { limitFaults } from './limit-rules.js';
import { demandFaults } from './material-rules.js';
import type { RawPack } from './raw-pack.js';
import type { Readings } from '../readings.js';
import { trapFaults } from './trap-rules.js';

/** Every breach of law in a pack, all at once, as the county reads the law. */
export function packFaults(pack: RawPack, readings: Readings): PackFault[] {
  return [
    ...unsourced(pack.basis, []),
    ...unsourced([pack.fee.basis], ['fee']),
    ...demandFaults(pack, readings),
    ...visitFaults(pack, readings),
    ...limitFaults(pack, readings),
    ...trapFaults(pack, readings),
  ];
}

/** Money and ways: a licence costs nothing (ALL 58), and nobody comes more than once (BER 36). */
function visitFaults({ fee, maxTrips, onSite, publicNotice, freeze }: RawPack, readings: Readings): PackFault[] {
  const faults = [
    ...unsourced(onSite.basis, ['onSite']),
    ...unsourced(publicNotice.basis, ['publicNotice']),
    ...unsourced(freeze?.basis ?? [], ['freeze']),
  ];
  if (fee.amount !== 0)
    faults.push(fault(['fee', 'amount'], '办理不收费 / a licence costs nothing without a statutory basis', 'ALL 58'));
  if (maxTrips > 1) faults.push(fault(['maxTrips'], '最多跑一次 / more than one trip may not be demanded', 'BER 36'));
  if (onSite.need !== 'none' && !founded(onSite.basis, readings))
    faults.push(
      fault(['onSite'], '上门检查没有足够层级的依据 / a visit on site without a ranked legal basis', 'BER 35'),
    );
  return faults;
}
