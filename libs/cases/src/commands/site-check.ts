import {
  addDays,
  compareDates,
  DEPARTMENTS,
  isOtherTeam,
  isPlainDate,
  SITE_LANE_OF,
  teamIsComplete,
  type Department,
} from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { PayloadOf, TeamMember } from './command.js';
import type { Hearing, Prepared } from './hearing.js';

/** A visit further away than this would outlive every promise. */
const PLANNING_HORIZON_DAYS = 92;

/** The first joint visit: every department with at least two officers. */
export async function arrangeSiteCheck(
  hearing: Hearing,
  { plannedOn, members }: PayloadOf<'arrangeSiteCheck'>,
): Promise<Prepared<'arrangeSiteCheck'>> {
  const team = await teamOf(hearing, members);
  return {
    event: { type: 'arrangeSiteCheck', team: teamIsComplete(team) ? 'complete' : 'incomplete' },
    payload: { plannedOn: plannedDay(hearing, plannedOn), round: 0 },
    write: () => writeVisit(hearing, team, plannedOn, 0),
  };
}

/** Another day or other people for a visit that could not take place, for the departments that have not signed yet. */
export async function rearrangeSiteCheck(
  hearing: Hearing,
  { plannedOn, members, reason }: PayloadOf<'rearrangeSiteCheck'>,
): Promise<Prepared<'rearrangeSiteCheck'>> {
  const round = hearing.file.row.snapshot.context.reChecks;
  const team = await teamOf(hearing, members);
  const fresh = round === 0 || isOtherTeam(await formerMembers(hearing, round), team);
  const complete = fresh && teamIsComplete(team, departmentsOn(hearing, 'awaited'));
  return {
    event: { type: 'rearrangeSiteCheck', team: complete ? 'complete' : 'incomplete' },
    payload: { plannedOn: plannedDay(hearing, plannedOn), round },
    words: { reason },
    write: async () => {
      await hearing.sql.query(
        'update site_visit set cancelled_at = $3 where case_id = $1 and round = $2 and cancelled_at is null',
        [hearing.file.row.id, round, hearing.file.now],
      );
      await writeVisit(hearing, team, plannedOn, round);
    },
  };
}

/** Looked at again by officers who were on no earlier visit of this case, for the departments that failed. */
export async function arrangeReCheck(
  hearing: Hearing,
  { plannedOn, members }: PayloadOf<'arrangeReCheck'>,
): Promise<Prepared<'arrangeReCheck'>> {
  const { reChecks, mostReChecks } = hearing.file.row.snapshot.context;
  const round = Math.min(reChecks + 1, mostReChecks);
  const team = await teamOf(hearing, members);
  const other =
    isOtherTeam(await formerMembers(hearing, round), team) && teamIsComplete(team, departmentsOn(hearing, 'fail'));
  return {
    event: { type: 'arrangeReCheck', team: other ? 'other' : 'same' },
    payload: { plannedOn: plannedDay(hearing, plannedOn), round },
    write: () => writeVisit(hearing, team, plannedOn, round),
  };
}

const departmentsOn = ({ file }: Hearing, standing: 'awaited' | 'fail'): Department[] =>
  DEPARTMENTS.filter((department) => file.row.snapshot.context.lanes[SITE_LANE_OF[department]] === standing);

/** The named officers with the department each of them belongs to; who belongs to none is not of the team. */
async function teamOf(hearing: Hearing, members: readonly string[]): Promise<TeamMember[]> {
  const { sql } = hearing;
  await refuseRecusedMembers(hearing, members);
  const rows = await sql.query<{ id: string; roles: string[] }>(
    'select id, roles from account where id = any($1) and active',
    [members],
  );
  return rows.flatMap(({ id, roles }) => {
    const department = DEPARTMENTS.find((name) => roles.includes(`${name}Inspector`));
    return department ? [{ accountId: id, department }] : [];
  });
}

/** @throws Refusal FIELDS_INVALID MEMBER_RECUSED, at the place of the list where somebody stands who must stay away */
async function refuseRecusedMembers({ sql, file }: Hearing, members: readonly string[]): Promise<void> {
  const away = await sql.query<{ account_id: string }>(
    'select account_id from recusal where case_id = $1 and account_id = any($2)',
    [file.row.id, members],
  );
  if (away.length === 0) return;
  throw new Refusal('FIELDS_INVALID', {
    article: 'CSL 76',
    fields: away.map(() => ({ field: 'payload.members', code: 'MEMBER_RECUSED', article: 'CSL 76' })),
  });
}

/** Everybody who was on a visit of this case before the given round. */
async function formerMembers({ sql, file }: Hearing, round: number): Promise<string[]> {
  const rows = await sql.query<{ account_id: string }>(
    `select m.account_id from visit_member m join site_visit v on v.id = m.visit_id
     where v.case_id = $1 and v.round < $2`,
    [file.row.id, round],
  );
  return rows.map(({ account_id }) => account_id);
}

async function writeVisit(
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
function plannedDay({ file }: Hearing, text: string): string {
  const refuse = (code: string) => new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.plannedOn', code }] });
  if (!isPlainDate(text)) throw refuse('DATE_OUT_OF_RANGE');
  if (compareDates(text, file.today) < 0) throw refuse('DATE_IN_PAST');
  if (compareDates(text, addDays(file.today, PLANNING_HORIZON_DAYS)) > 0) throw refuse('DATE_OUT_OF_RANGE');
  return text;
}
