import { demandOn, packLinesOf, type DemandKind, type LineKind } from '../../../law/src/index.js';
import { isSiteLane, type DocumentKind } from '../../../procedures/src/index.js';
import { unmetLines } from '../verdicts.js';
import type { Aftermath } from './aftermath.js';

interface Asked {
  lineId: string;
  kind: DemandKind;
  reason: string | null;
}

/**
 * Writes what a letter asks for, a row a line, before the letter is written: a letter asks for what stands here and for
 * nothing else. The database holds each row to a line of the pack of the case and to the event that tells it.
 */
export async function recordDemands(aftermath: Aftermath, document: DocumentKind): Promise<void> {
  const { sql, ids, file, actor } = aftermath;
  const asked = await askedBy(aftermath, document);
  if (asked.length === 0) return;
  if (!actor.accountId) throw new Error(`case ${file.row.id}: nobody asks for something without a name`);
  const kinds = new Map(packLinesOf(file.pack).map(({ lineId, kind }) => [lineId, kind]));
  await sql.query(
    `insert into demand (id, case_id, pack_hash, line_id, line_kind, kind, seq, event_type, reason, made_by, made_at)
     select asked.id, $1, $2, asked.line_id, asked.line_kind, asked.kind, $3, $4, asked.reason, $5, $6
     from unnest($7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[]) as asked (id, line_id, line_kind, kind, reason)
     on conflict (case_id, line_id) where kind in ('proof', 'correction') do nothing`,
    [
      file.row.id,
      file.row.pack_hash,
      file.row.version,
      file.log.at(-1)?.type,
      actor.accountId,
      file.now,
      asked.map(() => ids.uuid()),
      asked.map(({ lineId }) => lineId),
      asked.map(({ lineId }) => kinds.get(lineId) ?? 'none'),
      asked.map(({ kind }) => kind),
      asked.map(({ reason }) => reason),
    ],
  );
}

async function askedBy(aftermath: Aftermath, document: DocumentKind): Promise<Asked[]> {
  switch (document) {
    case 'correctionNotice':
    case 'tolerantAcceptanceNotice':
      return unmet(aftermath, () => true);
    case 'unmetLinesNotice':
      return unmet(aftermath, ({ role }) => role === 'main');
    case 'siteCheckNotice':
    case 'reCheckNotice':
      return lanesStanding(aftermath, 'awaited', 'visit');
    case 'rectificationNotice':
      return lanesStanding(aftermath, 'fail', 'rectification');
    case 'specialProcedureNotice':
      return [{ lineId: String(aftermath.payload['ground']), kind: 'report', reason: null }];
    default:
      return [];
  }
}

async function unmet({ sql, file }: Aftermath, of: (line: { role: string }) => boolean): Promise<Asked[]> {
  const lines = await unmetLines(sql, file);
  return lines.flatMap(({ line, reason, handedIn }) => {
    const kind = demandOn(line.source satisfies LineKind, handedIn);
    return kind && of(line) ? [{ lineId: line.id, kind, reason }] : [];
  });
}

const lanesStanding = ({ file }: Aftermath, standing: string, kind: DemandKind): Asked[] =>
  Object.entries(file.row.snapshot.context.lanes)
    .filter(([lane, now]) => isSiteLane(lane as Parameters<typeof isSiteLane>[0]) && now === standing)
    .map(([lineId]) => ({ lineId, kind, reason: null }));
