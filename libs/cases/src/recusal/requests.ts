import { DRAWN_ROLES, type DrawnRole } from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import type { Workshop } from '../workshop.js';
import { isOffice, mustSee } from '../queries/list.js';
import { drawToolsOf, inCase } from './declare.js';
import { drawAgain, handlersOf, type Handler } from './draw.js';
import { recuse } from './match.js';

export interface Involved {
  accountId: string;
  displayName: string;
  roles: string[];
}
export interface RecusalRequestView {
  id: string;
  about: { accountId: string; displayName: string };
  byApplicant: boolean;
  mine: boolean;
  reason: string;
  askedAt: Date;
  ruling: { granted: boolean; reason: string; ruledAt: Date } | null;
}
export interface RecusalView {
  handlers: Omit<Handler, 'drawId' | 'pseudonym'>[];
  draws: { role: string; drawId: string; pseudonym: string }[];
  /** Those of whom recusal can be asked: who was drawn, and who has had a hand in the case. */
  involved: Involved[];
  requests: RecusalRequestView[];
}

/** Who handles a case and what was asked about them; the applicant sees their own requests, an officer all. */
export async function recusalsOf(sql: Sql, caseId: string, actor: Actor): Promise<RecusalView> {
  await mustSee(sql, caseId, actor);
  const handlers = await handlersOf(sql, caseId);
  return {
    handlers: handlers.map(({ role, accountId, displayName }) => ({ role, accountId, displayName })),
    draws: handlers.map(({ role, drawId, pseudonym }) => ({ role, drawId, pseudonym })),
    involved: await involvedIn(sql, caseId),
    requests: await requestsOf(sql, caseId, actor),
  };
}

async function involvedIn(sql: Sql, caseId: string): Promise<Involved[]> {
  return sql.query<Involved>(
    `select a.id as "accountId", a.display_name as "displayName", a.roles from account a join licensing_case c on c.id = $1
     where a.id <> c.sponsor_id and ${notRecused('$1', 'a.id')}
       and a.id in (select e.actor_id from case_event e where e.case_id = $1
         union select e.account_id from draw_reveal r join random_draw d on d.id = r.draw_id and d.case_id = $1
           join draw_eligible e on e.draw_id = d.id and e.pseudonym = r.drawn
         union select m.account_id from site_visit v join visit_member m on m.visit_id = v.id
           where v.case_id = $1 and v.cancelled_at is null
         union select m.account_id from decision_meeting d join meeting_member m on m.meeting_id = d.id where d.case_id = $1
         union select h.id from account h where h.active and h.roles @> array['decisionMaker'])
     order by a.display_name, a.id`,
    [caseId],
  );
}

async function requestsOf(sql: Sql, caseId: string, actor: Actor): Promise<RecusalRequestView[]> {
  return sql.query<RecusalRequestView>(
    `select q.id, jsonb_build_object('accountId', a.id, 'displayName', a.display_name) as about,
       q.asked_by = c.sponsor_id as "byApplicant", q.asked_by = $2 as mine, q.reason, q.asked_at as "askedAt",
       (select jsonb_build_object('granted', r.granted, 'reason', r.reason, 'ruledAt', r.ruled_at)
        from recusal_ruling r where r.request_id = q.id) as ruling
     from recusal_request q join account a on a.id = q.about_id join licensing_case c on c.id = q.case_id
     where q.case_id = $1 and ($3 or q.asked_by = $2) order by q.asked_at, q.id`,
    [caseId, actor.accountId, isOffice(actor)],
  );
}

/**
 * 申请回避 (CSL 77): the applicant asks about somebody who has to do with their case, an officer about themselves and
 * nobody else. Until the head has ruled nothing stops (PNL 43(3) by analogy).
 * @throws Refusal RECUSAL_NOT_POSSIBLE, RECUSAL_ALREADY_ASKED
 */
export async function askRecusal(
  workshop: Workshop,
  at: { caseId: string; actor: Actor },
  { accountId, reason }: { accountId: string; reason: string },
): Promise<{ id: string }> {
  return inCase(workshop, at.caseId, async (sql) => {
    await mustSee(sql, at.caseId, at.actor);
    const applicant = !isOffice(at.actor) && at.actor.roles.includes('sponsor');
    const possible = applicant
      ? (await involvedIn(sql, at.caseId)).some((one) => one.accountId === accountId)
      : accountId === at.actor.accountId;
    if (!possible) throw new Refusal('RECUSAL_NOT_POSSIBLE', { article: 'CSL 77' });
    const id = workshop.ids.uuid();
    const [made] = await sql.query<{ id: string }>(
      `insert into recusal_request (id, case_id, about_id, asked_by, reason, asked_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (case_id, about_id, asked_by) do nothing returning id`,
      [id, at.caseId, accountId, at.actor.accountId, reason, workshop.clock.now()],
    );
    if (!made) throw new Refusal('RECUSAL_ALREADY_ASKED');
    return { id };
  });
}

