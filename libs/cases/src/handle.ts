import type { DataSource } from 'typeorm';
import { caseNumber } from '../../law/src/index.js';
import {
  allowed,
  CLOCK_EVENTS,
  decide,
  type ActingRole,
  type Decided,
  type EventType,
} from '../../procedures/src/index.js';
import {
  canonicalJson,
  inTransaction,
  nextSerial,
  Refusal,
  sha256,
  type Clock,
  type IdSource,
  type Transaction,
} from '../../platform/src/index.js';
import {
  SYSTEM,
  type Actor,
  type Command,
  type CommandAnswer,
  type CommandRefusal,
  type PayloadOf,
} from './commands/command.js';
import type { Hearing, Prepared } from './commands/hearing.js';
import type { PdfPress } from '../../documents/src/index.js';
import { unprintableIn } from './printable.js';
import { PREPARE } from './commands/prepare.js';
import { refuseVague } from './commands/wording.js';
import type { OutboxTopic } from './effects/aftermath.js';
import { alarmsFor, setTimers } from './alarms.js';
import { applyEffects } from './effects/apply.js';
import { claimedName, nameTaken } from './claimed-name.js';
import type { CalendarShelf } from './calendar/calendar-shelf.js';
import { nextLegalEffect } from './clocks.js';
import {
  assembled,
  besideOf,
  clocksOfFile,
  lockedRow,
  openFile,
  subjectOf,
  type Beside,
  type CaseFile,
} from './file-of-case.js';
import { enterStep } from './enter-step.js';
import { keepWords, sealed } from './log.js';
import type { PackShelf } from './pack-shelf.js';
import { visibleTo } from './queries/list.js';
import { superviseLatePreReview } from './pre-review-promise.js';

/** What the command transaction works with. */
export interface Workshop {
  source: DataSource;
  shelf: PackShelf;
  calendars: CalendarShelf;
  clock: Clock;
  ids: IdSource;
  publicUrl: string;
  demo: boolean;
  press: Pick<PdfPress, 'unprintable'>;
  /** Key of the hashes of identity numbers (INTEREST_KEY). */
  identityKey: string;
}

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
  const { caseId, type, payload, actor } = command;
  const bodyHash = sha256(canonicalJson({ caseId, type, payload, actor: actor.accountId }));
  // asked for in one go; the row first, for its lock
  const [row, [beside]] = await Promise.all([lockedRow(sql, caseId), besideFor(sql, command)]);
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

interface Answered {
  body_hash: string;
  answer: CommandAnswer;
}
/** What stands beside the case, whether the command was answered before, and whether the case is there for its sender, or gone (CSL 76). */
interface BesideFor extends Beside {
  answered: Answered | null;
  away: boolean;
  seen: boolean;
}

const besideFor = (sql: Transaction, { commandId, caseId, actor }: Command): Promise<BesideFor[]> =>
  sql.query<BesideFor>(
    `${besideOf('$2', '(select institution_id from licensing_case where id = $2)')},
       (select json_build_object('body_hash', body_hash, 'answer', answer) from command_answer where command_id = $3) as answered,
       exists (select 1 from recusal where case_id = $2 and account_id = $1) as away,
       exists (select 1 from licensing_case c where c.id = $2 and ${visibleTo(actor)}) as seen`,
    [actor.accountId, caseId, commandId],
  );

/** The first answer to a command, to anybody who repeats it word for word. */
function firstAnswer(row: Answered, bodyHash: string): CommandAnswer {
  if (row.body_hash !== bodyHash) throw new Refusal('COMMAND_ID_REUSED');
  return inOneOrder(row.answer);
}

/** The first answer and its repeats are equal to the letter; the database keeps keys in an order of its own. */
export const inOneOrder = (answer: CommandAnswer): CommandAnswer => JSON.parse(canonicalJson(answer)) as CommandAnswer;

