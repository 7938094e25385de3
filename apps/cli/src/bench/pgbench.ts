import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';

export type BareSql = 'write' | 'transition' | 'list' | 'get';
const file = (name: string): string => join(projectRoot(), 'test', 'bench', 'sql', `${name}.sql`);

/** The limit of the machine: bare SQL by pgbench, sixteen clients, prepared. Null where pgbench is not installed. */
export class Pgbench {
  private readonly best = new Map<BareSql, number>();

  private constructor(
    private readonly url: URL,
    private readonly seconds: number,
  ) {}

  static isInstalled = (): boolean => spawnSync('pgbench', ['--version']).status === 0;

  /** @param url an empty database, as its superuser */
  static async open(url: string, seconds: number): Promise<Pgbench> {
    const bench = new Pgbench(new URL(url), seconds);
    await bench.run('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-f', file('init')]);
    return bench;
  }

  /** Transactions a second; of several rounds the best counts, so that no ratio is luck. */
  async measure(name: BareSql): Promise<number> {
    const load = ['-n', '-M', 'prepared', '-j', '1', '-c', '16', '-T', String(this.seconds)];
    const output = await this.run('pgbench', [...load, '-f', file(name)]);
    const tps = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
    if (!(tps > 0)) throw new Error(`pgbench ${name}: ${output}`);
    this.best.set(name, Math.max(tps, this.best.get(name) ?? 0));
    return this.limit(name);
  }

  limit(name: BareSql): number {
    return this.best.get(name) ?? 0;
  }

  private run(program: string, args: readonly string[]): Promise<string> {
    const { hostname, port, username, password, pathname } = this.url;
    const child = spawn(program, ['-h', hostname, '-p', port, '-U', username, ...args, pathname.slice(1)], {
      env: { ...process.env, PGPASSWORD: password },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`${program}: ${errors}`))));
    });
  }
}
