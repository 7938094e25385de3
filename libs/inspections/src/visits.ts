import {
  judgeChecklist,
  laneResultOf,
  newSiteChecklist,
  siteKindOf,
  typeOfCase,
  type DraftForm,
  plainDateOf,
  SITE_LANE_OF,
  signaturesSuffice,
  vaguePhraseIn,
  type ChecklistAnswer,
  type ChecklistItem,
  type Department,
  type Readings,
} from '../../law/src/index.js';
import { handle, putOut, type Actor, type Workshop } from '../../cases/src/index.js';
import { notRecused } from '../../people/src/index.js';
import { WHO_ATTESTS } from '../../procedures/src/index.js';
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
  signedByMe: boolean;
  answers: ChecklistAnswer[];
  /** Ids of the department's pictures. */
  photos: string[];
  /** Those of the department who may sign, and who of them has. */
  team: { displayName: string; me: boolean; signed: boolean }[];
}

interface VisitRow {
  id: string;
  case_id: string;
  round: number;
  planned_on: string;
  department: Department;
  pack_hash: string;
  /** What was submitted last, and the type in the register: by what kind of site it is looked at. */
  form: DraftForm | null;
  type: string | null;
}

const OF_WHAT = `(select s.form from submission s where s.case_id = c.id order by s.seq desc limit 1) as form,
  (select i.type from institution i where i.id = c.institution_id) as type`;

/** What is looked at, weighed as the county did when the case was opened. */
async function checklistOf(
  { shelf }: Workshop,
  sql: Sql,
  row: VisitRow,
): Promise<{ items: readonly ChecklistItem[]; readings: Readings }> {
  const { readings } = await shelf.packOf(sql, row.pack_hash);
  const of = siteKindOf(typeOfCase(row.form ?? {}, row.type));
  return { items: newSiteChecklist(row.department, readings, of), readings };
}

/** The visits on which an inspector is a member, open ones first. */
export async function myVisits(workshop: Workshop, accountId: string): Promise<VisitView[]> {
  const sql = sqlOf(workshop.source);
  const rows = await sql.query<
    VisitRow & {
      number: string;
      institution_name: string;
      address: string | null;
      result: string | null;
      content_hash: string | null;
      recorded_at: Date | null;
      signatures: string;
      signed_by_me: boolean;
      answers: ChecklistAnswer[] | null;
      photos: string[];
      team: VisitView['team'];
    }
  >(
    `select v.id, v.case_id, v.round, v.planned_on::text as planned_on, m.department, c.number, c.institution_name, c.pack_hash, ${OF_WHAT},
       (select coalesce(s.form->>'siteAddress', s.form->'tutoringChange'->>'newAddress') from submission s where s.case_id = c.id order by s.seq desc limit 1) as address,
       r.result, r.content_hash, r.recorded_at, r.answers,
       exists (select 1 from visit_signature g where g.visit_id = v.id and g.department = m.department and g.account_id = $1) as signed_by_me,
       array(select h.id from visit_photo h where h.visit_id = v.id and h.department = m.department order by h.taken_at, h.id) as photos,
       (select json_agg(json_build_object('displayName', a.display_name, 'me', a.id = $1, 'signed', g.account_id is not null)
          order by a.id <> $1, a.display_name, a.id)
        from visit_member w join account a on a.id = w.account_id
          left join visit_signature g on g.visit_id = w.visit_id and g.department = w.department and g.account_id = w.account_id
        where w.visit_id = v.id and w.department = m.department) as team,
       (select count(*) from visit_signature g where g.visit_id = v.id and g.department = m.department and g.content_hash = r.content_hash) as signatures
     from visit_member m join site_visit v on v.id = m.visit_id join licensing_case c on c.id = v.case_id
       left join visit_result r on r.visit_id = v.id and r.department = m.department
     where m.account_id = $1 and v.cancelled_at is null and ${notRecused('v.case_id', '$1')} order by v.planned_on desc, v.id desc limit 100`,
    [accountId],
  );
  const checklists = await Promise.all(rows.map((row) => checklistOf(workshop, sql, row)));
  return rows.map((row, i) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    institutionName: row.institution_name,
    siteAddress: row.address ?? '',
    round: row.round,
    plannedOn: row.planned_on,
    department: row.department,
    checklist: checklists[i]?.items ?? [],
    result:
      row.result === null || row.content_hash === null || row.recorded_at === null
        ? null
        : { result: row.result, contentHash: row.content_hash, recordedAt: row.recorded_at },
    signatures: Number(row.signatures),
    signedByMe: row.signed_by_me,
    answers: row.answers ?? [],
    photos: row.photos,
    team: row.team,
  }));
}

