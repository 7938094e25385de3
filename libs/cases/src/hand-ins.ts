import { inTransaction, Refusal } from '../../platform/src/index.js';
import type { StoredFile } from '../../documents/src/index.js';
import type { Actor } from './commands/command.js';
import { openOwn } from './drafts.js';
import { isDueInClosing } from './closing-papers.js';
import { asWritten, openFile } from './file-of-case.js';
import type { Workshop } from './workshop.js';

export interface HandedIn {
  id: string;
  lineId: string;
  hash: string;
  size: number;
  mediaType: string;
  fileName: string;
}

/**
 * Ties a stored file to a line of the case. A newer one supersedes what is still being written; what was submitted
 * stands until the applicant supplies the newer one; what is due while a school is wound up counts at once. The same
 * bytes again change nothing.
 */
export async function handIn(
  workshop: Workshop,
  at: { caseId: string; lineId: string; actor: Actor },
  stored: StoredFile,
  fileName: string,
): Promise<HandedIn> {
  return inTransaction(workshop.source, async (sql) => {
    const standing = await openFile(sql, at.caseId, workshop, true);
    const closing = standing.row.sponsor_id === at.actor.accountId && isDueInClosing(standing, at.lineId);
    const file = closing ? standing : await openOwn(workshop, sql, at);
    const line = file.pack.materials.find(({ id }) => id === at.lineId);
    if (line?.source !== 'upload') throw new Refusal('LINE_NOT_UPLOADABLE', { params: { line: at.lineId } });
    const { hash, size, mediaType } = stored;
    const current = asWritten(file).handIns.find(({ line_id }) => line_id === at.lineId);
    if (current?.file_hash === hash)
      return { id: current.id, lineId: at.lineId, hash, size, mediaType, fileName: current.file_name };
    await sql.query(
      'insert into stored_file (hash, size, media_type, created_at) values ($1, $2, $3, $4) on conflict (hash) do nothing',
      [hash, size, mediaType, file.now],
    );
    await sql.query(
      `update hand_in set superseded_at = $3
       where case_id = $1 and line_id = $2 and superseded_at is null and (submission_seq is null or $4)`,
      [at.caseId, at.lineId, file.now, closing],
    );
    const id = workshop.ids.uuid();
    await sql.query(
      'insert into hand_in (id, case_id, line_id, file_hash, file_name, account_id, handed_in_at, submission_seq) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, at.caseId, at.lineId, hash, fileName, at.actor.accountId, file.now, closing ? file.row.version : null],
    );
    return { id, lineId: at.lineId, hash, size, mediaType, fileName };
  });
}
