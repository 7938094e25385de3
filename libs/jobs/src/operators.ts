import type { DataSource } from 'typeorm';
import { inTransaction, Refusal, type Sql } from '../../platform/src/index.js';

/** An undone row as those who run the system see it. */
export interface OpenRow {
  id: string;
  topic: string;
  caseId: string | null;
  createdAt: Date;
  ageSeconds: number;
  attempts: number;
  lastError: string | null;
  /** `failed`: tried, with a reason; `behind`: an earlier row of its case comes first; else it is on its way. */
  standing: 'failed' | 'behind' | 'underWay';
  /** The row that comes first. */
  behind: string | null;
}

export interface SkippedRow {
  id: string;
  topic: string;
  caseId: string | null;
  reason: string;
  by: string;
  skippedAt: Date;
}

interface PageOf {
  cursor?: string;
  limit: number;
}

/** The undone rows, oldest first; keyset over the id. */
export async function openRows(
  sql: Sql,
  { cursor, limit, failed }: PageOf & { failed: boolean },
  machineNow: Date,
): Promise<{ items: OpenRow[]; next: string | null }> {
  const rows = await sql.query<OpenRow>(
    `select o.id, o.topic, o.case_id as "caseId", o.created_at as "createdAt",
       greatest(0, extract(epoch from $1::timestamptz - o.created_at))::int as "ageSeconds", o.attempts,
       o.last_error as "lastError", p.id as behind,
       case when o.last_error is not null then 'failed' when p.id is not null then 'behind' else 'underWay' end as standing
     from outbox o left join lateral (select id from outbox where case_id = o.case_id and id < o.id and done_at is null
       order by id limit 1) p on true
     where o.done_at is null and o.id > $2 and (not $3 or o.last_error is not null) order by o.id limit $4`,
    [machineNow, idIn(cursor) ?? '0', failed, limit + 1],
  );
  return paged(rows, limit);
}

/** What was skipped, by whom and why; the newest row first. */
export async function skippedRows(
  sql: Sql,
  { cursor, limit }: PageOf,
): Promise<{ items: SkippedRow[]; next: string | null }> {
  const rows = await sql.query<SkippedRow>(
    `select s.outbox_id as id, o.topic, o.case_id as "caseId", s.reason, a.display_name as by, s.skipped_at as "skippedAt"
     from outbox_skip s join outbox o on o.id = s.outbox_id join account a on a.id = s.account_id
     where $1::bigint is null or s.outbox_id < $1 order by s.outbox_id desc limit $2`,
    [idIn(cursor), limit + 1],
  );
  return paged(rows, limit);
}

/**
 * Lets a row go out again at once instead of when its time has come.
 * @throws Refusal OUTBOX_ROW_NOT_FOUND, OUTBOX_ROW_DONE, OUTBOX_ROW_BUSY, OUTBOX_ROW_BEHIND
 */
export async function retryRow(source: DataSource, outboxId: string): Promise<void> {
  await onOpenRow(source, outboxId, async (sql) => {
    const earlier = await sql.query(
      `select 1 from outbox o join outbox p on p.case_id = o.case_id and p.id < o.id and p.done_at is null where o.id = $1 limit 1`,
      [outboxId],
    );
    if (earlier.length > 0) throw new Refusal('OUTBOX_ROW_BEHIND');
    await sql.query('update outbox set released_at = null where id = $1', [outboxId]);
  });
}

/**
 * Gives a row up: it counts as done, is never performed, and the next one of its case may go out. Who, when and why is
 * written once. A row whose job is running is not given up.
 * @param times the machine's for the outbox, the system's for the evidence
 * @throws Refusal OUTBOX_ROW_NOT_FOUND, OUTBOX_ROW_DONE, OUTBOX_ROW_BUSY
 */
