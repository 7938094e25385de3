import { effectOfLawOn, FORMAL_ESTABLISHMENT, nextLook, plainDateOf, RENEWAL_MATTER } from '../../law/src/index.js';
import { inTransaction, sqlOf, type Sql } from '../../platform/src/index.js';
import { enterEffect, findingsOf, registered, setInstitutionTimer, type Registered } from '../../register/src/index.js';
import { wake } from './handle.js';
import type { Workshop } from './workshop.js';
import { placeRegisterTickets } from './supervision/tickets.js';

/**
 * What the law does to an entry of the register by itself: for timers, and harmless at any other moment. A renewal that
 * is still in hand comes first, because a licence that is renewed by law does not run out (ALL 50(2)).
 * @returns whether an effect was entered
 */
export async function wakeInstitution(workshop: Workshop, institutionId: string): Promise<boolean> {
  for (const caseId of await openRenewals(sqlOf(workshop.source), institutionId)) await wake(workshop, caseId);
  return inTransaction(workshop.source, async (sql) => {
    const institution = await registered(sql, institutionId, true);
    if (!institution) return false;
    const now = workshop.clock.now();
    const { readings } = workshop.shelf;
    const pending = {
      formalApplication: await formalApplicationRuns(sql, institution),
      renewal: (await openRenewals(sql, institutionId)).length > 0,
      findings: await findingsOf(sql, institutionId),
    };
    const due = effectOfLawOn(plainDateOf(now), institution, pending, readings);
    if (!due) {
      await setInstitutionTimer(sql, institutionId, nextLook(institution, plainDateOf(now)));
      return false;
    }
    await enterEffect(sql, workshop.ids, institution, due, now);
    const calendar = await workshop.calendars.inForce(sql);
    await placeRegisterTickets(sql, institutionId, { now, calendar, readings });
    return true;
  });
}

async function openRenewals(sql: Sql, institutionId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id from licensing_case where institution_id = $1 and matter = $2 and number is not null and closed_at is null`,
    [institutionId, RENEWAL_MATTER],
  );
  return rows.map(({ id }) => id);
}

/** A preparation ends only where no formal application, filed while it lasted, is under way (PEL 14(3), 15). */
async function formalApplicationRuns(sql: Sql, { id, fields, preparedUntil }: Registered): Promise<boolean> {
  if (!preparedUntil) return false;
  const [row] = await sql.query(
    `select 1 from licensing_case c join case_event e on e.case_id = c.id and e.type = 'submit'
     where c.id in (select id from licensing_case where institution_id = $4 union select case_id from case_name where name = $1)
       and c.matter = any($3) and c.closed_at is null and e.legal_date <= $2`,
    [fields.name, preparedUntil, FORMAL_ESTABLISHMENT, id],
  );
  return row !== undefined;
}
