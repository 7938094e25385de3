import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { MAX_FILE_BYTES } from '../../libs/documents/src/index.js';

interface Service {
  image?: string;
  environment?: Record<string, string | number>;
  secrets?: string[];
  volumes?: string[];
  stop_grace_period?: string;
}
const { services } = parse(readFileSync('docker/compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
const config = readFileSync('docker/Caddyfile', 'utf8');
const lines = config.split('\n').map((line) => line.trim());
const wordsAfter = (name: string): string[] =>
  lines
    .find((line) => line.startsWith(`${name} `))
    ?.split(' ')
    .slice(1)
    .filter((word) => word !== '{') ?? [];

it('the proxy sends requests to every web process, and asks each whether it is ready', () => {
  const web = Object.entries(services).filter(([, { environment }]) => environment?.['ROLE'] === 'api');
  expect(wordsAfter('reverse_proxy')).toEqual(web.map(([name, { environment }]) => `${name}:${environment?.['PORT']}`));
  expect([wordsAfter('health_uri'), wordsAfter('lb_policy')]).toEqual([['/readyz'], ['round_robin']]);
});

it('a leaving process is seen before it closes, and has time to finish', () => {
  const drain = Number(services['api']?.environment?.['DRAIN_SECONDS']);
  expect(parseFloat(wordsAfter('health_interval')[0] ?? '')).toBeLessThan(drain / 2);
  expect(parseFloat(services['api']?.stop_grace_period ?? '')).toBeGreaterThan(drain);
});

it('the largest file passes, and what is private is kept nowhere', () => {
  const [limit = ''] = wordsAfter('max_size');
  expect(limit).toMatch(/^\d+MB$/);
  expect(parseFloat(limit) * 1_000_000).toBeGreaterThan(MAX_FILE_BYTES + 1024 * 1024);
  expect(config).toContain('?Cache-Control "private, no-store"');
});

it('nobody else may say who called', () => {
  expect(config).not.toMatch(/trusted_proxies|header_up/);
});

it('reads files that the service is given', () => {
  const { secrets = [], volumes = [] } = services['proxy'] ?? {};
  expect(wordsAfter('tls')).toEqual(secrets.map((name) => `/run/secrets/${name}`));
  expect(volumes).toContain('./Caddyfile:/etc/caddy/Caddyfile:ro');
});

const caddy = [process.env['CADDY'], '/usr/bin/caddy'].find((path) => path && existsSync(path));
(caddy ? it : it.skip)('Caddy itself understands it', () => {
  const adapted = execFileSync(caddy ?? '', ['adapt', '--adapter', 'caddyfile', '--config', 'docker/Caddyfile'], {
    env: { PUBLIC_URL: 'https://licensing.example' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(adapted).toContain('"active":{"interval":1000000000,"timeout":2000000000,"uri":"/readyz"}');
  expect(adapted).toContain('"upstreams":[{"dial":"api:3000"},{"dial":"api2:3000"}]');
});
