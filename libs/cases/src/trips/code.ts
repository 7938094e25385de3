import { codeFrom, CODE_LENGTH, readCode } from '../../../law/src/index.js';
import { inTransaction, Refusal, sha256, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { openFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';

export interface ShownCode {
  code: string;
  expiresAt: Date;
}

/** A fresh code for checking in at the counter; the one before it is good no more. Only the applicant sees it. */
export async function showCode(workshop: Workshop, at: { caseId: string; actor: Actor }): Promise<ShownCode> {
  return inTransaction(workshop.source, async (sql) => {
    const { row, now, pack } = await openFile(sql, at.caseId, workshop, true);
    if (row.sponsor_id !== at.actor.accountId) throw new Refusal('CASE_NOT_FOUND');
    const code = codeFrom(Buffer.from(workshop.ids.secret(2 * CODE_LENGTH), 'hex'));
    const expiresAt = new Date(now.getTime() + pack.readings.checkInMinutes * 60_000);
    await sql.query(
      `insert into check_in_code (case_id, code_hash, expires_at) values ($1, $2, $3)
       on conflict (case_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
      [at.caseId, sha256(code), expiresAt],
    );
    return { code, expiresAt };
  });
}

/**
 * Whose code it is.
 * @throws Refusal CHECK_IN_CODE_UNKNOWN for one that was never shown, has run out, or was used
 */
export async function caseOfCode(sql: Sql, typed: string, now: Date): Promise<string> {
  const [row] = await sql.query<{ case_id: string }>(
    'select case_id from check_in_code where code_hash = $1 and expires_at > $2',
    [sha256(readCode(typed)), now],
  );
  if (!row) throw new Refusal('CHECK_IN_CODE_UNKNOWN');
  return row.case_id;
}

/** Used, a code is gone; after the case is locked, so that nobody uses it twice. */
export async function useCode(sql: Sql, typed: string): Promise<void> {
  const [row] = await sql.query('delete from check_in_code where code_hash = $1 returning 1 as done', [
    sha256(readCode(typed)),
  ]);
  if (!row) throw new Refusal('CHECK_IN_CODE_UNKNOWN');
}
