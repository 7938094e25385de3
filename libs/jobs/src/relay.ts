import type { Queue, Worker } from 'bullmq';
import { inTransaction, safeError, sqlOf, type Log, type Sql } from '../../platform/src/index.js';
import { settledDay } from '../../publicity/src/index.js';
import type { Job } from './catalogue.js';
import type { JobTools } from './handlers.js';
import type { QueueStore } from './queue-store.js';
import { withinTime } from './within-time.js';
import { caseIdOf, outboxIdOf, runAndMark, type JobRun } from './run.js';

/** A released row whose job was lost (a flushed Redis, a killed worker) is released again after this long. */
const LOST_AFTER_SECONDS = 45;
/** An alarm that is still due is offered again in every span of so long: a queue forgets a job that is done when it likes. */
const ALARM_AGAIN_MS = 30_000;
const BATCH = 100;
/** Jobs of alarms: the same one may have to go off again soon. */
const ALARMS = new Set<Job['name']>(['wake', 'wakeInstitution', 'wakeAnnual', 'wakeTicket', 'remindAppointment']);

interface OutboxRow {
  id: string;
  case_id: string | null;
  topic: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** Rows that may go out now: the first undone one of each case, not yet released or lost on the way. */
const CLAIM = `
  update outbox set released_at = $1, attempts = attempts + 1
  where id in (
    select o.id from outbox o
    where o.done_at is null and (o.released_at is null or o.released_at < $1::timestamptz - make_interval(secs => $2))
      and not exists (select 1 from outbox p where p.case_id = o.case_id and p.id < o.id and p.done_at is null)
    order by o.id limit $3 for update skip locked)
  returning id, case_id, topic, payload, attempts`;

/** A row that somebody holds was taken after all: it is not waited for, for its work may be waiting behind this. */
const TAKE_BACK = `
  update outbox set released_at = null, attempts = attempts - 1
  where id in (select id from outbox where id = any($1::bigint[]) and done_at is null for update skip locked)`;

/** Outbox rows and due timers → queue → handlers. Exactly once inside the database, at least once outside (design 6.17). */
export class Relay {
  private queue?: Queue;
  private worker?: Worker;
  private timer?: NodeJS.Timeout;
  private busy?: Promise<void>;
  private stopped = false;
  private rootsAskedFor = '';

  constructor(
    private readonly tools: JobTools,
    private readonly store: QueueStore,
    private readonly log: Pick<Log, 'error'>,
    private readonly machineTime: () => number,
    /** Told of every run of a job: for a line in the log and a figure. */
    private readonly noteRun: (run: JobRun) => void = () => undefined,
  ) {}

  start(pollMs = 250): void {
    this.queue = this.store.queue();
    this.queue.on('error', (error) => this.log.error({ error: safeError(error) }, 'queue'));
    this.worker = this.store.worker(async ({ name, data }) => this.run({ name, data } as Job), 4);
    this.worker.on('error', (error) => this.log.error({ error: safeError(error) }, 'worker'));
    this.worker.on('failed', (job, error) =>
      this.log.error({ job: job?.name, id: job?.id, error: safeError(error) }, 'job failed'),
    );
    const tick = (): void => {
      if (this.stopped) return;
      this.busy = this.releaseOnce()
        .then(() => undefined)
        .catch((error: unknown) => this.log.error({ error: safeError(error) }, 'relay'))
        .finally(() => {
          if (!this.stopped) this.timer = setTimeout(tick, pollMs);
        });
    };
    tick();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.busy;
    await this.store.close();
  }

  /** Hands everything that is due to the queue; the job's id is the row's, so that a row is queued once per release. */
  async releaseOnce(): Promise<number> {
    const sql = sqlOf(this.tools.workshop.source);
    const rows = await claim(sql, new Date(this.machineTime()));
    await this.release(sql, rows);
    const timers = await dueTimers(sql, this.tools.workshop.clock.now());
    const span = Math.floor(this.machineTime() / ALARM_AGAIN_MS);
    for (const { job, wake } of timers)
      await this.add(job, `${job.name}-${Object.values(job.data)[0]}-${wake}-${span}`);
    const day = settledDay(this.tools.workshop.clock.now());
    if (day !== this.rootsAskedFor) await this.add({ name: 'rollLogRoot', data: { outboxId: '' } }, `roots-${day}`);
    this.rootsAskedFor = day;
    return rows.length + timers.length;
  }

