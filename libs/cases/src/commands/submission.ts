import {
  announcedInTime,
  checkForm,
  compareDates,
  DRAWN_ROLES,
  factsOf,
  filedInTime,
  isInForce,
  isPreparedOn,
  kindergartenNamed,
  isYearOver,
  plainDate,
  unmetConditions,
  type DraftForm,
  type IntendedClosure,
  type KnownInstitution,
  type KnownMerging,
  type Lane,
} from '../../../law/src/index.js';
import { lanesCalledFor } from '../../../procedures/src/index.js';
import { registered, type Registered } from '../../../register/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import { asWritten, contentHash, lineContentHash, type CaseFile } from '../file-of-case.js';
import { institutionOf } from '../institution-of.js';
import { unmetLines } from '../verdicts.js';
import { drawHandlers, eligibleFor, type DrawTools, type Eligible } from '../recusal/draw.js';
import { noteParties } from '../recusal/match.js';
import type { Hearing, Prepared } from './hearing.js';

/** What a submission brings to its event: the hash in the log, the frozen content, and the case as it stands then. */
export type Frozen = Required<Pick<Prepared, 'payload' | 'write' | 'draw' | 'content'>>;

/**
 * Freezes what the applicant has written: form and files become the content of the case, under one hash. The law asks
 * the same of a first submission and of a corrected one (ALL 29, PEL 11): a correction cannot undo a condition.
 * @param merging what the register says of the others, where schools merge or one divides
 * @throws Refusal FORM_INCOMPLETE, CONDITIONS_NOT_MET with every fault at once
 */
export async function freeze(hearing: Hearing, merging: KnownMerging | null = null): Promise<Frozen> {
  const { sql, file } = hearing;
  const first = file.row.number === null;
  const written = asWritten(file);
  await refuseUnlessWhole(hearing, written, merging);
  const hash = contentHash(written);
  let eligible: Eligible = new Map();
  const expiresOn = file.pack.onlineForm === 'renewal' ? file.institution?.licence?.validTo : undefined;
  return {
    payload: { contentHash: hash, ...(expiresOn ? { expiresOn } : {}) },
    content: { form: written.form, handIns: written.handIns, lines: written.lines },
    write: async (seq) => {
      // of a first submission nothing was submitted before
      if (!first)
        sql.send(
          `update hand_in set superseded_at = $2 where case_id = $1 and superseded_at is null and submission_seq is not null
           and line_id in (select line_id from hand_in where case_id = $1 and superseded_at is null and submission_seq is null)`,
          [file.row.id, file.now],
        );
      sql.send(
        `with submitted as (insert into submission (case_id, seq, form, content_hash) values ($1, $2, $3, $4)),
           done as (delete from draft where case_id = $1)
         update hand_in set submission_seq = $2 where case_id = $1 and superseded_at is null and submission_seq is null`,
        [file.row.id, seq, JSON.stringify(written.form), hash],
      );
      eligible = await partiesThenEligible(hearing, written.form);
    },
    draw: async () => {
      if (first) await drawHandlers(sql, drawToolsIn(hearing), { caseId: file.row.id, contentHash: hash }, eligible);
    },
  };
}

const drawToolsIn = ({ file, ids, identityKey, shelf }: Hearing): DrawTools => ({
  ids,
  identityKey,
  now: file.now,
  today: file.today,
  readings: shelf.readings,
  calendarOf: () => Promise.resolve(file.calendar),
});

/** Notes who is part of the case, then who may be drawn for it: asked for at once, and anew where somebody had to go. */
async function partiesThenEligible(hearing: Hearing, form: DraftForm): Promise<Eligible> {
  const { sql, file } = hearing;
  const tools = drawToolsIn(hearing);
  const asked = (): Promise<Eligible> => eligibleFor(sql, tools, file.row.id, DRAWN_ROLES);
  const [someoneWent, eligible] = await Promise.all([noteParties(sql, tools, file.row.id, form), asked()]);
  return someoneWent ? asked() : eligible;
}

