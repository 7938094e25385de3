import type { PdfContent } from '../../documents/src/pdf/content.js';
import type { EventType } from '../../procedures/src/index.js';
import { inTransaction, type Sql } from '../../platform/src/index.js';
import type { Command, CommandRefusal } from './commands/command.js';
import type { CaseClock } from './clocks.js';
import { effectOfOpen, type ExclusionEffect } from './exclusion-effect.js';
import { openFile } from './file-of-case.js';
import { handleWithin } from './handle.js';
import type { Workshop } from './workshop.js';

/** What a step would bring: the letters as the applicant would read them, the state, and the clocks as they would stand. */
export interface Preview {
  state: string;
  documents: { kind: string; content: PdfContent }[];
  clocks: CaseClock[];
  /** Where the step opens a special procedure: the dates if it takes all its days. */
  effect: ExclusionEffect | null;
}

/** Leaves the transaction without a trace, carrying what was seen in it. */
class Undo extends Error {
  constructor(readonly seen: Preview | CommandRefusal) {
    super('undo');
  }
}

/**
 * Takes a step and takes it back: exactly the code of the step itself runs, so that what is shown cannot differ from
 * what would happen. Nothing is kept, not even an attempt; numbers shown are those that would be given now.
 */
export async function preview<T extends EventType>(
  workshop: Workshop,
  command: Command<T>,
): Promise<Preview | CommandRefusal> {
  try {
    await inTransaction(workshop.source, async (sql) => {
      const known = await sql.query<{ id: string }>('select id from document where case_id = $1', [command.caseId]);
      const answer = await handleWithin(workshop, sql, command);
      throw new Undo(
        'refused' in answer
          ? answer
          : await seen(
              workshop,
              sql,
              command.caseId,
              known.map(({ id }) => id),
            ),
      );
    });
  } catch (error) {
    if (error instanceof Undo) return error.seen;
    throw error;
  }
  throw new Error('a preview always ends by undoing');
}

async function seen(workshop: Workshop, sql: Sql, caseId: string, known: readonly string[]): Promise<Preview> {
  const file = await openFile(sql, caseId, workshop);
  const documents = await sql.query<{ kind: string; content: PdfContent }>(
    'select kind, content from document where case_id = $1 and not id = any($2::uuid[]) order by number',
    [caseId, known],
  );
  return { state: file.row.state, documents, clocks: file.clocks, effect: effectOfOpen(file) };
}
