import { addWorkingDays, OFFICIAL_YEARS, workingCalendar } from '../calendar.js';
import { cite } from '../article.js';
import { clockRules, type Unit } from '../clock-rules.js';
import { deadline } from '../clocks.js';
import { addDays, compareDates, plainDate, type PlainDate } from '../plain-date.js';
import type { Readings } from '../readings.js';
import { lawLimitOf, type DatedLimit, type LawExtension } from '../statutory-limits.js';
import { fault, unsourced, type PackFault } from './fault.js';
import type { RawExtension, RawPack, RawStatutory } from './raw-pack.js';

interface Length {
  length: number;
  unit: Unit;
}

/** Limits against the law, the promise against the limit, the inner limits against the promise. */
export function limitFaults(pack: RawPack, readings: Readings): PackFault[] {
  const { statutory, promised, internal } = pack.limits;
  const law = lawLimitOf(pack.code, undefined, readings);
  const national = lawLimitOf(pack.code);
  if (!law || !national)
    return [fault(['code'], `法定时限表里没有这个事项 / the law's table of limits does not know ${pack.code}`)];
  // The national base speaks as the standard readings do; a county that reads otherwise need not write it again.
  const faults = [
    ...lawFaults(statutory, sameAsLaw(statutory, national) ? national : law),
    ...innerFaults(promised, internal),
  ];
  return faults.length > 0 ? faults : promiseFaults(statutory, promised, law, readings);
}

function lawFaults(statutory: RawStatutory, law: DatedLimit): PackFault[] {
  const path = ['limits', 'statutory'];
  const kinds = [statutory.length, statutory.date, statutory.none, statutory.asMatter].filter(
    (part) => part !== undefined,
  );
  if (kinds.length !== 1)
    return [fault(path, '期限、日期、无、同对应事项四者写一 / say exactly one of: a length, date, none, asMatter')];
  const refs = [statutory.basis, statutory.extension?.basis, statutory.joint?.basis, statutory.joint?.extension?.basis];
  const faults = unsourced(
    refs.filter((ref) => ref !== undefined),
    path,
  );
  if (statutory.none === undefined && statutory.basis === undefined)
    faults.push(fault(path, '法定时限没有写依据 / the statutory limit names no basis'));
  if (!sameAsLaw(statutory, law))
    faults.push(fault(path, `与法律规定不同，应为 / contradicts the law, which says: ${sayLaw(law)}`, law.article.ref));
  return [...faults, ...extensionFaults(statutory, law)];
}

function sameAsLaw(given: RawStatutory, { limit }: DatedLimit): boolean {
  switch (limit.kind) {
    case 'period':
      return given.length === limit.length && given.unit === limit.unit;
    case 'date':
      return given.date === limit.date;
    case 'none':
      return given.none === true;
    case 'asMatter':
      return given.asMatter === true;
  }
}

function sayLaw({ limit }: DatedLimit): string {
  switch (limit.kind) {
    case 'period':
      return `${limit.length} ${limit.unit}`;
    case 'date':
      return limit.date;
    case 'none':
      return 'none';
    case 'asMatter':
      return 'asMatter';
  }
}

/** Extension exists only for the twenty-day matters and for joint handling (ALL 42); never for the Private Education Law's. */
function extensionFaults(given: RawStatutory, { limit, joint, article }: DatedLimit): PackFault[] {
  const faults: PackFault[] = [];
  const allowed = limit.kind === 'period' ? limit.extension : null;
  if (given.extension && !sameExtension(given.extension, allowed))
    faults.push(
      fault(
        ['limits', 'statutory', 'extension'],
        allowed
          ? `延长的天数或批准人与法律不同 / the law allows ${sayExtension(allowed)}`
          : '这个事项不能延长 / this matter knows no extension',
        allowed ? 'ALL 42(1)' : article.ref,
      ),
    );
  if (given.joint && !(joint && given.joint.length === joint.length && given.joint.unit === joint.unit))
    faults.push(
      fault(['limits', 'statutory', 'joint'], '没有这样的联合办理时限 / there is no such joint limit', 'ALL 42(2)'),
    );
  else if (given.joint && joint && !sameExtension(given.joint.extension, joint.extension))
    faults.push(
      fault(
        ['limits', 'statutory', 'joint', 'extension'],
        `延长的天数或批准人与法律不同 / the law allows ${sayExtension(joint.extension)}`,
        'ALL 42(2)',
      ),
    );
  return faults;
}

const sameExtension = (given: RawExtension, law: LawExtension | null): boolean =>
  law !== null && given.length === law.length && given.unit === law.unit && given.approver === law.approver;
const sayExtension = ({ length, unit, approver }: LawExtension): string => `${length} ${unit}, ${approver}`;

function innerFaults(promised: Length | null, internal: RawPack['limits']['internal']): PackFault[] {
  if ((promised === null) !== (internal === null))
    return [
      fault(
        ['limits', 'internal'],
        '承诺时限和内部时限要么都有，要么都没有 / a promise and inner limits come together',
      ),
    ];
  if (!promised || !internal || promised.unit !== 'working_day') return [];
  const sum = internal.review + internal.legality + internal.decision;
  return sum <= promised.length
    ? []
    : [
        fault(
          ['limits', 'internal'],
          `内部时限之和超过承诺 / the internal limits together are longer than the promise: ${sum} > ${promised.length}`,
        ),
      ];
}

function promiseFaults(
  { basis }: RawStatutory,
  promised: Length | null,
  { limit: of }: DatedLimit,
  readings: Readings,
): PackFault[] {
  if (!promised) return [];
  // ALL 50(1): a renewal is applied for thirty days before the licence expires, and decided before it does.
  const notice = clockRules(readings).renewal_apply_before;
  const limit = of.kind === 'period' ? of : of.kind === 'date' && of.date === 'before_expiry' ? notice : null;
  // A fixed day of the year is the school's own and says nothing about the bureau's promise.
  const late = limit && firstLatePromise({ promised, statutory: limit });
  return late
    ? [
        fault(
          ['limits', 'promised'],
          `承诺时限晚于法定时限 / a case accepted on ${late} would be promised later than the law allows`,
          basis,
        ),
      ]
    : [];
}

const checked = new Map<string, PlainDate | null>();

/** The first start date of the known calendars on which the promise would end after the statutory limit, or null. */
export function firstLatePromise({ promised, statutory }: Record<'promised' | 'statutory', Length>): PlainDate | null {
  const key = [promised.length, promised.unit, statutory.length, statutory.unit].join(' ');
  const before = checked.get(key);
  if (before !== undefined) return before;
  const found = searchLatePromise(promised, statutory);
  checked.set(key, found);
  return found;
}

function searchLatePromise(promised: Length, statutory: Length): PlainDate | null {
  // in one unit the shorter length ends first, whatever the day; only two units need the calendars
  if (promised.unit === statutory.unit && promised.length <= statutory.length) return null;
  const calendar = workingCalendar(OFFICIAL_YEARS, 'check');
  const article = cite('ALL 42(1)');
  const limit = ({ length, unit }: Length) => ({ length, unit, roll: 'none', article, holder: 'bureau' }) as const;
  const last = addWorkingDays(plainDate('2026-12-31'), -60, calendar);
  for (let day = plainDate('2025-01-01'); compareDates(day, last) <= 0; day = addDays(day, 1)) {
    const end = deadline(limit(promised), day, calendar).dueOn;
    if (compareDates(end, deadline(limit(statutory), day, calendar).dueOn) > 0) return day;
  }
  return null;
}