  /** A queue that takes nothing gives back what it did not take, so that the next round offers it again. */
  private async release(sql: Sql, rows: readonly OutboxRow[]): Promise<void> {
    for (const [taken, row] of rows.entries()) {
      await this.add(jobOf(row), `outbox-${row.id}-${row.attempts}`).catch(async (error: unknown) => {
        await sql.query(TAKE_BACK, [rows.slice(taken).map(({ id }) => id)]);
        throw error;
      });
    }
  }

  private async add(job: Job, jobId: string): Promise<void> {
    const keepForADay = { age: 86_400, count: 5_000 };
    const short = ALARMS.has(job.name) ? { age: 30 } : keepForADay;
    const adding = this.queue?.add(job.name, job.data, {
      jobId,
      attempts: 3,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: short,
      removeOnFail: { age: 60 },
    });
    // one that is taken after all has the same id as the next offer of the same row
    if (adding && !(await withinTime(adding))) throw new Error('the queue does not answer');
  }

  private async run(job: Job): Promise<void> {
    const began = this.machineTime();
    const note = (more: { error?: unknown }): void =>
      this.noteRun({
        job: job.name,
        outboxId: outboxIdOf(job),
        caseId: caseIdOf(job),
        seconds: (this.machineTime() - began) / 1000,
        ...more,
      });
    try {
      await runAndMark(this.tools, job, new Date(began));
    } catch (error) {
      note({ error });
      throw error;
    }
    note({});
  }
}

async function claim(sql: Sql, now: Date): Promise<OutboxRow[]> {
  return sql.query<OutboxRow>(CLAIM, [now, LOST_AFTER_SECONDS, BATCH]);
}

interface DueTimer {
  job: Job;
  /** The moment for which the alarm was set, so that one alarm is queued once. */
  wake: string;
}

/** Alarms that have gone off, of cases, of the register, of appointments and of tickets. */
async function dueTimers(sql: Sql, now: Date): Promise<DueTimer[]> {
  const due = (table: string, of: string): Promise<{ id: string; wake: string }[]> =>
    sql.query(
      `select ${of} as id, extract(epoch from min(wake_at))::bigint::text as wake from ${table} where wake_at <= $1 group by ${of} limit 100`,
      [now],
    );
  const timers = async (table: string, of: string, job: (id: string) => Job): Promise<DueTimer[]> =>
    (await due(table, of)).map(({ id, wake }) => ({ job: job(id), wake }));
  return [
    ...(await timers('appointment_timer', 'appointment_id', (appointmentId) => ({
      name: 'remindAppointment',
      data: { appointmentId },
    }))),
    ...(await timers('timer', 'case_id', (caseId) => ({ name: 'wake', data: { caseId } }))),
    ...(await timers('institution_timer', 'institution_id', (institutionId) => ({
      name: 'wakeInstitution',
      data: { institutionId },
    }))),
    ...(await timers('annual_timer', 'institution_id', (institutionId) => ({
      name: 'wakeAnnual',
      data: { institutionId },
    }))),
    ...(await timers('ticket_timer', 'ticket_id', (ticketId) => ({ name: 'wakeTicket', data: { ticketId } }))),
  ];
}

function jobOf({ id, case_id, topic, payload }: OutboxRow): Job {
  return { name: topic, data: { ...payload, outboxId: id, caseId: case_id } } as unknown as Job;
}

/** Everything that is due, performed here and now in order: for tests and for the command line. */
export async function drain(tools: JobTools, now: () => Date): Promise<number> {
  let done = 0;
  for (;;) {
    const rows = await inTransaction(tools.workshop.source, (sql) => claim(sql, now()));
    const timers = await dueTimers(sqlOf(tools.workshop.source), tools.workshop.clock.now());
    const jobs: Job[] = [...rows.map(jobOf), ...timers.map(({ job }) => job)];
    if (jobs.length === 0) return done;
    for (const job of jobs) await runAndMark(tools, job, now());
    done += jobs.length;
  }
}
