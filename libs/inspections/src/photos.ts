import type { Actor, Workshop } from '../../cases/src/index.js';
import type { StoredFile } from '../../documents/src/index.js';
import { notRecused } from '../../people/src/index.js';
import { inTransaction, Refusal, type Sql } from '../../platform/src/index.js';
import { visitOf } from './visits.js';

/** A picture of what was seen, by a member of the team; the same bytes again are the same picture. */
export async function keepPhoto(
  workshop: Workshop,
  at: { visitId: string; actor: Actor },
  { hash, size, mediaType }: StoredFile,
): Promise<{ id: string; hash: string }> {
  if (!mediaType.startsWith('image/')) throw new Refusal('FILE_TYPE');
  return inTransaction(workshop.source, async (sql) => {
    const visit = await visitOf(sql, at);
    const now = workshop.clock.now();
    const [before] = await sql.query<{ id: string }>(
      'select id from visit_photo where visit_id = $1 and department = $2 and file_hash = $3',
      [visit.id, visit.department, hash],
    );
    if (before) return { id: before.id, hash };
    await sql.query(
      'insert into stored_file (hash, size, media_type, created_at) values ($1, $2, $3, $4) on conflict (hash) do nothing',
      [hash, size, mediaType, now],
    );
    const id = workshop.ids.uuid();
    await sql.query(
      'insert into visit_photo (id, visit_id, department, account_id, file_hash, taken_at) values ($1, $2, $3, $4, $5, $6)',
      [id, visit.id, visit.department, at.actor.accountId, hash, now],
    );
    return { id, hash };
  });
}

/** @throws Refusal FILE_NOT_FOUND for everybody who was not on the team */
export async function findPhoto(
  sql: Sql,
  photoId: string,
  accountId: string,
): Promise<{ hash: string; mediaType: string }> {
  const [photo] = await sql.query<{ hash: string; mediaType: string }>(
    `select p.file_hash as hash, f.media_type as "mediaType" from visit_photo p join stored_file f on f.hash = p.file_hash
       join visit_member m on m.visit_id = p.visit_id and m.account_id = $2
       join site_visit v on v.id = p.visit_id where p.id = $1 and ${notRecused('v.case_id', '$2')}`,
    [photoId, accountId],
  );
  if (!photo) throw new Refusal('FILE_NOT_FOUND');
  return photo;
}
