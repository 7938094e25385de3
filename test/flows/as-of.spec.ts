import fc from 'fast-check';
import pg from 'pg';
import { addDays, plainDate, startOfDay, type PlainDate } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import {
  latestFields,
  registerOnDay,
  saidOn,
  turnsRecordedBy,
  writeVersion,
  type RegisterFields,
} from '../../libs/register/src/index.js';
import { World } from './harness.js';
import { checked, CONTACT, decided, draftOf, operating, RESOLVED, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

interface OnDay {
  validOn: string;
  recordedOn: string;
  said: Record<string, unknown> | null;
  turns: Record<string, unknown>[];
  days: string[];
}
interface Refused {
  code: string;
  errors?: { field: string; code: string }[];
}

describe('a school that changes', () => {
  const schoolName = '包头市昆都仑区演示改名幼儿园';
  let school: School;
  let formerName: unknown;
  let changedBy: string;
  const on = (query: string) => world.nobody().get<OnDay>(`/api/public/register/${school.institutionId}${query}`);

  beforeAll(async () => {
    world.clock.set('2026-03-02');
    school = await operating(world);
    formerName = (await on('')).said?.['name'];
    world.clock.set('2026-04-01');
    const resolution = { ...RESOLVED, decidedOn: '2026-03-20' };
    const fields = { licenceNumber: school.number, ...CONTACT, resolution, schoolName };
    changedBy = await draftOf(world, 'CHG-NAME', fields);
    await checked(world, changedBy);
    await (await world.as('clerk')).does(changedBy, 'accept');
    await decided(world, changedBy, ['health_on_record', 'name_lookup']);
    world.clock.set('2026-05-06');
  });

  it('is called on each day what it was called then', async () => {
    expect((await on('?validOn=2026-03-01')).said).toBeNull();
    for (const [day, name] of [
      ['2026-03-02', formerName],
      ['2026-03-31', formerName],
      ['2026-04-01', schoolName],
      ['2030-01-01', schoolName],
    ] as const)
      expect([day, (await on(`?validOn=${day}`)).said?.['name']]).toEqual([day, name]);
  });

  it('nothing counts that was written later than the other day', async () => {
    const before = await on('?validOn=2026-04-01&recordedOn=2026-03-31');
    expect(before.said?.['name']).toBe(formerName);
    expect(before.turns.map(({ cause }) => cause)).toEqual(['registration', 'grant']);
    expect((await on('?recordedOn=2026-03-01')).turns).toEqual([]);
    const now = await on('');
    expect([now.validOn, now.recordedOn, now.days]).toEqual(['2026-05-06', '2026-05-06', ['2026-03-02', '2026-04-01']]);
  });

  it('tells everybody by which case, and what it changed; who sits on the board only to the bureau', async () => {
    const everybody = await on('');
    // the name stands in the charter, which is changed with it
    const changed = ['name', 'charterFrom'];
    expect(everybody.turns[0]).toMatchObject({ cause: 'changeName', matter: 'CHG-NAME', changed });
    expect(everybody.turns[0]?.['caseNumber']).toBe((await world.view(changedBy)).number);
    for (const field of ['board', 'plannedClasses', 'advertisements'])
      expect(Object.keys(everybody.said ?? {})).not.toContain(field);
    expect(JSON.stringify(everybody)).not.toMatch(/caseId|\d{17}[\dX]/);
    const officer = await world.as('registrar');
    const bureau = await officer.get<OnDay>(`/api/register/${school.institutionId}/on-day?validOn=2026-03-31`);
    expect(bureau.said).toMatchObject({ name: formerName, plannedClasses: expect.any(Number) });
    expect(bureau.turns[0]).toMatchObject({ caseId: changedBy, cause: 'changeName' });
    const sponsor = await (await world.as('sponsor')).send('GET', `/api/register/${school.institutionId}/on-day`);
    expect(sponsor.status).toBe(403);
  });

  it.each([
    ['validOn=2026-02-30', 'validOn', 'DATE_INVALID'],
    ['validOn=soon', 'validOn', 'DATE_INVALID'],
    ['validOn=1999-12-31', 'validOn', 'DATE_YEARS'],
    ['recordedOn=0000-01-01', 'recordedOn', 'DATE_YEARS'],
    ['recordedOn=2026-05-07', 'recordedOn', 'RECORDED_LATER'],
    ['validOn=2026-03-01&validOn=2026-03-02', 'validOn', 'FIELD_TWICE'],
    ['asOf=2026-03-01', 'asOf', 'FIELD_UNKNOWN'],
  ])('%s is refused at its field', async (query, field, code) => {
    const path = `/api/public/register/${school.institutionId}?${query}`;
    const { status, body } = await world.nobody().send<Refused>('GET', path);
    expect([status, body.code]).toEqual([422, 'FIELDS_INVALID']);
    expect(body.errors).toEqual([expect.objectContaining({ field, code })]);
  });

  it('of an institution that is not there, or was never licensed, nothing is said', async () => {
    const preparing = await entered('PREPARING');
    for (const id of [randomIds.uuid(), 'no-id', preparing]) {
      const { status, body } = await world.nobody().send<Refused>('GET', `/api/public/register/${id}`);
      expect([id, status, body.code]).toEqual([id, 404, 'INSTITUTION_NOT_FOUND']);
    }
    await expect(registerOnDay(world.sql, preparing, asOf(0, 0))).resolves.toMatchObject({ said: null, turns: [] });
  });

  it('is found by an index, however large the register', async () => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select fields from register_version v left join licensing_case c on c.id = v.case_id
       where v.institution_id = '${school.institutionId}' and v.recorded_at < now() order by v.ordinal`,
    );
    await client.end();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/register_version_institution_(ordinal_key|idx)[\s\S]*Index Cond: \(institution_id/);
    expect(plan).not.toContain('Seq Scan');
  });
});

const FIRST = plainDate('2026-06-01');
const DAYS = 8;
const asOf = (valid: number, recorded: number) => ({
  validOn: addDays(FIRST, valid),
  recordedOn: addDays(FIRST, recorded),
});

let entries = 0;
async function entered(state: string): Promise<string> {
  const id = randomIds.uuid();
  entries += 1;
  await world.sql.query(
    `insert into institution (id, region, type, name, state, created_at) values ($1, '150203', 'KG', $2, $3, now())`,
    [id, `演示台账${entries}号`, state],
  );
  return id;
}

/** A writing: when it was written, from which day it holds, and which of three fields it sets. */
interface Written {
  recorded: number;
  valid: number;
  fields: readonly number[];
}
const NAMES = ['name', 'address', 'principal'] as const;

/** The register as a table of every day against every day, with nothing clever in it. */
function model(history: readonly Written[]): (Record<string, string> | null)[][] {
  const said = Array.from({ length: DAYS }, () => new Array<Record<string, string> | null>(DAYS).fill(null));
  for (const [n, { recorded, valid, fields }] of history.entries())
    for (let r = recorded; r < DAYS; r += 1)
      for (let v = valid; v < DAYS; v += 1) {
        const before = said[r]?.[v] ?? null;
        if (n > 0 && before === null) continue;
        const set = n === 0 ? NAMES : fields.map((field) => NAMES[field] ?? 'name');
        said[r]?.splice(v, 1, { ...before, ...Object.fromEntries(set.map((name) => [name, `${name} ${n}`])) });
      }
  return said;
}

async function write(institutionId: string, history: readonly Written[]): Promise<void> {
  for (const [n, { recorded, valid, fields }] of history.entries()) {
    const set = n === 0 ? NAMES : fields.map((field) => NAMES[field] ?? 'name');
    const now = new Date(startOfDay(addDays(FIRST, recorded)).getTime() + (n % 2) * 86_399_999);
    const at = { institutionId, caseId: null, cause: 'test', validFrom: addDays(FIRST, valid), now };
    const before = n === 0 ? {} : await latestFields(world.sql, institutionId);
    const changed = Object.fromEntries(set.map((name) => [name, `${name} ${n}`]));
    await writeVersion(world.sql, randomIds, at, { ...before, ...changed } as RegisterFields);
  }
}

const day = fc.nat({ max: DAYS - 1 });
const histories = fc
  .array(fc.record({ recorded: day, valid: day, fields: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((all) => all.toSorted((a, b) => a.recorded - b.recorded));

it('says on every day, as written by every day, what a plain table says: late, early and in one instant', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const id = await entered('OPERATING');
      await write(id, history);
      const expected = model(history);
      for (let r = 0; r < DAYS; r += 1) {
        const turns = await turnsRecordedBy(world.sql, id, addDays(FIRST, r) as PlainDate);
        for (let v = 0; v < DAYS; v += 1) {
          const said = saidOn(turns, addDays(FIRST, v));
          expect([r, v, said === null ? null : { ...said }]).toEqual([r, v, expected[r]?.[v] ?? null]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