/** Filled in before anybody had uploaded anything. */
export const UPON_NOTHING = 'none';

/**
 * Records the checklist of the inspector's department. Until somebody has signed it, it may be filled in again.
 * @param upon content hash of the uploaded list that the inspector saw, or UPON_NOTHING; a colleague's list that they
 *   have not seen is not overwritten. Who does not say upon what they write overwrites.
 * @throws Refusal CHECKLIST_OVERTAKEN
 */
export async function recordChecklist(
  workshop: Workshop,
  at: { visitId: string; actor: Actor },
  { answers, upon }: { answers: ChecklistAnswer[]; upon?: string },
): Promise<{ result: string; contentHash: string }> {
  return inTransaction(workshop.source, async (sql) => {
    const visit = await visitOf(sql, at);
    await refuseUnlessAwaited(sql, visit);
    if (visit.planned_on > plainDateOf(workshop.clock.now()))
      throw new Refusal('VISIT_NOT_YET', { params: { day: visit.planned_on } });
    await refuseIfOvertaken(sql, visit, upon);
    const { items, readings } = await checklistOf(workshop, sql, visit);
    const judged = judgeChecklist(items, answers, readings);
    const faults = [
      ...judged.missing.map((field) => ({ field, code: 'ITEM_MISSING' })),
      ...judged.problems.map(({ itemId, code }) => ({ field: itemId, code })),
      ...vagueNotes(answers),
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

/** What is to be rectified is told by these notes: each says what was seen (ALL 32(1)(4), 61). */
const vagueNotes = (answers: readonly ChecklistAnswer[]) =>
  answers.flatMap(({ itemId, answer, note = '' }) => {
    const phrase = answer === 'fail' ? vaguePhraseIn(note) : null;
    return phrase ? [{ field: itemId, code: 'REASON_VAGUE', params: { phrase } }] : [];
  });

async function refuseIfOvertaken(sql: Sql, { id, department }: VisitRow, upon: string | undefined): Promise<void> {
  if (upon === undefined) return;
  const [uploaded] = await sql.query<{ content_hash: string }>(
    'select content_hash from visit_result where visit_id = $1 and department = $2',
    [id, department],
  );
  if ((uploaded?.content_hash ?? UPON_NOTHING) !== upon) throw new Refusal('CHECKLIST_OVERTAKEN');
}

/**
 * Signs exactly the content that was seen. The second signature of the department makes the result an attestation of
 * the case (design 6.16): the promise is an outbox row of the same transaction, so that no signed result is ever lost;
 * it is kept at once where nothing stands in the way.
 * @param at `beside` is who holds the phone, where a colleague signs on it: both are of one department
 */
export async function signResult(
  workshop: Workshop,
  at: { visitId: string; actor: Actor; beside?: Actor },
  contentHash: string,
): Promise<{ signatures: number; attested: boolean }> {
  const { visit, signatures, enough } = await inTransaction(workshop.source, async (sql) => {
    const visit = await visitOf(sql, at);
    if (at.beside && (await visitOf(sql, { ...at, actor: at.beside })).department !== visit.department)
      throw new Refusal('TWO_SIGNATURES_REQUIRED');
    const [result] = await sql.query<{ content_hash: string }>(
      'select content_hash from visit_result where visit_id = $1 and department = $2 for update',
      [visit.id, visit.department],
    );
    if (!result) throw new Refusal('RESULT_MISSING');
    if (result.content_hash !== contentHash) throw new Refusal('RESULT_CHANGED');
    if (!(await hasSigned(sql, visit, at.actor))) await refuseUnlessAwaited(sql, visit);
    const [added] = await sql.query(
      `insert into visit_signature (visit_id, department, account_id, ordinal, content_hash, signed_at)
       select $1, $2, $3, 1 + count(*), $4, $5 from visit_signature where visit_id = $1 and department = $2
       on conflict (visit_id, department, account_id) do nothing returning ordinal`,
      [visit.id, visit.department, at.actor.accountId, contentHash, workshop.clock.now()],
    );
    const signers = await signersOf(sql, visit);
    const enough = signaturesSuffice(await teamOf(sql, visit.id), visit.department, signers);
    if (added && signers.length === 2 && enough) {
      const { case_id: caseId, id: visitId, department } = visit;
      putOut(sql, caseId, 'attest', { visitId, department });
    }
    return { visit, signatures: signers.length, enough };
  });
  if (!enough) return { signatures, attested: false };
  const answer = await attest(workshop, { visitId: visit.id, department: visit.department });
  if (answer.refused) throw new Refusal('EVENT_NOT_POSSIBLE_NOW', { state: answer.state });
  return { signatures, attested: true };
}

/**
 * A signed result as an ordinary command of the case, in the name of the second signer. Its id and body follow from
 * the visit alone, so that a third signature, a repeat or the job gets the first answer again.
 */
export async function attest(
  workshop: Workshop,
  { visitId, department }: { visitId: string; department: Department },
): Promise<{ refused: boolean; state: string }> {
  const sql = sqlOf(workshop.source);
  const [signed] = await sql.query<{
    case_id: string;
    result: 'pass' | 'rectify' | 'fail';
    recorded_at: Date;
    first: string;
    second: string;
    name: string;
  }>(
    `select v.case_id, r.result, r.recorded_at, a.account_id as first, b.account_id as second, c.display_name as name
     from site_visit v join visit_result r on r.visit_id = v.id and r.department = $2
       join visit_signature a on a.visit_id = v.id and a.department = $2 and a.ordinal = 1 and a.content_hash = r.content_hash
       join visit_signature b on b.visit_id = v.id and b.department = $2 and b.ordinal = 2 and b.content_hash = r.content_hash
       join account c on c.id = b.account_id
     where v.id = $1`,
    [visitId, department],
  );
  if (!signed) throw new Error(`visit ${visitId} has no two signatures of ${department}`);
  const answer = await handle(workshop, {
    commandId: derivedId(`attest ${visitId} ${department}`),
    caseId: signed.case_id,
    type: 'recordAttestation',
    payload: {
      lane: SITE_LANE_OF[department],
      result: laneResultOf(signed.result),
      source: `visit ${visitId}`,
      checkedOn: plainDateOf(signed.recorded_at),
      signers: [signed.first, signed.second],
    },
    actor: { accountId: signed.second, roles: [WHO_ATTESTS[SITE_LANE_OF[department]]], displayName: signed.name },
  });
  return { refused: 'refused' in answer, state: answer.state };
}

const hasSigned = async (sql: Sql, { id, department }: VisitRow, { accountId }: Actor): Promise<boolean> =>
  (
    await sql.query('select 1 from visit_signature where visit_id = $1 and department = $2 and account_id = $3', [
      id,
      department,
      accountId,
    ])
  ).length > 0;

/** Nothing is written on a visit whose result the case no longer waits for: withdrawn, decided, or already attested. */
async function refuseUnlessAwaited(sql: Sql, { case_id, department }: VisitRow): Promise<void> {
  const [row] = await sql.query<{ state: string; standing: string | null }>(
    `select state, snapshot->'context'->'lanes'->>$2 as standing from licensing_case where id = $1`,
    [case_id, SITE_LANE_OF[department]],
  );
  const open = row && ['IN_REVIEW', 'SPECIAL_PROCEDURE'].includes(row.state) && row.standing === 'awaited';
  if (!open) throw new Refusal('EVENT_NOT_POSSIBLE_NOW', { state: row?.state });
}

async function signersOf(sql: Sql, { id, department }: VisitRow): Promise<string[]> {
  const rows = await sql.query<{ account_id: string }>(
    'select account_id from visit_signature where visit_id = $1 and department = $2 order by ordinal',
    [id, department],
  );
  return rows.map(({ account_id }) => account_id);
}

const teamOf = (sql: Sql, visitId: string): Promise<{ accountId: string; department: Department }[]> =>
  sql.query('select account_id as "accountId", department from visit_member where visit_id = $1', [visitId]);

/** The visit, for a member of its team only, and for nobody else until the end of the transaction. */
export async function visitOf(sql: Sql, { visitId, actor }: { visitId: string; actor: Actor }): Promise<VisitRow> {
  const [row] = await sql.query<VisitRow>(
    `select v.id, v.case_id, v.round, v.planned_on::text as planned_on, m.department, c.pack_hash, ${OF_WHAT}
     from site_visit v join visit_member m on m.visit_id = v.id and m.account_id = $2
       join licensing_case c on c.id = v.case_id
     where v.id = $1 and v.cancelled_at is null and ${notRecused('v.case_id', '$2')} for update of v`,
    [visitId, actor.accountId],
  );
  if (!row) throw new Refusal('VISIT_NOT_FOUND');
  return row;
}