/**
 * The head decides, once, about others and never about themselves (CSL 77). Granted: the case is gone for that person,
 * and another one is drawn where they were the handler.
 * @throws Refusal RECUSAL_REQUEST_UNKNOWN, RECUSAL_OF_ONESELF, RECUSAL_ALREADY_RULED
 */
export async function ruleRecusal(
  workshop: Workshop,
  at: { caseId: string; requestId: string; actor: Actor },
  { granted, reason }: { granted: boolean; reason: string },
): Promise<void> {
  await inCase(workshop, at.caseId, async (sql) => {
    await mustSee(sql, at.caseId, at.actor);
    const [request] = await sql.query<{ about_id: string; asked_by: string }>(
      'select about_id, asked_by from recusal_request where id = $1 and case_id = $2',
      [at.requestId, at.caseId],
    );
    if (!request) throw new Refusal('RECUSAL_REQUEST_UNKNOWN');
    if (request.about_id === at.actor.accountId) throw new Refusal('RECUSAL_OF_ONESELF', { article: 'CSL 77' });
    const tools = drawToolsOf(workshop);
    const [made] = await sql.query(
      `insert into recusal_ruling (request_id, granted, reason, ruled_by, ruled_at) values ($1, $2, $3, $4, $5)
       on conflict (request_id) do nothing returning request_id`,
      [at.requestId, granted, reason, at.actor.accountId, tools.now],
    );
    if (!made) throw new Refusal('RECUSAL_ALREADY_RULED');
    const cause = request.asked_by === request.about_id ? 'self_declared' : 'requested';
    if (granted) await recuse(sql, tools, { caseId: at.caseId, accountId: request.about_id, cause });
  });
}

/**
 * Another draw because the drawn person is away or has left; nobody draws again because of whom the draw gave.
 * @throws Refusal REDRAW_NOT_DUE
 */
export async function redraw(workshop: Workshop, at: { caseId: string; actor: Actor }, role: DrawnRole): Promise<void> {
  if (!DRAWN_ROLES.includes(role)) throw new Refusal('REDRAW_NOT_DUE');
  await inCase(workshop, at.caseId, async (sql) => {
    await mustSee(sql, at.caseId, at.actor);
    const tools = drawToolsOf(workshop);
    const [last] = await sql.query<{ input: string; round: number }>(
      `select input, round from random_draw where case_id = $1 and role = $2 order by round desc limit 1`,
      [at.caseId, role],
    );
    const handler = (await handlersOf(sql, at.caseId)).find((one) => one.role === role);
    const [there] = await sql.query(
      `select 1 from account a where a.id = $1 and a.active and $2 = any(a.roles)
         and not exists (select 1 from staff_leave l where l.account_id = a.id and $3 between l.from_day and l.to_day)`,
      [handler?.accountId ?? null, role, tools.today],
    );
    if (!last || !handler || there) throw new Refusal('REDRAW_NOT_DUE');
    const contentHash = last.input.split(':')[0] ?? '';
    await drawAgain(sql, tools, { caseId: at.caseId, contentHash, role, round: last.round + 1 });
  });
}

/** Requests that wait for a ruling of this person, over all cases that they may see. */
export async function openRequests(
  sql: Sql,
  actor: Actor,
): Promise<
  {
    id: string;
    caseId: string;
    number: string;
    institutionName: string;
    about: string;
    reason: string;
    askedAt: Date;
  }[]
> {
  return sql.query(
    `select q.id, c.id as "caseId", coalesce(c.number, '') as number, c.institution_name as "institutionName",
       a.display_name as about, q.reason, q.asked_at as "askedAt"
     from recusal_request q join licensing_case c on c.id = q.case_id join account a on a.id = q.about_id
     where not exists (select 1 from recusal_ruling r where r.request_id = q.id) and q.about_id <> $1
       and ${notRecused('c.id', '$1')}
     order by q.asked_at, q.id limit 100`,
    [actor.accountId],
  );
}
