import {
  commitmentOf,
  DRAWN_ROLES,
  drawnOf,
  seedCommitmentOf,
  type DrawnRole,
  type PlainDate,
  type Readings,
  type WorkingCalendar,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import { keyedHash, sha256, type IdSource, type Sql } from '../../../platform/src/index.js';

export interface DrawTools {
  ids: IdSource;
  identityKey: string;
  now: Date;
  today: PlainDate;
  calendarOf(sql: Sql): Promise<WorkingCalendar>;
  readings: Readings;
}

/** All draws stand in one row: each uses the seed that the one before it has committed to. */
const ONE_AT_A_TIME = 720_502;

/** Draws a handler for every office of a case that was just submitted. */
export async function drawHandlers(
  sql: Sql,
  tools: DrawTools,
  at: { caseId: string; contentHash: string },
): Promise<void> {
  for (const role of DRAWN_ROLES) await commitDraw(sql, tools, { ...at, role, round: 0 });
  await tellSoon(sql, at.caseId);
}

/** Another round for each office whose drawn person may not go on. */
export async function redrawFor(sql: Sql, tools: DrawTools, caseId: string, accountId: string): Promise<void> {
  const held = await sql.query<{ role: DrawnRole; round: number; input: string }>(
    `select d.role, d.round, d.input from random_draw d join draw_seed s on s.ordinal = d.ordinal
     where d.case_id = $1 and exists (select 1 from draw_eligible e where e.draw_id = d.id and e.account_id = $2)
       and d.round = (select max(round) from random_draw n where n.case_id = d.case_id and n.role = d.role)
       and exists (select 1 from licensing_case c where c.id = d.case_id and c.closed_at is null)`,
    [caseId, accountId],
  );
  for (const { role, round, input } of held) {
    if ((await handlerIn(sql, caseId, role, round)) !== accountId) continue;
    await drawAgain(sql, tools, { caseId, contentHash: input.split(':')[0] ?? '', role, round: round + 1 });
  }
}

interface NewDraw {
  caseId: string;
  contentHash: string;
  role: DrawnRole;
  round: number;
}

export async function drawAgain(sql: Sql, tools: DrawTools, drawn: NewDraw): Promise<void> {
  await commitDraw(sql, tools, drawn);
  await tellSoon(sql, drawn.caseId);
}

/** The seeds follow from a job, when the transaction that published the lists is over; no letter of the case waits for it. */
async function tellSoon(sql: Sql, caseId: string): Promise<void> {
  await sql.query(`insert into outbox (case_id, topic, payload) values (null, 'revealDraws', $1)`, [
    JSON.stringify({ ofCase: caseId }),
  ]);
}

/** Publishes who is eligible, under names of this draw only, and a commitment to seed and list. */
async function commitDraw(sql: Sql, tools: DrawTools, { caseId, contentHash, role, round }: NewDraw): Promise<void> {
  const people = await eligibleFor(sql, tools, caseId, role);
  if (people.length === 0) return;
  const id = tools.ids.uuid();
  const named = people
    .map((accountId) => ({ accountId, pseudonym: keyedHash(tools.identityKey, `${id}:${accountId}`).slice(0, 16) }))
    .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  const eligible = named.map(({ pseudonym }) => pseudonym);
  const input = `${contentHash}:${role}:${round}`;
  await sql.query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
  const [last] = await sql.query<{ n: number | null }>('select max(ordinal) as n from random_draw');
  const ordinal = (last?.n ?? 0) + 1;
  const seed = await seedOf(sql, tools, ordinal);
  const next = await seedOf(sql, tools, ordinal + 1);
  await sql.query(
    `insert into random_draw (id, ordinal, case_id, role, round, input, eligible, commitment, seed_commitment,
       next_seed_commitment, committed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      ordinal,
      caseId,
      role,
      round,
      input,
      eligible,
      commitmentOf(seed, { eligible, input }, sha256),
      seedCommitmentOf(seed, sha256),
      seedCommitmentOf(next, sha256),
      tools.now,
    ],
  );
  await sql.query(
    'insert into draw_eligible (draw_id, pseudonym, account_id) select $1, * from unnest($2::text[], $3::uuid[])',
    [id, eligible, named.map(({ accountId }) => accountId)],
  );
}

/** The seed of a draw; fixed when the draw before it was published, made now for the first one. */
async function seedOf(sql: Sql, { ids }: DrawTools, ordinal: number): Promise<string> {
  await sql.query('insert into draw_seed (ordinal, seed) values ($1, $2) on conflict do nothing', [
    ordinal,
    ids.secret(32),
  ]);
  const [row] = await sql.query<{ seed: string }>('select seed from draw_seed where ordinal = $1', [ordinal]);
  return row?.seed ?? '';
}

/** Active, of the office, neither recused nor on leave. Ordered by nothing that anybody chose. */
async function eligibleFor(sql: Sql, { today }: DrawTools, caseId: string, role: DrawnRole): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select a.id from account a where a.active and a.roles @> array[$2::text] and ${notRecused('$1', 'a.id')}
       and not exists (select 1 from staff_leave l where l.account_id = a.id and $3 between l.from_day and l.to_day)
     order by a.id`,
    [caseId, role, today],
  );
  return rows.map(({ id }) => id);
}

/** Publishes the seeds of the case's draws, each once; from here on the drawn people are its handlers. */
export async function revealDraws(sql: Sql, caseId: string, now: Date): Promise<void> {
  const rows = await sql.query<{ id: string; seed: string; eligible: string[]; input: string }>(
    `select d.id, s.seed, d.eligible, d.input from random_draw d join draw_seed s on s.ordinal = d.ordinal
     where d.case_id = $1 and not exists (select 1 from draw_reveal r where r.draw_id = d.id) order by d.ordinal`,
    [caseId],
  );
  for (const { id, seed, ...list } of rows)
    await sql.query('insert into draw_reveal (draw_id, seed, drawn, revealed_at) values ($1, $2, $3, $4)', [
      id,
      seed,
      drawnOf(seed, list, sha256),
      now,
    ]);
}

/** Whom a draw gives, told or not yet: within the bureau it is known as soon as the list is fixed. */
async function handlerIn(sql: Sql, caseId: string, role: DrawnRole, round: number): Promise<string | null> {
  const [row] = await sql.query<{ id: string; seed: string; eligible: string[]; input: string }>(
    `select d.id, s.seed, d.eligible, d.input from random_draw d join draw_seed s on s.ordinal = d.ordinal
     where d.case_id = $1 and d.role = $2 and d.round = $3`,
    [caseId, role, round],
  );
  const drawn = row && drawnOf(row.seed, row, sha256);
  if (!row || !drawn) return null;
  const [person] = await sql.query<{ account_id: string }>(
    'select account_id from draw_eligible where draw_id = $1 and pseudonym = $2',
    [row.id, drawn],
  );
  return person?.account_id ?? null;
}

export interface Handler {
  role: DrawnRole;
  accountId: string;
  displayName: string;
  drawId: string;
  pseudonym: string;
}

/** Who handles a case in each office, as far as the draws are told. */
export const handlersOf = (sql: Sql, caseId: string): Promise<Handler[]> => handlersOfCases(sql, [caseId]);

/** The same of several cases, with one question. */
export async function handlersOfCases(sql: Sql, caseIds: readonly string[]): Promise<(Handler & { caseId: string })[]> {
  return sql.query<Handler & { caseId: string }>(
    `select distinct on (d.case_id, d.role) d.case_id as "caseId", d.role, e.account_id as "accountId",
       a.display_name as "displayName", d.id as "drawId", r.drawn as pseudonym
     from random_draw d join draw_reveal r on r.draw_id = d.id
       join draw_eligible e on e.draw_id = d.id and e.pseudonym = r.drawn join account a on a.id = e.account_id
     where d.case_id = any($1::uuid[]) and ${notRecused('d.case_id', 'e.account_id')}
     order by d.case_id, d.role, d.round desc`,
    [caseIds],
  );
}
