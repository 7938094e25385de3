import { addDays, compareDates, DEPARTMENTS, isPlainDate } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { TeamMember } from './command.js';
import type { Hearing } from './hearing.js';

/** A visit further away than this would outlive every promise. */
const PLANNING_HORIZON_DAYS = 92;

/** The named officers with the department each of them belongs to; who belongs to none is not of the team. */
export async function teamOf({ sql }: Hearing, members: readonly string[]): Promise<TeamMember[]> {
  const rows = await sql.query<{ id: string; roles: string[] }>(
    'select id, roles from account where id = any($1) and active',
    [members],
  );
  return rows.flatMap(({ id, roles }) => {
    const department = DEPARTMENTS.find((name) => roles.includes(`${name}Inspector`));
    return department ? [{ accountId: id, department }] : [];
  });
}

/** Everybody who was on an earlier visit of this case. */
export async function formerMembers({ sql, file }: Hearing): Promise<string[]> {
  const rows = await sql.query<{ account_id: string }>(
    'select m.account_id from visit_member m join site_visit v on v.id = m.visit_id where v.case_id = $1',
    [file.row.id],
  );
  return rows.map(({ account_id }) => account_id);
}

export async function writeVisit(
  { sql, file, ids }: Hearing,
  team: readonly TeamMember[],
  plannedOn: string,
  round: number,
): Promise<void> {
  const id = ids.uuid();
  await sql.query('insert into site_visit (id, case_id, round, planned_on, arranged_at) values ($1, $2, $3, $4, $5)', [
    id,
    file.row.id,
    round,
    plannedOn,
    file.now,
  ]);
  await sql.query(
    'insert into visit_member (visit_id, account_id, department) select $1, * from unnest($2::uuid[], $3::text[])',
    [id, team.map(({ accountId }) => accountId), team.map(({ department }) => department)],
  );
}

/** A visit is planned for today or later, and within the time of the procedure. */
export function plannedDay({ file }: Hearing, text: string): string {
  const refuse = (code: string) => new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.plannedOn', code }] });
  if (!isPlainDate(text)) throw refuse('DATE_OUT_OF_RANGE');
  if (compareDates(text, file.today) < 0) throw refuse('DATE_IN_PAST');
  if (compareDates(text, addDays(file.today, PLANNING_HORIZON_DAYS)) > 0) throw refuse('DATE_OUT_OF_RANGE');
  return text;
}
