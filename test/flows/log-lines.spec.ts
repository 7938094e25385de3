import { Writable } from 'node:stream';
import { pino } from 'pino';
import { noteRun } from '../../apps/api/src/note-run.js';
import { openQueueStore, Relay } from '../../libs/jobs/src/index.js';
import { machineNow, randomIds, type Log } from '../../libs/platform/src/index.js';
import { type Person, World } from './harness.js';

/** What the log of the system says, and what it never says. */
let text = '';
const into = new Writable({
  write(chunk: Buffer, _, done) {
    text += chunk.toString();
    done();
  },
});
const log: Log = pino({ level: 'trace' }, into);
interface Line {
  level: number;
  msg: string;
  requestId?: string;
  route?: string;
  status?: number;
  ms?: number;
  caseId?: string;
  account?: string;
  job?: string;
  outboxId?: string;
  error?: { name: string; stack: string[] };
}
const lines = (): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

let world: World;
beforeAll(async () => {
  world = await World.make(undefined, undefined, log);
});
afterAll(() => world.close());

/** Values that stand for a person, told apart from everything else that might be in a log. */
const PLANTED = {
  name: '欧阳植入测',
  phone: '13987654321',
  identity: '150203198807076543',
  password: 'Planted-Passw0rd!',
  login: 'planted.login',
  reason: '植入的自由理由文字',
  english: 'PlantedEnglishWords',
};

it('every request is one line with its id, template, status, time, case and account; the address is never written', async () => {
  const caseId = await world.submitted();
  const sponsor = await world.as('sponsor');
  const id = '4b2d6f0e-1c3a-4d5e-8f90-0a1b2c3d4e5f';
  const { headers } = await sponsor.send('GET', `/api/cases/${caseId}?lang=zh`, undefined, {
    headers: { 'x-request-id': id },
  });
  expect(headers['x-request-id']).toBe(id);
  const mine = lines().filter(({ requestId }) => requestId === id);
  expect(mine).toEqual([
    expect.objectContaining({
      msg: 'request',
      route: '/api/cases/:id',
      method: 'GET',
      status: 200,
      ms: expect.any(Number),
      caseId,
      account: sponsor.accountId,
    }),
  ]);
  expect(Object.keys(mine[0] ?? {}).sort()).toEqual([
    'account',
    'caseId',
    'hostname',
    'level',
    'method',
    'ms',
    'msg',
    'pid',
    'requestId',
    'route',
    'status',
    'time',
  ]);
});

