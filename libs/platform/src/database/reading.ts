import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { put, type Planned } from './put.js';

/** Connections that reads share at most; the rest of the pool is for transactions. */
const LANES = 4;
/** Statements that wait on one connection before another one is taken. */
const DEEP = 32;
/** A connection on which nothing was answered for so long works on something slow. */
const SLOW_MS = 10;

/** A connection on loan from the pool, while somebody reads. */
interface Lane {
  client: PoolClient | Promise<PoolClient>;
  /** Statements that are not answered yet. */
  open: number;
  /** When its first statement was sent, or the last one answered; milliseconds of the machine. */
  movedAt: number;
  /** A connection that broke is not asked again, and not used again when it is given back. */
  broken: boolean;
  returned: boolean;
  lost: () => void;
}

/**
 * Statements outside of transactions. Reads share a connection in pipeline mode: what is asked in one turn of the event
 * loop, by whomever, leaves in one packet, and one process of the database works it off without a pause. A read that
 * takes long keeps those that were sent right after it; what comes later goes over another connection, while there is one.
 * What writes or locks has a connection to itself.
 */
export class Reading {
  private readonly lanes = new Set<Lane>();

  constructor(private readonly pool: Pool) {}

  async query<Row>(text: string, parameters: readonly unknown[], planned?: Planned): Promise<Row[]> {
    if (mayWait(text)) return this.alone(text, parameters, planned);
    const lane = this.lane();
    if (lane.open === 0) lane.movedAt = performance.now();
    lane.open += 1;
    try {
      const client = lane.client instanceof Promise ? await lane.client : lane.client;
      return (await put(client, text, parameters, planned)).rows as Row[];
    } catch (error) {
      if (isOver(error)) lane.lost();
      throw error;
    } finally {
      lane.open -= 1;
      lane.movedAt = performance.now();
      if (lane.open === 0) setImmediate(() => this.giveBack(lane));
    }
  }

  /** A connection for one statement: what waits for a lock keeps nobody else waiting. */
  private async alone<Row>(text: string, parameters: readonly unknown[], planned?: Planned): Promise<Row[]> {
    const client = await this.pool.connect();
    // one that breaks says so by itself, beside failing its statement; told to nobody, that would end the process
    client.on('error', ignore);
    let broken = false;
    try {
      return (await put(client, text, parameters, planned)).rows as Row[];
    } catch (error) {
      broken = isOver(error);
      throw error;
    } finally {
      if (!broken) client.off('error', ignore);
      client.release(broken);
    }
  }

  private lane(): Lane {
    const now = performance.now();
    const lanes = [...this.lanes];
    const flowing = lanes.find(({ open, movedAt }) => open < DEEP && (open === 0 || now - movedAt < SLOW_MS));
    if (flowing) return flowing;
    if (lanes.length < LANES) return this.anotherLane(now);
    return lanes.reduce((least, lane) => (lane.open < least.open ? lane : least));
  }

  private anotherLane(now: number): Lane {
    const lane: Lane = {
      client: this.pool.connect(),
      open: 0,
      movedAt: now,
      broken: false,
      returned: false,
      lost: () => this.lose(lane),
    };
    this.lanes.add(lane);
    (lane.client as Promise<PoolClient>).then((client) => {
      lane.client = client;
      client.on('error', lane.lost);
    }, lane.lost);
    return lane;
  }

  private lose(lane: Lane): void {
    lane.broken = true;
    this.lanes.delete(lane);
  }

  private giveBack(lane: Lane): void {
    if (lane.open > 0 || lane.returned || lane.client instanceof Promise) return;
    lane.returned = true;
    this.lanes.delete(lane);
    if (!lane.broken) lane.client.off('error', lane.lost);
    lane.client.release(lane.broken);
  }
}

const ignore = (): void => undefined;

const LOCKS = /\b(insert into|update|delete from|for (no key )?update|for (key )?share|pg_advisory\w*)\b/i;
const waiting = new Map<string, boolean>();
/** More texts than there are statements in the code would be texts made up at run time. */
const MOST_TEXTS = 1000;

/** Whether a statement writes or locks, and so may have to wait for whoever holds what it wants. */
function mayWait(text: string): boolean {
  const known = waiting.get(text);
  if (known !== undefined) return known;
  const may = LOCKS.test(text);
  if (waiting.size < MOST_TEXTS) waiting.set(text, may);
  return may;
}

/** Whether what failed was the connection and not the statement: the server says so before it closes it. */
function isOver(error: unknown): boolean {
  const { code, severity } = (error as { driverError?: { code?: string; severity?: string } }).driverError ?? {};
  return code === undefined || severity === 'FATAL';
}

/** Whether the connections of a source take statements without waiting for the answers of those before. */
const isPipelined = ({ options }: Pool): boolean => (options as { pipeline?: boolean }).pipeline === true;

const readings = new WeakMap<DataSource, Reading>();

/** The shared connections of a source that is connected; null where its connections cannot be shared. */
export function readingOf(source: DataSource): Reading | null {
  const known = readings.get(source);
  if (known) return known;
  const pool = (source.driver as unknown as { master: Pool }).master;
  if (!isPipelined(pool)) return null;
  const made = new Reading(pool);
  readings.set(source, made);
  return made;
}
