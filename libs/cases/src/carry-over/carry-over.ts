import { CARRY_OVERS, standingOf, type CarryOver } from '../../../procedures/src/index.js';
import { inTransaction, sqlOf, type Transaction } from '../../../platform/src/index.js';
import { SYSTEM } from '../commands/command.js';
import { alarmsFor } from '../alarms.js';
import { clocksOfFile, openFile, type CaseFile } from '../file-of-case.js';
import { applyDueEffects } from '../due-effects.js';
import type { Workshop } from '../workshop.js';
import { enterStep } from '../enter-step.js';
import { sealed } from '../log.js';
import { objectionsTo, type Objection } from './compare.js';

/** What became, or would become, of one running case of an earlier release. */
export interface CarriedOver {
  caseId: string;
  number: string | null;
  matter: string;
  state: string;
  /** Null when no release that is kept has its chart. */
  release: string | null;
  /** `kept`: it stays on the chart that it was opened under. */
  outcome: 'carried' | 'kept';
  objections: Objection[];
}

/**
 * What would become of every running case that is not on today's chart: nothing is written (dry run, 试运行).
 * @param eachPage how many cases are looked at in one query
 */
export async function* dryRun(workshop: Workshop, eachPage = 200): AsyncGenerator<CarriedOver> {
  const sql = sqlOf(workshop.source);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await sql.query<{ id: string }>(
      'select id from licensing_case where closed_at is null and id > $1 order by id limit $2',
      [last, eachPage],
    );
    for (const { id } of rows) {
      const found = look(workshop, await openFile(sql, id, workshop));
      if (found) yield found.told;
    }
    if (rows.length < eachPage) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/**
 * Takes one case over to today's chart, unless something would be worse for it; what was due before is done on the chart of
 * before. The log says so, and the case can be decided anew from it, across both charts.
 * @returns null for a case that is on today's chart already
 */
export async function carryOver(workshop: Workshop, caseId: string): Promise<CarriedOver | null> {
  return inTransaction(workshop.source, async (sql) => {
    const file = await applyDueEffects(workshop, sql, await openFile(sql, caseId, workshop, true));
    const found = look(workshop, file);
    if (found?.after) enterCarryOver(sql, file, found.after, found.told.release ?? '');
    return found && found.told;
  });
}

function look({ shelf }: Workshop, file: CaseFile): { told: CarriedOver; after: CaseFile | null } | null {
  const procedure = shelf.todaysChart(file.pack);
  if (file.row.closed_at || !procedure || procedure.hash === file.row.machine_hash) return null;
  const release = shelf.releaseOf(file.pack, file.row.machine_hash)?.name ?? null;
  const told = (objections: Objection[], outcome: CarriedOver['outcome']): CarriedOver => ({
    caseId: file.row.id,
    number: file.row.number,
    matter: file.row.matter,
    state: file.row.state,
    release,
    outcome,
    objections,
  });
  const way = CARRY_OVERS.find((known) => known.release === release && known.matters.includes(file.row.matter));
  if (!way) return { told: told([], 'kept'), after: null };
  const after = standingAfter(file, way, procedure);
  if (!after) return { told: told([{ kind: 'position', what: file.row.state }], 'kept'), after: null };
  const objections = objectionsTo(file, after);
  return objections.length > 0 ? { told: told(objections, 'kept'), after: null } : { told: told([], 'carried'), after };
}

/** Null when today's chart has no such place. */
function standingAfter(file: CaseFile, way: CarryOver, procedure: CaseFile['procedure']): CaseFile | null {
  const snapshot = way.map(file.row.snapshot);
  try {
    const { state, owner } = standingOf(procedure, snapshot);
    const after: CaseFile = { ...file, procedure, row: { ...file.row, snapshot, state, owner_role: owner } };
    return { ...after, clocks: clocksOfFile(after) };
  } catch {
    return null;
  }
}

function enterCarryOver(sql: Transaction, before: CaseFile, after: CaseFile, release: string): void {
  const { row } = after;
  const entry = sealed({
    case_id: row.id,
    seq: row.version + 1,
    command_id: null,
    type: 'carryOver',
    state: row.state,
    actor_id: SYSTEM.accountId,
    actor_role: 'system',
    owner_role: standingOf(after.procedure, row.snapshot).owner,
    at: after.now,
    legal_date: after.today,
    payload: { facts: {}, release, from: before.procedure.hash },
    machine_hash: after.procedure.hash,
    pack_hash: row.pack_hash,
    prev_hash: row.last_hash,
  });
  enterStep(sql, entry, {
    number: row.number,
    institutionName: row.institution_name,
    claimedName: row.claimed_name,
    snapshot: row.snapshot,
    closedAt: row.closed_at,
    calendarVersion: row.calendar_version,
    alarms: alarmsFor(after.clocks),
  });
}
