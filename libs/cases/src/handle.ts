import { allowed, decide, type ActingRole, type Decided, type EventType } from '../../procedures/src/index.js';
import { inTransaction, Refusal, type Transaction } from '../../platform/src/index.js';
import { setTimers } from './alarms.js';
import { besideFor, bodyHashOf, firstAnswer, keepAnswer } from './answers.js';
import { nameTaken } from './claimed-name.js';
import type { Command, CommandAnswer, CommandRefusal, PayloadOf } from './commands/command.js';
import { hearingOf, type Hearing, type Prepared } from './commands/hearing.js';
import { PREPARE } from './commands/prepare.js';
import { refuseVague } from './commands/wording.js';
import { applyDueEffects } from './due-effects.js';
import { enter } from './enter.js';
import { assembled, lockedRow, openFile, type CaseFile } from './file-of-case.js';
import { superviseLatePreReview } from './pre-review-promise.js';
import { unprintableIn } from './printable.js';
import { isReserved, rolesIn } from './roles-in.js';
import type { Workshop } from './workshop.js';

/**
 * The only place that changes a case. One transaction: lock the row, look whether the command was answered before,
 * let due legal effects happen first (design 6.4), then decide and apply.
 * @returns the answer, or the refusal with what is possible instead; a refusal leaves nothing but an attempt
 */
export async function handle<T extends EventType>(
  workshop: Workshop,
  command: Command<T>,
): Promise<CommandAnswer | CommandRefusal> {
  try {
    return await inTransaction(workshop.source, (sql) => handleWithin(workshop, sql, command));
  } catch (error) {
    throw translated(error);
  }
}

/** The steps of `handle` inside a transaction that the caller has opened: `handle` keeps it, a preview undoes it. */
export async function handleWithin<T extends EventType>(
  workshop: Workshop,
  sql: Transaction,
  command: Command<T>,
): Promise<CommandAnswer | CommandRefusal> {
  const bodyHash = bodyHashOf(command);
  // asked for in one go; the row first, for its lock
  const [row, [beside]] = await Promise.all([lockedRow(sql, command.caseId), besideFor(sql, command)]);
  // before anything that the file itself might say
  if (!row || !beside || (command.onSight && !beside.seen)) throw new Refusal('CASE_NOT_FOUND');
  if (beside.answered) return firstAnswer(beside.answered, bodyHash);
  if (beside.away && !isSignedResult(command)) throw new Refusal('CASE_NOT_FOUND');
  let file = await assembled(sql, workshop, row, beside);
  await superviseLatePreReview(sql, workshop, file);
  file = await applyDueEffects(workshop, sql, file);
  return decideCommand(workshop, sql, file, command, bodyHash);
}

/** A result that two officers signed stands, whatever is found about one of them afterwards. */
const isSignedResult = ({ type, payload }: Command): boolean => type === 'recordAttestation' && 'signers' in payload;

/** Only what the law does by itself: for timers. Returns the effects entered. */
export async function wake(workshop: Workshop, caseId: string): Promise<number> {
  return inTransaction(workshop.source, async (sql) => {
    const before = await openFile(sql, caseId, workshop, true);
    await superviseLatePreReview(sql, workshop, before);
    const after = await applyDueEffects(workshop, sql, before);
    if (after === before) setTimers(sql, caseId, before.clocks);
    return after.log.length - before.log.length;
  });
}

