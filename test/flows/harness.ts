import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv, type ValidateFunction } from 'ajv';
import { makeApplication } from '../../apps/api/src/application.js';
import { DEMO_PASSWORD, ensureDemoAccounts } from '../../apps/api/src/demo.js';
import { Tools } from '../../apps/api/src/tools.js';
import { demoJpeg, demoPdf } from '../../apps/cli/src/tour/papers.js';
import type { EstablishmentForm } from '../../libs/law/src/index.js';
import { drain } from '../../libs/jobs/src/index.js';
import { randomIds, sha256, SystemClock, type Log, type Sql } from '../../libs/platform/src/index.js';
import { readSettings } from '../../libs/platform/src/settings/index.js';
import { kindergartenForm } from '../builders/form.js';
import { createTestDatabase, WITH_PEOPLE, type TestDatabase } from '../setup/database.js';
import { shelfOfTests } from '../setup/shelf.js';

/** Time stands still until the test moves it; the development clock of the database is left alone. */
class StandingClock extends SystemClock {
  private instant = new Date('2026-03-02T09:00:00+08:00');
  override now(): Date {
    return new Date(this.instant);
  }
  override begin(): void {}
  set(day: string, time = '09:00'): void {
    this.instant = new Date(`${day}T${time}:00+08:00`);
  }
}

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

interface Problem {
  code: string;
  detail: string;
  rule?: string;
  article?: string;
  allowed?: { event: string }[];
  errors?: { field: string; code: string; message: string }[];
}

const openApi = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: object;
};
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'openapi', components: openApi.components });
const validators = new Map<string, ValidateFunction>();
const paths = Object.keys(openApi.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));

