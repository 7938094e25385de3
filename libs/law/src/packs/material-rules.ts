import { fault, founded, unsourced, type PackFault } from './fault.js';
import type { Readings } from '../readings.js';
import type { RawAttestation, RawMaterial, RawPack } from './raw-pack.js';

/** Fire, structure, hygiene, capital, resolution, settlement, placement: a grant rests on them (ALL 38(1)); never owed. */
const NEVER_TOLERABLE = [
  'PRM-FIRE',
  'PRM-STRUCT',
  'PRM-HEALTH',
  'EST-ASSETEFF',
  'EST-ASSET',
  'CHG-RES',
  'CHG-LIQ',
  'TRM-LIQ',
  'TRM-STUD',
];

const SITE_LANES = ['education_site', 'health_site', 'market_site'];

/** What may be asked for, and what may be asked about. */
export function demandFaults(pack: RawPack, readings: Readings): PackFault[] {
  return [
    ...twice(
      pack.materials.map(({ id }) => id),
      'materials',
    ),
    ...twice(
      pack.attestations.map(({ lane }) => lane),
      'attestations',
    ),
    ...pack.materials.flatMap((line) => materialFaults(line, pack, readings)),
    ...pack.attestations.flatMap((lane) => attestationFaults(lane, readings)),
    ...pack.preconditions.flatMap(({ basis, zh }, i) => [
      ...unsourced(basis, ['preconditions', i]),
      ...(founded(basis, readings)
        ? []
        : [
            fault(
              ['preconditions', i],
              `前置条件没有足够层级的依据 / a precondition without a ranked legal basis: ${zh}`,
              'BER 35',
            ),
          ]),
    ]),
    ...siteCheckFaults(pack),
  ];
}

const twice = (ids: readonly string[], section: string): PackFault[] =>
  ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => fault([section, id], `${id} 出现了两次 / listed twice`));

function materialFaults(line: RawMaterial, pack: RawPack, readings: Readings): PackFault[] {
  const path = ['materials', line.id];
  const faults = unsourced(line.basis, path);
  // What the bureau makes or fetches itself is no demand on anybody.
  if (line.role !== 'voluntary' && line.source !== 'agency' && !founded(line.basis, readings)) {
    faults.push(
      fault(
        [...path, 'role'],
        `没有足够层级的依据，只能自愿提交 / ${line.id} is demanded without a ranked legal basis; it may only be voluntary`,
        'ALL 31(1)',
      ),
    );
  }
  if (line.tolerable && NEVER_TOLERABLE.includes(line.id)) {
    faults.push(fault([...path, 'tolerable'], `不能容缺 / ${line.id} can never be tolerated`, 'ALL 38(1)'));
  }
  if (line.tolerable && line.role === 'main') {
    faults.push(
      fault(
        [...path, 'tolerable'],
        `主要材料不能容缺 / ${line.id} is a main material and cannot be tolerated`,
        'ALL 32(1)(4)',
      ),
    );
  }
  if (pack.onlineForm && line.source === 'form' && !line.fields?.length)
    faults.push(fault(path, `没有写明表单字段 / ${line.id} comes from the form but names no field`));
  return faults;
}

function attestationFaults({ lane, basis }: RawAttestation, readings: Readings): PackFault[] {
  const path = ['attestations', lane];
  return [
    ...unsourced(basis, path),
    ...(founded(basis, readings)
      ? []
      : [fault(path, `前置核验没有足够层级的依据 / ${lane} is a precondition without a ranked legal basis`, 'BER 35')]),
  ];
}

/** A joint site check is joint: all three departments or none (design 6.11). */
function siteCheckFaults(pack: RawPack): PackFault[] {
  const lanes = pack.attestations.filter(({ how }) => how === 'joint_site_check').map(({ lane }) => lane as string);
  return lanes.length === 0
    ? []
    : SITE_LANES.filter((lane) => !lanes.includes(lane)).map((lane) =>
        fault(['attestations'], `联合踏勘缺少一个部门 / the joint site check lacks ${lane}`, 'ALL 26'),
      );
}
