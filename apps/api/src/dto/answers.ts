import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** JSON Schema of every answer, in one place; tests hold real answers against it (additional properties are errors). */
type Schema = Record<string, unknown>;
const str: Schema = { type: 'string' };
const int: Schema = { type: 'integer' };
const bool: Schema = { type: 'boolean' };
const time: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const open: Schema = { type: 'object', additionalProperties: true };
const nul = (schema: Schema): Schema => ({ ...schema, nullable: true });
const arr = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const obj = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});

const article = obj({ law: str, article: str, ref: str, zh: str });
const page = (item: string): Schema => obj({ items: arr(ref(item)), next: nul(str) });

export const ANSWER_SCHEMAS: Record<string, Schema> = {
  Problem: obj(
    {
      type: str,
      title: str,
      status: int,
      code: str,
      detail: str,
      requestId: str,
      article: str,
      rule: str,
      state: str,
      allowed: arr(ref('Allowed')),
      errors: arr(obj({ field: str, code: str, message: str, article: str }, ['article'])),
    },
    ['article', 'rule', 'state', 'allowed', 'errors'],
  ),
  Allowed: obj({ event: str, who: arr(str), needs: arr(str) }),
  SessionView: obj({
    account: obj({ id: str, login: str, displayName: str, roles: arr(str), demo: bool }),
    csrf: str,
    expiresAt: time,
    now: time,
    today: day,
  }),
  AccountView: obj({ id: str, login: str, displayName: str, roles: arr(str), demo: bool }),
  Staff: obj({ items: arr(obj({ id: str, displayName: str, roles: arr(str) })) }),
  Done: obj({ ok: bool }),
  CommandAnswer: obj({
    caseId: str,
    number: nul(str),
    state: str,
    version: int,
    owner: str,
    allowed: arr(ref('Allowed')),
  }),
  DraftSaved: obj({ version: int, savedAt: time }),
  PreReviewRequested: obj({ id: str, promisedOn: day }),
  PreReviewAnswered: obj({ sheetId: str }),
  HandedIn: obj({ id: str, lineId: str, hash: str, size: int, mediaType: str, fileName: str }),
  CaseListing: obj({
    id: str,
    number: nul(str),
    matter: str,
    institutionName: str,
    state: str,
    owner: str,
    updatedAt: time,
  }),
  CaseList: page('CaseListing'),
  Material: obj({
    lineId: str,
    nameZh: str,
    nameEn: str,
    role: str,
    source: str,
    applicable: bool,
    fileId: nul(str),
    fileName: nul(str),
    hash: nul(str),
    contentHash: nul(str),
    verdict: nul(str),
    reason: nul(str),
    bound: bool,
  }),
  Segment: obj(
    { from: day, to: day, days: int, unit: str, kind: str, holder: str, ground: str, article, calendarVersion: str },
    ['ground'],
  ),
  Clock: obj({
    id: str,
    startsOn: day,
    startedBy: int,
    status: str,
    workingDaysLeft: int,
    deadline: obj({ dueOn: day, provisional: bool, paused: bool, segments: arr(ref('Segment')) }),
  }),
  Clocks: obj({ asOf: day, clocks: arr(ref('Clock')) }),
  Document: obj({ id: str, kind: str, number: str, issuedOn: day, ready: bool, hash: nul(str), servedOn: nul(day) }),
  CaseView: obj({
    id: str,
    number: nul(str),
    matter: str,
    state: str,
    owner: str,
    version: int,
    packHash: str,
    machineHash: str,
    lawVersion: str,
    form: open,
    draftVersion: nul(int),
    materials: arr(ref('Material')),
    clocks: arr(ref('Clock')),
    documents: arr(ref('Document')),
    attestations: arr(obj({ lane: str, result: str, source: str, checkedOn: day, validUntil: nul(day) })),
    preReview: nul(obj({ requestedAt: str, promisedOn: day, answered: bool })),
    trips: obj({ demanded: int, all: int, bound: int }),
    licenceNumber: nul(str),
    archive: nul(obj({ archivedAt: str, manifestHash: str })),
    rating: nul(obj({ invitedAt: str, grade: nul(int) })),
    tickets: arr(obj({ matter: str, legalDate: day })),
    daysByHolder: arr(obj({ holder: str, days: int })),
    allowed: arr(ref('Allowed')),
    asOf: day,
  }),
  Story: obj({
    items: arr(
      obj({
        seq: int,
        type: str,
        state: str,
        actorRole: str,
        at: time,
        legalDate: day,
        payload: open,
        prevHash: str,
        hash: str,
      }),
    ),
  }),
  QueueItem: obj({
    id: str,
    number: nul(str),
    institutionName: str,
    state: str,
    owner: str,
    waiting: str,
    clock: nul(obj({ id: str, dueOn: day, workingDaysLeft: int, status: str })),
    silence: bool,
  }),
  Queue: page('QueueItem'),
  Preview: obj({ state: str, documents: arr(obj({ kind: str, content: open })), clocks: arr(ref('Clock')) }),
  Flow: obj({ main: arr(str), steps: arr(obj({ from: str, event: str, to: str, who: arr(str) })) }),
  Estimate: obj({
    materials: arr(ref('EstimatedLine')),
    trips: int,
    answerOn: day,
    decisionOn: day,
    provisional: bool,
  }),
  EstimatedLine: obj({ id: str, nameZh: str, nameEn: str, source: str, sampleZh: str }),
  ListedAccount: obj({
    id: str,
    login: str,
    displayName: str,
    roles: arr(str),
    demo: bool,
    active: bool,
    createdAt: time,
  }),
  AccountList: page('ListedAccount'),
  CalendarYear: obj({ year: int, notice: nul(str), version: str, daysOff: arr(day), makeUpDays: arr(day) }),
  SettingsView: obj({
    assumptions: arr(obj({ subject: str, nameZh: str, nameEn: str, value: str, where: str })),
    settings: arr(obj({ name: str, value: str, zh: str, en: str })),
  }),
  PhotoTaken: obj({ id: str, hash: str }),
  MatterList: obj({ items: arr(obj({ code: str, nameZh: str, nameEn: str })) }),
  Guide: obj({
    code: str,
    version: str,
    packHash: str,
    nameZh: str,
    nameEn: str,
    powerType: str,
    applicantZh: str,
    applicantEn: str,
    basis: arr(article),
    limits: obj({
      statutory: obj({ length: int, unit: str, article }),
      promised: obj({ length: int, unit: str, confidence: str }),
    }),
    maxTrips: int,
    fee: obj({ amount: int, article }),
    materials: arr(
      obj({
        id: str,
        nameZh: str,
        nameEn: str,
        role: str,
        condition: nul(str),
        source: str,
        tolerable: bool,
        basis: arr(article),
        sampleZh: str,
      }),
    ),
    attestations: arr(obj({ lane: str, department: str, how: str, nameZh: str, nameEn: str, basis: arr(article) })),
    steps: arr(obj({ zh: str, en: str })),
    authority: obj({ nameZh: str, nameEn: str, hotline: str, officeZh: str }),
    certificate: obj({
      machine: str,
      hash: str,
      configurations: int,
      holds: bool,
      properties: arr(obj({ id: str, holds: bool, worst: str }, ['worst'])),
    }),
  }),
  Visit: obj({
    id: str,
    caseId: str,
    caseNumber: str,
    institutionName: str,
    siteAddress: str,
    round: int,
    plannedOn: day,
    department: str,
    checklist: arr(obj({ id: str, zh: str, en: str, basis: arr(article), severity: str })),
    result: nul(obj({ result: str, contentHash: str, recordedAt: time })),
    signatures: int,
    signedByMe: bool,
    answers: arr(obj({ itemId: str, answer: str, note: str }, ['note'])),
    photos: arr(str),
    team: arr(obj({ displayName: str, me: bool, signed: bool })),
  }),
  Visits: obj({ items: arr(ref('Visit')) }),
  ChecklistRecorded: obj({ result: str, contentHash: str }),
  Signed: obj({ signatures: int, attested: bool }),
  PublicEntry: obj({
    id: str,
    name: str,
    type: str,
    state: str,
    address: str,
    nature: str,
    creditCode: nul(str),
    licenceNumber: str,
    licenceState: str,
    validFrom: day,
    validTo: day,
  }),
  PublicRegister: page('PublicEntry'),
  Notice: obj({ id: str, kind: str, title: str, fields: open, publishedAt: time }),
  NoticeList: page('Notice'),
  LogRoots: obj({ items: arr(obj({ day, root: str, heads: int })) }),
  Health: obj({ ok: bool, checks: open }, ['checks']),
  ClockView: obj({ now: time, today: day }),
  OpenApi: open,
};

/** The answers of a route: its success, and problems for everything else. */
export const Answers = (status: number, schema: keyof typeof ANSWER_SCHEMAS & string) =>
  applyDecorators(
    ApiResponse({ status, content: { 'application/json': { schema: ref(schema) } } }),
    ApiResponse({ status: '4XX', content: { 'application/problem+json': { schema: ref('Problem') } } }),
  );

/** For routes that answer with a file or a page. */
export const AnswersWith = (status: number, mediaType: string) =>
  applyDecorators(
    ApiResponse({ status, content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } }),
    ApiResponse({ status: '4XX', content: { 'application/problem+json': { schema: ref('Problem') } } }),
  );
