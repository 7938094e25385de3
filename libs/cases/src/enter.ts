import { caseNumber } from '../../law/src/index.js';
import type { ActingRole, Decided, EventType } from '../../procedures/src/index.js';
import { nextSerial, type Transaction } from '../../platform/src/index.js';
import { alarmsFor } from './alarms.js';
import { claimedName } from './claimed-name.js';
import { clocksOfFile, subjectOf, type CaseFile } from './file-of-case.js';
import type { Actor } from './commands/command.js';
import type { Prepared } from './commands/hearing.js';
import type { OutboxTopic } from './effects/aftermath.js';
import { applyEffects } from './effects/apply.js';
import { enterStep } from './enter-step.js';
import { keepWords, sealed, type LogEntry } from './log.js';
import type { Workshop } from './workshop.js';

/** Enters one decided step: rows of the command, log, case, effects. The order of writes is the order of reading. */
export async function enter(
  workshop: Workshop,
  sql: Transaction,
  file: CaseFile,
  by: StepBy,
  prepared: Prepared,
  decided: Decided,
): Promise<CaseFile> {
  const { row } = file;
  const seq = row.version + 1;
  const words = prepared.words ?? {};
  const { type, ...facts } = prepared.event;
  const payload = payloadOf(prepared, facts, decided);
  await prepared.write?.(seq);
  const [number] = await Promise.all([
    TAKES_NUMBER.includes(type) ? giveNumber(sql, file) : row.number,
    prepared.draw?.(),
  ]);
  row.number = number;
  if (Object.keys(words).length > 0)
    payload['words'] = keepWords(sql, { caseId: row.id, seq, salt: workshop.ids.secret(16) }, words);
  const entry = entryOf(file, by, { seq, type, payload }, decided);
  const after = movedBy(file, entry, prepared, decided);
  const closed = decided.clocks.length === 0 && CLOSED_STATES.has(decided.state);
  enterStep(sql, entry, {
    number: row.number,
    institutionName: subjectOf(after).name,
    claimedName: prepared.content ? claimedName(file.pack, prepared.content.form) : row.claimed_name,
    snapshot: decided.snapshot,
    closedAt: closed ? file.now : null,
    calendarVersion: closed ? file.calendar.version : null,
    alarms: alarmsFor(after.clocks),
  });
  await applyEffects(
    {
      sql,
      ids: workshop.ids,
      shelf: workshop.shelf,
      file: after,
      actor: by.actor,
      legalDate: file.today,
      payload,
      words,
      nameBefore: file.institution?.fields.name ?? '',
      identityKey: workshop.identityKey,
      publicUrl: workshop.publicUrl,
      demo: workshop.demo,
      outbox: (topic, content) => putOut(sql, row.id, topic, content),
    },
    decided.effects,
  );
  return after;
}

/** Who takes a step, in what office, by which command; by none where the law does it. */
interface StepBy {
  commandId: string | null;
  actor: Actor;
  role: ActingRole;
}

/** What the log says of a step: with the finite facts that the guards looked at it can be decided again (see replay.ts). */
function payloadOf({ payload }: Prepared, facts: object, { effects }: Decided): Record<string, unknown> {
  const rectifies = effects.some((effect) => effect.type === 'issue' && effect.document === 'rectificationNotice');
  return { ...payload, facts, ...(rectifies ? { orders: 'rectification' } : {}) };
}

const entryOf = (
  { row, now, today }: CaseFile,
  { commandId, actor, role }: StepBy,
  step: { seq: number; type: EventType; payload: Record<string, unknown> },
  { state, owner }: Decided,
): LogEntry =>
  sealed({
    case_id: row.id,
    seq: step.seq,
    command_id: commandId,
    type: step.type,
    state,
    actor_id: actor.accountId,
    actor_role: role,
    owner_role: owner,
    at: now,
    legal_date: today,
    payload: step.payload,
    machine_hash: row.machine_hash,
    pack_hash: row.pack_hash,
    prev_hash: row.last_hash,
  });

/** The file as it stands after a step, with the clocks that run from then on. */
function movedBy(file: CaseFile, entry: LogEntry, { content }: Prepared, decided: Decided): CaseFile {
  const after: CaseFile = {
    ...file,
    ...content,
    ...(content ? { writing: null } : {}),
    row: {
      ...file.row,
      state: decided.state,
      owner_role: decided.owner,
      snapshot: decided.snapshot,
      version: entry.seq,
      last_hash: entry.hash,
    },
    log: [...file.log, entry],
  };
  after.clocks = clocksOfFile(after);
  return after;
}

/** Steps with which a case enters the books. */
const TAKES_NUMBER: readonly EventType[] = ['submit', 'openExOfficio'];
const CLOSED_STATES = new Set(['ARCHIVED', 'WITHDRAWN', 'DISCONTINUED', 'NOT_REQUIRED', 'NOT_COMPETENT', 'DISCARDED']);

async function giveNumber(sql: Transaction, { pack, today }: CaseFile): Promise<string> {
  const { region } = pack.authority;
  return caseNumber(region, today, await nextSerial(sql, `case:${region}:${today}`));
}

export function putOut(sql: Transaction, caseId: string, topic: OutboxTopic, payload: Record<string, unknown>): void {
  sql.send('insert into outbox (case_id, topic, payload) values ($1, $2, $3)', [
    caseId,
    topic,
    JSON.stringify(payload),
  ]);
}
