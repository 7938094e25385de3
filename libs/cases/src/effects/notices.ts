import {
  cite,
  dateZh,
  isPlainDate,
  kindKey,
  plainDateOf,
  remedies,
  type EstablishmentForm,
  type MatterPack,
} from '../../../law/src/index.js';
import type { DocumentKind } from '../../../procedures/src/index.js';
import { MESSAGE_KEYS, say, type MessageKey, type MessageParams } from '../../../platform/src/index.js';
import type { LicenceContent, NoticeContent, PdfContent } from '../../../documents/src/pdf/content.js';
import { registerFields } from '../../../register/src/index.js';
import { subjectOf, type CaseFile } from '../file-of-case.js';
import { becameIn, carriesRemedies, variantsOf } from './letter-words.js';

/** A row of a notice's table: what, and what is wrong with it. */
export interface LineSummary {
  name: string;
  reason: string;
}

/** What the text of a document is made from; everything in it is already decided. */
export interface NoticeSource {
  file: CaseFile;
  number: string;
  caseNumber: string;
  words: Record<string, unknown>;
  payload: Record<string, unknown>;
  deficient: readonly LineSummary[];
  failedItems: readonly LineSummary[];
  checkedItems: readonly LineSummary[];
  inspectors: string;
  served: readonly LineSummary[];
  parties: readonly LineSummary[];
  /** A hearing was held: what is decided now rests on its record (ALL 48(2)). */
  onTheRecord: boolean;
  /** Last days, in words. */
  dueDates: Partial<Record<string, string>>;
  /** The name in the register before this step. */
  oldName: string;
  licence: { number: string; validFrom: string; validTo: string } | null;
  /** What a letter says beside, in words. */
  more: Readonly<Record<string, string>>;
  publicUrl: string;
  demo: boolean;
}

/** Which prefix (代字) a document is numbered under. */
export const NUMBERED_UNDER: Readonly<Record<Exclude<DocumentKind, 'licenceOriginal' | 'licenceDuplicate'>, string>> = {
  receipt: 'receipt',
  acceptanceNotice: 'acceptance',
  deemedAcceptanceNotice: 'acceptance',
  tolerantAcceptanceNotice: 'acceptance',
  commitment: 'notice',
  cureReminder: 'notice',
  hearingRightNotice: 'notice',
  hearingNotice: 'notice',
  hearingRecord: 'notice',
  extensionNotice: 'notice',
  notRequiredNotice: 'nonAcceptance',
  notCompetentDecision: 'nonAcceptance',
  correctionNotice: 'correction',
  reminder: 'notice',
  unmetLinesNotice: 'notice',
  siteCheckNotice: 'notice',
  reCheckNotice: 'notice',
  siteCheckRecord: 'notice',
  rectificationNotice: 'notice',
  specialProcedureNotice: 'notice',
  specialProcedureEndNotice: 'notice',
  withdrawalConfirmation: 'notice',
  discontinuationNotice: 'notice',
  grantDecision: 'decision',
  preparationApproval: 'decision',
  renewalDecision: 'decision',
  deemedRenewalCertificate: 'decision',
  changeDecision: 'decision',
  confirmation: 'decision',
  filingNotice: 'notice',
  notFiledNotice: 'refusal',
  refusalDecision: 'refusal',
  serviceRecord: 'service',
  closureDecision: 'decision',
  licenceReceipt: 'notice',
  sealRecord: 'notice',
  deregistrationLetter: 'notice',
  absorbedCancellation: 'decision',
  openingNotice: 'notice',
  penaltyDecision: 'decision',
  noPenaltyNotice: 'decision',
  cancellationNotice: 'decision',
  annualConclusion: 'notice',
};

const TABLE_HEAD = ['document.table.no', 'document.table.name', 'document.table.reason'] as const;

const ON_THE_RECORD: readonly DocumentKind[] = [
  'grantDecision',
  'preparationApproval',
  'renewalDecision',
  'changeDecision',
  'closureDecision',
  'refusalDecision',
];

