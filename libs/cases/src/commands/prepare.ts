import {
  checkCreditCode,
  checkForm,
  cite,
  compareDates,
  DEPARTMENTS,
  isOtherTeam,
  isPlainDate,
  addWorkingDays,
  judgeVerdictSheet,
  MAX_RECHECKS,
  SITE_LANE_OF,
  teamIsComplete,
  unmetEstablishmentConditions,
  type EstablishmentForm,
} from '../../../law/src/index.js';
import { isSiteLane, type EventOf, type EventType } from '../../../procedures/src/index.js';
import { Refusal, say, type IdSource, type Sql } from '../../../platform/src/index.js';
import { contentHash, lineContentHash, type CaseFile } from '../file-of-case.js';
import type { PackShelf } from '../pack-shelf.js';
import { boundOkLines, unmetLines } from '../verdicts.js';
import type { Actor, PayloadOf, TeamMember } from './command.js';

/** What a command needs to be judged: the case, its sender, and a way to look things up. */
export interface Hearing {
  sql: Sql;
  file: CaseFile;
  actor: Actor;
  ids: IdSource;
  shelf: PackShelf;
}

/** A command turned into an event: the facts, what the log keeps of it, the words beside the log, rows of its own. */
export interface Prepared<T extends EventType = EventType> {
  event: EventOf<T>;
  payload?: Record<string, unknown>;
  words?: Record<string, unknown>;
  write?: (seq: number) => Promise<void>;
}

type Preparation = {
  [T in EventType]: (hearing: Hearing, payload: PayloadOf<T>) => Promise<Prepared<T>> | Prepared<T>;
};

/** For events that carry no facts of their own. */
const plain =
  <T extends EventType>(event: EventOf<T>) =>
  (): Prepared<T> => ({ event });

