import type pg from 'pg';
import { alarmsOf } from '../../../libs/cases/src/alarms.js';
import {
  brokenLink,
  nextLegalEffect,
  openFile,
  standsWhereItsLogLeads,
  type Workshop,
} from '../../../libs/cases/src/index.js';
import type { CaseFile } from '../../../libs/cases/src/file-of-case.js';
import { RUNGS } from '../../../libs/law/src/index.js';
import type { Sql } from '../../../libs/platform/src/index.js';
import { missingEffects } from './effects.js';

/** What finds one half without the other; each names it in the column `what`. */
const HALVES: readonly string[] = [
  `select 'document ' || d.id || ' (' || d.kind || ', case ' || d.case_id || ') has no row that prints it' as what from document d
   where not exists (select 1 from outbox o where o.topic = 'printDocument' and o.payload->>'documentId' = d.id::text)`,
  `select 'row ' || o.id || ' prints a document that is not there' as what from outbox o where o.topic = 'printDocument'
   and not exists (select 1 from document d where d.id::text = o.payload->>'documentId')`,
  `select 'rung ' || r.rung || ' of ticket ' || r.ticket_id || ' is told to nobody' as what from ticket_rung r
   where not exists (select 1 from outbox o where o.topic = 'tellTicket' and o.payload->>'ticketId' = r.ticket_id::text
     and (o.payload->>'rung')::int = r.rung)`,
  `select 'ticket ' || t.id || ' stands still' as what from supervision_ticket t
   where not exists (select 1 from ticket_acknowledgement a where a.ticket_id = t.id)
     and not exists (select 1 from ticket_timer w where w.ticket_id = t.id)
     and (select coalesce(max(rung), 0) from ticket_rung r where r.ticket_id = t.id) < ${RUNGS.length}`,
  `select 'entry ' || e.seq || ' of case ' || e.case_id || ' has no answer' as what from case_event e where e.command_id is not null
   and not exists (select 1 from command_answer a where a.command_id = e.command_id)`,
  `select 'the answer to ' || a.command_id || ' has no entry' as what from command_answer a
   where a.case_id is not null and a.answer->>'version' <> '0'
   and not exists (select 1 from case_event e where e.case_id = a.case_id and e.command_id = a.command_id)`,
  `select 'entry ' || e.seq || ' of case ' || e.case_id || ' submits nothing' as what from case_event e where e.type = 'submit'
   and not exists (select 1 from submission s where s.case_id = e.case_id and s.seq = e.seq)`,
  `select 'case ' || c.id || ' has a number but was not submitted' as what from licensing_case c where c.number is not null
   and not exists (select 1 from case_event e where e.case_id = c.id and e.type in ('submit', 'openExOfficio'))`,
  `select 'licence ' || l.number || ' was granted by nobody' as what from licence l where not exists
   (select 1 from case_event e where e.case_id = l.case_id and e.type in ('grant', 'reachExpiry'))`,
  `select 'institution ' || i.id || ' has no version' as what from institution i
   where not exists (select 1 from register_version v where v.institution_id = i.id)`,
  `select 'department ' || s.department || ' of visit ' || s.visit_id || ' has signed and nothing tells the case' as what
   from (select visit_id, department from visit_signature group by visit_id, department having count(*) >= 2) s
   where not exists (select 1 from outbox o where o.topic = 'attest' and o.payload->>'visitId' = s.visit_id::text
     and o.payload->>'department' = s.department)`,
];

/** What must have come about when all is quiet: printed, told, attested. */
const AT_LAST: readonly string[] = [
  `select 'document ' || id || ' (' || kind || ', case ' || case_id || ') is not printed' as what from document where file_hash is null`,
  `select 'department ' || s.department || ' of visit ' || s.visit_id || ' has signed and the case does not know' as what
   from (select g.visit_id, g.department, v.case_id from visit_signature g join site_visit v on v.id = g.visit_id
     group by g.visit_id, g.department, v.case_id having count(*) >= 2) s join licensing_case c on c.id = s.case_id
   where c.closed_at is null and c.state = 'IN_REVIEW'
     and not exists (select 1 from attestation a where a.case_id = s.case_id and a.source = 'visit ' || s.visit_id)`,
  `select 'case ' || case_id || ' is granted and not announced' as what from outbox where topic = 'announce' and done_at is not null
   and not exists (select 1 from case_event e where e.case_id = outbox.case_id and e.type = 'publish')`,
];

