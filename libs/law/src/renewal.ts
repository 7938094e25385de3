import type { WorkingCalendar } from './calendar.js';
import { clockRules } from './clock-rules.js';
import { latestDayBefore } from './clocks.js';
import { addDays, addMonths, addYears, compareDates, type PlainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** Whether a renewal was asked for thirty days before the licence expires (ALL 50(1)). */
export const filedInTime = (
  filedOn: PlainDate,
  validTo: PlainDate,
  calendar: WorkingCalendar,
  readings: Readings = STANDARD_READINGS,
): boolean => compareDates(filedOn, latestDayBefore(clockRules(readings).renewal_apply_before, validTo, calendar)) <= 0;

/**
 * Whether the holder of a licence is offered its renewal on a day: towards the end of its term, while it is in force. The
 * law sets the last day only and no first one: this is what is offered, and who wants to may ask earlier.
 */
export const renewalOffered = (
  licence: { state: string; validTo: PlainDate },
  on: PlainDate,
  { renewalOfferMonths }: Pick<Readings, 'renewalOfferMonths'> = STANDARD_READINGS,
): boolean => isInForce(licence, on) && compareDates(on, addMonths(licence.validTo, -renewalOfferMonths)) >= 0;

/** Whether a licence is in force on a day; one that has run out is not extended any more (ALL 50(1), 70(1)). */
export const isInForce = (licence: { state: string; validTo: PlainDate } | null | undefined, on: PlainDate): boolean =>
  licence?.state === 'VALID' && compareDates(licence.validTo, on) >= 0;

/**
 * What silence does on the day the licence expires (ALL 50(2)): a renewal that was filed in time and that the bureau had
 * in hand on that day is granted by law. One that waits for the school's own corrections is not (a reading, ADR 10), nor
 * is one that came late.
 */
export function renewalBySilence(
  { filedOn, validTo, awaitsApplicant }: { filedOn: PlainDate; validTo: PlainDate; awaitsApplicant: boolean },
  calendar: WorkingCalendar,
  readings: Readings = STANDARD_READINGS,
): 'deemed' | 'none' {
  const standsStill = awaitsApplicant && readings.renewalInCorrection === 'not_deemed';
  return filedInTime(filedOn, validTo, calendar, readings) && !standsStill ? 'deemed' : 'none';
}

/**
 * The new term (PER 22(2)): it begins the day after the old one ends, or, as a county may read it, on the day of the
 * decision.
 */
export function renewedTerm(
  { validTo, decidedOn }: { validTo: PlainDate; decidedOn: PlainDate },
  years: number,
  { renewedTerm: reading }: Readings = STANDARD_READINGS,
): { from: PlainDate; to: PlainDate } {
  const from = reading === 'from_decision' && compareDates(decidedOn, validTo) <= 0 ? decidedOn : addDays(validTo, 1);
  return { from, to: addDays(addYears(from, years), -1) };
}