/** Deemed acceptance, expiries and missed limits, in legal order and with their legal dates, before anything else. */
export async function applyDueEffects(workshop: Workshop, sql: Transaction, opened: CaseFile): Promise<CaseFile> {
  let file = opened;
  for (let due = nextLegalEffect(file.clocks, file.now); due; due = nextLegalEffect(file.clocks, file.now)) {
    const type = CLOCK_EVENTS[due.id];
    const dated = { ...file, today: due.deadline.dueOn, now: file.now };
    const hearing = hearingOf(workshop, sql, dated, SYSTEM);
    const prepared = (await PREPARE[type](hearing, {})) as Prepared;
    const decided = decide(file.procedure, file.row.snapshot, prepared.event, 'system');
    if (decided.refused)
      throw new Error(`the clock ${due.id} of case ${file.row.id} has run out but ${type} is refused`);
    file = await enter(workshop, sql, dated, { commandId: null, actor: SYSTEM, role: 'system' }, prepared, decided);
    file = { ...file, today: opened.today };
    file = { ...file, clocks: clocksOfFile(file) };
    setTimers(sql, file.row.id, file.clocks);
  }
  return file;
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

const hearingOf = ({ ids, shelf, identityKey }: Workshop, sql: Transaction, file: CaseFile, actor: Actor): Hearing => ({
  sql,
  file,
  actor,
  ids,
  shelf,
  identityKey,
});

/** In one's own case one is the applicant and nothing else; in another's case never the applicant. */
export const rolesIn = (file: CaseFile, { accountId, roles }: Actor): readonly ActingRole[] =>
  file.row.sponsor_id === accountId
    ? roles.filter((role) => role === 'sponsor')
    : roles.filter((role) => role !== 'sponsor' && !isReserved(file, role, accountId));

/** An office that was drawn for somebody else, where the county reserves it (ADR 13). */
const isReserved = ({ reserved }: CaseFile, role: ActingRole, accountId: string | null): boolean =>
  Object.entries(reserved).some(([office, holder]) => office === role && holder !== accountId);

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
  sql.send(
    'insert into command_answer (command_id, case_id, actor_id, body_hash, answer, at) values ($1, $2, $3, $4, $5, $6)',
    [command.commandId, after.row.id, command.actor.accountId, bodyHash, JSON.stringify(given), file.now],
  );
  return inOneOrder(given);
}

/** Enters one decided step: rows of the command, log, case, effects. The order of writes is the order of reading. */
async function enter(
  workshop: Workshop,
  sql: Transaction,
  file: CaseFile,
  by: { commandId: string | null; actor: Actor; role: ActingRole },
  prepared: Prepared,
  decided: Decided,
): Promise<CaseFile> {
  const { row } = file;
  const content = prepared.content ?? {};
  const { name } = subjectOf({ ...file, form: prepared.content?.form ?? file.form });
  const seq = row.version + 1;
  const words = prepared.words ?? {};
  const { type, ...facts } = prepared.event;
  // the finite facts that the guards looked at: with them the log can be decided again (see replay.ts)
  const payload: Record<string, unknown> = { ...prepared.payload, facts };
  if (decided.effects.some((effect) => effect.type === 'issue' && effect.document === 'rectificationNotice'))
    payload['orders'] = 'rectification';
  await prepared.write?.(seq);
  const [number] = await Promise.all([
    TAKES_NUMBER.includes(type) ? giveNumber(sql, file) : row.number,
    prepared.draw?.(),
  ]);
  row.number = number;
  if (Object.keys(words).length > 0)
    payload['words'] = keepWords(sql, { caseId: row.id, seq, salt: workshop.ids.secret(16) }, words);
  const closed = decided.clocks.length === 0 && CLOSED_STATES.has(decided.state);
  const entry = sealed({
    case_id: row.id,
    seq,
    command_id: by.commandId,
    type,
    state: decided.state,
    actor_id: by.actor.accountId,
    actor_role: by.role,
    owner_role: decided.owner,
    at: file.now,
    legal_date: file.today,
    payload,
    machine_hash: row.machine_hash,
    pack_hash: row.pack_hash,
    prev_hash: row.last_hash,
  });
  const after: CaseFile = {
    ...file,
    ...content,
    ...(prepared.content ? { writing: null } : {}),
    row: {
      ...row,
      state: decided.state,
      owner_role: decided.owner,
      snapshot: decided.snapshot,
      version: seq,
      last_hash: entry.hash,
    },
    log: [...file.log, entry],
  };
  after.clocks = clocksOfFile(after);
  enterStep(sql, entry, {
    number: row.number,
    institutionName: name,
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