/** Each command judged by libs/law before the machine sees it. Dates, texts and amounts become finite facts here. */
export const PREPARE: Preparation = {
  submit: ({ sql, file }) => {
    const faults = [...checkForm(file.form), ...missingUploads(file)];
    if (faults.length > 0) throw new Refusal('FORM_INCOMPLETE', { article: 'ALL 29', fields: faults });
    const unmet = unmetEstablishmentConditions(file.form as EstablishmentForm, file.pack);
    if (unmet.length > 0) {
      throw new Refusal('CONDITIONS_NOT_MET', {
        article: unmet[0]?.article.ref,
        fields: unmet.map(({ field, code, article }) => ({ field, code, article: article.ref })),
      });
    }
    const hash = contentHash(file);
    return {
      event: { type: 'submit', conditions: 'met' },
      payload: { contentHash: hash },
      write: async (seq) => {
        await sql.query('insert into submission (case_id, seq, form, content_hash) values ($1, $2, $3, $4)', [
          file.row.id,
          seq,
          JSON.stringify(file.form),
          hash,
        ]);
        await sql.query('delete from draft where case_id = $1', [file.row.id]);
      },
    };
  },
  discardDraft: plain({ type: 'discardDraft' }),
  withdraw: (_, { reason }) => ({ event: { type: 'withdraw' }, words: { reason } }),
  recordVerdicts: recordVerdicts,
  declineAsNotRequired: (_, words) => ({
    event: { type: 'declineAsNotRequired', reasoned: reasoned(words) },
    words: { ...words },
  }),
  declineAsNotCompetent: (_, words) => ({
    event: { type: 'declineAsNotCompetent', reasoned: reasoned(words) },
    words: { ...words },
  }),
  issueCorrectionNotice: plain({ type: 'issueCorrectionNotice' }),
  supplyCorrections: async (hearing) => ({
    event: { type: 'supplyCorrections', supplied: await suppliedFact(hearing) },
    ...resubmission(hearing),
  }),
  remind: plain({ type: 'remind' }),
  accept: plain({ type: 'accept' }),
  takeAsAccepted: ({ file }) => ({
    event: { type: 'takeAsAccepted' },
    payload: { effectiveFrom: file.clocks.find(({ id }) => id === 'correction_or_acceptance')?.startsOn },
  }),
  expireCorrectionPeriod: plain({ type: 'expireCorrectionPeriod' }),
  tellUnmetLines: plain({ type: 'tellUnmetLines' }),
  beginReview: plain({ type: 'beginReview' }),
  supplyUnmetLines: async (hearing) => ({
    event: { type: 'supplyUnmetLines', supplied: await suppliedFact(hearing) },
    ...resubmission(hearing),
  }),
  arrangeSiteCheck: async (hearing, { plannedOn, members }) => {
    const team = await teamOf(hearing, members);
    return {
      event: { type: 'arrangeSiteCheck', team: teamIsComplete(team) ? 'complete' : 'incomplete' },
      payload: { plannedOn: plannedDay(hearing, plannedOn), round: 0 },
      write: () => writeVisit(hearing, team, plannedOn, 0),
    };
  },
  arrangeReCheck: async (hearing, { plannedOn, members }) => {
    const team = await teamOf(hearing, members);
    const failed = DEPARTMENTS.filter(
      (department) => hearing.file.row.snapshot.context.lanes[SITE_LANE_OF[department]] === 'fail',
    );
    const other = isOtherTeam(await formerMembers(hearing), team) && teamIsComplete(team, failed);
    const round = Math.min(hearing.file.row.snapshot.context.reChecks + 1, MAX_RECHECKS);
    return {
      event: { type: 'arrangeReCheck', team: other ? 'other' : 'same' },
      payload: { plannedOn: plannedDay(hearing, plannedOn), round },
      write: () => writeVisit(hearing, team, plannedOn, round),
    };
  },
  recordAttestation: (hearing, payload) => {
    const { lane, result, checkedOn, signers } = payload;
    return {
      event: { type: 'recordAttestation', lane, result, signed: isSiteLane(lane) ? signers !== undefined : true },
      payload: { lane, result, checkedOn: pastDay(hearing, checkedOn, 'checkedOn') },
      write: () => writeAttestation(hearing, payload),
    };
  },
  reportRectified: plain({ type: 'reportRectified' }),
  expireRectification: plain({ type: 'expireRectification' }),
  serveSpecialProcedureNotice: ({ file, shelf }, { ground, announcedDays, institution, reason }) => ({
    event: { type: 'serveSpecialProcedureNotice', ground },
    payload: { ground, announcedUntil: addWorkingDays(file.today, announcedDays, shelf.calendar) },
    words: { institution, reason },
  }),
  endSpecialProcedure: (_, { result, report }) => ({
    event: { type: 'endSpecialProcedure', result },
    payload: { result },
    words: { report },
  }),
  lapseSpecialProcedure: plain({ type: 'lapseSpecialProcedure' }),
  concludeReview: plain({ type: 'concludeReview' }),
  proposeGrant: (_, words) => ({ event: { type: 'proposeGrant' }, words: { ...words } }),
  proposeRefusal: (_, words) => ({ event: { type: 'proposeRefusal', reasoned: reasoned(words) }, words: { ...words } }),
  passLegality: (_, words) => ({ event: { type: 'passLegality' }, words: { ...words } }),
  objectToProposal: (_, words) => ({ event: { type: 'objectToProposal' }, words: { ...words } }),
  grant: (hearing, words) => ({ event: { type: 'grant', decider: deciderFact(hearing) }, words: { ...words } }),
  refuse: (hearing, words) => ({
    event: { type: 'refuse', decider: deciderFact(hearing), reasoned: reasoned(words) },
    words: { ...words },
  }),
  markPromiseMissed: plain({ type: 'markPromiseMissed' }),
  markLimitMissed: plain({ type: 'markLimitMissed' }),
  confirmIssued: plain({ type: 'confirmIssued' }),
  serve: ({ file }, { channel, trackingNumber }) => ({
    event: { type: 'serve', channel, consent: file.form.serviceConsent === true },
    payload: { channel },
    ...(trackingNumber ? { words: { trackingNumber } } : {}),
  }),
  publish: (hearing) => ({ event: { type: 'publish' }, write: () => writePublicNotice(hearing) }),
  recordRegistration: (hearing, { creditCode, registeredOn }) => {
    const check = checkCreditCode(creditCode);
    if (!check.ok) throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.creditCode', code: check.code }] });
    return {
      event: { type: 'recordRegistration' },
      payload: { creditCode, registeredOn: pastDay(hearing, registeredOn, 'registeredOn') },
    };
  },
  remindRegistration: plain({ type: 'remindRegistration' }),
  remindService: plain({ type: 'remindService' }),
  remindPublication: plain({ type: 'remindPublication' }),
};