it.each(['13987654321', PLANTED.identity, 'x'.repeat(32), PLANTED.english, ''])(
  'an id that is none (%s) is not taken over; the problem carries the one that counts',
  async (given) => {
    const { headers, body } = await world
      .nobody()
      .send<{ requestId: string }>('GET', '/api/cases', undefined, { headers: { 'x-request-id': given } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.requestId).toBe(headers['x-request-id']);
  },
);

it('an unexpected error is a line with the stack and the id that the person is told', async () => {
  await asOwner('alter table log_root rename to log_root_away');
  const answer = await world.app.inject({ method: 'GET', url: '/api/public/log/roots' });
  await asOwner('alter table log_root_away rename to log_root');
  expect(answer.statusCode).toBe(500);
  const body = JSON.parse(answer.body) as { requestId: string; detail: string };
  expect(body.detail).toContain(body.requestId);
  const [error] = lines().filter(({ msg, requestId }) => msg === 'unexpected' && requestId === body.requestId);
  expect(error).toMatchObject({
    level: 50,
    route: '/api/public/log/roots',
    error: { name: 'QueryFailedError' },
  });
  expect(error?.error?.stack.length).toBeGreaterThan(2);
});

it('every job is one line with its row and its case; a failing one says why', async () => {
  const caseId = await world.submitted();
  const { workshop, files, press, pulse } = world.tools;
  const store = openQueueStore({ databaseUrl: world.database.appUrl });
  const relay = new Relay({ workshop, files, press }, store, log, machineNow, noteRun(log, pulse));
  await world.sql.query(`insert into outbox (topic, payload) values ('nonsense', $1)`, [JSON.stringify(PLANTED)]);
  relay.start(20);
  await until(() => lines().some(({ msg, job }) => msg === 'job' && job === 'nonsense'));
  await until(() =>
    lines().some(({ msg, job, caseId: of }) => msg === 'job' && job === 'printDocument' && of === caseId),
  );
  await relay.stop();
  const done = lines().find(({ job, caseId: of }) => job === 'printDocument' && of === caseId);
  expect(done).toMatchObject({ outcome: 'done', outboxId: expect.stringMatching(/^\d+$/), ms: expect.any(Number) });
  expect(lines().find(({ job, level }) => job === 'nonsense' && level === 50)).toMatchObject({
    outcome: 'failed',
    error: { name: 'TypeError' },
  });
});

it('nothing of a person is in the log: not from forms, logins, broken JSON, addresses, refusals or errors', async () => {
  const { name, phone, identity, password, login, reason, english } = PLANTED;
  const sponsor = await world.as('sponsor');
  const clerk = await world.as('clerk');
  const caseId = await world.drafted();
  await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, {
    fields: { principal: { name, idNumber: identity, phone } },
  });
  await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { [english]: name } });
  await world.nobody().send('POST', '/api/session', { login, password });
  await world.nobody().send('POST', '/api/session', { login, password, [name]: identity });
  await world.nobody().send('POST', '/api/session', undefined, { raw: `{"login":"${login}","password":"${password}` });
  await world.nobody().send('POST', '/api/session', undefined, { raw: `{"a":1,"a":"${name}"} ${phone}` });
  await world.nobody().send('POST', '/api/session', undefined, {
    raw: `name=${english}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  await world.nobody().send('GET', `/api/public/register?q=${encodeURIComponent(name)}`);
  await world.nobody().send('GET', `/api/public/licences/${identity}`);
  await world
    .nobody()
    .send('GET', `/${login}/${english}`, undefined, { headers: { 'user-agent': english, referer: `/${phone}` } });
  await world
    .nobody()
    .send('GET', `/%E0%A4%A/${english}`)
    .catch(() => undefined);
  await sponsor.does(caseId, 'submit');
  await clerk.command(caseId, 'recordVerdicts', { verdicts: [{ lineId: english, verdict: 'deficient', reason }] });
  await clerk.command(caseId, english, { [name]: reason });
  await (await world.as('sysadmin')).send('POST', '/api/admin/outbox/1/skip', { reason });
  await (
    await world.as('secadmin')
  ).send('POST', '/api/admin/accounts', {
    login,
    password,
    displayName: name,
    roles: ['windowClerk'],
  });
  await sponsor.upload(caseId, english, Buffer.from(reason), `${name}.pdf`);
  // a database that breaks on what was typed, and repeats it
  const draft = await fresh(sponsor);
  await asOwner(
    `create function planted() returns trigger language plpgsql as $$ begin raise exception 'no: % % "%"', '${name}', '${phone}', '${english}'; end $$`,
  );
  await asOwner('create trigger planted before insert or update on draft for each row execute function planted()');
  await expect(sponsor.send('PATCH', `/api/cases/${draft}/draft`, { fields: { schoolName: name } })).rejects.toThrow(
    /answered 500/,
  );
  await asOwner('drop trigger planted on draft');
  expect(lines().length).toBeGreaterThan(30);
  for (const [what, value] of Object.entries(PLANTED)) expect([what, text.includes(value)]).toEqual([what, false]);
  for (const value of Object.values(PLANTED)) expect(text).not.toContain(encodeURIComponent(value));
});

const fresh = async (person: Person): Promise<string> =>
  (await person.post<{ caseId: string }>('/api/cases', { commandId: randomIds.uuid(), matter: 'EST-DIRECT' })).caseId;

const asOwner = async (statement: string): Promise<void> => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

async function until(look: () => boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!look()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
