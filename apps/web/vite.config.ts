import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUT = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** Scripts and styles lie compressed beside themselves, so that the server only has to hand them out. */
const compressed = (): Plugin => ({
  name: 'compressed',
  closeBundle: () => {
    for (const file of readdirSync(OUT).filter((name) => /\.(js|css)$/.test(name))) {
      const bytes = readFileSync(join(OUT, file));
      writeFileSync(join(OUT, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(join(OUT, `${file}.br`), brotliCompressSync(bytes));
    }
  },
});

/** The application for everybody who logs in, and style and script of the public pages, in one build. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
  plugins: [compressed()],
  // the 信创 browsers of 2024 are Chromium 110 and older ones are about
  build: {
    target: ['chrome87', 'safari14'],
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '.',
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { app: 'src/main.tsx', site: 'src/site.ts' },
      // libraries mark files for servers that render React; there is none here
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
  oxc: { jsx: { runtime: 'automatic' } },
});
