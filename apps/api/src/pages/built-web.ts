import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';

/** Where the build of apps/web lies, and which of its files a page has to name. */
export interface BuiltWeb {
  folder: string;
  app: Entry;
  site: Entry;
}
interface Entry {
  script: string;
  styles: readonly string[];
}
interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

/** @throws Error before the first build: `npm run build` makes it */
export function builtWeb(): BuiltWeb {
  const folder = join(projectRoot(), 'dist', 'web');
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('the web application is not built: npm run build');
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>;
  const entry = (source: string): Entry => {
    const chunk = chunks[source];
    if (!chunk) throw new Error(`the build has no ${source}`);
    return { script: `/assets/${chunk.file}`, styles: stylesOf(source).map((file) => `/assets/${file}`) };
  };
  /** Style that two entries share lies with the chunk that they share. */
  const stylesOf = (source: string): string[] => [
    ...(chunks[source]?.imports ?? []).flatMap(stylesOf),
    ...(chunks[source]?.css ?? []),
  ];
  return { folder, app: entry('src/main.tsx'), site: entry('src/site.ts') };
}
