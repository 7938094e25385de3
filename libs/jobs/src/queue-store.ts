import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker, withBackend, createPostgresBackend, runMigrations, type Processor } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import pg from 'pg';
import { APP_ROLE } from '../../platform/src/index.js';
import { withinTime } from './within-time.js';

/** The queue's own tables live in a schema of their own, made by the queue's own migrations. */
export const QUEUE_SCHEMA = 'bullmq';
export const QUEUE_NAME = 'licensing';

/** One queue and its workers, on PostgreSQL or Redis: the same calls, the same behaviour. */
export interface QueueStore {
  readonly kind: 'postgres' | 'redis';
  queue(): Queue;
  worker(process: Processor, concurrency: number): Worker;
  close(): Promise<void>;
}

/**
 * Prepares the PostgreSQL backend: the queue's migrations as the owner, then rights for the application. One process at a
 * time, for two that grant the same right at once trip over each other; the lock ends with the connection.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined); // a connection that ends is told by whatever is asked of it next
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(720502)');
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`grant usage on schema ${QUEUE_SCHEMA} to ${APP_ROLE}`);
    await client.query(
      `grant select, insert, update, delete, truncate on all tables in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`,
    );
    await client.query(`grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`);
    await client.query(`grant execute on all functions in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}

/** @param urls Redis as soon as it is configured, else the application's own PostgreSQL */
export function openQueueStore(urls: { databaseUrl: string; redisUrl?: string }): QueueStore {
  return urls.redisUrl ? redisStore(urls.redisUrl) : postgresStore(urls.databaseUrl);
}

function postgresStore(databaseUrl: string): QueueStore {
  const classes = withBackend(patientBackend);
  const connection = () => ({
    connectionString: databaseUrl,
    schema: QUEUE_SCHEMA,
    max: 3,
    options: `-c role=${APP_ROLE} -c search_path=${QUEUE_SCHEMA}`,
  });
  const open: { close(): Promise<void> }[] = [];
  return {
    kind: 'postgres',
    queue: () => remember(open, new classes.Queue(QUEUE_NAME, { connection: connection() }) as unknown as Queue),
    worker: (process, concurrency) =>
      remember(
        open,
        new classes.Worker(QUEUE_NAME, process, { connection: connection(), concurrency }) as unknown as Worker,
      ),
    close: () => closeAll(open),
  };
}

/**
 * The backend with patience for a database that is away. A worker would ask for its next job again at once, whatever came
 * in the place of the last answer, thousands of times a second; and whose first connection failed would never try another.
 */
const patientBackend: typeof createPostgresBackend = (...given) => {
  const backend = createPostgresBackend(...given);
  const [next, wait] = [backend.moveToActive.bind(backend), backend.waitForJob.bind(backend)];
  backend.moveToActive = (...asked) => next(...asked).catch(afterPause);
  backend.waitForJob = (...asked) => wait(...asked).catch(afterPause);
  const { connection } = backend as unknown as { connection: Connection };
  const ready = connection.waitUntilReady.bind(connection);
  connection.waitUntilReady = () =>
    ready().catch((error: unknown) => {
      connection.readyPromise = undefined;
      throw error;
    });
  return backend;
};

/** What the backend keeps of its connection: the outcome of the first attempt, for ever. */
interface Connection {
  readyPromise?: Promise<void>;
  waitUntilReady(): Promise<void>;
}

const PAUSE_MS = 500;

async function afterPause(error: unknown): Promise<never> {
  await pause(PAUSE_MS);
  throw error;
}

/**
 * Whoever adds a job is told at once when Redis is away, so that its row stays with the outbox; a worker waits for Redis
 * to come back.
 */
function redisStore(redisUrl: string): QueueStore {
  const open: { close(): Promise<void> }[] = [];
  const connect = (patience: RedisOptions) => {
    const redis = new Redis(redisUrl, { ...patience, retryStrategy: nextTry });
    redis.on('error', () => undefined); // the relay releases again what a lost Redis forgot; it must not bring us down
    open.push({ close: async () => redis.disconnect() });
    return redis;
  };
  return {
    kind: 'redis',
    queue: () => remember(open, new Queue(QUEUE_NAME, { connection: connect(AT_ONCE) })),
    worker: (process, concurrency) => {
      const connection = connect(WAITING);
      const worker = new Worker(QUEUE_NAME, process, { connection, concurrency });
      // from a Redis that is away no job can be asked back: the outbox has them all
      open.unshift({ close: () => worker.close(connection.status !== 'ready') });
      return worker;
    },
    close: () => closeAll(open),
  };
}

const AT_ONCE = { maxRetriesPerRequest: 0, enableOfflineQueue: false, autoResendUnfulfilledCommands: false };
const WAITING = { maxRetriesPerRequest: null };

/** Milliseconds until the next attempt to reach a Redis that is away. */
const nextTry = (attempt: number): number => Math.min(2000, attempt * 50);

function remember<T extends { close(): Promise<void> }>(open: { close(): Promise<void> }[], one: T): T {
  open.unshift(one);
  return one;
}

async function closeAll(open: { close(): Promise<void> }[]): Promise<void> {
  for (const one of open.splice(0)) await withinTime(one.close().catch(() => undefined));
}
