import { readFileSync } from 'node:fs';

/** All settings of the system, each once: reading, the table in the docs and the check of docker/ come from here. */
export const SETTINGS = [
  {
    name: 'MODE',
    fallback: 'demo',
    secret: false,
    zh: '运行方式：demo 演示，production 正式',
    en: 'demo or production',
  },
  {
    name: 'PORT',
    fallback: '3000 (worker: none)',
    secret: false,
    zh: '端口；worker 设了端口才回答健康检查',
    en: 'port of the HTTP server; a worker answers health checks only where it is set',
  },
  {
    name: 'HOST',
    fallback: '127.0.0.1 (demo), 0.0.0.0 (production)',
    secret: false,
    zh: '监听地址',
    en: 'address to listen on',
  },
  {
    name: 'DATA_DIR',
    fallback: '.data',
    secret: false,
    zh: '数据目录（数据库和文件）',
    en: 'folder of the embedded database and the files',
  },
  {
    name: 'DATABASE_URL',
    fallback: 'embedded PostgreSQL',
    secret: true,
    zh: '应用连接的数据库',
    en: 'database of the application',
  },
  {
    name: 'DATABASE_OWNER_URL',
    fallback: 'DATABASE_URL',
    secret: true,
    zh: '建表用的数据库连接',
    en: 'connection of the schema owner, for migrations',
  },
  { name: 'REDIS_URL', fallback: 'queue on PostgreSQL', secret: true, zh: '队列用的 Redis', en: 'Redis for the queue' },
  {
    name: 'ROLE',
    fallback: 'all',
    secret: false,
    zh: '进程职责：all、api、worker',
    en: 'what this process does: all, api or worker',
  },
  {
    name: 'DRAIN_SECONDS',
    fallback: '0 (demo), 5 (production)',
    secret: false,
    zh: '停止前先报“未就绪”的秒数',
    en: 'how long a stopping process says that it is not ready before it takes no more requests',
  },
  {
    name: 'PUBLIC_URL',
    fallback: 'http://localhost:PORT',
    secret: false,
    zh: '对外地址，印在二维码里',
    en: 'address printed into QR codes',
  },
  {
    name: 'SESSION_SECRET',
    fallback: 'a fixed demo value',
    secret: true,
    zh: '会话签名密钥，至少 32 个字符',
    en: 'signs session cookies, at least 32 characters',
  },
  {
    name: 'INTEREST_KEY',
    fallback: 'a fixed demo value',
    secret: true,
    zh: '利益申报的密钥，至少 32 个字符，不能更换',
    en: 'keys the hashes of declared interests, at least 32 characters, never changed',
  },
  {
    name: 'COUNTY_DIR',
    fallback: 'libs/law/packs/150203',
    secret: false,
    zh: '本县区的事项包目录',
    en: 'folder of the county’s matter packs',
  },
  { name: 'LOG_LEVEL', fallback: 'warn (demo), info (production)', secret: false, zh: '日志级别', en: 'log level' },
] as const;
export type SettingName = (typeof SETTINGS)[number]['name'];

export interface Settings {
  mode: 'demo' | 'production';
  port: number;
  /** Whether it answers on its port at all. */
  listens: boolean;
  drainSeconds: number;
  host: string;
  dataDir?: string;
  databaseUrl?: string;
  databaseOwnerUrl?: string;
  redisUrl?: string;
  role: 'all' | 'api' | 'worker';
  publicUrl: string;
  sessionSecret: string;
  interestKey: string;
  countyDir?: string;
  logLevel: string;
}

