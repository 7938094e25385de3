import { codeFrom, CODE_LENGTH, readCode, speaksForOne } from '../../../law/src/index.js';
import { inTransaction, Refusal, sha256, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { openOwn } from '../drafts.js';
import { openFile, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { holderOf } from '../institution-of.js';
import { toConfirm, type CoSignerStanding } from './standing.js';

/** Nobody tries out twelve signs. */
const freshCode = (workshop: Workshop): string =>
  [0, 1].map(() => codeFrom(Buffer.from(workshop.ids.secret(2 * CODE_LENGTH), 'hex'))).join('-');

/** A code for one party, shown to the applicant, who passes it on. Every code of a free seat is good. */
export async function inviteCoSigner(
  workshop: Workshop,
  at: { caseId: string; actor: Actor },
  party: string,
): Promise<{ code: string }> {
  return inTransaction(workshop.source, async (sql) => {
    const file = await openOwn(workshop, sql, at);
    const { coSigners } = await toConfirm(sql, file, workshop.identityKey);
    const wanted = coSigners.find((one) => one.party === party);
    if (!wanted) throw new Refusal('CO_SIGNER_UNKNOWN');
    if (wanted.accountId) throw new Refusal('CO_SIGNER_SEATED');
    const code = freshCode(workshop);
    await sql.query(
      'insert into co_signer_invitation (code_hash, case_id, party, invited_at) values ($1, $2, $3, $4)',
      [sha256(readCode(code)), at.caseId, party, file.now],
    );
    return { code };
  });
}

/**
 * Whoever was given the code speaks for the party from here on.
 * @throws Refusal CO_SIGNER_CODE_UNKNOWN for a code that was never shown, or of a party that the draft no longer names
 */
export async function takeSeat(workshop: Workshop, actor: Actor, typed: string): Promise<{ caseId: string }> {
  return inTransaction(workshop.source, async (sql) => {
    const [invited] = await sql.query<{ caseId: string; party: string }>(
      'select case_id as "caseId", party from co_signer_invitation where code_hash = $1',
      [sha256(readCode(typed))],
    );
    if (!invited) throw new Refusal('CO_SIGNER_CODE_UNKNOWN');
    const file = await openFile(sql, invited.caseId, workshop, true);
    const { coSigners } = await toConfirm(sql, file, workshop.identityKey);
    const wanted = coSigners.find(({ party }) => party === invited.party);
    if (!wanted) throw new Refusal('CO_SIGNER_CODE_UNKNOWN');
    if (wanted.accountId === actor.accountId) return { caseId: invited.caseId };
    await refuseSeat(sql, file, coSigners, wanted, actor);
    await sql.query('insert into co_signer_seat (case_id, party, account_id, seated_at) values ($1, $2, $3, $4)', [
      invited.caseId,
      invited.party,
      actor.accountId,
      file.now,
    ]);
    return { caseId: invited.caseId };
  });
}

/** A party speaks for itself: not the applicant for another, not one person for two, for a school who runs it. */
async function refuseSeat(
  sql: Sql,
  file: CaseFile,
  coSigners: readonly CoSignerStanding[],
  wanted: CoSignerStanding,
  { accountId }: Actor,
): Promise<void> {
  if (wanted.accountId) throw new Refusal('CO_SIGNER_SEATED');
  if (file.row.sponsor_id === accountId) throw new Refusal('CO_SIGNER_IS_APPLICANT');
  if (!speaksForOne(wanted.kind)) {
    if ((await holderOf(sql, wanted.identity)) !== accountId) throw new Refusal('CO_SIGNER_OTHER_SCHOOL');
    return;
  }
  if (coSigners.some((one) => one.accountId === accountId)) throw new Refusal('CO_SIGNER_TWICE');
}

/**
 * The word of everybody for whom this account speaks, on exactly the content that was on the screen. Said once for each
 * content; saying it again changes nothing.
 * @throws Refusal CONFIRMED_CONTENT_CHANGED where it has been changed meanwhile
 */
export async function coSign(
  workshop: Workshop,
  { caseId, actor }: { caseId: string; actor: Actor },
  contentHash: string,
): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const file = await openFile(sql, caseId, workshop, true);
    const standing = await toConfirm(sql, file, workshop.identityKey);
    const own = standing.coSigners.filter(({ accountId }) => accountId === actor.accountId);
    if (own.length === 0) throw new Refusal('CASE_NOT_FOUND');
    if (standing.contentHash !== contentHash) throw new Refusal('CONFIRMED_CONTENT_CHANGED');
    if (file.row.closed_at) throw new Refusal('DRAFT_CLOSED', { state: file.row.state });
    for (const { party } of own)
      await sql.query(
        `insert into co_signature (case_id, party, content_hash, account_id, signed_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [caseId, party, contentHash, actor.accountId, file.now],
      );
  });
}
