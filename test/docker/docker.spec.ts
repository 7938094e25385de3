import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settingsOf } from './compose-settings.js';
import { readSettings, SETTINGS, settingsTable } from '../../libs/platform/src/settings/index.js';

interface Service {
  environment?: Record<string, string | number>;
  image?: string;
  read_only?: boolean;
  secrets?: string[];
  profiles?: string[];
  command?: string[];
}
const compose = parse(readFileSync('docker/compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, unknown>;
};
const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'school-licensing');
const known = SETTINGS.map(({ name }) => name as string);

it('sets only settings that exist', () => {
  expect(ours.map(([name, { profiles = [] }]) => [name, ...profiles])).toEqual([
    ['api'],
    ['worker'],
    ['api2', 'scale'],
    ['worker2', 'scale'],
  ]);
  for (const [, { environment = {} }] of ours) {
    expect(Object.keys(environment).filter((name) => !known.includes(name.replace(/_FILE$/, '')))).toEqual([]);
  }
  const inImage = [...(/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, name]) => name ?? '');
  expect(inImage.filter((name) => name !== 'NODE_ENV' && !known.includes(name))).toEqual([]);
});

const secretOf = (name: string): string =>
  name.startsWith('SESSION') ? 's'.repeat(40) : `postgres://${name}@database/licensing`;

it('the settings of all services are accepted by the system itself', () => {
  for (const [name, { environment = {}, secrets = [] }] of ours) {
    const given = settingsOf(environment, { PUBLIC_URL: 'https://licensing.example' }, secretOf);
    expect(readSettings(given)).toMatchObject({ mode: 'production', role: name.replace('2', ''), listens: true });
    for (const [key, value] of Object.entries(environment))
      if (key.endsWith('_FILE')) expect(secrets).toContain(String(value).replace('/run/secrets/', ''));
  }
});

it('the queue of profile scale forgets nothing, and is used where it is named', () => {
  expect(compose.services['redis']?.command).toEqual(
    expect.arrayContaining(['--appendonly', 'yes', '--maxmemory-policy', 'noeviction']),
  );
  const [, { environment = {} }] = ours[0] ?? ['', {}];
  const outside = { PUBLIC_URL: 'https://licensing.example' };
  expect(readSettings(settingsOf(environment, outside, secretOf)).redisUrl).toBeUndefined();
  const scaled = settingsOf(environment, { ...outside, REDIS_URL: 'redis://redis:6379' }, secretOf);
  expect(readSettings(scaled).redisUrl).toBe('redis://redis:6379');
});

it('starts the same entry point as npm start, as an ordinary user, from files that exist', () => {
  const entry = 'dist/apps/api/src/main.js';
  expect(dockerfile).toContain(`CMD ["node", "--enable-source-maps", "${entry}"]`);
  expect(readFileSync('apps/cli/bootstrap/start.mjs', 'utf8')).toContain(entry);
  expect(existsSync(entry)).toBe(true);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(ours.every(([, { read_only }]) => read_only)).toBe(true);
  for (const [, path = ''] of dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm))
    expect([path, existsSync(path)]).toEqual([path, true]);
});

it('the image has every folder of the project that the running system reads', () => {
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path = '']) => path);
  const sources = readdirSync('apps/api/src', { recursive: true }).map((name) => join('apps/api/src', String(name)));
  const read = sources
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/join\(projectRoot\(\), ([^)]*)\)/g)])
    .map(([, parts = '']) => parts.replaceAll(/[' ]/g, '').replaceAll(',', '/'))
    .filter((folder) => folder !== '.data');
  expect(read).toEqual(expect.arrayContaining(['libs/procedures/frozen', 'dist/web']));
  expect(read.filter((folder) => !copied.some((path) => `${folder}/`.startsWith(`${path}/`)))).toEqual([]);
});

it('production refuses what is missing, all of it in one line', () => {
  expect(() => readSettings({ MODE: 'production' })).toThrow(
    /DATABASE_URL is missing; DATABASE_OWNER_URL is missing; SESSION_SECRET is missing; PUBLIC_URL must be an https address/,
  );
  expect(() => readSettings({ PORT: '99999', ROLE: 'boss', DATABASE_URL: 'mysql://x' })).toThrow(
    /PORT .*; .*|ROLE must be one of all, api, worker/,
  );
  expect(() => readSettings({ SESSION_SECRET: 'short' })).toThrow(/at least 32/);
  expect(() => readSettings({ DRAIN_SECONDS: 'long' })).toThrow(/DRAIN_SECONDS must be a whole number from 0 to 300/);
  expect(readSettings({ ROLE: 'worker' })).toMatchObject({ listens: false, drainSeconds: 0 });
  expect(readSettings({})).toMatchObject({ mode: 'demo', port: 3000, host: '127.0.0.1', role: 'all' });
});

it('the operations page lists every setting, as the system reads it', () => {
  const cells = (text: string) =>
    text.split('\n').map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('|'),
    );
  expect(cells(readFileSync('docs/operations.md', 'utf8'))).toEqual(
    expect.arrayContaining(cells(settingsTable()).filter((row) => !row.includes('---'))),
  );
});
