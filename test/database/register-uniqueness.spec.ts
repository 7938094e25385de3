import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

/** What must never be twice in the register, tried as the application itself: by the database and not by code. */
let database: TestDatabase;
let app: pg.Client;
const account = randomUUID();
beforeAll(async () => {
  database = await createTestDatabase();
  app = await connected();
  await app.query(
    `insert into account (id, login, password_hash, display_name, roles, active, demo, created_at)
     values ($1, 'sql', 'x', '演示', '{sponsor}', true, true, now())`,
    [account],
  );
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  return client;
}

let names = 0;
async function institution(name: string = `演示${(names += 1)}号`, state = 'OPERATING', client = app): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into institution (id, region, type, name, state, created_at) values ($1, '150203', 'KG', $2, $3, now())`,
    [id, name, state],
  );
  return id;
}

let numbers = 0;
async function running(matter: string, about: string | null, number: string | null = `演示${(numbers += 1)}`) {
  const id = randomUUID();
  await app.query(
    `insert into licensing_case (id, number, matter, sponsor_id, institution_id, institution_name, state, owner_role, snapshot, version,
       last_hash, machine_hash, pack_hash, law_version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $2, 'RECEIVED', 'windowClerk', '{}', 0, 'h', 'm', 'p', 'l', now(), now())`,
    [id, number ?? undefined, matter, account, about],
  );
  return id;
}

async function licence(institutionId: string, state = 'VALID', client = app): Promise<string> {
  const caseId = await running('EST-DIRECT', null);
  const id = randomUUID();
  await client.query(
    `insert into licence (id, institution_id, case_id, number, state, valid_from, valid_to, issued_on)
     values ($1, $2, $3, $4, $5, '2026-03-02', '2031-03-01', '2026-03-02')`,
    [id, institutionId, caseId, `教民${id}`, state],
  );
  return id;
}

describe('a name', () => {
  it.each(['OPERATING', 'PREPARING', 'LICENSED_PENDING_REGISTRATION', 'CLOSING'])(
    'is had by one living institution: %s',
    async (state) => {
      const name = `演示${state}`;
      await institution(name, state);
      await expect(institution(name)).rejects.toThrow(/institution_name_key/);
    },
  );

  it('is free again when its bearer ended by law, and a living one cannot take over another name', async () => {
    const [first, second] = [await institution('演示旧名'), await institution('演示新名')];
    await expect(app.query(`update institution set name = '演示旧名' where id = $1`, [second])).rejects.toThrow(
      /name_key/,
    );
    await app.query(`update institution set state = 'CANCELLED' where id = $1`, [first]);
    await app.query(`update institution set name = '演示旧名' where id = $1`, [second]);
    await expect(app.query(`update institution set state = 'OPERATING' where id = $1`, [first])).rejects.toThrow(
      /name_key/,
    );
  });

  it('goes to one of two that ask in the same moment', async () => {
    const other = await connected();
    await app.query('begin');
    await institution('演示同时');
    const late = institution('演示同时', 'OPERATING', other).catch((error: Error) => error.message);
    await app.query('commit');
    expect(await late).toMatch(/institution_name_key/);
    await other.end();
  });
});

describe('a licence', () => {
  it('is the only living one of its institution, and so of its site; the one before it stays as a row', async () => {
    const id = await institution();
    const first = await licence(id);
    await expect(licence(id)).rejects.toThrow(/licence_institution_id_key/);
    await app.query(`update licence set state = 'EXPIRED' where id = $1`, [first]);
    await licence(id);
    await expect(app.query(`update licence set state = 'VALID' where id = $1`, [first])).rejects.toThrow(
      /licence_institution_id_key/,
    );
  });
});

describe('a case about an institution', () => {
  it('runs once of its kind, whoever asks; another kind may run beside it', async () => {
    const id = await institution();
    const first = await running('CHG-NAME', id);
    await expect(running('CHG-NAME', id)).rejects.toThrow(/licensing_case_institution_running_key/);
    await running('CHG-ADDRESS', id);
    await running('CHG-NAME', await institution());
    await app.query('update licensing_case set closed_at = now() where id = $1', [first]);
    await running('CHG-NAME', id);
  });

  it('is not moved to an institution that has one', async () => {
    const [here, there] = [await institution(), await institution()];
    await running('RENEW', here);
    const other = await running('RENEW', there);
    await expect(
      app.query('update licensing_case set institution_id = $1 where id = $2', [here, other]),
    ).rejects.toThrow(/licensing_case_institution_running_key/);
  });
});
