import {
  countsAsServedOn,
  dateZh,
  isPlainDate,
  noticeNumber,
  newSiteChecklist,
  siteKindOf,
  typeOfCase,
  DEPARTMENTS,
  plainDateOf,
  type Deadline,
  type PlainDate,
} from '../../../law/src/index.js';
import { DECISION_LIMITS, type DocumentKind } from '../../../procedures/src/index.js';
import { blankSerial, NEXT_SERIAL, say, type Sql } from '../../../platform/src/index.js';
import type { OpenedLicence } from '../../../register/src/index.js';
import type { CaseClock } from '../clocks.js';
import { unmetLines } from '../verdicts.js';
import type { Aftermath, OutboxTopic } from './aftermath.js';
import { recordDemands } from './demands.js';
import { contentOf, listsUnmet, NUMBERED_UNDER, type LineSummary } from './notices.js';

/** What the service step of a decision serves. */
export const DECISION_DOCUMENTS: readonly DocumentKind[] = [
  'grantDecision',
  'preparationApproval',
  'renewalDecision',
  'deemedRenewalCertificate',
  'changeDecision',
  'confirmation',
  'filingNotice',
  'notFiledNotice',
  'closureDecision',
  'absorbedCancellation',
  'refusalDecision',
  'penaltyDecision',
  'noPenaltyNotice',
  'annualConclusion',
  'licenceOriginal',
  'licenceDuplicate',
];

export const isDecisionDocument = (kind: string): boolean => DECISION_DOCUMENTS.some((one) => one === kind);

/** Served on their own by the decision's service step; everything else reaches the applicant's account at once. */
const SERVED_BY_STEP: readonly DocumentKind[] = [...DECISION_DOCUMENTS, 'serviceRecord'];

/**
 * Makes a document: number and content are fixed here, in the transaction of the step; a job prints it a moment later.
 * With the applicant's consent a notice is served electronically in the same moment (design 6.3).
 */
export async function issueDocument(
  aftermath: Aftermath,
  kind: DocumentKind,
  licence: OpenedLicence | null,
  more: Record<string, string> = {},
): Promise<void> {
  const { sql, file, ids, words, payload } = aftermath;
  await recordDemands(aftermath, kind);
  const id = ids.uuid();
  const { number, series } = await numberOf(aftermath, kind, licence, id);
  const content = contentOf(kind, {
    file,
    number,
    caseNumber: file.row.number ?? '',
    words,
    payload,
    deficient: listsUnmet(kind)
      ? (await unmetLines(sql, file)).map(({ line, reason }) => ({ name: line.nameZh, reason }))
      : [],
    failedItems: kind === 'rectificationNotice' ? (await checkedItems(aftermath)).failed : [],
    checkedItems: kind === 'siteCheckRecord' ? (await checkedItems(aftermath)).all : [],
    inspectors: kind === 'siteCheckRecord' ? await inspectorsOf(aftermath) : '',
    parties: kind === 'hearingRightNotice' ? await partiesOf(aftermath) : [],
    onTheRecord: file.log.some(({ type }) => type === 'recordHearing'),
    served: kind === 'serviceRecord' ? await servedDocuments(aftermath) : [],
    dueDates: dueDatesOf(file.clocks),
    licence,
    more,
    oldName: aftermath.nameBefore,
    publicUrl: aftermath.publicUrl,
    demo: aftermath.demo,
  });
  const { row, now } = file;
  const document = [id, row.id, kind, plainDateOf(now), now, number, JSON.stringify(content)];
  if (series === null) sql.send(INSERT_NUMBERED, document);
  else sql.send(NUMBER_AND_INSERT, [series, ...document, String(blankSerial(id)), encodeURIComponent(number)]);
  if (!SERVED_BY_STEP.includes(kind) && file.form.serviceConsent === true)
    serveDocument(aftermath, id, { channel: 'electronic' });
}

const PRINT: OutboxTopic = 'printDocument';
/** Beside a document stands the job that prints it. */
const toBePrinted = (documentId: string, caseId: string): string =>
  `insert into outbox (case_id, topic, payload) values (${caseId}, '${PRINT}', jsonb_build_object('documentId', ${documentId}))`;

const INSERT_NUMBERED = `with written as (
    insert into document (id, case_id, kind, issued_on, issued_at, number, content)
    values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7)) ${toBePrinted('$1', '$2')}`;

/** The statement that takes the number fills it in where the number with its blank `$9` stands, in words or in a link. */
const NUMBER_AND_INSERT = `with taken as (${NEXT_SERIAL}),
    filled as (select replace($7, $9, last::text) as number, replace($10, $9, last::text) as linked from taken),
    written as (
      insert into document (id, case_id, kind, issued_on, issued_at, number, content)
      select $2::uuid, $3::uuid, $4, $5::date, $6::timestamptz, number, replace(replace($8, $7, number), $10, linked)::jsonb from filled)
  ${toBePrinted('$2', '$3')}`;

/** A last day in words; one that may still move says so on the letter too. */
const lastDay = ({ dueOn, provisional }: Deadline): string =>
  provisional ? dateZh(dueOn) + say('zh', 'document.provisional') : dateZh(dueOn);

/** The limit of the law by one name, whichever clock of the matter it is. */
const STATUTORY: readonly string[] = [...DECISION_LIMITS, 'renewal_decision'];

const dueDatesOf = (clocks: readonly CaseClock[]): Record<string, string> =>
  Object.fromEntries(
    clocks.flatMap(({ id, deadline }) => [
      [`due_${id}`, lastDay(deadline)],
      ...(STATUTORY.includes(id) ? [['due_statutory', lastDay(deadline)]] : []),
    ]),
  );