/** A refusal needs words and an article of a known source (ALL 38(2)). */
function reasoned({ reasons, article }: { reasons: string; article: string }): boolean {
  try {
    return reasons.trim().length >= 4 && cite(article).article !== '';
  } catch {
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.article', code: 'ARTICLE_UNKNOWN' }] });
  }
}

/** Four eyes by person: whoever recorded verdicts, evidence or proposals in this case does not decide it. */
function deciderFact({ file, actor }: Hearing): 'independent' | 'reviewed' {
  const reviewing = [
    'recordVerdicts',
    'recordAttestation',
    'concludeReview',
    'proposeGrant',
    'proposeRefusal',
    'passLegality',
    'arrangeSiteCheck',
    'arrangeReCheck',
  ];
  return file.log.some(({ type, actor_id }) => actor_id === actor.accountId && reviewing.includes(type))
    ? 'reviewed'
    : 'independent';
}

function missingUploads(file: CaseFile): { field: string; code: string }[] {
  return file.lines
    .filter((line) => line.source === 'upload' && line.role === 'main' && lineContentHash(line, file) === null)
    .map(({ id }) => ({ field: `materials.${id}`, code: 'UPLOAD_MISSING' }));
}

async function recordVerdicts(
  { sql, file, actor, ids }: Hearing,
  { verdicts }: PayloadOf<'recordVerdicts'>,
): Promise<Prepared<'recordVerdicts'>> {
  const sheet = judgeVerdictSheet(
    {
      applicable: file.lines.map(({ id }) => id),
      conditional: file.pack.materials.filter(({ condition }) => condition).map(({ id }) => id),
      boundOk: await boundOkLines(sql, file),
    },
    verdicts,
  );
  if (sheet.fact === 'incomplete') {
    throw new Refusal('SHEET_INCOMPLETE', {
      article: 'ALL 32(1)(4)',
      fields: [
        ...sheet.missing.map((lineId) => ({ field: lineId, code: 'VERDICT_MISSING' })),
        ...sheet.problems.map(({ lineId, code }) => ({ field: lineId, code })),
      ],
    });
  }
  const sheetId = ids.uuid();
  return {
    event: { type: 'recordVerdicts', sheet: sheet.fact },
    payload: { sheetId, fact: sheet.fact },
    write: () => writeSheet(sql, file, { id: sheetId, purpose: 'intake', accountId: actor.accountId }, verdicts),
  };
}

