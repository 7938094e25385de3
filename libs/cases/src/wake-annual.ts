import {
  annualDuty,
  isEnding,
  nextAnnualLook,
  plainDateOf,
  type PlainDate,
  type Reporting,
} from '../../law/src/index.js';
import { inTransaction, type Sql } from '../../platform/src/index.js';
import { openAnnualTicket, registered, setAnnualTimer, type Registered } from '../../register/src/index.js';
import type { Workshop } from './handle.js';
import { placeRegisterTickets } from './supervision/tickets.js';

/** Ends of a case that leave no report behind. */
const NO_REPORT: readonly string[] = [
  'WITHDRAWN',
  'DISCARDED',
  'NOT_REQUIRED',
  'NOT_COMPETENT',
  'NOT_FILED',
  'DISCONTINUED',
];

/** What a school has reported, and what it has not. */
export async function reportingOf(sql: Sql, { id, state, fields }: Registered): Promise<Reporting> {
  const [licence] = await sql.query<{ licensedFrom: PlainDate | null }>(
    'select min(valid_from)::text as "licensedFrom" from licence where institution_id = $1',
    [id],
  );
  const filed = await sql.query<{ year: number }>(
    `select distinct (s.form->>'annualYear')::int as year from licensing_case c join submission s on s.case_id = c.id
     where c.institution_id = $1 and c.matter = 'ANNUAL' and c.number is not null and c.state <> all($2::text[])`,
    [id, NO_REPORT],
  );
  return {
    state,
    nature: fields.nature,
    licensedFrom: licence?.licensedFrom ?? null,
    annual: fields.annual,
    filed: filed.map(({ year }) => year),
  };
}

/**
 * The end of 31 March (NGO 23): who has not reported is a ticket of the bureau's, on the ladder like every other, once for
 * each year; the licence stays as it is (BER 39). Harmless at any other moment.
 * @returns whether a ticket was opened
 */
export async function wakeAnnual(workshop: Workshop, institutionId: string): Promise<boolean> {
  return inTransaction(workshop.source, async (sql) => {
    const institution = await registered(sql, institutionId, true);
    if (!institution) return false;
    const now = workshop.clock.now();
    const today = plainDateOf(now);
    await setAnnualTimer(sql, institutionId, isEnding(institution.state) ? null : nextAnnualLook(today));
    const duty = annualDuty(await reportingOf(sql, institution), today);
    if (!duty?.late) return false;
    if (!(await openAnnualTicket(sql, workshop.ids, institutionId, duty.dueOn, now))) return false;
    const { readings } = workshop.shelf;
    await placeRegisterTickets(sql, institutionId, { now, calendar: await workshop.calendars.inForce(sql), readings });
    return true;
  });
}