export async function skipRow(
  source: DataSource,
  { outboxId, accountId, reason }: { outboxId: string; accountId: string; reason: string },
  times: { machine: Date; now: Date },
): Promise<void> {
  await onOpenRow(source, outboxId, async (sql) => {
    await sql.query('insert into outbox_skip (outbox_id, account_id, reason, skipped_at) values ($1, $2, $3, $4)', [
      outboxId,
      accountId,
      reason,
      times.now,
    ]);
    await sql.query('update outbox set done_at = $2 where id = $1', [outboxId, times.machine]);
  });
}

/** Waits a moment for a running job, not longer: it may take its time. */
const PATIENCE = '2s';
const LOCK_NOT_AVAILABLE = '55P03';

async function onOpenRow(source: DataSource, outboxId: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const id = idIn(outboxId);
  if (id === null) throw new Refusal('OUTBOX_ROW_NOT_FOUND');
  try {
    await inTransaction(source, async (sql) => {
      await sql.query(`set local lock_timeout = '${PATIENCE}'`);
      const [row] = await sql.query<{ done: boolean }>(
        'select done_at is not null as done from outbox where id = $1 for update',
        [id],
      );
      if (!row) throw new Refusal('OUTBOX_ROW_NOT_FOUND');
      if (row.done) throw new Refusal('OUTBOX_ROW_DONE');
      await work(sql);
    });
  } catch (error) {
    const { driverError } = error as { driverError?: { code?: string } };
    throw driverError?.code === LOCK_NOT_AVAILABLE ? new Refusal('OUTBOX_ROW_BUSY') : error;
  }
}

/** A number of a row; null for anything else. */
const idIn = (text: string | undefined): string | null => (text && /^\d{1,18}$/.test(text) ? text : null);

const paged = <T extends { id: string }>(rows: readonly T[], limit: number): { items: T[]; next: string | null } => ({
  items: rows.slice(0, limit),
  next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
});

/** How well the outbox is being emptied. */
export interface OutboxFigures {
  /** How long a row has been waiting that may go out and that no relay has taken. */
  relayLagSeconds: number;
  /** Age of the oldest undone row that has not failed and is behind none that has. */
  oldestUndeliveredSeconds: number;
  /** Age of the oldest undone row of all. */
  oldestSeconds: number;
}

const AGES = `
  select coalesce(max(extract(epoch from $1::timestamptz - waiting)) filter (where released_at is null and not behind), 0) as lag,
    coalesce(max(extract(epoch from $1::timestamptz - created_at)) filter (where not stuck), 0) as undelivered,
    coalesce(max(extract(epoch from $1::timestamptz - created_at)), 0) as oldest
  from (select o.created_at, o.released_at,
      greatest(o.created_at, (select max(done_at) from outbox p where p.case_id = o.case_id and p.id < o.id)) as waiting,
      exists (select 1 from outbox p where p.case_id = o.case_id and p.id < o.id and p.done_at is null) as behind,
      o.last_error is not null or exists (select 1 from outbox p where p.case_id = o.case_id and p.id < o.id
        and p.done_at is null and p.last_error is not null) as stuck
    from outbox o where o.done_at is null order by o.id limit 2000) r`;

/** The two thousand oldest undone rows are looked at. */
export async function outboxFigures(sql: Sql, machineNow: Date): Promise<OutboxFigures> {
  const [row] = await sql.query<{ lag: string; undelivered: string; oldest: string }>(AGES, [machineNow]);
  const seconds = (value: string | undefined): number => Math.max(0, Math.round(Number(value ?? 0)));
  return {
    relayLagSeconds: seconds(row?.lag),
    oldestUndeliveredSeconds: seconds(row?.undelivered),
    oldestSeconds: seconds(row?.oldest),
  };
}

/** Undone rows by topic and whether they have failed. */
export async function undoneByTopic(sql: Sql): Promise<{ topic: string; failed: boolean; count: number }[]> {
  return sql.query(
    `select topic, last_error is not null as failed, count(*)::int as count from outbox where done_at is null group by 1, 2 order by 1, 2`,
  );
}