/** A sheet with one row a line, each tied to what was looked at. */
export async function writeSheet(
  sql: Sql,
  file: CaseFile,
  sheet: { id: string; purpose: 'intake' | 'pre_review'; accountId: string | null },
  verdicts: readonly { lineId: string; verdict: string; reason?: string }[],
): Promise<void> {
  await sql.query('insert into verdict_sheet (id, case_id, purpose, account_id, made_at) values ($1, $2, $3, $4, $5)', [
    sheet.id,
    file.row.id,
    sheet.purpose,
    sheet.accountId,
    file.now,
  ]);
  const hashes = verdicts.map(({ lineId }) => {
    const line = file.lines.find(({ id }) => id === lineId);
    return line ? lineContentHash(line, file) : null;
  });
  await sql.query(
    `insert into verdict (sheet_id, line_id, verdict, reason, content_hash)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      sheet.id,
      verdicts.map(({ lineId }) => lineId),
      verdicts.map(({ verdict }) => verdict),
      verdicts.map(({ reason }) => reason ?? null),
      hashes,
    ],
  );
}

/** All lines of the notice have something new behind them; look-ups are the bureau's own and are not asked for. */
async function suppliedFact({ sql, file }: Hearing): Promise<'all' | 'some'> {
  const open = await unmetLines(sql, file);
  return open.every(({ changed, line }) => changed || line.source === 'lookup') ? 'all' : 'some';
}

/** What was supplied is frozen like a submission. */
function resubmission({ sql, file }: Hearing): Pick<Prepared, 'payload' | 'write'> {
  const hash = contentHash(file);
  return {
    payload: { contentHash: hash },
    write: async (seq) => {
      await sql.query('insert into submission (case_id, seq, form, content_hash) values ($1, $2, $3, $4)', [
        file.row.id,
        seq,
        JSON.stringify(file.form),
        hash,
      ]);
      await sql.query('delete from draft where case_id = $1', [file.row.id]);
    },
  };
}

async function teamOf({ sql }: Hearing, members: readonly string[]): Promise<TeamMember[]> {
  const rows = await sql.query<{ id: string; roles: string[] }>(
    'select id, roles from account where id = any($1) and active',
    [members],
  );
  return rows.flatMap(({ id, roles }) => {
    const department = DEPARTMENTS.find((name) => roles.includes(`${name}Inspector`));
    return department ? [{ accountId: id, department }] : [];
  });
}

async function formerMembers({ sql, file }: Hearing): Promise<string[]> {
  const rows = await sql.query<{ account_id: string }>(
    'select m.account_id from visit_member m join site_visit v on v.id = m.visit_id where v.case_id = $1',
    [file.row.id],
  );
  return rows.map(({ account_id }) => account_id);
}

async function writeVisit(
  { sql, file, ids }: Hearing,
  team: readonly TeamMember[],
  plannedOn: string,
  round: number,
): Promise<void> {
  const id = ids.uuid();
  await sql.query('insert into site_visit (id, case_id, round, planned_on, arranged_at) values ($1, $2, $3, $4, $5)', [
    id,
    file.row.id,
    round,
    plannedOn,
    file.now,
  ]);
  await sql.query(
    'insert into visit_member (visit_id, account_id, department) select $1, * from unnest($2::uuid[], $3::text[])',
    [id, team.map(({ accountId }) => accountId), team.map(({ department }) => department)],
  );
}

async function writeAttestation(
  { sql, file, ids, actor }: Hearing,
  payload: PayloadOf<'recordAttestation'>,
): Promise<void> {
  const [first, second] = payload.signers ?? [actor.accountId, null];
  await sql.query(
    `insert into attestation (id, case_id, lane, result, source, checked_on, valid_until, signed_by, countersigned_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ids.uuid(),
      file.row.id,
      payload.lane,
      payload.result,
      payload.source,
      payload.checkedOn,
      payload.validUntil ?? null,
      first,
      second,
      file.now,
    ],
  );
}

/** A visit is planned for today or later. */
function plannedDay({ file }: Hearing, text: string): string {
  if (!isPlainDate(text) || compareDates(text, file.today) < 0)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.plannedOn', code: 'DATE_IN_PAST' }] });
  return text;
}

/** What was seen or registered happened today or before, and not in another century. */
function pastDay({ file }: Hearing, text: string, field: string): string {
  if (!isPlainDate(text) || compareDates(text, file.today) > 0 || text < '2000-01-01') {
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: `payload.${field}`, code: 'DATE_OUT_OF_RANGE' }] });
  }
  return text;
}

/** 公告与双公示 (PER 22(1); SGS): what everybody may know of the grant, and nothing more. */
async function writePublicNotice({ sql, file, ids }: Hearing): Promise<void> {
  const [licence] = await sql.query<{ number: string; valid_from: string; valid_to: string }>(
    'select number, valid_from::text as valid_from, valid_to::text as valid_to from licence where case_id = $1',
    [file.row.id],
  );
  const name = file.form.schoolName ?? '';
  const fields = {
    name,
    address: file.form.siteAddress ?? '',
    licenceNumber: licence?.number ?? '',
    validFrom: licence?.valid_from ?? '',
    validTo: licence?.valid_to ?? '',
    authority: file.pack.authority.nameZh,
  };
  await sql.query(
    'insert into public_notice (id, case_id, kind, title, fields, published_at) values ($1, $2, $3, $4, $5, $6)',
    [ids.uuid(), file.row.id, 'grant', say('zh', 'notice.grant.title', { name }), JSON.stringify(fields), file.now],
  );
}