/** The content of a document, in the words of the message files. Documents are Chinese: that is the legal language. */
export function contentOf(kind: DocumentKind, source: NoticeSource): PdfContent {
  if (kind === 'licenceOriginal' || kind === 'licenceDuplicate') return licence(kind, source);
  const { file, words, payload } = source;
  const { authority } = file.pack;
  const subject = subjectOf(file);
  const params: MessageParams = {
    caseNumber: source.caseNumber,
    matter: file.pack.nameZh,
    name: subject.name,
    sponsors: subject.sponsors.join('、'),
    today: dateZh(plainDateOf(file.now)),
    inspectors: source.inspectors,
    registration: say('zh', `document.registration.${file.form.nature ?? 'non_profit'}`),
    tracking: words['trackingNumber']
      ? say('zh', 'document.tracking', { number: String(words['trackingNumber']) })
      : '',
    servedOn: spoken(payload['receivedOn'] ?? plainDateOf(file.now)),
    promisedDays: file.pack.limits.promised?.length ?? '',
    licenceNumber: source.licence?.number ?? file.institution?.licence?.number ?? '',
    validFrom: spoken(source.licence?.validFrom),
    validTo: spoken(source.licence?.validTo),
    oldName: source.oldName,
    ...(file.institution ? { kind: say('zh', `licence.type.${kindKey(file.institution.fields)}` as MessageKey) } : {}),
    ...confirmedIn(file),
    ...becameIn(file),
    because: words['reasons'] ? say('zh', 'document.because', { reasons: String(words['reasons']) }) : '',
    places: [subject.address, ...(file.institution?.fields.campuses ?? [])].join('、'),
    oldValidTo: spoken(file.institution?.licence?.validTo),
    ...source.more,
    ...textual(source.dueDates),
    ...textual(words),
    ...textual(payload),
    consequence: say('zh', `document.consequence.${file.pack.toleranceFailure}`),
    ...(typeof payload['ground'] === 'string'
      ? { ground: say('zh', `ground.${payload['ground']}` as MessageKey) }
      : {}),
    ...(typeof payload['channel'] === 'string'
      ? { channel: say('zh', `channel.${payload['channel']}` as MessageKey) }
      : {}),
    ...(typeof words['article'] === 'string' ? { article: cite(words['article']).zh } : {}),
  };
  const rows = rowsOf(kind, source);
  return {
    template: 'notice',
    authority: authority.nameZh,
    number: source.number,
    title:
      ofMatter(`document.${kind}.title`, file.pack.code, params) ??
      say('zh', `document.${kind}.title` as MessageKey, params),
    // the licensee asks for its own licence (ALL 50); a school that is not there yet cannot
    addressee: `${addresseeOf(kind, source, file.institution && file.pack.onlineForm !== 'formal_establishment' ? subject.name : String(params['sponsors']))}：`,
    paragraphs: [
      ...bodyOf(kind, variantsOf(kind, file, source), params)
        .split('\n')
        .filter((paragraph) => paragraph !== ''),
      ...[ofMatter(`document.${kind}.addition`, file.pack.code, params) ?? []].flat(),
    ],
    ...(rows.length > 0
      ? {
          table: {
            head: TABLE_HEAD.map((key) => say('zh', key)),
            rows: rows.map(({ name, reason }, i) => [String(i + 1), name, reason]),
          },
        }
      : {}),
    closing: [
      // the last words go with the seal: a page with nothing but a seal invites abuse
      ...(rows.length > 0 ? [say('zh', 'document.tableEnd', { count: rows.length })] : []),
      ...(source.onTheRecord && ON_THE_RECORD.includes(kind) ? [say('zh', 'document.onTheRecord')] : []),
      ...(carriesRemedies(kind, payload) ? [remediesText(file.pack)] : []),
    ],
    date: plainDateOf(file.now),
    sealText: authority.sealZh,
    ...signerOf(kind, params),
    qr: `${source.publicUrl}/check?number=${encodeURIComponent(source.number)}`,
    qrCaption: say('zh', 'document.qrCaption'),
    demo: source.demo,
    footer: say('zh', 'document.footer', params),
  } satisfies NoticeContent;
}

/** What was confirmed, and until when. */
function confirmedIn({ pack, institution }: CaseFile): Record<string, string> {
  const { inclusive, quality } = institution?.fields ?? {};
  const confirmed = pack.onlineForm === 'quality' ? quality : inclusive;
  return {
    confirmedFrom: spoken(confirmed?.from),
    confirmedUntil: spoken(confirmed?.until),
    ...(quality ? { level: say('zh', `quality.${quality.level}`) } : {}),
  };
}

/** To whom a letter goes: a commitment to the bureau, a deregistration to the registrar, everything else to the applicant. */
function addresseeOf(kind: DocumentKind, { file, more }: NoticeSource, applicant: string): string {
  // a school that has ended is told of its own end
  if (kind === 'absorbedCancellation') return more['name'] ?? applicant;
  if (kind === 'commitment') return file.pack.authority.nameZh;
  if (kind !== 'deregistrationLetter') return applicant;
  return say(
    'zh',
    file.institution?.fields.nature === 'for_profit'
      ? 'document.registrar.for_profit'
      : 'document.registrar.non_profit',
  );
}

/** The words of a letter; its matter, or what led to it, may have words of its own. */
const bodyOf = (kind: DocumentKind, own: readonly string[], params: MessageParams): string =>
  own.map((of) => ofMatter(`document.${kind}.body`, of, params)).find((words) => words !== undefined) ??
  say('zh', `document.${kind}.body` as MessageKey, params);

