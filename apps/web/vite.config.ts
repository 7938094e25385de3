import { defineConfig } from 'vite';

/** The application for everybody who logs in, and style and script of the public pages, in one build. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
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