/** One line that names every wrong setting. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`设置有误 / wrong settings: ${faults.join('; ')}`);
    this.name = 'SettingsError';
  }
}

const DEMO_SECRET = 'demo-session-secret-not-for-production-use';
const DEMO_INTEREST_KEY = 'demo-interest-key-not-for-production-use';
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads the settings once. Secrets may also come from a file: `NAME_FILE`. @throws SettingsError */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const value = (name: SettingName): string | undefined => {
    const direct = env[name]?.trim();
    const file = env[`${name}_FILE`];
    if (direct || !file) return direct || undefined;
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      faults.push(`${name}_FILE cannot be read`);
      return undefined;
    }
  };
  const choice = <T extends string>(name: SettingName, options: readonly T[], fallback: T): T => {
    const given = value(name) ?? fallback;
    const found = options.find((option) => option === given);
    if (!found) faults.push(`${name} must be one of ${options.join(', ')}, not "${given}"`);
    return found ?? fallback;
  };
  const url = (name: SettingName, protocols: readonly string[]): string | undefined => {
    const given = value(name);
    if (given && !protocols.some((protocol) => given.startsWith(`${protocol}://`)))
      faults.push(`${name} must start with ${protocols.join(':// or ')}://`);
    return given;
  };
  const mode = choice('MODE', ['demo', 'production'], 'demo');
  const port = Number(value('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    faults.push(`PORT must be a whole number from 1 to 65535, not "${value('PORT')}"`);
  const role = choice('ROLE', ['all', 'api', 'worker'], 'all');
  const drainSeconds = Number(value('DRAIN_SECONDS') ?? (mode === 'production' ? 5 : 0));
  if (!Number.isInteger(drainSeconds) || drainSeconds < 0 || drainSeconds > 300)
    faults.push(`DRAIN_SECONDS must be a whole number from 0 to 300, not "${value('DRAIN_SECONDS')}"`);
  const settings: Settings = {
    mode,
    port,
    listens: role !== 'worker' || value('PORT') !== undefined,
    drainSeconds,
    host: value('HOST') ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'),
    dataDir: value('DATA_DIR'),
    databaseUrl: url('DATABASE_URL', ['postgres', 'postgresql']),
    databaseOwnerUrl: url('DATABASE_OWNER_URL', ['postgres', 'postgresql']),
    redisUrl: url('REDIS_URL', ['redis', 'rediss']),
    role,
    publicUrl: (url('PUBLIC_URL', ['http', 'https']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    sessionSecret: value('SESSION_SECRET') ?? DEMO_SECRET,
    interestKey: value('INTEREST_KEY') ?? DEMO_INTEREST_KEY,
    countyDir: value('COUNTY_DIR'),
    logLevel: choice('LOG_LEVEL', LEVELS, mode === 'production' ? 'info' : 'warn'),
  };
  if (settings.sessionSecret.length < 32) faults.push('SESSION_SECRET must have at least 32 characters');
  if (settings.interestKey.length < 32) faults.push('INTEREST_KEY must have at least 32 characters');
  if (mode === 'production') faults.push(...missingInProduction(settings));
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

/** What a production system may not leave to chance. */
function missingInProduction(settings: Settings): string[] {
  const faults: string[] = [];
  if (!settings.databaseUrl) faults.push('DATABASE_URL is missing');
  if (!settings.databaseOwnerUrl) faults.push('DATABASE_OWNER_URL is missing');
  if (settings.databaseUrl && settings.databaseUrl === settings.databaseOwnerUrl)
    faults.push('DATABASE_OWNER_URL must be another role than DATABASE_URL');
  if (settings.sessionSecret === DEMO_SECRET) faults.push('SESSION_SECRET is missing');
  if (!settings.publicUrl.startsWith('https://')) faults.push('PUBLIC_URL must be an https address');
  if (settings.interestKey === DEMO_INTEREST_KEY) faults.push('INTEREST_KEY is missing');
  return faults;
}

/** The settings that may be shown, as they are in force. */
export const settingValues = (settings: Settings): Partial<Record<SettingName, string>> => ({
  MODE: settings.mode,
  PORT: String(settings.port),
  HOST: settings.host,
  DATA_DIR: settings.dataDir ?? '',
  ROLE: settings.role,
  DRAIN_SECONDS: String(settings.drainSeconds),
  PUBLIC_URL: settings.publicUrl,
  COUNTY_DIR: settings.countyDir ?? '',
  LOG_LEVEL: settings.logLevel,
});

/** The settings as a table for the docs. */
export function settingsTable(): string {
  const rows = SETTINGS.map(
    ({ name, fallback, secret, zh, en }) =>
      `| \`${name}\`${secret ? ' (or `' + name + '_FILE`)' : ''} | ${fallback} | ${zh} · ${en} |`,
  );
  return ['| Setting | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}
