import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface Image {
  /** Its working folder. */
  root: string;
  /** What it sets before anybody sets anything. */
  settings: Record<string, string>;
  /** What it starts, without `node` itself. */
  command: string[];
}

const lastStage = (): string =>
  readFileSync('docker/Dockerfile', 'utf8')
    .split(/^FROM /m)
    .at(-1) ?? '';

/** The image outside a container: what its last stage copies, and nothing else, under `root`. Packages are linked. */
export function imageAt(root: string): Image {
  const stage = lastStage();
  for (const [, from = '', to = ''] of stage.matchAll(/^COPY --from=build \/app\/(\S+) \.\/(\S*)$/gm)) {
    const target = join(root, to || from);
    if (from === 'node_modules') symlinkSync(join(process.cwd(), from), target);
    else cpSync(from, target, { recursive: true });
  }
  const pairs = (/^ENV (.*)$/m.exec(stage)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]);
  const [, ...command] = JSON.parse(/^CMD (.*)$/m.exec(stage)?.[1] ?? '[]') as string[];
  return { root, settings: Object.fromEntries(pairs), command };
}

/** Every file of the image, to see that nothing was written there. */
export const filesOf = ({ root }: Image): string[] => readdirSync(root, { recursive: true }).map(String).sort();
