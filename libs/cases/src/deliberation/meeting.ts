import {
  departsFromMajority,
  isDiscussion,
  OFFICER_ROLES,
  resultFits,
  type RecordKind,
  type Stance,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { openFile, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { mustSee } from '../queries/list.js';
import { inCase } from '../recusal/declare.js';
import { meetingOn, proposalSeq, type Meeting } from './facts.js';

interface At {
  caseId: string;
  actor: Actor;
}

/** The case in a state in which a proposal waits for its decision, for somebody who may see it; its row locked. */
async function deciding<T>(
  workshop: Workshop,
  at: At,
  work: (sql: Sql, file: CaseFile, seq: number) => Promise<T>,
): Promise<T> {
  return inCase(workshop, at.caseId, async (sql) => {
    await mustSee(sql, at.caseId, at.actor);
    const file = await openFile(sql, at.caseId, workshop);
    const seq = proposalSeq(file);
    if (file.row.state !== 'TO_DECIDE' || seq === null)
      throw new Refusal('MEETING_NOT_NOW', { article: 'MDR 25', state: file.row.state });
    return work(sql, file, seq);
  });
}

/** Officers who can be members: whoever had a hand in the case, or must stay away from it, cannot. */
export async function possibleMembers(
  sql: Sql,
  caseId: string,
): Promise<{ accountId: string; displayName: string; roles: string[] }[]> {
  return sql.query(
    `select a.id as "accountId", a.display_name as "displayName", a.roles from account a
     where a.active and a.roles && $2::text[] and ${notRecused('$1', 'a.id')}
       and not exists (select 1 from case_event e where e.case_id = $1 and e.actor_id = a.id and e.actor_role <> 'decisionMaker')
       and not exists (select 1 from verdict_sheet s where s.case_id = $1 and s.account_id = a.id)
       and not exists (select 1 from attestation t where t.case_id = $1 and a.id in (t.signed_by, t.countersigned_by))
       and not exists (select 1 from site_visit v join visit_member m on m.visit_id = v.id where v.case_id = $1 and m.account_id = a.id)
     order by a.display_name, a.id limit 200`,
    [caseId, OFFICER_ROLES],
  );
}

/**
 * Convenes the discussion of the proposal (集体讨论, MDR 30), after the legality review and before the decision. Who
 * convenes is its chair. At least two others, none of whom had a hand in the case.
 * @throws Refusal MEETING_NOT_NOW, MEETING_TOO_SMALL, MEETING_MEMBER_INVOLVED, MEETING_CONVENED
 */
export async function conveneMeeting(
  workshop: Workshop,
  at: At,
  members: readonly string[],
): Promise<{ meetingId: string }> {
  return deciding(workshop, at, async (sql, file, seq) => {
    const chair = at.actor.accountId ?? '';
    const all = [...new Set([chair, ...members])];
    const { readings } = file.pack;
    if (!isDiscussion(all.length, readings))
      throw new Refusal('MEETING_TOO_SMALL', { article: 'MDR 30', params: { n: String(readings.fewestMembers) } });
    const possible = new Set((await possibleMembers(sql, file.row.id)).map(({ accountId }) => accountId));
    if (!all.every((id) => possible.has(id))) throw new Refusal('MEETING_MEMBER_INVOLVED', { article: 'ALL 48(1)' });
    const meetingId = workshop.ids.uuid();
    const [made] = await sql.query(
      `insert into decision_meeting (id, case_id, proposal_seq, chair_id, convened_at) values ($1, $2, $3, $4, $5)
       on conflict (case_id, proposal_seq) do nothing returning id`,
      [meetingId, file.row.id, seq, chair, file.now],
    );
    if (!made) throw new Refusal('MEETING_CONVENED');
    await sql.query('insert into meeting_member (meeting_id, account_id) select $1, * from unnest($2::uuid[])', [
      meetingId,
      all,
    ]);
    return { meetingId };
  });
}

async function openMeeting(sql: Sql, file: CaseFile, seq: number, meetingId: string): Promise<Meeting> {
  const meeting = await meetingOn(sql, file.row.id, seq);
  if (meeting?.id !== meetingId) throw new Refusal('MEETING_UNKNOWN');
  if (meeting.conclusion) throw new Refusal('MEETING_OVER', { article: 'MDR 30' });
  return meeting;
}

/**
 * A member's own opinion, once, in their own words; dissent stands in the minutes as it was said. The chair speaks last.
 * @throws Refusal MEETING_UNKNOWN, MEETING_OVER, MEETING_MEMBERS_ONLY, CHAIR_SPEAKS_LAST, OPINION_GIVEN
 */
export async function giveOpinion(
  workshop: Workshop,
  at: At & { meetingId: string },
  { stance, opinion }: { stance: Stance; opinion: string },
): Promise<void> {
  await deciding(workshop, at, async (sql, file, seq) => {
    const meeting = await openMeeting(sql, file, seq, at.meetingId);
    if (meeting.chairId === at.actor.accountId) throw new Refusal('CHAIR_SPEAKS_LAST', { article: 'MDR 30' });
    if (!meeting.members.some(({ accountId }) => accountId === at.actor.accountId))
      throw new Refusal('MEETING_MEMBERS_ONLY');
    const [made] = await sql.query(
      `insert into meeting_opinion (meeting_id, account_id, stance, opinion, given_at) values ($1, $2, $3, $4, $5)
       on conflict (meeting_id, account_id) do nothing returning account_id`,
      [meeting.id, at.actor.accountId, stance, opinion, file.now],
    );
    if (!made) throw new Refusal('OPINION_GIVEN');
  });
}

/**
 * The chair decides after everybody has spoken, with reasons; against the majority with reasons for that too (MDR 30(2)).
 * @throws Refusal MEETING_UNKNOWN, MEETING_OVER, CHAIR_CONCLUDES, OPINIONS_MISSING, MAJORITY_REASONS_MISSING
 */
export async function concludeMeeting(
  workshop: Workshop,
  at: At & { meetingId: string },
  words: { outcome: Stance; reasons: string; minutes: string; majorityReasons?: string },
): Promise<void> {
  await deciding(workshop, at, async (sql, file, seq) => {
    const meeting = await openMeeting(sql, file, seq, at.meetingId);
    if (meeting.chairId !== at.actor.accountId) throw new Refusal('CHAIR_CONCLUDES', { article: 'MDR 30' });
    const silent = meeting.members.length - 1 - meeting.opinions.length;
    if (silent > 0) throw new Refusal('OPINIONS_MISSING', { article: 'MDR 30', params: { count: silent } });
    const against = departsFromMajority(
      meeting.opinions.map(({ stance }) => stance),
      words.outcome,
    );
    const majorityReasons = words.majorityReasons?.trim();
    if (against && !majorityReasons)
      throw new Refusal('MAJORITY_REASONS_MISSING', {
        article: 'MDR 30',
        fields: [{ field: 'majorityReasons', code: 'FIELD_MISSING' }],
      });
    await sql.query(
      `insert into meeting_conclusion (meeting_id, concluded_by, outcome, reasons, against_majority, majority_reasons, minutes, concluded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        meeting.id,
        at.actor.accountId,
        words.outcome,
        words.reasons,
        against,
        against ? (majorityReasons ?? null) : null,
        words.minutes,
        file.now,
      ],
    );
  });
}

/** Where the record of an expert argument or a risk assessment still comes before the decision. */
const RECORDABLE = ['IN_REVIEW', 'SPECIAL_PROCEDURE', 'EXAMINED', 'LEGALITY_REVIEW', 'TO_DECIDE'];

/**
 * 专家论证 (MDR 19, 20: independent, dissent kept) or 风险评估 (MDR 22-24), as a record. It stops no clock and is no
 * ballot; what it found stands in the file for whoever decides.
 */
export async function recordDeliberation(
  workshop: Workshop,
  at: At,
  record: { kind: RecordKind; result: string; author: string; content: string; dissent?: string },
): Promise<{ id: string }> {
  return inCase(workshop, at.caseId, async (sql) => {
    await mustSee(sql, at.caseId, at.actor);
    const file = await openFile(sql, at.caseId, workshop);
    if (!RECORDABLE.includes(file.row.state)) throw new Refusal('EVENT_NOT_POSSIBLE_NOW', { state: file.row.state });
    if (!resultFits(record.kind, record.result))
      throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'result', code: 'NOT_AN_OPTION' }] });
    const id = workshop.ids.uuid();
    await sql.query(
      `insert into deliberation_record (id, case_id, kind, result, author, content, dissent, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        file.row.id,
        record.kind,
        record.result,
        record.author,
        record.content,
        record.dissent?.trim() || null,
        at.actor.accountId,
        file.now,
      ],
    );
    return { id };
  });
}
