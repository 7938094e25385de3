import { annualDuty, isEnding, nextAnnualLook, plainDateOf, type Reporting } from '../../law/src/index.js';
import { inTransaction, type Sql } from '../../platform/src/index.js';
import { openAnnualTicket, registered, setAnnualTimer } from '../../register/src/index.js';
import type { Workshop } from './workshop.js';
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

/** What each of some schools has reported, and what it has not. */
export async function reportingOf(sql: Sql, institutionIds: readonly string[]): Promise<Map<string, Reporting>> {
  const rows = await sql.query<Omit<Reporting, 'annual'> & { id: string; annual: Reporting['annual'] | null }>(
    `select i.id, i.state, v.fields->>'nature' as nature, v.fields->'annual' as annual,
       (select min(valid_from)::text from licence where institution_id = i.id) as "licensedFrom",
       array(select distinct (s.form->>'annualYear')::int from licensing_case c join submission s on s.case_id = c.id
         where c.institution_id = i.id and c.matter = 'ANNUAL' and c.number is not null and c.state <> all($2::text[])) as filed
     from institution i
       cross join lateral (select fields from register_version where institution_id = i.id order by ordinal desc limit 1) v
     where i.id = any($1::uuid[])`,
    [institutionIds, NO_REPORT],
  );
  return new Map(rows.map(({ id, annual, ...row }) => [id, { ...row, annual: annual ?? [] }]));
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
    const reporting = (await reportingOf(sql, [institutionId])).get(institutionId);
    const duty = reporting && annualDuty(reporting, today);
    if (!duty?.late) return false;
    if (!(await openAnnualTicket(sql, workshop.ids, institutionId, duty.dueOn, now))) return false;
    const { readings } = workshop.shelf;
    await placeRegisterTickets(sql, institutionId, { now, calendar: await workshop.calendars.inForce(sql), readings });
    return true;
  });
}
