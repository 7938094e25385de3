import { fieldsAsked, type DraftForm, type FormField } from '../../../law/src/index.js';
import { allowed, type Allowed } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { CaseClock } from '../clocks.js';
import type { Actor } from '../commands/command.js';
import { isDueInClosing } from '../closing-papers.js';
import { asWritten, lineContentHash, openFile, subjectOf, type CaseFile } from '../file-of-case.js';
import { isDecisionDocument } from '../effects/documents.js';
import { rolesIn } from '../roles-in.js';
import type { Workshop } from '../workshop.js';
import { daysByHolder, type CaseHolder } from '../holders.js';
import { wordsOf } from '../log.js';
import { lightOf, type Light } from '../supervision/light.js';
import { boundAmong, type StandingVerdict } from '../verdicts.js';
import type { Aside } from './aside.js';
import { demandsOf, isOfMaterial, type DemandView } from './demands.js';
import { isOffice, mustSee } from './list.js';
import { masked } from './masked.js';
import { readCase, type ReadCase } from './read-case.js';
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
export interface CaseView extends ProceduresView, Aside {
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
  materials: MaterialView[];
  clocks: CaseClock[];
  /** The lanes of evidence that what was declared calls for. */
  lanes: string[];
  /** What is asked of the applicant, each under its line of the pack. */
  demands: DemandView[];
  /** How often unmet lines were repeated; published for every case. */
  reminders: number;
  light: Light | null;
  daysByHolder: { holder: CaseHolder; days: number }[];
  allowed: Allowed[];
  asOf: string;
}

/** The whole of one case for one person; a case that is not theirs does not exist. */
export async function viewCase(workshop: Workshop, sql: Sql, caseId: string, actor: Actor): Promise<CaseView> {
  const read = await readCase(workshop, sql, caseId, actor);
  const { file } = read;
  const own = file.row.sponsor_id === actor.accountId;
  const shown = own ? asWritten(file) : file;
  return {
    id: caseId,
    number: file.row.number,
    matter: file.row.matter,
    matterName: { nameZh: file.pack.nameZh, nameEn: file.pack.nameEn },
    institutionName: subjectOf(shown).name,
    formFields: file.pack.onlineForm ? fieldsAsked(file.pack.onlineForm, shown.form, file.institution?.fields) : [],
    filing: file.procedure.clocks.includes('filing_check'),
    state: file.row.state,
    owner: file.row.owner_role,
    version: file.row.version,
    packHash: file.row.pack_hash,
    machineHash: file.row.machine_hash,
    lawVersion: file.row.law_version,
    form: own ? shown.form : masked(shown.form),
    ...forReader(read.aside, own),
    lanes: Object.keys(file.row.snapshot.context.lanes),
    demands: demandsOf(read.demands, read.verdicts, shown),
    reminders: file.log.filter(({ type }) => type === 'remind').length,
    materials: materials(read, shown, own),
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
function materials({ verdicts, demands, ok }: ReadCase, file: CaseFile, own: boolean): MaterialView[] {
  const told = new Set(demands.filter(isOfMaterial).map(({ line_id }) => line_id));
  const isTold = ({ purpose, line_id, verdict }: StandingVerdict): boolean =>
    !own || purpose === 'pre_review' || verdict !== 'deficient' || told.has(line_id);
  const hashes = new Map(file.pack.materials.map((line) => [line.id, lineContentHash(line, file)]));
  const hashOf = ({ id }: { id: string }): string | null => hashes.get(id) ?? null;
  const bound = boundAmong(ok, file.lines, hashOf);
  return file.pack.materials.map((line) => {
    const handIn = file.handIns.find(({ line_id }) => line_id === line.id);
    const verdict = verdicts.find((one) => one.line_id === line.id && isTold(one));
    const contentHash = hashOf(line);
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
