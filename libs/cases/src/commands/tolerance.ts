import { dateZh, judgeVerdictSheet } from '../../../law/src/index.js';
import { canonicalJson, Refusal, say } from '../../../platform/src/index.js';
import { promiseToTell } from '../clocks.js';
import { asWritten, lineContentHash, type CaseFile } from '../file-of-case.js';
import { cureDayToday, offerOf } from '../tolerated.js';
import { unmetLines } from '../verdicts.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';
import { freeze, suppliedFact } from './submission.js';
import { linesInstead, namesOf, writeSheet } from './verdict-sheet.js';

/**
 * The applicant signs exactly what was on the screen: lines, day and consequence stand under one hash. Nobody else can:
 * in another's case nobody is the applicant.
 */
export async function signCommitment(
  { sql, file, ids, actor }: Hearing,
  { contentHash }: PayloadOf<'signCommitment'>,
): Promise<Prepared<'signCommitment'>> {
  const offer = await offerOf(sql, file);
  if (!offer) throw new Refusal('COMMITMENT_NOT_DUE', { article: 'ALL 32(1)(5)' });
  if (offer.contentHash !== contentHash) throw new Refusal('COMMITMENT_CHANGED');
  const id = ids.uuid();
  return {
    event: { type: 'signCommitment' },
    payload: { commitmentId: id, contentHash, cureOn: offer.cureOn },
    write: () =>
      sql
        .query(
          `insert into commitment (id, case_id, sheet_id, account_id, lines, cure_on, content_hash, signed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            id,
            file.row.id,
            offer.sheetId,
            actor.accountId,
            JSON.stringify(offer.lines),
            offer.cureOn,
            contentHash,
            file.now,
          ],
        )
        .then(() => undefined),
  };
}

/** Acceptance upon the commitment. Its day is counted from acceptance: it is never earlier than the one that was signed. */
export async function acceptTolerantly({ sql, file }: Hearing): Promise<Prepared<'acceptTolerantly'>> {
  // without the applicant's word the chart refuses, by its own rule
  if (!file.row.snapshot.context.committed) return { event: { type: 'acceptTolerantly' } };
  const missing = await unmetLines(sql, file);
  const cureOn = cureDayToday(
    file,
    missing.map(({ line }) => line),
  );
  const commitmentId = file.log.findLast(({ type }) => type === 'signCommitment')?.payload['commitmentId'];
  if (!cureOn || !commitmentId) throw new Refusal('TOLERANCE_NOT_DUE', { article: 'ALL 32(1)(5)' });
  return {
    event: { type: 'acceptTolerantly' },
    payload: { cureOn, commitmentId, promisedOn: promiseToTell(file.pack, file.today, file.calendar) },
    write: () =>
      sql
        .query('insert into tolerance (case_id, commitment_id, accepted_at) values ($1, $2, $3)', [
          file.row.id,
          commitmentId,
          file.now,
        ])
        .then(() => undefined),
  };
}

/** Everything that is owed, and nothing else: the rest of the application is accepted and under review. */
export async function supplyTolerated(hearing: Hearing): Promise<Prepared<'supplyTolerated'>> {
  const { sql, file } = hearing;
  const owed = (await unmetLines(sql, file)).map(({ line }) => line);
  const other = changedBeside(file, owed);
  if (other.length > 0)
    throw new Refusal('FIELDS_INVALID', { fields: other.map((field) => ({ field, code: 'LINE_NOT_OWED' })) });
  return { event: { type: 'supplyTolerated', supplied: await suppliedFact(hearing) }, ...(await freeze(hearing)) };
}

/** What the applicant has changed in the application beside the lines that are owed. */
function changedBeside(file: CaseFile, owed: CaseFile['lines']): string[] {
  const written = asWritten(file);
  const lines = written.lines
    .filter((line) => line.source === 'upload' && !owed.some(({ id }) => id === line.id))
    .filter((line) => lineContentHash(line, written) !== lineContentHash(line, file))
    .map(({ id }) => `materials.${id}`);
  const free = new Set(owed.flatMap(({ fields }) => fields));
  const before = file.form as Record<string, unknown>;
  const fields = Object.entries(written.form)
    .filter(([field, value]) => !free.has(field) && canonicalJson(value) !== canonicalJson(before[field] ?? null))
    .map(([field]) => field);
  return [...lines, ...fields];
}

/** A verdict on each supplied line as it was seen; a line that changed, or was not looked at, is not judged. */
export async function judgeTolerated(
  { sql, file, ids, actor }: Hearing,
  { verdicts }: PayloadOf<'judgeTolerated'>,
): Promise<Prepared<'judgeTolerated'>> {
  const owed = (await unmetLines(sql, file)).map(({ line }) => line);
  const lines = { applicable: owed.map(({ id }) => id), conditional: [], boundOk: [], names: namesOf(owed) };
  const sheet = judgeVerdictSheet(lines, verdicts);
  const unseen = verdicts.filter(({ lineId, seen }) => {
    const line = owed.find(({ id }) => id === lineId);
    return line !== undefined && seen !== lineContentHash(line, file);
  });
  const fields = [
    ...sheet.missing.map((field) => ({ field, code: 'VERDICT_MISSING' })),
    ...sheet.problems.map(({ lineId, code, params }) => ({ field: lineId, code, params })),
    ...unseen.map(({ lineId }) => ({ field: lineId, code: 'LINE_CHANGED' })),
  ];
  if (fields.length > 0)
    throw new Refusal('SHEET_INCOMPLETE', { article: 'ALL 32(1)(4)', fields, ...linesInstead(file, fields) });
  const sheetId = ids.uuid();
  return {
    event: { type: 'judgeTolerated', lines: sheet.fact === 'ok' ? 'cured' : 'unmet' },
    payload: { sheetId },
    write: () => writeSheet(sql, file, { id: sheetId, purpose: 'intake', accountId: actor.accountId }, verdicts),
  };
}

/** The end of the cure period, by itself; a refusal carries its reasons, its article and its remedies (ALL 38(2)). */
export async function expireCure({ sql, file }: Hearing): Promise<Prepared<'expireCure'>> {
  const consequence = file.pack.toleranceFailure;
  const lines = (await unmetLines(sql, file)).map(({ line }) => line.nameZh).join('、');
  const reasons = say('zh', 'document.cureFailure.reasons', { lines, cureOn: dateZh(file.today) });
  return {
    event: { type: 'expireCure', consequence, reasoned: true },
    payload: { cause: 'expireCure', cureOn: file.today },
    words: { reasons, article: 'ALL 38' },
  };
}
