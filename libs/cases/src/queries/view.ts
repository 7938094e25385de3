import { fieldsOf, RUNGS, type DraftForm, type FormField, type Rung } from '../../../law/src/index.js';
import { allowed, type Allowed } from '../../../procedures/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { CaseClock } from '../clocks.js';
import type { Actor } from '../commands/command.js';
import { isDueInClosing } from '../closing-papers.js';
import { asWritten, lineContentHash, openFile, subjectOf, type CaseFile } from '../file-of-case.js';
import { isDecisionDocument } from '../effects/documents.js';
import { rolesIn, type Workshop } from '../handle.js';
import { daysByHolder, type CaseHolder } from '../holders.js';
import { toldLines } from '../demands.js';
import { wordsOf } from '../log.js';
import { lightOf, type Light } from '../supervision/light.js';
import { boundOkLines, standingVerdicts, type StandingVerdict } from '../verdicts.js';
import { demandsOf, type DemandView } from './demands.js';
import { isOffice, mustSee } from './list.js';
import { masked } from './masked.js';
import { proceduresOf, type ProceduresView } from './procedures-view.js';

export interface MaterialView {
  lineId: string;
  nameZh: string;
  nameEn: string;
  role: string;
  source: string;
  /** Fields of the form that this line stands for; none for a line that is uploaded or looked up. */
  fields: readonly string[];
  /** It is due while the school is wound up, and counts as soon as it is handed in. */
  dueNow: boolean;
  applicable: boolean;
  fileId: string | null;
  fileName: string | null;
  hash: string | null;
  /** What a verdict on this line is tied to; sent back as `seen`. */
  contentHash: string | null;
  verdict: string | null;
  reason: string | null;
  bound: boolean;
  /** What stands behind the line is not what its verdict was about: it has been put right, or changed. */
  changed: boolean;
  sampleZh: string;
  sampleEn: string;
}
export interface DocumentView {
  id: string;
  kind: string;
  number: string;
  issuedOn: string;
  ready: boolean;
  hash: string | null;
  servedOn: string | null;
  /** Of what a courier carried; it counts as served on the day it was signed for. */
  postedOn: string | null;
}
/** `overtaken`: the draft was submitted before the answer; `late`: the promised day passed without one. */
export interface PreReviewView {
  requestedAt: string;
  promisedOn: string;
  answered: boolean;
  answeredOn: string | null;
  overtaken: boolean;
  late: boolean;
}
/** A ticket as both sides of a case see it: where it stands, and whether somebody has taken it up. */
export interface TicketOfCase {
  matter: string;
  legalDate: string;
  rung: Rung;
  since: string;
  acknowledgedOn: string | null;
  /** What the bureau says in public about a missed promise. */
  explanation: string | null;
}
export interface CaseView extends ProceduresView {
  id: string;
  number: string | null;
  matter: string;
  matterName: { nameZh: string; nameEn: string };
  /** Whom the case is about, as far as that is said already. */
  institutionName: string;
  state: string;
  owner: string;
  version: number;
  packHash: string;
  machineHash: string;
  lawVersion: string;
  form: DraftForm;
  /** The fields that the form of the matter asks for, in their order. */
  formFields: readonly FormField[];
  /** It is filed and not applied for (备案): the bureau's own promise runs, and nothing is accepted or decided. */
  filing: boolean;
  draftVersion: number | null;
  materials: MaterialView[];
  clocks: CaseClock[];
  documents: DocumentView[];
  attestations: { lane: string; result: string; source: string; checkedOn: string; validUntil: string | null }[];
  preReview: PreReviewView | null;
  /** What is asked of the applicant, each under its line of the pack. */
  demands: DemandView[];
  /** How often unmet lines were repeated; published for every case. */
  reminders: number;
  /** Contacts: those demanded, those that count against the bureau, all of them. */
  trips: { demanded: number; measured: number; all: number };
  licenceNumber: string | null;
  archive: { archivedAt: string; manifestHash: string } | null;
  rating: { invitedAt: string; grade: number | null } | null;
  tickets: TicketOfCase[];
  light: Light | null;
  daysByHolder: { holder: CaseHolder; days: number }[];
  allowed: Allowed[];
  asOf: string;
}