async function decideCommand<T extends EventType>(
  workshop: Workshop,
  sql: Transaction,
  file: CaseFile,
  command: Command<T>,
  bodyHash: string,
): Promise<CommandAnswer | CommandRefusal> {
  const { actor } = command;
  const refuse = (code: string, more: Partial<CommandRefusal> = {}): Promise<CommandRefusal> =>
    attempt(workshop, sql, file, command, code, more);
  if (command.expectedVersion !== undefined && command.expectedVersion !== file.row.version)
    return refuse('CASE_HAS_MOVED_ON');
  const unprintable = unprintableIn(workshop, command.payload, 'payload');
  if (unprintable.length > 0) return refuse('FIELDS_INVALID', { details: unprintable });
  const prepared = await prepareOrRefuse(workshop, sql, file, command);
  if (prepared instanceof Refusal) {
    const { article, fields, lines } = prepared.more;
    return refuse(prepared.code, { article, details: fields, lines });
  }
  let last: { code: string; article?: string } | null = null;
  for (const role of rolesIn(file, actor)) {
    const decided = decide(file.procedure, file.row.snapshot, prepared.event, role);
    if (!decided.refused) return answer(workshop, sql, file, command, { role, prepared, decided, bodyHash });
    if (!last || decided.rule.code !== 'EVENT_NOT_FOR_ROLE') last = decided.rule;
  }
  const away = actor.roles.some((role) => isReserved(file, role, actor.accountId));
  return refuse(last?.code ?? (away ? 'NOT_THE_HANDLER' : 'EVENT_NOT_FOR_ROLE'), { article: last?.article });
}

async function prepareOrRefuse<T extends EventType>(
  workshop: Workshop,
  sql: Transaction,
  file: CaseFile,
  command: Command<T>,
): Promise<Prepared | Refusal> {
  const possible = allowed(file.procedure, file.row.snapshot, rolesIn(file, command.actor)).some(
    ({ event }) => event === command.type,
  );
  const hearing = hearingOf(workshop, sql, file, command.actor);
  try {
    refuseVague(command.type, command.payload);
    const prepare = PREPARE[command.type] as (hearing: Hearing, payload: PayloadOf<T>) => Promise<Prepared> | Prepared;
    return await prepare(hearing, command.payload);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A command that the role or the state rules out is told so first; its payload is nobody's business then.
    return possible ? error : new Refusal('EVENT_NOT_POSSIBLE_NOW');
  }
}

/** A refused command is remembered beside the case, never in its log (design 6.20). */
async function attempt(
  workshop: Workshop,
  sql: Transaction,
  file: CaseFile,
  { commandId, type, actor }: Command,
  code: string,
  more: Partial<CommandRefusal>,
): Promise<CommandRefusal> {
  sql.send(
    'insert into command_attempt (id, case_id, command_id, actor_id, type, code, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [workshop.ids.uuid(), file.row.id, commandId, actor.accountId, type, code, file.now],
  );
  return {
    refused: true,
    code,
    state: file.row.state,
    allowed: allowed(file.procedure, file.row.snapshot, rolesIn(file, actor)),
    ...more,
  };
}

async function answer(
  workshop: Workshop,
  sql: Transaction,
  file: CaseFile,
  command: Command,
  { role, prepared, decided, bodyHash }: { role: ActingRole; prepared: Prepared; decided: Decided; bodyHash: string },
): Promise<CommandAnswer> {
  const after = await enter(
    workshop,
    sql,
    file,
    { commandId: command.commandId, actor: command.actor, role },
    prepared,
    decided,
  );
  const given: CommandAnswer = {
    caseId: after.row.id,
    number: after.row.number,
    state: after.row.state,
    version: after.row.version,
    owner: decided.owner,
    allowed: allowed(after.procedure, after.row.snapshot, rolesIn(after, command.actor)),
  };
  return keepAnswer(sql, command, given, { bodyHash, at: file.now });
}

/** Uniqueness lives in the database; here its refusals get their names. */
export function translated(error: unknown): unknown {
  const { code, constraint } = (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
  if (code !== '23505') return error;
  if (constraint === 'institution_name_key') return nameTaken();
  if (constraint === 'licensing_case_claimed_name_key') return nameTaken();
  if (constraint === 'institution_credit_code_key') return new Refusal('CREDIT_CODE_TAKEN');
  if (constraint === 'licensing_case_running_key' || constraint === 'licensing_case_institution_running_key')
    return new Refusal('CASE_ALREADY_RUNNING');
  if (constraint === 'case_event_one_correction_notice_key')
    return new Refusal('CORRECTION_NOTICE_NOT_DUE', { article: 'ALL 32(1)(4)' });
  if (constraint === 'command_answer_pkey') return new Refusal('COMMAND_ID_REUSED');
  return error;
}
