import { cite, mayFoundDemand, type Article } from '../article.js';
import { addWorkingDays, OFFICIAL_YEARS, workingCalendar } from '../calendar.js';
import type { Unit } from '../clock-rules.js';
import { deadline } from '../clocks.js';
import { addDays, compareDates, plainDate } from '../plain-date.js';

/** What a pack may not say, whatever its schema: each rule names its article. */
export interface PackFault {
  path: readonly (string | number)[];
  article?: Article;
  message: string;
}

/** The sections of a pack as they stand in the files, before articles are resolved. */
export interface RawPack {
  code: string;
  version: string;
  basis: string[];
  limits: {
    statutory: { length: number; unit: Unit; basis: string };
    promised: { length: number; unit: Unit; confidence: string };
    correctionPeriod: { length: number; unit: Unit; confidence: string };
    preReview: { length: number; unit: Unit };
    internal: { review: number; legality: number; decision: number };
  };
  maxTrips: number;
  fee: { amount: number; basis: string };
  materials: {
    id: string;
    nameZh: string;
    role: string;
    tolerable: boolean;
    cureDays?: number;
    source: string;
    fields?: string[];
    basis: string[];
  }[];
  attestations: { lane: string; how: string; nameZh: string; basis: string[] }[];
  [section: string]: unknown;
}

/** Fire, structure, hygiene, capital: a grant rests on them (ALL 38(1)); they can never be owed. */
const NEVER_TOLERABLE = [
  'PRM-FIRE',
  'PRM-STRUCT',
  'PRM-HEALTH',
  'EST-ASSETEFF',
  'EST-ASSET',
  'CHG-RES',
  'CHG-LIQ',
  'TRM-STUD',
];
/** Comes after registration, which comes after the licence (FOOD 35): asking for it earlier is a circle. */
const FOOD_PERMIT = /食品经营许可|food permit/i;

const SITE_LANES = ['education_site', 'health_site', 'market_site'];

const sourced = (refs: readonly string[], path: PackFault['path']): PackFault[] =>
  refs.flatMap((ref, i) => {
    try {
      cite(ref);
      return [];
    } catch {
      return [{ path: [...path, 'basis', i], message: `unknown source "${ref}"` }];
    }
  });

const founded = (refs: readonly string[]): boolean => {
  try {
    return refs.some((ref) => mayFoundDemand(cite(ref)));
  } catch {
    return true; // already reported as an unknown source
  }
};

/** Every breach of law in a pack, all at once. */
export function packFaults(pack: RawPack): PackFault[] {
  return [
    ...sourced(pack.basis, []),
    ...sourced([pack.fee.basis], ['fee']),
    ...pack.materials.flatMap((line, i) => materialFaults(line, i)),
    ...pack.attestations.flatMap((lane, i) => attestationFaults(lane, i)),
    ...siteCheckFaults(pack),
    ...(pack.fee.amount === 0
      ? []
      : [
          {
            path: ['fee', 'amount'],
            article: cite('ALL 58'),
            message: 'a licence costs nothing without a statutory basis',
          },
        ]),
    ...(pack.maxTrips <= 1
      ? []
      : [{ path: ['maxTrips'], article: cite('BER 36'), message: 'more than one trip may not be demanded' }]),
    ...limitFaults(pack),
  ];
}

function materialFaults(line: RawPack['materials'][number], i: number): PackFault[] {
  const path = ['materials', i];
  const faults = sourced(line.basis, path);
  if (line.role !== 'voluntary' && !founded(line.basis)) {
    faults.push({
      path,
      article: cite('ALL 31(1)'),
      message: `${line.id} is demanded without a ranked legal basis; it may only be voluntary`,
    });
  }
  if (line.tolerable && NEVER_TOLERABLE.includes(line.id)) {
    faults.push({
      path: [...path, 'tolerable'],
      article: cite('ALL 38(1)'),
      message: `${line.id} can never be tolerated`,
    });
  }
  if (line.tolerable && line.role === 'main') {
    faults.push({
      path: [...path, 'tolerable'],
      article: cite('ALL 32(1)(4)'),
      message: `${line.id} is a main material and cannot be tolerated`,
    });
  }
  if (FOOD_PERMIT.test(line.nameZh) || line.id === 'PRM-FOOD') {
    faults.push({
      path,
      article: cite('FOOD 35'),
      message: 'the food permit comes after registration and may not be asked for here',
    });
  }
  if (line.source === 'form' && !line.fields?.length)
    faults.push({ path, message: `${line.id} comes from the form but names no field` });
  return faults;
}

function attestationFaults(lane: RawPack['attestations'][number], i: number): PackFault[] {
  const path = ['attestations', i];
  const faults = sourced(lane.basis, path);
  if (!founded(lane.basis))
    faults.push({
      path,
      article: cite('BER 35'),
      message: `${lane.lane} is a precondition without a ranked legal basis`,
    });
  if (FOOD_PERMIT.test(lane.nameZh)) {
    faults.push({
      path,
      article: cite('FOOD 35'),
      message: 'the food permit comes after registration and is no precondition of the licence',
    });
  }
  return faults;
}

/** A joint site check is joint: all three departments or none (design 6.11). */
function siteCheckFaults(pack: RawPack): PackFault[] {
  const lanes = pack.attestations.filter(({ how }) => how === 'joint_site_check').map(({ lane }) => lane);
  return lanes.length === 0
    ? []
    : SITE_LANES.filter((lane) => !lanes.includes(lane)).map((lane) => ({
        path: ['attestations'],
        article: cite('ALL 26'),
        message: `the joint site check lacks ${lane}`,
      }));
}

function limitFaults({ limits }: RawPack): PackFault[] {
  const { review, legality, decision } = limits.internal;
  const faults = sourced([limits.statutory.basis], ['limits', 'statutory']);
  if (limits.promised.unit === 'working_day' && review + legality + decision > limits.promised.length) {
    faults.push({ path: ['limits', 'internal'], message: 'the internal limits together are longer than the promise' });
  }
  if (faults.length > 0) return faults;
  const late = firstLatePromise(limits);
  if (late) {
    faults.push({
      path: ['limits', 'promised'],
      article: cite(limits.statutory.basis),
      message: `a case accepted on ${late} would be promised later than the law allows`,
    });
  }
  return faults;
}

/** The first start date of the known calendars on which the promise would end after the statutory limit, or null. */
export function firstLatePromise(
  limits: Record<'promised' | 'statutory', { length: number; unit: Unit }>,
): string | null {
  const calendar = workingCalendar(OFFICIAL_YEARS, 'check');
  const article = cite('ALL 42(1)');
  const limit = (of: { length: number; unit: Unit }) => ({ ...of, roll: 'none', article, holder: 'bureau' }) as const;
  const last = addWorkingDays(plainDate('2026-12-31'), -60, calendar);
  for (let day = plainDate('2025-01-01'); compareDates(day, last) <= 0; day = addDays(day, 1)) {
    const promised = deadline(limit(limits.promised), day, calendar).dueOn;
    if (compareDates(promised, deadline(limit(limits.statutory), day, calendar).dueOn) > 0) return day;
  }
  return null;
}