/** A commitment is signed by the applicant, a record by the chair; the bureau's seal is under neither. */
const signerOf = (kind: DocumentKind, params: MessageParams): { signer?: string } =>
  kind === 'commitment' || kind === 'hearingRecord' ? { signer: say('zh', `document.${kind}.signer`, params) } : {};

const KNOWN_KEYS: ReadonlySet<string> = new Set(MESSAGE_KEYS);

/** The words that one matter has of its own for a letter, if it has any. */
const ofMatter = (key: string, matter: string, params: MessageParams): string | undefined => {
  const own = `${key}.${matter}`;
  return KNOWN_KEYS.has(own) ? say('zh', own as MessageKey, params) : undefined;
};

/** What was handed in: every paper by its line and the name of its file. */
const received = ({ handIns, lines }: CaseFile): LineSummary[] =>
  handIns.map(({ line_id, file_name }) => ({
    name: lines.find(({ id }) => id === line_id)?.nameZh ?? line_id,
    reason: file_name,
  }));

const LISTS_UNMET: readonly DocumentKind[] = [
  'correctionNotice',
  'reminder',
  'unmetLinesNotice',
  'tolerantAcceptanceNotice',
  'commitment',
  'cureReminder',
];

/** Whether the table of a document is of the lines that are unmet. */
export const listsUnmet = (kind: DocumentKind): boolean => LISTS_UNMET.includes(kind);

/** What the table of a document lists, if it has one. */
function rowsOf(
  kind: DocumentKind,
  { file, deficient, failedItems, checkedItems, served, parties }: NoticeSource,
): readonly LineSummary[] {
  if (listsUnmet(kind)) return deficient;
  switch (kind) {
    case 'hearingRightNotice':
      return parties;
    case 'rectificationNotice':
      return failedItems;
    case 'serviceRecord':
      return served;
    case 'siteCheckRecord':
      return checkedItems;
    case 'receipt':
      return received(file);
    default:
      return [];
  }
}

/** A date as people say it; anything else as it is. */
const spoken = (value: unknown): string => (isPlainDate(value) ? dateZh(value) : String(value ?? ''));

/** Texts and figures as parameters of a sentence; dates in words. */
const textual = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => ['string', 'number'].includes(typeof value))
      .map(([key, value]) => [key, spoken(value)]),
  );

/** Counted from the day of receipt, which nobody knows yet when the letter is written (ARL 20, APL 46). */
function remediesText({ authority }: MatterPack): string {
  const { reconsideration, litigation } = remedies(authority);
  return say('zh', 'document.remedies', {
    body: reconsideration.body,
    days: reconsideration.limit.length,
    court: litigation.court,
    months: litigation.limit.length,
    article: `${reconsideration.limit.article.zh}、${litigation.limit.article.zh}`,
  });
}

/** What is printed on a licence: from the form of a new school, from the register for one that is there already. */
const faceOf = ({ form, institution }: CaseFile) => institution?.fields ?? registerFields(form as EstablishmentForm);

function licence(
  kind: 'licenceOriginal' | 'licenceDuplicate',
  { file, licence: opened, publicUrl, demo }: NoticeSource,
): LicenceContent {
  if (!opened) throw new Error('a licence is printed only after the register was opened');
  const face = faceOf(file);
  const mark = ofMatter('licence.mark', file.pack.code, {});
  const { authority } = file.pack;
  return {
    template: kind === 'licenceOriginal' ? 'licence-original' : 'licence-duplicate',
    number: `${opened.number}号`,
    name: face.name,
    address: face.address,
    principal: face.principal,
    schoolType: say('zh', `licence.type.${kindKey(face)}` as MessageKey),
    content: say('zh', `licence.content.${kindKey(face)}` as MessageKey, {
      field: face.trainingField ? say('zh', `training.${face.trainingField}`) : '',
    }),
    supervisingAuthority: authority.nameZh,
    validFrom: opened.validFrom,
    validTo: opened.validTo,
    issuingAuthority: authority.nameZh,
    issuedOn: plainDateOf(file.now),
    sponsor: face.sponsors.join('、'),
    legalRepresentative: face.legalRepresentative,
    nature: say('zh', face.nature === 'non_profit' ? 'nature.non_profit' : 'nature.for_profit'),
    qr: `${publicUrl}/check?number=${encodeURIComponent(opened.number)}`,
    sealText: authority.licenceSealZh,
    ...(mark === undefined ? {} : { mark }),
    ...(authority.licenceTypeCode ? { typeCode: authority.licenceTypeCode } : {}),
    demo,
  };
}
