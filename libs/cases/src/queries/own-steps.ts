import { alphabet, decide, type CaseSnapshot, type EventType, type Procedure } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import type { Workshop } from '../handle.js';

/** Steps that a case waits for from its applicant, or that are offered to them: not those that only end it. */
const OWN_STEPS: readonly EventType[] = [
  'submit',
  'supplyCorrections',
  'reportRectified',
  'signCommitment',
  'supplyTolerated',
  'requestHearing',
  'confirmHearingRecord',
  'recordRegistration',
  'reportLiquidation',
];

interface Row {
  id: string;
  snapshot: CaseSnapshot;
  pack_hash: string;
  machine_hash: string;
}

/** A page of cases, each with what its applicant can do now; nothing for a case of somebody else. */
export async function withOwnSteps<T extends { id: string }>(
  workshop: Workshop,
  sql: Sql,
  page: { items: T[]; next: string | null },
  { accountId }: Actor,
): Promise<{ items: (T & { can: EventType[] })[]; next: string | null }> {
  const rows = await sql.query<Row>(
    `select id, snapshot, pack_hash, machine_hash from licensing_case
     where id = any($1::uuid[]) and sponsor_id = $2 and closed_at is null`,
    [page.items.map(({ id }) => id), accountId],
  );
  const steps = new Map<string, EventType[]>();
  for (const row of rows) {
    const matter = await workshop.shelf.runningUnder(sql, row);
    if (!matter) continue;
    steps.set(row.id, possible(matter.procedure, row.snapshot));
  }
  return { ...page, items: page.items.map((item) => ({ ...item, can: steps.get(item.id) ?? [] })) };
}

/** Only the steps of applicants are tried: a list asks for this in every one of its cases. */
function possible(procedure: Procedure, snapshot: CaseSnapshot): EventType[] {
  const own = alphabet(procedure.input).filter(({ type }) => OWN_STEPS.includes(type));
  const open = own.filter((event) => !decide(procedure, snapshot, event, 'sponsor').refused);
  return OWN_STEPS.filter((step) => open.some(({ type }) => type === step));
}