/** A licence that is printed anew keeps its number; the paper says the how-manyth it is. */
async function licencePaperNumber(
  sql: Sql,
  kind: 'licenceOriginal' | 'licenceDuplicate',
  number: string,
): Promise<string> {
  const first = say('zh', `document.${kind}.number`, { number });
  const [before] = await sql.query<{ n: number }>(
    `select count(*)::int as n from document where kind = $1 and starts_with(number, $2)`,
    [kind, `${number}号`],
  );
  return before?.n ? say('zh', `document.${kind}.reprint`, { number, n: before.n + 1 }) : first;
}

/** How something was served; what a courier carries has its two days. */
export interface ServiceDone {
  channel: string;
  posted?: { on: PlainDate; receivedOn: PlainDate };
}

/** The service that a step records, read from what the log keeps of it. */
export const serviceOf = ({ channel, postedOn, receivedOn }: Record<string, unknown>): ServiceDone => ({
  channel: String(channel),
  ...(isPlainDate(postedOn) && isPlainDate(receivedOn) ? { posted: { on: postedOn, receivedOn } } : {}),
});

export function serveDocument(
  { sql, file, ids, actor }: Aftermath,
  documentId: string,
  { channel, posted }: ServiceDone,
): void {
  sql.send(
    `insert into service_record (id, document_id, channel, served_at, served_on, posted_on, received_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ids.uuid(),
      documentId,
      channel,
      file.now,
      countsAsServedOn(plainDateOf(file.now), posted?.receivedOn ?? null),
      posted?.on ?? null,
      posted?.receivedOn ?? null,
      actor.accountId,
    ],
  );
}

/** The documents of a decision that the service step serves together. */
export async function serveDecision(aftermath: Aftermath, service: ServiceDone): Promise<void> {
  const rows = await aftermath.sql.query<{ id: string }>(
    `select d.id from document d where d.case_id = $1 and d.kind = any($2)
       and not exists (select 1 from service_record s where s.document_id = d.id) order by d.number`,
    [aftermath.file.row.id, DECISION_DOCUMENTS],
  );
  for (const { id } of rows) serveDocument(aftermath, id, service);
}

/** The number of a document; where it is the next of a series, with a blank for what the series gives. */
async function numberOf(
  { sql, file }: Aftermath,
  kind: DocumentKind,
  licence: OpenedLicence | null,
  id: string,
): Promise<{ number: string; series: string | null }> {
  if (kind === 'licenceOriginal' || kind === 'licenceDuplicate')
    return { number: await licencePaperNumber(sql, kind, licence?.number ?? ''), series: null };
  const prefix = file.pack.authority.noticePrefixes[NUMBERED_UNDER[kind]] ?? '';
  const year = Number(file.today.slice(0, 4));
  return { number: noticeNumber(prefix, year, blankSerial(id)), series: `notice:${prefix}:${year}` };
}

/** The documents that the service step has just served, by title and number. */
async function servedDocuments({ sql, file }: Aftermath): Promise<LineSummary[]> {
  const rows = await sql.query<{ kind: DocumentKind; number: string }>(
    `select d.kind, d.number from document d join service_record s on s.document_id = d.id
     where d.case_id = $1 and d.kind = any($2) order by d.kind`,
    [file.row.id, DECISION_DOCUMENTS],
  );
  return rows.map(({ kind, number }) => ({ name: say('zh', `document.${kind}.title`), reason: number }));
}

/** What the last visit found, item by item: all of it for the record, the failures for the rectification notice (ALL 61). */
async function checkedItems({ sql, file }: Aftermath): Promise<{ all: LineSummary[]; failed: LineSummary[] }> {
  const rows = await sql.query<{
    answers: { itemId: string; answer: 'pass' | 'fail' | 'notApplicable'; note?: string }[];
  }>(
    `select r.answers from visit_result r join site_visit v on v.id = r.visit_id
     where v.case_id = $1 and v.cancelled_at is null and v.round = (select max(round) from site_visit where case_id = $1)
     order by r.department`,
    [file.row.id],
  );
  const items = DEPARTMENTS.flatMap((department) =>
    newSiteChecklist(
      department,
      file.pack.readings,
      siteKindOf(typeOfCase(file.form, file.institution?.fields.institutionType)),
    ),
  );
  const answers = rows.flatMap((row) => row.answers);
  const name = (itemId: string): string => items.find(({ id }) => id === itemId)?.zh ?? itemId;
  return {
    all: answers.map(({ itemId, answer, note }) => ({
      name: name(itemId),
      reason: [say('zh', `document.answer.${answer}`), note ?? ''].filter(Boolean).join('：'),
    })),
    failed: answers
      .filter(({ answer }) => answer === 'fail')
      .map(({ itemId, note }) => ({ name: name(itemId), reason: note ?? '' })),
  };
}

/** The interested parties who are told of the right to a hearing. */
async function partiesOf({ sql, file }: Aftermath): Promise<LineSummary[]> {
  return sql.query<LineSummary>(
    'select name, interest as reason from hearing_party where case_id = $1 order by ordinal',
    [file.row.id],
  );
}

/** Who was on the last visit, by name. */
async function inspectorsOf({ sql, file }: Aftermath): Promise<string> {
  const rows = await sql.query<{ name: string }>(
    `select distinct a.display_name as name from visit_signature g join site_visit v on v.id = g.visit_id
       join account a on a.id = g.account_id
     where v.case_id = $1 and v.cancelled_at is null and v.round = (select max(round) from site_visit where case_id = $1)
     order by name`,
    [file.row.id],
  );
  return rows.map(({ name }) => name).join('、');
}