/** All lines of the notice have something new behind them. */
export async function suppliedFact({ sql, file }: Hearing): Promise<'all' | 'some'> {
  const open = await unmetLines(sql, asWritten(file));
  return open.every(({ changed }) => changed) ? 'all' : 'some';
}

/** A kindergarten in force, run by whoever asks. */
async function isOwnKindergarten({ sql, file: { row, today } }: Hearing, licenceNumber: string): Promise<boolean> {
  const found = await institutionOf(sql, { licenceNumber, sponsorId: row.sponsor_id });
  const kindergarten = found && (await registered(sql, found.id));
  return kindergarten?.fields.institutionType === 'KG' && isInForce(kindergarten.licence, today);
}

async function refuseUnlessWhole(hearing: Hearing, file: CaseFile, merging: KnownMerging | null): Promise<void> {
  const { onlineForm, requiredCapitalYuan } = file.pack;
  if (!onlineForm) throw new Refusal('MATTER_NOT_OPEN', { params: { code: file.pack.code } });
  const faults = [...checkForm(onlineForm, file.form, file.today, file.institution?.fields), ...missingUploads(file)];
  if (faults.length > 0) throw new Refusal('FORM_INCOMPLETE', { article: 'ALL 29', fields: faults });
  const licence = file.institution?.licence;
  // asked on filing and not again: what was filed in time is not late because its correction took time
  const filed = file.row.number !== null;
  const intended = closureIn(file);
  const named = kindergartenNamed(file.form);
  const unmet = unmetConditions(onlineForm, file.form, {
    requiredCapitalYuan: requiredCapitalYuan ?? 0,
    institution: knownOf(file.institution, merging),
    licenceInForce: filed || isInForce(licence, file.today),
    renewalInTime: filed || !licence || filedInTime(file.today, licence.validTo, file.calendar, file.pack.readings),
    announcedInTime: intended && announcedInTime(intended, file.today, file.calendar, file.pack.readings),
    kindergartenLicensed: named !== null && (await isOwnKindergarten(hearing, named)),
    closingAhead: filed || (intended && compareDates(plainDate(intended.closingOn), file.today) >= 0),
    preparedInTime: filed || (file.institution !== null && isPreparedOn(file.institution, file.today)),
    yearOver: onlineForm === 'annual' && isYearOver(file.form.annualYear ?? 0, file.today),
    readings: file.pack.readings,
  });
  if (unmet.length === 0) return;
  throw new Refusal('CONDITIONS_NOT_MET', {
    article: unmet[0]?.article.ref,
    fields: unmet.map(({ field, code, article }) => ({ field, code, article: article.ref })),
  });
}

/** What is announced of an end: by a school, or by a tutoring institution that closes. */
function closureIn({ form: { intendedClosure, tutoringChange: end } }: CaseFile): IntendedClosure | undefined {
  if (intendedClosure) return intendedClosure;
  const { what, announcedOn = '', announcedIn = '', closingOn = '' } = end ?? {};
  return what === 'closing' ? { announcedOn, announcedIn, closingOn } : undefined;
}

/** What the conditions may ask the register. */
const knownOf = (institution: Registered | null, merging: KnownMerging | null): KnownInstitution | null =>
  institution && { ...institution.fields, state: institution.state, ...(merging ? { merging } : {}) };

/** The attestations that what was written calls for (design 6.11): a fact for the machine. */
export const calledFor = ({ pack, form, institution }: CaseFile): Lane[] =>
  lanesCalledFor(pack.attestations, factsOf(form, institution?.fields));

function missingUploads(file: CaseFile): { field: string; code: string }[] {
  return file.lines
    .filter((line) => line.source === 'upload' && line.role === 'main' && lineContentHash(line, file) === null)
    .map(({ id }) => ({ field: `materials.${id}`, code: 'UPLOAD_MISSING' }));
}
