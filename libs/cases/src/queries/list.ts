import { notRecused } from '../../../people/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { CaseSnapshot } from '../../../procedures/src/index.js';
import { VERSION_IN_FORCE } from '../calendar/calendar-shelf.js';
import type { Actor } from '../commands/command.js';
import { fewNamed, isNamed } from './named.js';

export interface CaseListing {
  id: string;
  number: string | null;
  matter: string;
  institutionName: string;
  state: string;
  owner: string;
  updatedAt: Date;
}
export interface CaseQuery {
  q?: string;
  state?: string;
  matter?: string;
  owner?: string;
  cursor?: string;
  limit: number;
}

/** Roles that see every submitted case; inspectors see those of their visits, sponsors their own. */
const OFFICE = [
  'windowClerk',
  'reviewer',
  'legalReviewer',
  'decisionMaker',
  'registrar',
  'supervisor',
  'sectionHead',
  'disciplineOfficer',
];

export const isOffice = ({ roles }: Actor): boolean => roles.some((role) => OFFICE.includes(role));

/** A value and no `exists`: for that the planner would gather everything there is before it looks at the first case. */
const isAny = (what: string): string => `(select true from ${what} limit 1)`;

/** A condition that keeps the cases an actor may see, and none from which they are recused; `$1` is the account. */
export function visibleTo(actor: Actor): string {
  const conditions = ['false'];
  if (actor.roles.includes('sponsor')) conditions.push('c.sponsor_id = $1');
  if (isOffice(actor)) {
    conditions.push('c.number is not null', isAny('pre_review p where p.case_id = c.id'));
  }
  if (actor.roles.includes('hearingChair'))
    conditions.push(isAny('hearing h where h.case_id = c.id and h.chair_id = $1'));
  if (actor.roles.some((role) => role.endsWith('Inspector'))) {
    conditions.push(
      isAny('site_visit v join visit_member m on m.visit_id = v.id where v.case_id = c.id and m.account_id = $1'),
    );
  }
  return `($1::uuid is not null and (${conditions.join(' or ')}) and ${notRecused('c.id', '$1')})`;
}

/** @throws Refusal CASE_NOT_FOUND also for a case of somebody else: its existence is nobody's business */
export async function mustSee(sql: Sql, caseId: string, actor: Actor): Promise<void> {
  const [row] = await sql.query(`select 1 from licensing_case c where c.id = $2 and ${visibleTo(actor)}`, [
    actor.accountId,
    caseId,
  ]);
  if (!row) throw new Refusal('CASE_NOT_FOUND');
}

/** What the light of a listed case, and what its applicant can do, follow from. */
export interface Behind {
  pack_hash: string;
  machine_hash: string;
  last_hash: string;
  /** Submitted and not closed: it may have a light. */
  runs: boolean;
  /** The snapshot of the reader's own open case. */
  own: CaseSnapshot | null;
  /** The version of the calendar in force. */
  calendar: string;
}

/** One page of cases, newest first, by keyset; no counting, no offset. */
export async function listCases(
  sql: Sql,
  actor: Actor,
  query: CaseQuery,
): Promise<{ items: (CaseListing & { behind: Behind })[]; next: string | null }> {
  const few = query.q ? await fewNamed(sql, query.q) : null;
  const parameters: unknown[] = [actor.accountId];
  const where = [visibleTo(actor)];
  const add = (condition: (n: string) => string, value: unknown) => where.push(condition(`$${parameters.push(value)}`));
  if (query.state) add((n) => `c.state = ${n}`, query.state);
  if (query.matter) add((n) => `c.matter = ${n}`, query.matter);
  if (query.owner) add((n) => `c.owner_role = ${n}`, query.owner);
  if (query.q) where.push(isNamed(query.q, few, (value) => `$${parameters.push(value)}`));
  if (query.cursor) {
    const { at, id } = readCursor(query.cursor);
    where.push(`(c.updated_at, c.id) < ($${parameters.push(at)}::timestamptz, $${parameters.push(id)}::uuid)`);
  }
  const limit = `$${parameters.push(query.limit + 1)}`;
  const rows = await sql.query<CaseListing & Behind & { at: string }>(
    `select c.id, c.number, c.matter, c.institution_name as "institutionName", c.state, c.owner_role as owner,
       c.updated_at as "updatedAt", c.updated_at::text as at, c.pack_hash, c.machine_hash, c.last_hash,
       c.closed_at is null and c.number is not null as runs,
       case when c.sponsor_id = $1 and c.closed_at is null then c.snapshot end as own, (${VERSION_IN_FORCE}) as calendar
     from licensing_case c where ${where.join(' and ')} order by c.updated_at desc, c.id desc limit ${limit}`,
    parameters,
    query.q && !few ? 'anew' : 'once',
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ at: _, pack_hash, machine_hash, last_hash, runs, own, calendar, ...item }) => ({
      ...item,
      behind: { pack_hash, machine_hash, last_hash, runs, own, calendar },
    })),
    next: rows.length > query.limit && last ? writeCursor(last.at, last.id) : null,
  };
}

const writeCursor = (at: string, id: string): string => Buffer.from(`${at}|${id}`).toString('base64url');

export function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('CURSOR_INVALID');
  return { at, id };
}
