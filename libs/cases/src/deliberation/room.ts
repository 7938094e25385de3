import {
  DELIBERATION_ARTICLES,
  DELIBERATIONS,
  majorityOf,
  nearestDecisions,
  type Compared,
  type Deliberation,
  type LikenessFacts,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { openFile, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { mustSee } from '../queries/list.js';
import { comparedFacts, meetingOn, owedIn, proposalSeq, type Meeting } from './facts.js';
import { possibleMembers } from './meeting.js';

export interface DecisionRoom {
  /** What the pack asks for, with its article, and whether it is still owed. */
  asked: { step: Deliberation; article: string; owed: boolean }[];
  meeting: (Meeting & { majority: 'grant' | 'refuse' | 'even'; chairedByMe: boolean; myOpinionDue: boolean }) | null;
  mayConvene: boolean;
  possibleMembers: { accountId: string; displayName: string; roles: string[] }[];
  records: {
    id: string;
    kind: string;
    result: string;
    author: string;
    content: string;
    dissent: string | null;
    recordedAt: Date;
  }[];
  mayRecord: boolean;
  /** Shown to whoever decides, once the proposal is written, and to the office once the decision is made. */
  precedents: { facts: LikenessFacts; nearest: Omit<Compared, 'caseId'>[] } | null;
  precedentCheck: {
    nearestNumber: string | null;
    distance: string | null;
    departed: boolean;
    reason: string | null;
  } | null;
}

/** Proposal written, decision not yet made. */
const PROPOSED = ['LEGALITY_REVIEW', 'TO_DECIDE'];

/** The decision room of a case, for an officer. */
export async function decisionRoom(workshop: Workshop, sql: Sql, caseId: string, actor: Actor): Promise<DecisionRoom> {
  await mustSee(sql, caseId, actor);
  const file = await openFile(sql, caseId, workshop);
  const owed = await owedIn(sql, file);
  const meeting = await meetingOn(sql, caseId, proposalSeq(file));
  const decides = actor.roles.includes('decisionMaker');
  const mayConvene = decides && file.row.state === 'TO_DECIDE' && meeting === null;
  return {
    asked: askedOf(file, owed),
    meeting: meeting && { ...meeting, ...forMember(meeting, actor) },
    mayConvene,
    possibleMembers: mayConvene ? await possibleMembers(sql, caseId) : [],
    records: await recordsOf(sql, caseId),
    mayRecord: actor.roles.some((role) => role === 'reviewer' || role === 'legalReviewer') && isOpen(file),
    precedents: await precedentsFor(sql, file, actor),
    precedentCheck: await checkOf(sql, caseId),
  };
}

const isOpen = ({ row }: CaseFile): boolean =>
  ['IN_REVIEW', 'SPECIAL_PROCEDURE', 'EXAMINED', ...PROPOSED].includes(row.state);

function askedOf({ pack }: CaseFile, owed: readonly Deliberation[]): DecisionRoom['asked'] {
  const isAsked = (step: Deliberation): boolean =>
    owed.includes(step) || (step === 'collectiveDiscussion' ? pack.collectiveDecision : pack[step] === true);
  return DELIBERATIONS.filter(isAsked).map((step) => ({
    step,
    article: DELIBERATION_ARTICLES[step].zh,
    owed: owed.includes(step),
  }));
}

const forMember = (meeting: Meeting, { accountId }: Actor) => ({
  majority: majorityOf(meeting.opinions.map(({ stance }) => stance)),
  chairedByMe: meeting.chairId === accountId,
  myOpinionDue:
    meeting.conclusion === null &&
    meeting.chairId !== accountId &&
    meeting.members.some((member) => member.accountId === accountId) &&
    !meeting.opinions.some((opinion) => opinion.accountId === accountId),
});

async function precedentsFor(sql: Sql, file: CaseFile, actor: Actor): Promise<DecisionRoom['precedents']> {
  const decided = file.log.some(({ type }) => type === 'grant' || type === 'refuse');
  const decider = actor.roles.includes('decisionMaker') && PROPOSED.includes(file.row.state);
  if (!decided && !decider) return null;
  const { facts, earlier } = await comparedFacts(sql, file, actor.accountId);
  const before = decided ? earlier.filter(({ decidedOn }) => decidedOn <= decisionDay(file)) : earlier;
  const nearest = nearestDecisions(facts, before, file.pack.readings.likeness);
  return { facts, nearest: nearest.map(({ caseId: _, ...shown }) => shown) };
}

const decisionDay = ({ log }: CaseFile): string =>
  log.find(({ type }) => type === 'grant' || type === 'refuse')?.legal_date ?? '';

const recordsOf = (sql: Sql, caseId: string): Promise<DecisionRoom['records']> =>
  sql.query(
    `select id, kind, result, author, content, dissent, recorded_at as "recordedAt"
     from deliberation_record where case_id = $1 order by recorded_at, id`,
    [caseId],
  );

async function checkOf(sql: Sql, caseId: string): Promise<DecisionRoom['precedentCheck']> {
  const [row] = await sql.query<NonNullable<DecisionRoom['precedentCheck']>>(
    `select c.number as "nearestNumber", p.distance, p.departed, p.reason
     from precedent_check p left join licensing_case c on c.id = p.nearest_case_id where p.case_id = $1`,
    [caseId],
  );
  return row ?? null;
}

/** Discussions that wait for this officer's opinion. */
export async function awaitedOpinions(
  sql: Sql,
  actor: Actor,
): Promise<{ caseId: string; number: string; institutionName: string; convenedAt: Date }[]> {
  return sql.query(
    `select c.id as "caseId", c.number, c.institution_name as "institutionName", d.convened_at as "convenedAt"
     from meeting_member m join decision_meeting d on d.id = m.meeting_id join licensing_case c on c.id = d.case_id
     where m.account_id = $1 and d.chair_id <> $1 and c.state = 'TO_DECIDE'
       and not exists (select 1 from meeting_opinion o where o.meeting_id = d.id and o.account_id = $1)
       and not exists (select 1 from meeting_conclusion k where k.meeting_id = d.id)
       and ${notRecused('c.id', '$1')}
     order by d.convened_at, c.id limit 50`,
    [actor.accountId],
  );
}
