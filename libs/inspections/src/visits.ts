import {
  judgeChecklist,
  laneResultOf,
  newSiteChecklist,
  plainDateOf,
  SITE_LANE_OF,
  signaturesSuffice,
  type ChecklistAnswer,
  type ChecklistItem,
  type Department,
} from '../../law/src/index.js';
import { handle, type Actor, type Workshop } from '../../cases/src/index.js';
import { canonicalJson, derivedId, inTransaction, Refusal, sha256, sqlOf, type Sql } from '../../platform/src/index.js';

export interface VisitView {
  id: string;
  caseId: string;
  caseNumber: string;
  institutionName: string;
  siteAddress: string;
  round: number;
  plannedOn: string;
  department: Department;
  checklist: readonly ChecklistItem[];
  result: { result: string; contentHash: string; recordedAt: Date } | null;
  signatures: number;
}

interface VisitRow {
  id: string;
  case_id: string;
  round: number;
  planned_on: string;
  department: Department;
}

/** The visits on which an inspector is a member, open ones first. */
export async function myVisits(sql: Sql, accountId: string): Promise<VisitView[]> {
  const rows = await sql.query<
    VisitRow & {
      number: string;
      institution_name: string;
      address: string | null;
      result: string | null;
      content_hash: string | null;
      recorded_at: Date | null;
      signatures: string;
    }
  >(
    `select v.id, v.case_id, v.round, v.planned_on::text as planned_on, m.department, c.number, c.institution_name,
       (select s.form->>'siteAddress' from submission s where s.case_id = c.id order by s.seq desc limit 1) as address,
       r.result, r.content_hash, r.recorded_at,
       (select count(*) from visit_signature g where g.visit_id = v.id and g.department = m.department and g.content_hash = r.content_hash) as signatures
     from visit_member m join site_visit v on v.id = m.visit_id join licensing_case c on c.id = v.case_id
       left join visit_result r on r.visit_id = v.id and r.department = m.department
     where m.account_id = $1 order by v.planned_on desc, v.id limit 100`,
    [accountId],
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    institutionName: row.institution_name,
    siteAddress: row.address ?? '',
    round: row.round,
    plannedOn: row.planned_on,
    department: row.department,
    checklist: newSiteChecklist(row.department),
    result:
      row.result === null || row.content_hash === null || row.recorded_at === null
        ? null
        : { result: row.result, contentHash: row.content_hash, recordedAt: row.recorded_at },
    signatures: Number(row.signatures),
  }));
}

/** Records the checklist of the inspector's department. Until somebody has signed it, it may be filled in again. */
export async function recordChecklist(
  workshop: Workshop,
  at: { visitId: string; actor: Actor },
  answers: ChecklistAnswer[],
): Promise<{ result: string; contentHash: string }> {
  return inTransaction(workshop.source, async (sql) => {
    const visit = await visitOf(sql, at);
    const judged = judgeChecklist(newSiteChecklist(visit.department), answers);
    const faults = [
      ...judged.missing.map((field) => ({ field, code: 'ITEM_MISSING' })),
      ...judged.problems.map(({ itemId, code }) => ({ field: itemId, code })),
    ];
    if (faults.length > 0) throw new Refusal('CHECKLIST_INCOMPLETE', { article: 'ALL 34(3)', fields: faults });
    const [signed] = await sql.query('select 1 from visit_signature where visit_id = $1 and department = $2', [
      visit.id,
      visit.department,
    ]);
    if (signed) throw new Refusal('RESULT_ALREADY_SIGNED');
    const contentHash = sha256(
      canonicalJson({ visit: visit.id, department: visit.department, answers, result: judged.result }),
    );
    await sql.query(
      `insert into visit_result (visit_id, department, answers, result, content_hash, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (visit_id, department) do update set answers = excluded.answers, result = excluded.result,
         content_hash = excluded.content_hash, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [
        visit.id,
        visit.department,
        JSON.stringify(answers),
        judged.result,
        contentHash,
        at.actor.accountId,
        workshop.clock.now(),
      ],
    );
    return { result: judged.result, contentHash };
  });
}

/**
 * Signs exactly the content that was seen. The second signature of the department makes the result an attestation of
 * the case (design 6.16), by an ordinary command: the same signature repeated gives the same answer.
 */
export async function signResult(
  workshop: Workshop,
  at: { visitId: string; actor: Actor },
  contentHash: string,
): Promise<{ signatures: number; attested: boolean }> {
  const signed = await inTransaction(workshop.source, async (sql) => {
    const visit = await visitOf(sql, at);
    const [result] = await sql.query<{ result: 'pass' | 'rectify' | 'fail'; content_hash: string }>(
      'select result, content_hash from visit_result where visit_id = $1 and department = $2 for update',
      [visit.id, visit.department],
    );
    if (!result) throw new Refusal('RESULT_MISSING');
    if (result.content_hash !== contentHash) throw new Refusal('RESULT_CHANGED');
    await sql.query(
      'insert into visit_signature (visit_id, department, account_id, content_hash, signed_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [visit.id, visit.department, at.actor.accountId, contentHash, workshop.clock.now()],
    );
    const signers = await sql.query<{ account_id: string }>(
      'select account_id from visit_signature where visit_id = $1 and department = $2 order by signed_at, account_id',
      [visit.id, visit.department],
    );
    const team = await sql.query<{ accountId: string; department: Department }>(
      'select account_id as "accountId", department from visit_member where visit_id = $1',
      [visit.id],
    );
    return { visit, result, signers: signers.map(({ account_id }) => account_id), team };
  });
  const { visit, result, signers, team } = signed;
  if (!signaturesSuffice(team, visit.department, signers)) return { signatures: signers.length, attested: false };
  await attestOnce(workshop, visit, result.result, signers, at.actor);
  return { signatures: signers.length, attested: true };
}

/** One command per visit and department: its id is derived, so that a third signature or a repeat changes nothing. */
async function attestOnce(
  workshop: Workshop,
  visit: VisitRow,
  result: 'pass' | 'rectify' | 'fail',
  signers: readonly string[],
  actor: Actor,
): Promise<void> {
  const commandId = derivedId(`attest ${visit.id} ${visit.department}`);
  const before = await sqlOf(workshop.source).query('select 1 from command_answer where command_id = $1', [commandId]);
  if (before.length > 0) return;
  const today = plainDateOf(workshop.clock.now());
  const [first = '', second = ''] = signers;
  const answer = await handle(workshop, {
    commandId,
    caseId: visit.case_id,
    type: 'recordAttestation',
    payload: {
      lane: SITE_LANE_OF[visit.department],
      result: laneResultOf(result),
      source: `visit ${visit.id}`,
      checkedOn: visit.planned_on < today ? visit.planned_on : today,
      signers: [first, second],
    },
    actor,
  });
  if ('refused' in answer) throw new Refusal('EVENT_NOT_POSSIBLE_NOW', { state: answer.state });
}

/** The visit, for a member of its team only. */
async function visitOf(sql: Sql, { visitId, actor }: { visitId: string; actor: Actor }): Promise<VisitRow> {
  const [row] = await sql.query<VisitRow>(
    `select v.id, v.case_id, v.round, v.planned_on::text as planned_on, m.department
     from site_visit v join visit_member m on m.visit_id = v.id and m.account_id = $2 where v.id = $1`,
    [visitId, actor.accountId],
  );
  if (!row) throw new Refusal('VISIT_NOT_FOUND');
  return row;
}
