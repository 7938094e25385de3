// npm run tour, prove, cli …: prepared like npm start, then the command line itself.
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';

prepare();
const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/cli/src/main.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
