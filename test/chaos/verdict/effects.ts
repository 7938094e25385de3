import type { CaseFile } from '../../../libs/cases/src/file-of-case.js';
import type { PackShelf } from '../../../libs/cases/src/index.js';
import { begin, decide, type Effect, type ProcedureEvent } from '../../../libs/procedures/src/index.js';
import type { Sql } from '../../../libs/platform/src/index.js';

/** What the log, decided again, demanded of the outside, how often each. */
function demanded({ pack, log, row }: CaseFile, shelf: PackShelf): Map<string, number> {
  const wanted = new Map<string, number>();
  let snapshot = begin(shelf.chartOf(pack, log[0]?.machine_hash ?? row.machine_hash));
  for (const entry of log) {
    const event = { type: entry.type, ...(entry.payload['facts'] as object | undefined) } as ProcedureEvent;
    const decided = decide(shelf.chartOf(pack, entry.machine_hash), snapshot, event, null);
    if (decided.refused) return wanted; // told by whoever replays the log
    for (const effect of decided.effects) count(wanted, nameOf(effect));
    snapshot = decided.snapshot;
  }
  return wanted;
}

const count = (into: Map<string, number>, name: string, n = 1): void => void into.set(name, (into.get(name) ?? 0) + n);

function nameOf(effect: Effect): string {
  switch (effect.type) {
    case 'issue':
      return `document ${effect.document}`;
    case 'supervise':
      return `ticket ${effect.matter}`;
    case 'register':
    case 'recordService':
    case 'announce':
    case 'archive':
    case 'countTrip':
    case 'inviteRating':
      return effect.type;
  }
}

/** What there is of the same, under the same names. */
const THERE = `
  select 'document ' || kind as name, count(*)::int as n from document where case_id = $1 group by kind
  union all select 'ticket ' || matter, count(*)::int from supervision_ticket where case_id = $1 and matter <> 'preReviewLate' group by matter
  union all select 'announce', count(*)::int from outbox where case_id = $1 and topic = 'announce' having count(*) > 0
  union all select 'archive', count(*)::int from archive_record where case_id = $1 having count(*) > 0
  union all select 'countTrip', count(*)::int from trip where case_id = $1 and cause = 'collectLicence' having count(*) > 0
  union all select 'inviteRating', count(*)::int from rating where case_id = $1 having count(*) > 0
  union all select 'register', count(*)::int from register_version where case_id = $1 having count(*) > 0`;

/** Effects of which the log demanded another number than there is: missing, or there twice. */
export async function missingEffects(sql: Sql, file: CaseFile, shelf: PackShelf): Promise<string[]> {
  const wanted = demanded(file, shelf);
  wanted.delete('recordService'); // of as many papers as the decision has
  const rows = await sql.query<{ name: string; n: number }>(THERE, [file.row.id]);
  const there = new Map(rows.map(({ name, n }) => [name, n]));
  const names = new Set([...wanted.keys(), ...there.keys()]);
  return [...names]
    .filter((name) => (wanted.get(name) ?? 0) !== (there.get(name) ?? 0))
    .map(
      (name) =>
        `case ${file.row.id}: ${name} was demanded ${wanted.get(name) ?? 0} times, is there ${there.get(name) ?? 0} times`,
    );
}
