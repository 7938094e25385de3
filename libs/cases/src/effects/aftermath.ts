import type { PlainDate } from '../../../law/src/index.js';
import type { IdSource, Transaction } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import type { CaseFile } from '../file-of-case.js';
import type { PackShelf } from '../pack-shelf.js';

/** What a decided step brings along: its case as it stands now, the words of the step, and the ways to write. */
export interface Aftermath {
  sql: Transaction;
  ids: IdSource;
  shelf: PackShelf;
  file: CaseFile;
  actor: Actor;
  legalDate: PlainDate;
  payload: Record<string, unknown>;
  words: Record<string, unknown>;
  /** The name of the institution in the register before this step; empty where there is none. */
  nameBefore: string;
  /** Key of the hashes of identity numbers. */
  identityKey: string;
  publicUrl: string;
  demo: boolean;
  outbox(topic: OutboxTopic, payload: Record<string, unknown>): void;
}

/** What a case may tell the world; libs/jobs has exactly one handler for each. */
export type OutboxTopic = 'printDocument' | 'announce' | 'attest' | 'tellTicket' | 'revealDraws' | 'matchInterests';