/**
 * What is there by half, in one look at one moment: a case that does not stand where its log leads, an effect without its
 * entry or an entry without its effect, a clock without its alarm.
 * @param quiet whether the system has done all it had to do
 */
export const halfDoneOf = (db: pg.Client, workshop: Workshop, quiet: boolean): Promise<string[]> =>
  inOneSnapshot(db, async () => {
    const halves: string[] = [];
    for (const text of quiet ? [...HALVES, ...AT_LAST] : HALVES)
      halves.push(...(await db.query<{ what: string }>(text)).rows.map(({ what }) => what));
    return [...halves, ...(await astrayCases(db, workshop, new Date(0)))];
  });

/** The same of the cases alone that have moved since a moment: what the next step would cover is seen before it. */
export const astrayOf = (db: pg.Client, workshop: Workshop, since: Date): Promise<string[]> =>
  inOneSnapshot(db, () => astrayCases(db, workshop, since));

async function inOneSnapshot(db: pg.Client, look: () => Promise<string[]>): Promise<string[]> {
  await db.query('begin isolation level repeatable read read only');
  try {
    return await look();
  } finally {
    await db.query('rollback');
  }
}

async function astrayCases(db: pg.Client, workshop: Workshop, since: Date): Promise<string[]> {
  const sql: Sql = { query: async (text, values) => (await db.query(text, values as unknown[])).rows as never };
  const { rows } = await db.query<{ id: string }>(
    'select id from licensing_case where version > 0 and updated_at >= $1',
    [since],
  );
  const spreading = await db.query(`select 1 from outbox where done_at is null and topic = 'recomputeTimers' limit 1`);
  const astray: string[] = [];
  for (const { id } of rows) {
    const file = await openFile(sql, id, workshop);
    astray.push(...wrongOf(file, workshop), ...(await missingEffects(sql, file, workshop.shelf)));
    astray.push(...(await silentClocks(sql, file, spreading.rows.length > 0)));
  }
  return astray;
}

function wrongOf(file: CaseFile, { shelf }: Workshop): string[] {
  const { row, log } = file;
  const last = log.at(-1);
  const wrong: string[] = [];
  if (brokenLink(log)) wrong.push('its chain is broken');
  if (row.version !== log.length) wrong.push(`its version is ${row.version}, its log has ${log.length} entries`);
  if (row.last_hash !== last?.hash) wrong.push('it does not know the end of its log');
  if (row.state !== last?.state) wrong.push(`it is ${row.state}, its log says ${last?.state}`);
  try {
    if (!standsWhereItsLogLeads(file, shelf)) wrong.push('it does not stand where its log leads');
  } catch (error) {
    wrong.push(String(error));
  }
  return wrong.map((what) => `case ${row.id}: ${what}`);
}

/**
 * Running clocks whose alarm is missing or comes too late; an early one is set anew when it goes off. Of a case that is
 * just being woken, none.
 * @param spreading a new calendar is being spread over the cases: alarms are allowed to be those of before
 */
async function silentClocks(sql: Sql, { row, clocks, now }: CaseFile, spreading: boolean): Promise<string[]> {
  if (row.closed_at || nextLegalEffect(clocks, now)) return [];
  const rows = await sql.query<{ clock: string; wake_at: Date }>(
    'select clock, wake_at from timer where case_id = $1',
    [row.id],
  );
  const stored = new Map(rows.map(({ clock, wake_at }) => [clock, wake_at]));
  return alarmsOf(clocks).flatMap(({ clock, wakeAt }) => {
    const there = stored.get(clock);
    if (there && (there <= wakeAt || spreading)) return [];
    const stands = there ? `stands at ${there.toISOString()}` : 'is missing';
    return [`case ${row.id}: the alarm of ${clock}, which ends at ${wakeAt.toISOString()}, ${stands}`];
  });
}
