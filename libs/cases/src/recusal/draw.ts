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
import { keyedHash, sha256, type IdSource, type Sql, type Transaction } from '../../../platform/src/index.js';

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

/** Draws a handler for every office of a case that was just submitted, among those who may be drawn for it. */
export async function drawHandlers(
  sql: Transaction,
  tools: DrawTools,
  at: { caseId: string; contentHash: string },
  eligible: Eligible,
): Promise<void> {
  await commitDraws(
    sql,
    tools,
    DRAWN_ROLES.map((role) => ({ ...at, role, round: 0, people: eligible.get(role) ?? [] })),
  );
  tellSoon(sql, at.caseId);
}

/** Another round for each office whose drawn person may not go on. */
export async function redrawFor(sql: Transaction, tools: DrawTools, caseId: string, accountId: string): Promise<void> {
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

export async function drawAgain(sql: Transaction, tools: DrawTools, drawn: NewDraw): Promise<void> {
  const people = (await eligibleFor(sql, tools, drawn.caseId, [drawn.role])).get(drawn.role) ?? [];
  await commitDraws(sql, tools, [{ ...drawn, people }]);
  tellSoon(sql, drawn.caseId);
}

/** The seeds follow from a job, when the transaction that published the lists is over; no letter of the case waits for it. */
const tellSoon = (sql: Transaction, caseId: string): void =>
  sql.send(`insert into outbox (case_id, topic, payload) values (null, 'revealDraws', $1)`, [
    JSON.stringify({ ofCase: caseId }),
  ]);

/** Publishes who is eligible, under names of each draw only, and a commitment to seed and list. */
async function commitDraws(
  sql: Transaction,
  tools: DrawTools,
  draws: readonly (NewDraw & { people: readonly string[] })[],
): Promise<void> {
  const held = draws.filter(({ people }) => people.length > 0);
  if (held.length === 0) return;
  const seeds = await seedsFor(sql, tools, held.length);
  publish(
    sql,
    tools,
    held.map((draw, i) => committed(tools, draw, seeds.slice(i, i + 2))),
  );
}

interface Seed {
  ordinal: number;
  seed: string;
}

/** A draw as it is published, and who stands behind the names. */
interface Committed extends NewDraw {
  id: string;
  ordinal: number;
  input: string;
  eligible: string[];
  commitment: string;
  seedCommitment: string;
  nextSeedCommitment: string;
  accounts: string[];
}

/** @param seeds that of this draw and that of the next one */
function committed(
  { ids, identityKey }: DrawTools,
  { people, ...draw }: NewDraw & { people: readonly string[] },
  [own, next]: readonly Seed[],
): Committed {
  if (!own || !next) throw new Error('a draw without its seed and the next one');
  const id = ids.uuid();
  const named = people
    .map((accountId) => ({ accountId, pseudonym: keyedHash(identityKey, `${id}:${accountId}`).slice(0, 16) }))
    .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  const eligible = named.map(({ pseudonym }) => pseudonym);
  const input = `${draw.contentHash}:${draw.role}:${draw.round}`;
  return {
    ...draw,
    id,
    ordinal: own.ordinal,
    input,
    eligible,
    commitment: commitmentOf(own.seed, { eligible, input }, sha256),
    seedCommitment: seedCommitmentOf(own.seed, sha256),
    nextSeedCommitment: seedCommitmentOf(next.seed, sha256),
    accounts: named.map(({ accountId }) => accountId),
  };
}

/** All draws of one transaction in one statement: others wait for its end. */
function publish(sql: Transaction, { now }: DrawTools, draws: readonly Committed[]): void {
  sql.send(
    `with draw as (
       select * from json_to_recordset($1::json) as d (id uuid, ordinal integer, "caseId" uuid, role text, round integer, input text,
         eligible text[], commitment text, "seedCommitment" text, "nextSeedCommitment" text, accounts uuid[])),
     drawn as (
       insert into random_draw (id, ordinal, case_id, role, round, input, eligible, commitment, seed_commitment,
         next_seed_commitment, committed_at)
       select id, ordinal, "caseId", role, round, input, eligible, commitment, "seedCommitment", "nextSeedCommitment", $2 from draw)
     insert into draw_eligible (draw_id, pseudonym, account_id)
     select id, name.pseudonym, name.account_id from draw, unnest(eligible, accounts) as name (pseudonym, account_id)`,
    [JSON.stringify(draws), now],
  );
}

/**
 * The seeds of the next draws and of the one after them, in their order. That of the first was fixed when the draw before
 * it was published; those that are not there yet are made now. All draws wait here for each other.
 */
async function seedsFor(sql: Transaction, { ids }: DrawTools, draws: number): Promise<Seed[]> {
  sql.send('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
  return sql.query<Seed>(
    `with last as (select coalesce(max(ordinal), 0) as n from random_draw),
       fresh as (insert into draw_seed (ordinal, seed) select n + nth::int, seed from last, unnest($1::text[]) with ordinality as made (seed, nth)
         on conflict do nothing returning ordinal, seed)
     select ordinal, seed from fresh union all select d.ordinal, d.seed from draw_seed d, last where d.ordinal > n order by ordinal`,
    [Array.from({ length: draws + 1 }, () => ids.secret(32))],
  );
}

/** Who may be drawn, by office. */
export type Eligible = ReadonlyMap<DrawnRole, string[]>;

/** Active, of the office, neither recused nor on leave. Ordered by nothing that anybody chose. */
export async function eligibleFor(
  sql: Sql,
  { today }: DrawTools,
  caseId: string,
  roles: readonly DrawnRole[],
): Promise<Eligible> {
  const rows = await sql.query<{ role: DrawnRole; ids: string[] }>(
    `select r.role, array_agg(a.id order by a.id) as ids from unnest($2::text[]) as r (role) join account a on a.roles @> array[r.role]
     where a.active and ${notRecused('$1', 'a.id')}
       and not exists (select 1 from staff_leave l where l.account_id = a.id and $3 between l.from_day and l.to_day)
     group by r.role`,
    [caseId, roles, today],
  );
  return new Map(rows.map(({ role, ids }) => [role, ids]));
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
