import {
  addDays,
  compareDates,
  daysOf,
  type PlainDate,
  type Segment,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { OPENS_EXCLUSION } from './exclusion-events.js';
import type { CaseHolder, Holding } from './holders.js';
import type { LogEntry } from './log.js';

/** A stretch of a clock as both sides read it: which days, why they count or not, by which event, and who had the case. */
export interface ExplainedSegment extends Omit<Segment, 'holder'> {
  holder: CaseHolder;
  /** Number of the entry in the log that began this stretch. */
  event: number;
  /** Not lived through yet: it will be so if nothing happens. */
  ahead: boolean;
}

interface Seen {
  log: readonly Pick<LogEntry, 'seq' | 'type' | 'legal_date'>[];
  holdings: readonly Holding[];
  startedBy: number;
  asOf: PlainDate;
  calendar: WorkingCalendar;
}

/** Splits the segments of a clock where the case changed hands, and at the end of today. */
export function explain(segments: readonly Segment[], seen: Seen): ExplainedSegment[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'excluded') return [excluded(segment, seen)];
    const cuts = cutsOf(segment, seen);
    return cuts.map((from, i) => {
      const to = cuts[i + 1] ? addDays(cuts[i + 1] as PlainDate, -1) : segment.to;
      const held = seen.holdings.findLast(({ after }) => compareDates(after, from) < 0);
      return {
        ...segment,
        from,
        to,
        days: daysOf(from, to, segment.unit, seen.calendar),
        holder: held?.holder ?? 'bureau',
        event: held?.event ?? seen.startedBy,
        ahead: compareDates(from, seen.asOf) > 0,
      };
    });
  });
}

/** The days with which a new stretch begins: the case came into other hands, or the future starts. */
function cutsOf({ from, to }: Segment, { holdings, asOf }: Seen): PlainDate[] {
  const changes = holdings
    .filter(({ holder }, i) => holdings[i - 1]?.holder !== holder)
    .map(({ after }) => addDays(after, 1));
  const inside = [...changes, addDays(asOf, 1)].filter(
    (day) => compareDates(day, from) > 0 && compareDates(day, to) <= 0,
  );
  return [from, ...[...new Set(inside)].sort(compareDates)];
}

/** Time that does not count was opened by its served notice and by nothing else (ALL 45). */
function excluded(segment: Segment, { log, startedBy, asOf }: Seen): ExplainedSegment {
  const notice = log.findLast(
    ({ type, legal_date }) => OPENS_EXCLUSION.includes(type) && compareDates(legal_date, segment.from) <= 0,
  );
  return {
    ...segment,
    holder: segment.ground === 'hearing' ? 'bureau' : 'expert',
    event: notice?.seq ?? startedBy,
    ahead: compareDates(segment.from, asOf) > 0,
  };
}
