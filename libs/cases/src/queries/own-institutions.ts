import {
  annualDuty,
  RENEWAL_MATTER,
  renewalOffered,
  type AnnualDuty,
  type PlainDate,
  type Readings,
} from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import { HOLDER } from '../institution-of.js';
import { reportingOf } from '../wake-annual.js';

/** A licensed institution of the one who asks, with what can be asked for about it. */
export interface OwnInstitution {
  id: string;
  name: string;
  state: string;
  licenceNumber: string;
  licenceState: string;
  validTo: PlainDate;
  /** A renewal that is under way, or being written. */
  renewalCaseId: string | null;
  /** The end of the licence is near enough to offer its renewal. */
  renewalOffered: boolean;
  /** The report on the year that is over, while it is owed (NGO 23). */
  annualDuty: AnnualDuty | null;
}

/** The institutions that a sponsor runs, by name. */
export async function ownInstitutions(
  sql: Sql,
  sponsorId: string,
  today: PlainDate,
  readings: Readings,
): Promise<OwnInstitution[]> {
  const rows = await sql.query<Omit<OwnInstitution, 'renewalOffered' | 'annualDuty'>>(
    `select i.id, i.name, i.state, l.number as "licenceNumber", l.state as "licenceState", l.valid_to::text as "validTo",
       (select r.id from licensing_case r where r.institution_id = i.id and r.matter = $2 and r.closed_at is null
          and r.sponsor_id = $1 order by r.updated_at desc limit 1) as "renewalCaseId"
     from licence l join licensing_case c on c.id = l.case_id join institution i on i.id = l.institution_id
     where i.id in (select o.institution_id from licensing_case e join licence o on o.case_id = e.id where e.sponsor_id = $1
         union select institution_id from institution_holder where account_id = $1)
       and l.state <> 'REPLACED' and ${HOLDER} = $1 order by i.name, i.id limit 100`,
    [sponsorId, RENEWAL_MATTER],
  );
  const reporting = await reportingOf(
    sql,
    rows.map(({ id }) => id),
  );
  const dutyOf = (id: string): AnnualDuty | null => {
    const reported = reporting.get(id);
    return reported ? annualDuty(reported, today) : null;
  };
  return rows.map((row) => ({
    ...row,
    annualDuty: dutyOf(row.id),
    // what is being closed is not renewed (PEL 58)
    renewalOffered:
      row.state !== 'CLOSING' && renewalOffered({ state: row.licenceState, validTo: row.validTo }, today, readings),
  }));
}