/** The whole of one case for one person; a case that is not theirs does not exist. */
export async function viewCase(workshop: Workshop, sql: Sql, caseId: string, actor: Actor): Promise<CaseView> {
  await mustSee(sql, caseId, actor);
  const file = await openFile(sql, caseId, workshop);
  const own = file.row.sponsor_id === actor.accountId;
  const shown = own ? asWritten(file) : file;
  return {
    id: caseId,
    number: file.row.number,
    matter: file.row.matter,
    matterName: { nameZh: file.pack.nameZh, nameEn: file.pack.nameEn },
    institutionName: subjectOf(shown).name,
    formFields: file.pack.onlineForm ? fieldsOf(file.pack.onlineForm, shown.form) : [],
    filing: file.procedure.clocks.includes('filing_check'),
    state: file.row.state,
    owner: file.row.owner_role,
    version: file.row.version,
    packHash: file.row.pack_hash,
    machineHash: file.row.machine_hash,
    lawVersion: file.row.law_version,
    form: own ? shown.form : masked(shown.form),
    ...forReader(await aside(sql, caseId, file.today), own),
    demands: await demandsOf(sql, shown),
    reminders: file.log.filter(({ type }) => type === 'remind').length,
    materials: await materials(sql, shown, own),
    ...(await proceduresOf(sql, file, shown)),
    clocks: file.clocks,
    light: lightOf(file.log, file.clocks, {
      calendar: file.calendar,
      today: file.today,
      closed: file.row.closed_at !== null,
      readings: workshop.shelf.readings,
    }),
    daysByHolder: daysByHolder(file.log, {
      asOf: file.today,
      closed: file.row.closed_at !== null,
      calendar: file.calendar,
    }),
    allowed: allowed(file.procedure, file.row.snapshot, rolesIn(file, actor)),
    asOf: file.today,
  };
}

/** The letters of a decision reach the applicant by service, not by a look into the file (ALL 44). */
const forReader = (found: Aside, own: boolean): Aside =>
  own
    ? {
        ...found,
        documents: found.documents.filter(({ kind, servedOn }) => servedOn !== null || !isDecisionDocument(kind)),
      }
    : found;

/** A deficiency is the applicant's business once it was told, all at once (ALL 32(1)(4)): before that it asks for nothing. */
async function materials(sql: Sql, file: CaseFile, own: boolean): Promise<MaterialView[]> {
  const told = await toldLines(sql, file.row.id);
  const isTold = ({ purpose, line_id, verdict }: StandingVerdict): boolean =>
    !own || purpose === 'pre_review' || verdict !== 'deficient' || told.has(line_id);
  const verdicts = await standingVerdicts(sql, file.row.id, file.row.number === null ? 'pre_review' : 'intake');
  const bound = await boundOkLines(sql, file);
  return file.pack.materials.map((line) => {
    const handIn = file.handIns.find(({ line_id }) => line_id === line.id);
    const verdict = verdicts.find((one) => one.line_id === line.id && isTold(one));
    const contentHash = lineContentHash(line, file);
    return {
      lineId: line.id,
      nameZh: line.nameZh,
      nameEn: line.nameEn,
      role: line.role,
      source: line.source,
      fields: line.fields,
      dueNow: isDueInClosing(file, line.id),
      applicable: file.lines.some(({ id }) => id === line.id),
      fileId: handIn?.id ?? null,
      fileName: handIn?.file_name ?? null,
      hash: handIn?.file_hash ?? null,
      contentHash,
      verdict: verdict?.verdict ?? null,
      reason: verdict?.reason ?? null,
      bound: bound.includes(line.id),
      changed: verdict !== undefined && verdict.content_hash !== contentHash,
      sampleZh: line.sampleZh,
      sampleEn: line.sampleEn,
    };
  });
}

type Aside = Pick<
  CaseView,
  | 'draftVersion'
  | 'documents'
  | 'attestations'
  | 'preReview'
  | 'trips'
  | 'licenceNumber'
  | 'archive'
  | 'rating'
  | 'tickets'
>;

