import {
  owedBefore,
  type Deliberation,
  type LikenessFacts,
  type Precedent,
  type RecordKind,
  type Stance,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { CaseFile } from '../file-of-case.js';

export interface Meeting {
  id: string;
  chairId: string;
  members: { accountId: string; displayName: string }[];
  opinions: { accountId: string; displayName: string; stance: Stance; opinion: string; givenAt: Date }[];
  conclusion: {
    outcome: Stance;
    reasons: string;
    againstMajority: boolean;
    majorityReasons: string | null;
    minutes: string;
    concludedAt: Date;
  } | null;
}

/** What puts a proposal on the table. */
export const PROPOSALS: readonly string[] = ['proposeGrant', 'proposeRefusal', 'proposePenalty'];

/** The number of the event that made the proposal now on the table; null where there is none. */
export const proposalSeq = ({ log }: Pick<CaseFile, 'log'>): number | null =>
  log.findLast(({ type }) => PROPOSALS.includes(type))?.seq ?? null;

/** The discussion of a proposal, with everything that was said in it. */
export async function meetingOn(sql: Sql, caseId: string, seq: number | null): Promise<Meeting | null> {
  const [row] = await sql.query<Meeting>(
    `select d.id, d.chair_id as "chairId",
       (select jsonb_agg(jsonb_build_object('accountId', a.id, 'displayName', a.display_name) order by a.id <> d.chair_id, a.display_name, a.id)
        from meeting_member m join account a on a.id = m.account_id where m.meeting_id = d.id) as members,
       (select coalesce(jsonb_agg(jsonb_build_object('accountId', a.id, 'displayName', a.display_name, 'stance', o.stance,
          'opinion', o.opinion, 'givenAt', o.given_at) order by o.given_at, a.id), '[]')
        from meeting_opinion o join account a on a.id = o.account_id where o.meeting_id = d.id) as opinions,
       (select jsonb_build_object('outcome', k.outcome, 'reasons', k.reasons, 'againstMajority', k.against_majority,
          'majorityReasons', k.majority_reasons, 'minutes', k.minutes, 'concludedAt', k.concluded_at)
        from meeting_conclusion k where k.meeting_id = d.id) as conclusion
     from decision_meeting d where d.case_id = $1 and d.proposal_seq = $2`,
    [caseId, seq],
  );
  return row ?? null;
}

export const recordKinds = async (sql: Sql, caseId: string): Promise<RecordKind[]> =>
  (
    await sql.query<{ kind: RecordKind }>('select distinct kind from deliberation_record where case_id = $1', [caseId])
  ).map(({ kind }) => kind);

/** What must still come before the decision of this case. */
export async function owedIn(sql: Sql, file: CaseFile): Promise<Deliberation[]> {
  const meeting = await meetingOn(sql, file.row.id, proposalSeq(file));
  const [ever] = await sql.query('select 1 from decision_meeting where case_id = $1', [file.row.id]);
  return owedBefore(file.pack, {
    records: await recordKinds(sql, file.row.id),
    meeting: meeting?.conclusion ? 'held' : ever ? 'convened' : 'none',
  });
}

/** What of a case is compared with others; of a renewal the register knows what the form does not say. */
const LIKENESS = `
    coalesce(s.form->'newKind'->>'institutionType', s.form->>'institutionType', i.type) as institution_type,
    coalesce(s.form->'newKind'->>'stage', s.form->>'stage') as stage,
    s.form->>'nature' as nature, (s.form->>'plannedChildren')::int as size,
    array(
      select lane from (select distinct on (lane) lane, result from attestation t where t.case_id = c.id
        order by lane, recorded_at desc, id) last where result <> 'pass'
      union
      select line_id from (select distinct on (v.line_id) v.line_id, v.verdict from verdict v
        join verdict_sheet h on h.id = v.sheet_id where h.case_id = c.id and h.purpose = 'intake'
        order by v.line_id, h.made_at desc, h.id) lines where verdict = 'deficient'
      order by 1) as grounds`;
const JOINS = `
  left join institution i on i.id = c.institution_id
  left join lateral (select form from submission where case_id = c.id order by seq desc limit 1) s on true`;

interface LikenessRow {
  institution_type: string | null;
  stage: string | null;
  nature: string | null;
  size: number | null;
  grounds: string[];
}
interface DecidedRow extends LikenessRow {
  case_id: string;
  number: string;
  legal_date: string;
  type: Stance;
}
const factsIn = (row: LikenessRow): LikenessFacts => ({
  institutionType: row.institution_type,
  stage: row.stage,
  nature: row.nature,
  size: row.size,
  grounds: row.grounds,
});

/** The last decisions of a matter that are looked through; older ones were made under other circumstances. */
const LOOKED_THROUGH = 300;

/** The case's own facts, and the earlier decisions of its matter that this person may see. */
export async function comparedFacts(
  sql: Sql,
  { row }: CaseFile,
  accountId: string | null,
): Promise<{ facts: LikenessFacts; earlier: Precedent[] }> {
  const [own] = await sql.query<LikenessRow>(`select ${LIKENESS} from licensing_case c ${JOINS} where c.id = $1`, [
    row.id,
  ]);
  if (!own) throw new Error(`there is no case ${row.id}`);
  const rows = await sql.query<DecidedRow>(
    `select e.case_id, c.number, e.legal_date::text as legal_date, e.type, ${LIKENESS}
     from (select v.case_id, v.legal_date, v.type from case_event v join licensing_case o on o.id = v.case_id
         where v.type in ('grant', 'refuse') and o.matter = $1 and o.id <> $2 order by v.at desc, v.case_id desc limit ${LOOKED_THROUGH}) e
       join licensing_case c on c.id = e.case_id ${JOINS}
     where ${notRecused('c.id', '$3')} order by e.case_id`,
    [row.matter, row.id, accountId],
  );
  return {
    facts: factsIn(own),
    earlier: rows.map((one) => ({
      ...factsIn(one),
      caseId: one.case_id,
      number: one.number,
      decidedOn: one.legal_date,
      outcome: one.type,
    })),
  };
}
