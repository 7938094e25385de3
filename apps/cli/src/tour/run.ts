import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Api, ProblemError, took, type CaseView } from '../../../../libs/client/src/index.js';
import { derivedId } from '../../../../libs/platform/src/index.js';

export interface TourStep {
  actor: string;
  command: string;
  state: string;
  at: string;
  clock: string;
}

/** What the tour keeps on disk: with it, a tour that was cut off goes on where it stood. */
interface Memory {
  runId: string;
  url: string;
  done: TourStep[];
  kept: Record<string, string>;
}

const PATIENCE_MS = 90_000;

/** One run of the story: its people, its memory, and the patience to wait for a server that comes back. */
export class TourRun {
  private readonly people = new Map<string, Promise<Api>>();

  private constructor(
    private readonly path: string,
    private readonly memory: Memory,
    private readonly tell: (step: TourStep) => void,
  ) {}

  static open(path: string, url: string, freshId: string, tell: (step: TourStep) => void): TourRun {
    const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Memory) : null;
    const memory = before?.url === url ? before : { runId: freshId, url, done: [], kept: {} };
    return new TourRun(path, memory, tell);
  }

  get runId(): string {
    return this.memory.runId;
  }
  get steps(): readonly TourStep[] {
    return this.memory.done;
  }
  get caseId(): string {
    return this.memory.kept['caseId'] ?? '';
  }

  /** A value that stays the same when the tour is resumed: the body of a repeated command must not differ. */
  keep(key: string, make: () => string): string {
    this.memory.kept[key] ??= make();
    this.save();
    return this.memory.kept[key];
  }

  /** Command ids follow from run and step, so that a repeated step gets the first answer again. */
  commandId(step: string): string {
    return derivedId(`tour ${this.memory.runId} ${step}`);
  }

  async as(login: string, password: string): Promise<Api> {
    const api = this.people.get(login) ?? this.login(login, password);
    this.people.set(login, api);
    return api;
  }

  forget(login: string): void {
    this.people.delete(login);
  }

  /** One step of the story; done steps are not done again. */
  async step(
    actor: string,
    command: string,
    work: () => Promise<unknown>,
    view: () => Promise<CaseView | null>,
  ): Promise<void> {
    if (this.memory.done.some((step) => step.actor === actor && step.command === command)) return;
    await this.patiently(work);
    const seen = await this.patiently(view);
    const clock = seen?.clocks
      .filter(({ status }) => status === 'running' || status === 'paused')
      .map(({ id, status, deadline }) => `${id} ${status === 'paused' ? 'paused' : deadline.dueOn}`)
      .join(', ');
    const step = { actor, command, state: seen?.state ?? '-', at: seen?.asOf ?? '-', clock: clock ?? '' };
    this.memory.done.push(step);
    this.save();
    this.tell(step);
  }

  /** Waits until something has come about, e.g. a document printed by a job. */
  async until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.patiently(look);
      if (found) return found;
      if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
      await pause(150);
    }
  }

  finish(): void {
    rmSync(this.path, { force: true });
  }

  private login(login: string, password: string): Promise<Api> {
    const api = new Api(this.memory.url, (input, init) =>
      this.patiently(() => fetch(input instanceof Request ? input.clone() : input, init)),
    );
    return api.login(login, password).then(() => api);
  }

  /** A server that restarts is waited for; a refusal is final. */
  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if ((error instanceof ProblemError && error.problem.status < 500) || performance.now() > end) throw error;
        if (!(error instanceof ProblemError) && !(error instanceof TypeError)) throw error;
        await pause(500);
      }
    }
  }

  private save(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, JSON.stringify(this.memory));
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export { took };