/** Everything that hangs on the case, in one statement. */
async function aside(sql: Sql, caseId: string, today: string): Promise<Aside> {
  const [row] = await sql.query<{ aside: Aside }>(
    `select jsonb_build_object(
       'draftVersion', (select version from draft where case_id = $1),
       'documents', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'issuedOn', d.issued_on,
          'ready', d.file_hash is not null, 'hash', d.file_hash, 'servedOn', s.served_on, 'postedOn', s.posted_on) order by d.issued_at, d.number), '[]')
          from document d left join service_record s on s.document_id = d.id where d.case_id = $1),
       'attestations', (select coalesce(jsonb_agg(jsonb_build_object('lane', lane, 'result', result, 'source', source, 'checkedOn', checked_on,
          'validUntil', valid_until) order by recorded_at), '[]') from attestation where case_id = $1),
       'preReview', (select jsonb_build_object('requestedAt', p.requested_at, 'promisedOn', p.promised_on, 'answered', p.sheet_id is not null,
            'answeredOn', (s.made_at at time zone 'Asia/Shanghai')::date, 'overtaken', p.overtaken_at is not null,
            'late', coalesce((coalesce(s.made_at, p.overtaken_at) at time zone 'Asia/Shanghai')::date, $2::date) > p.promised_on)
          from pre_review p left join verdict_sheet s on s.id = p.sheet_id where p.case_id = $1 order by p.requested_at desc limit 1),
       'trips', (select jsonb_build_object('demanded', count(*) filter (where kind = 'demanded'), 'all', count(*),
           'measured', count(*) filter (where kind <> 'voluntary' or c.agreed is not true))
           from trip t left join trip_confirmation c on c.trip_id = t.id where t.case_id = $1),
       'rating', (select jsonb_build_object('invitedAt', invited_at, 'grade', grade) from rating where case_id = $1),
       'tickets', (select coalesce(jsonb_agg(jsonb_build_object('matter', t.matter, 'legalDate', t.legal_date, 'rung', ($3::text[])[r.rung],
          'since', r.legal_date, 'acknowledgedOn', a.legal_date, 'explanation', x.reason) order by t.opened_at, t.legal_date), '[]')
          from supervision_ticket t join lateral (select rung, legal_date from ticket_rung where ticket_id = t.id order by rung desc limit 1) r
          on true left join ticket_acknowledgement a on a.ticket_id = t.id left join promise_explanation x on x.ticket_id = t.id where t.case_id = $1),
       'archive', (select jsonb_build_object('archivedAt', archived_at, 'manifestHash', manifest_hash) from archive_record where case_id = $1),
       'licenceNumber', (select number from licence where case_id = $1 order by number limit 1)) as aside`,
    [caseId, today, RUNGS],
  );
  if (!row) throw new Refusal('CASE_NOT_FOUND');
  return row.aside;
}

/**
 * The story of a case: what happened, by whom, under which article of the log. The words of the steps (opinions,
 * reasons, proposals) are for the bureau alone, but for the reasons of a refusal: those are the applicant's once the
 * decision is served (ALL 38(2), 44). The number of a parcel is the addressee's at once.
 */
export async function storyOf(workshop: Workshop, sql: Sql, caseId: string, actor: Actor) {
  await mustSee(sql, caseId, actor);
  const { log } = await openFile(sql, caseId, workshop);
  const words = await wordsOf(sql, caseId);
  const told = isOffice(actor) || (await isServed(sql, caseId, 'refusalDecision'));
  const mayRead = (type: string): boolean =>
    isOffice(actor) || type === 'serve' || (told && (type === 'refuse' || type === 'expireCure'));
  return log.map(({ seq, type, state, actor_role, at, legal_date, payload, prev_hash, hash }) => ({
    seq,
    type,
    state,
    actorRole: actor_role,
    at,
    legalDate: legal_date,
    payload,
    words: (mayRead(type) ? words.get(seq) : undefined) ?? null,
    prevHash: prev_hash,
    hash,
  }));
}

async function isServed(sql: Sql, caseId: string, kind: string): Promise<boolean> {
  const [row] = await sql.query(
    'select 1 from service_record s join document d on d.id = s.document_id where d.case_id = $1 and d.kind = $2',
    [caseId, kind],
  );
  return row !== undefined;
}
