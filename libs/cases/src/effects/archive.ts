import { canonicalJson, sha256 } from '../../../platform/src/index.js';
import type { Aftermath } from './aftermath.js';

/**
 * 归档: when a file closes, everything in it is listed by its hash, under one hash. Whoever holds the manifest can show
 * later that nothing was added, taken away or exchanged. The words and papers themselves stay where they are.
 */
export async function archive({ sql, file }: Aftermath): Promise<void> {
  const { row, log } = file;
  const [held] = await sql.query<{
    submissions: string[];
    files: object[];
    documents: DocumentLine[];
    attestations: object[];
  }>(
    `select
       (select coalesce(jsonb_agg(content_hash order by seq), '[]') from submission where case_id = $1) as submissions,
       (select coalesce(jsonb_agg(jsonb_build_object('line', line_id, 'hash', file_hash) order by submission_seq, line_id), '[]')
          from hand_in where case_id = $1 and submission_seq is not null) as files,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'number', number, 'content', content) order by issued_at, number), '[]')
          from document where case_id = $1) as documents,
       (select coalesce(jsonb_agg(jsonb_build_object('lane', lane, 'result', result, 'checkedOn', checked_on, 'validUntil', valid_until)
          order by recorded_at, id), '[]') from attestation where case_id = $1) as attestations`,
    [row.id],
  );
  const manifest = {
    number: row.number,
    matter: row.matter,
    state: row.state,
    packHash: row.pack_hash,
    machineHash: row.machine_hash,
    lawVersion: row.law_version,
    events: log.length,
    lastHash: row.last_hash,
    submissions: held?.submissions ?? [],
    files: held?.files ?? [],
    documents: (held?.documents ?? []).map(({ kind, number, content }) => ({
      kind,
      number,
      contentHash: sha256(canonicalJson(content)),
    })),
    attestations: held?.attestations ?? [],
  };
  sql.send('insert into archive_record (case_id, archived_at, manifest, manifest_hash) values ($1, $2, $3, $4)', [
    row.id,
    file.now,
    JSON.stringify(manifest),
    sha256(canonicalJson(manifest)),
  ]);
}

interface DocumentLine {
  kind: string;
  number: string;
  content: unknown;
}
