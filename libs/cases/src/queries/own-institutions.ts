import { RENEWAL_MATTER, renewalOffered, type PlainDate, type Readings } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';

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
}

/** The institutions that a sponsor had established, by name. */
export async function ownInstitutions(
  sql: Sql,
  sponsorId: string,
  today: PlainDate,
  readings: Readings,
): Promise<OwnInstitution[]> {
  const rows = await sql.query<Omit<OwnInstitution, 'renewalOffered'>>(
    `select i.id, i.name, i.state, l.number as "licenceNumber", l.state as "licenceState", l.valid_to::text as "validTo",
       (select r.id from licensing_case r where r.institution_id = i.id and r.matter = $2 and r.closed_at is null
          and r.sponsor_id = $1 order by r.updated_at desc limit 1) as "renewalCaseId"
     from licensing_case c join licence l on l.case_id = c.id join institution i on i.id = l.institution_id
     where c.sponsor_id = $1 and l.state <> 'REPLACED' order by i.name, i.id limit 100`,
    [sponsorId, RENEWAL_MATTER],
  );
  return rows.map((row) => ({
    ...row,
    // what is being closed is not renewed (PEL 58)
    renewalOffered:
      row.state !== 'CLOSING' && renewalOffered({ state: row.licenceState, validTo: row.validTo }, today, readings),
  }));
}
