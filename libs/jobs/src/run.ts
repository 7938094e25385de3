import { inTransaction, safeReason, type Sql } from '../../platform/src/index.js';
import type { Job } from './catalogue.js';
import { perform, type JobTools } from './handlers.js';

/** One run of a job, as those who run the system see it: ids and figures, nothing of anybody. */
export interface JobRun {
  job: Job['name'];
  outboxId: string | null;
  caseId: string | null;
  seconds: number;
  /** What was thrown; the queue tries again. */
  error?: unknown;
}

/**
 * Runs a job and marks its row; a failure is written down with its reason and goes back to the queue. The row is held
 * while its job runs: the same row twice runs one after the other, and nobody skips what is being done.
 */
export async function runAndMark(tools: JobTools, job: Job, now: Date): Promise<void> {
  const outboxId = outboxIdOf(job);
  if (!outboxId) return perform(tools, job);
  const failed = await inTransaction(tools.workshop.source, (sql) => runHeld(tools, sql, job, outboxId, now));
  if (failed) throw failed.error;
}

async function runHeld(
  tools: JobTools,
  sql: Sql,
  job: Job,
  outboxId: string,
  now: Date,
): Promise<{ error: unknown } | null> {
  const open = await sql.query('select 1 from outbox where id = $1 and done_at is null for update', [outboxId]);
  if (open.length === 0) return null;
  try {
    await perform(tools, job);
  } catch (error) {
    await sql.query('update outbox set last_error = $2 where id = $1', [outboxId, safeReason(error)]);
    return { error };
  }
  await sql.query('update outbox set done_at = $2, last_error = null where id = $1', [outboxId, now]);
  return null;
}

export const outboxIdOf = ({ data }: Job): string | null =>
  'outboxId' in data && data.outboxId !== '' ? data.outboxId : null;

export const caseIdOf = ({ data }: Job): string | null =>
  'caseId' in data && typeof data.caseId === 'string' ? data.caseId : null;
