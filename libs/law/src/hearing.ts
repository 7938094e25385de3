import type { WorkingCalendar } from './calendar.js';
import { CLOCK_RULES } from './clock-rules.js';
import { deadline, latestDayBefore } from './clocks.js';
import { compareDates, type PlainDate } from './plain-date.js';

/** Why a day is not a day for this hearing. */
export type HearingDayFault = 'HEARING_NOTICE_TOO_SHORT' | 'HEARING_TOO_LATE' | 'HEARING_NOT_ON_A_WORKING_DAY';

/**
 * Whether a hearing can be held on a day: on a working day, its notice seven days before (ALL 48(1)(1)), and within twenty
 * days of the request (ALL 47(1)). All of them are working days (ALL 82).
 */
export function hearingDayFault(
  day: PlainDate,
  { noticeOn, requestedOn }: { noticeOn: PlainDate; requestedOn: PlainDate },
  calendar: WorkingCalendar,
): HearingDayFault | null {
  if (!calendar.isWorkingDay(day)) return 'HEARING_NOT_ON_A_WORKING_DAY';
  if (compareDates(noticeOn, latestDayBefore(CLOCK_RULES.hearing_notice_before, day, calendar)) > 0)
    return 'HEARING_NOTICE_TOO_SHORT';
  return compareDates(day, deadline(CLOCK_RULES.hearing_held, requestedOn, calendar).dueOn) > 0
    ? 'HEARING_TOO_LATE'
    : null;
}

/** After a hearing the decision rests on its record (ALL 48(2)): whoever proposes or decides names the record by its hash. */
export const restsOnRecord = (record: string | null, cited: string | undefined): boolean =>
  record === null || record === cited;
