import type { EventOf, EventType } from '../../../procedures/src/index.js';
import type { IdSource, Transaction } from '../../../platform/src/index.js';
import type { CaseFile, Content } from '../file-of-case.js';
import type { PackShelf } from '../pack-shelf.js';
import type { Actor } from './command.js';
import type { Workshop } from '../workshop.js';

/** What a command needs to be judged: the case, its sender, and a way to look things up. */
export interface Hearing {
  sql: Transaction;
  file: CaseFile;
  actor: Actor;
  ids: IdSource;
  shelf: PackShelf;
  /** Key of the hashes of identity numbers. */
  identityKey: string;
}

/**
 * A command turned into an event: the facts, what the log keeps of it, the words beside the log, rows of its own, and
 * the new content of the case where the applicant has submitted one.
 */
export interface Prepared<T extends EventType = EventType> {
  event: EventOf<T>;
  payload?: Record<string, unknown>;
  words?: Record<string, unknown>;
  write?: (seq: number) => Promise<void> | void;
  /** What every other case waits for: asked for last of all. */
  draw?: () => Promise<void>;
  content?: Content;
}

/** What a command is prepared from. */
export const hearingOf = (
  { ids, shelf, identityKey }: Workshop,
  sql: Transaction,
  file: CaseFile,
  actor: Actor,
): Hearing => ({
  sql,
  file,
  actor,
  ids,
  shelf,
  identityKey,
});