const within = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replace(/"#\/components/g, '"openapi#/components')) as object;

/** Every JSON answer of every test is held against the published description. */
function holdAgainstOpenApi(method: string, url: string, status: number, body: unknown, mediaType: string): void {
  const path = (url.split('?')[0] ?? '').replace(/\/$/, '') || '/';
  const { template } =
    paths.find(({ template: one, pattern }) => pattern.test(path) && openApi.paths[one]?.[method.toLowerCase()]) ?? {};
  if (!template) {
    if (status === 404 || status === 405) return;
    throw new Error(`${method} ${path} is not in the OpenAPI document`);
  }
  const responses = openApi.paths[template]?.[method.toLowerCase()]?.responses ?? {};
  const described = responses[String(status)] ?? responses[`${String(status).charAt(0)}XX`];
  if (!described) throw new Error(`${method} ${template} answered ${status}, which is not described`);
  const schema = described.content?.[mediaType]?.schema;
  if (!schema) throw new Error(`${method} ${template} ${status} answered ${mediaType}, which is not described`);
  const key = `${method} ${template} ${status} ${mediaType}`;
  const validate = validators.get(key) ?? ajv.compile(within(schema));
  validators.set(key, validate);
  if (!validate(body)) throw new Error(`${key}: ${ajv.errorsText(validate.errors)}`);
}

/** One person's browser. */
export class Person {
  private cookie = '';
  private csrf = '';
  accountId = '';

  constructor(
    private readonly world: World,
    readonly login: string,
  ) {}

  async enter(password = DEMO_PASSWORD): Promise<this> {
    const { body, headers } = await this.send<{ csrf: string; account: { id: string } }>('POST', '/api/session', {
      login: this.login,
      password,
    });
    this.cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    this.csrf = body.csrf;
    this.accountId = body.account.id;
    return this;
  }

  /** The answer, whatever it is. `raw` sends a text as it stands. */
  async send<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    more: { raw?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const payload = more.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await this.world.app.inject({
      method,
      url,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie, 'x-csrf-token': this.csrf } : {}),
        ...more.headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const mediaType = String(response.headers['content-type'] ?? '').split(';')[0] ?? '';
    const json = mediaType.endsWith('json') ? (JSON.parse(response.body) as T) : (response.body as T);
    if (mediaType.endsWith('json')) holdAgainstOpenApi(method, url, response.statusCode, json, mediaType);
    return { status: response.statusCode, body: json, headers: response.headers };
  }

  /** A success, or the problem as the test's failure. */
  async get<T = Record<string, unknown>>(url: string): Promise<T> {
    return this.succeed(await this.send<T>('GET', url));
  }
  async post<T = Record<string, unknown>>(url: string, body?: unknown): Promise<T> {
    return this.succeed(await this.send<T>('POST', url, body));
  }
  private succeed<T>({ status, body }: Answer<T>): T {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  command(
    caseId: string,
    type: string,
    payload: object = {},
    more: object = {},
  ): Promise<Answer<{ state: string; version: number; allowed: { event: string }[] } & Problem>> {
    return this.send('POST', `/api/cases/${caseId}/commands`, { commandId: randomIds.uuid(), type, payload, ...more });
  }

  /** A command that must succeed; gives the new state. */
  async does(caseId: string, type: string, payload: object = {}): Promise<string> {
    return this.succeed(await this.command(caseId, type, payload)).state;
  }

  /** A command that must be refused; gives the problem. */
  async refused(caseId: string, type: string, payload: object = {}): Promise<Problem & { status: number }> {
    const { status, body } = await this.command(caseId, type, payload);
    if (status < 400) throw new Error(`${type} was not refused: ${JSON.stringify(body)}`);
    return { ...body, status };
  }

  async upload(
    caseId: string,
    lineId: string,
    bytes: Uint8Array = demoPdf(`${lineId} ${caseId}`),
    name = `${lineId}.pdf`,
  ): Promise<Answer<{ id: string; hash: string } & Problem>> {
    const boundary = 'test-boundary';
    const field = (key: string, value: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
    const payload = Buffer.concat([
      Buffer.from(
        `${field('caseId', caseId)}${field('lineId', lineId)}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const response = await this.world.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        cookie: this.cookie,
        'x-csrf-token': this.csrf,
      },
      payload,
    });
    const body = JSON.parse(response.body) as { id: string; hash: string } & Problem;
    holdAgainstOpenApi(
      'POST',
      '/api/files',
      response.statusCode,
      body,
      String(response.headers['content-type']).split(';')[0] ?? '',
    );
    return { status: response.statusCode, body, headers: response.headers };
  }

  async download(url: string): Promise<Buffer> {
    const response = await this.world.app.inject({ method: 'GET', url, headers: { cookie: this.cookie } });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`);
    return response.rawPayload;
  }
}

export interface CaseViewLike {
  state: string;
  owner: string;
  version: number;
  number: string;
  licenceNumber: string | null;
  form: Record<string, unknown>;
  materials: {
    lineId: string;
    nameZh: string;
    source: string;
    applicable: boolean;
    bound: boolean;
    fileId: string | null;
    verdict: string | null;
    contentHash: string | null;
  }[];
  documents: { id: string; kind: string; number: string; ready: boolean; servedOn: string | null }[];
  clocks: {
    id: string;
    status: string;
    startsOn: string;
    deadline: {
      dueOn: string;
      paused: boolean;
      segments: { kind: string; ground?: string; from: string; to: string }[];
    };
  }[];
  allowed: { event: string; needs: string[] }[];
  trips: { demanded: number; measured: number; all: number; bound: number | null };
  preReview: { answered: boolean } | null;
  light: { signal: string; because: string; idleDays: number } | null;
  archive: { manifestHash: string } | null;
}

const onlyErrors: Log = { error: (detail, message) => console.error(message, detail), info: () => undefined };

/** The whole system on a database of its own, with everybody in it. Jobs run when the test says so. */
export class World {
  app: NestFastifyApplication;
  tools: Tools;
  readonly clock = new StandingClock();
  private readonly people = new Map<string, Promise<Person>>();
  private names = 0;

  private constructor(
    readonly database: TestDatabase,
    /** Where the files lie. */
    readonly folder: string,
  ) {}

  /**
   * @param publicUrl a browser keeps the session cookie over plain http only when the address says so
   * @param countyDir the folder of another county than that of the reference case
   * @param log where the lines of the application go
   */
  static async make(publicUrl = 'https://demo.example', countyDir?: string, log: Log = onlyErrors): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'licensing-files-'));
    return World.on(await createTestDatabase(WITH_PEOPLE), folder, publicUrl, countyDir, log);
  }

  /** On a database and files that are there already; both go with it. */
  static async on(
    database: TestDatabase,
    folder: string,
    publicUrl = 'https://demo.example',
    countyDir?: string,
    log: Log = onlyErrors,
  ): Promise<World> {
    const world = new World(database, folder);
    world.app = await makeApplication({
      settings: readSettings({ MODE: 'demo', PUBLIC_URL: publicUrl, COUNTY_DIR: countyDir }),
      databaseUrl: database.appUrl,
      filesFolder: world.folder,
      clock: world.clock,
      log,
      ...(countyDir ? {} : { shelf: shelfOfTests() }),
    });
    world.tools = world.app.get(Tools);
    await ensureDemoAccounts(world.tools);
    return world;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get sql(): Sql {
    return this.tools.sql;
  }

  as(login: string): Promise<Person> {
    const person = this.people.get(login) ?? new Person(this, login).enter();
    this.people.set(login, person);
    return person;
  }

  nobody(): Person {
    return new Person(this, 'nobody');
  }

  /** Runs every due job, here and now. */
  work(): Promise<number> {
    return drain({ workshop: this.tools.workshop, files: this.tools.files, press: this.tools.press }, () =>
      this.clock.now(),
    );
  }

  view(caseId: string, login = 'sponsor'): Promise<CaseViewLike> {
    return this.as(login).then((person) => person.get<CaseViewLike>(`/api/cases/${caseId}`));
  }

  /** A full draft of its own name, all papers handed in. */
  async drafted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const sponsor = await this.as('sponsor');
    const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
      commandId: randomIds.uuid(),
      matter: 'EST-DIRECT',
    });
    this.names += 1;
    const form = kindergartenForm({
      schoolName: `包头市昆都仑区演示${'甲乙丙丁戊己庚辛壬癸'.charAt(this.names % 10)}${'一二三四五六七八九十'.charAt(Math.floor(this.names / 10))}幼儿园`,
      ...change,
    });
    const saved = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: form });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    const { materials } = await this.view(caseId);
    for (const [i, { lineId, nameZh }] of materials
      .filter(({ source, applicable }) => source === 'upload' && applicable)
      .entries()) {
      const bytes = i === 0 ? demoJpeg() : undefined;
      const { status, body } = await sponsor.upload(caseId, lineId, bytes, `${nameZh}.pdf`);
      if (status !== 201) throw new Error(JSON.stringify(body));
    }
    return caseId;
  }

  async submitted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const caseId = await this.drafted(change);
    await (await this.as('sponsor')).does(caseId, 'submit');
    return caseId;
  }

  async verdicts(caseId: string, deficient: Record<string, string> = {}): Promise<{ verdicts: object[] }> {
    const { materials } = await this.view(caseId, 'sponsor');
    const lines = materials.filter(({ applicable }) => applicable);
    return {
      verdicts: lines.map(({ lineId }) =>
        deficient[lineId] ? { lineId, verdict: 'deficient', reason: deficient[lineId] } : { lineId, verdict: 'ok' },
      ),
    };
  }

  async accepted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const caseId = await this.submitted(change);
    const clerk = await this.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await this.verdicts(caseId));
    await clerk.does(caseId, 'accept');
    return caseId;
  }

  get today(): string {
    return new Date(this.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  async lookedUp(
    caseId: string,
    lanes = ['hygiene_evaluation', 'fire_acceptance', 'structural_safety', 'name_lookup'],
  ): Promise<void> {
    const reviewer = await this.as('reviewer');
    for (const lane of lanes)
      await reviewer.does(caseId, 'recordAttestation', {
        lane,
        result: 'pass',
        source: '演示查询',
        checkedOn: this.today,
      });
  }

  /** A visit by the named inspectors, today, with the failing items. */
  async visited(
    caseId: string,
    type: 'arrangeSiteCheck' | 'arrangeReCheck',
    logins: string[],
    failing: string[] = [],
  ): Promise<void> {
    const people = await Promise.all(logins.map((login) => this.as(login)));
    await (
      await this.as('reviewer')
    ).does(caseId, type, { plannedOn: this.today, members: people.map(({ accountId }) => accountId) });
    for (const person of people) await this.signed(caseId, person, failing);
  }

  async signed(caseId: string, person: Person, failing: string[] = []): Promise<{ attested: boolean }> {
    const { items } = await person.get<{
      items: {
        id: string;
        caseId: string;
        round: number;
        checklist: { id: string }[];
        result: { contentHash: string } | null;
      }[];
    }>('/api/visits');
    const visit = items.filter((one) => one.caseId === caseId).sort((a, b) => b.round - a.round)[0];
    if (!visit) throw new Error('no visit');
    const answers = visit.checklist.map(({ id }) =>
      failing.includes(id) ? { itemId: id, answer: 'fail', note: '演示问题' } : { itemId: id, answer: 'pass' },
    );
    let contentHash = visit.result?.contentHash;
    if (!contentHash)
      contentHash = (
        await person.send<{ contentHash: string }>('PUT', `/api/visits/${visit.id}/checklist`, { answers })
      ).body.contentHash;
    return person.post(`/api/visits/${visit.id}/signature`, { contentHash });
  }

  async decidable(
    proposal: 'proposeGrant' | 'proposeRefusal' = 'proposeGrant',
    change: Partial<EstablishmentForm> = {},
  ): Promise<string> {
    const caseId = await this.accepted(change);
    if (proposal === 'proposeGrant') {
      await this.lookedUp(caseId);
      await this.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    }
    const reviewer = await this.as('reviewer');
    if (proposal === 'proposeRefusal')
      await reviewer.does(caseId, 'recordAttestation', {
        lane: 'fire_acceptance',
        result: 'fail',
        source: '演示查询',
        checkedOn: this.today,
      });
    await reviewer.does(caseId, 'concludeReview');
    await reviewer.does(
      caseId,
      proposal,
      proposal === 'proposeGrant' ? { opinion: '建议准予' } : { reasons: '核验没有通过', article: 'PSL 29' },
    );
    await (await this.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    return caseId;
  }

  async granted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const caseId = await this.decidable('proposeGrant', change);
    await (await this.as('head')).does(caseId, 'grant', { opinion: '同意' });
    return caseId;
  }

  count(table: string, caseId: string): Promise<number> {
    return this.sql
      .query<{ n: string }>(`select count(*) as n from ${table} where case_id = $1`, [caseId])
      .then(([row]) => Number(row?.n));
  }
}

export const ALL_INSPECTORS = ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'];
export { sha256 };
