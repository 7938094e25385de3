import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, statusOf } from '../../startup/processes.js';

export const MEMBERS = ['api1', 'api2', 'worker1', 'worker2'] as const;
export type Member = (typeof MEMBERS)[number];

/** The processes of the system, each started again at once when it ends, whatever it ends of. */
export class Fleet {
  private readonly running = new Map<Member, ChildProcess>();
  private readonly ports = new Map<Member, number>();
  private stopped = false;
  /** Why a process was not ready, as it said itself, and how often it was asked. */
  readonly reasons: Record<string, number> = {};

  constructor(
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
    /** A module that every process loads before all others. */
    private readonly preloaded: string | null,
  ) {}

  async start(): Promise<void> {
    for (const member of MEMBERS) this.ports.set(member, await freePort());
    process.once('exit', () => this.running.forEach((child) => child.kill('SIGKILL')));
    for (const member of MEMBERS) this.keepUp(member, createWriteStream(join(this.folder, `${member}.log`)));
  }

  /** Where the web processes listen. */
  get urls(): string[] {
    return (['api1', 'api2'] as const).map((member) => `http://127.0.0.1:${this.ports.get(member)}`);
  }

  /** All four, as they say of themselves. */
  async ready(): Promise<boolean> {
    const states = await Promise.all(
      [...this.ports.values()].map((port) => statusOf(`http://127.0.0.1:${port}/readyz`)),
    );
    return states.every((status) => status === 200);
  }

  /** Whether one of those for the web says that it is ready; why one that answers is not, is remembered. */
  async answers(): Promise<boolean> {
    const states = await Promise.all(this.urls.map((url) => this.readiness(`${url}/readyz`)));
    return states.includes(true);
  }

  private async readiness(url: string): Promise<boolean> {
    try {
      const answer = await fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(5_000) });
      const { reason = 'none given' } = (await answer.json()) as { reason?: string };
      if (!answer.ok) this.reasons[reason] = (this.reasons[reason] ?? 0) + 1;
      return answer.ok;
    } catch {
      return false;
    }
  }

  async kill(member: Member): Promise<void> {
    for (let tries = 0; tries < 20; tries += 1) {
      if (this.running.get(member)?.kill('SIGKILL')) return;
      await pause(50); // it is being started
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const living = [...this.running.values()].filter(({ exitCode, signalCode }) => exitCode === null && !signalCode);
    const ended = living.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of living) child.kill('SIGTERM');
    const late = setTimeout(() => living.forEach((child) => child.kill('SIGKILL')), 15_000);
    await Promise.all(ended);
    clearTimeout(late);
  }

  private keepUp(member: Member, log: WriteStream): void {
    const role = member.startsWith('api') ? 'api' : 'worker';
    const preload = this.preloaded ? ['--import', this.preloaded] : [];
    const child = spawn(process.execPath, [...preload, 'dist/apps/api/src/main.js'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ...this.settings,
        ROLE: role,
        PORT: String(this.ports.get(member)),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.pipe(log, { end: false });
    this.running.set(member, child);
    child.once('exit', () => {
      if (!this.stopped) setTimeout(() => this.stopped || this.keepUp(member, log), 100);
    });
  }
}
