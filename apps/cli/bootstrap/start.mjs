// npm start: install what is missing, build, run. Asks first whether the port is free, before anything is touched.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fail, prepare } from './prepare.mjs';

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  fail(
    `设置有误：PORT 应为 1 到 65535 的整数 / wrong setting: PORT must be a whole number from 1 to 65535, not "${process.env.PORT}"`,
  );
if (process.env.ROLE !== 'worker' && !(await isFree(port)))
  fail(
    `端口 ${port} 已被占用，请换一个：PORT=3001 npm start / port ${port} is taken, choose another: PORT=3001 npm start`,
  );
prepare();

const server = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/src/main.js'], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

function isFree(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(wanted, process.env.HOST ?? '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
