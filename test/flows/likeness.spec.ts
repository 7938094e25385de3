import pg from 'pg';
import { likeEntries, writeVersion, type RegisterFields } from '../../libs/register/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { World } from './harness.js';
import { checked, CONTACT, draftOf, operating, RESOLVED, type School } from './licensed.js';

let world: World;
let school: School;
beforeAll(async () => {
  world = await World.make();
  school = await operating(world);
});
afterAll(() => world.close());

interface Like {
  by: string;
  institutionId: string;
  value: string;
  likeness: number;
}
const COUNTY = '内蒙古自治区包头市昆都仑区';
const stranger = (letter: string) => ({
  schoolName: `包头市昆都仑区${letter.repeat(4)}幼儿园`,
  siteAddress: `${COUNTY}${letter.repeat(6)}街 9 号`,
  principal: { ...kindergartenForm().principal, name: `${letter}${letter}园长` },
  sponsors: kindergartenForm().sponsors.map((one) => ({ ...one, name: `演示${letter.repeat(3)}公司` })),
});
const likenessOf = async (caseId: string, login = 'clerk'): Promise<Like[]> =>
  (await (await world.as(login)).get<{ items: Like[] }>(`/api/cases/${caseId}/likeness`)).items;
const seenIn = async (caseId: string): Promise<string[]> =>
  (await likenessOf(caseId)).filter(({ institutionId }) => institutionId === school.institutionId).map(({ by }) => by);

describe('an application that is like an entry', () => {
  const own = kindergartenForm();

  it('says before acceptance in what, and which entry: each kind by itself', async () => {
    const other = stranger('龙');
    for (const [change, kinds] of [
      [{ ...other }, []],
      [{ ...other, siteAddress: own.siteAddress }, ['address']],
      [{ ...other, siteAddress: `${own.siteAddress.replace(COUNTY, '')} 二层` }, ['address']],
      [{ ...other, principal: { ...other.principal, name: own.principal.name } }, ['principal']],
      [{ ...other, sponsors: own.sponsors }, ['sponsor']],
    ] as const) {
      const caseId = await world.submitted({ ...change, schoolName: `${stranger('凤').schoolName}` });
      expect([kinds, await seenIn(caseId)]).toEqual([kinds, kinds]);
      await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '演示：换一个再试' });
    }
  }, 120_000);

  it('is like a name too, without what every name of the county has in common', async () => {
    const [row] = await world.sql.query<{ name: string }>('select name from institution where id = $1', [
      school.institutionId,
    ]);
    const alike = (name: string) => likeEntries(world.sql, { names: [name] }, null);
    expect((await alike(row?.name ?? ''))[0]).toMatchObject({
      by: 'name',
      likeness: 1,
      institutionId: school.institutionId,
    });
    expect((await alike(row?.name.replace('包头市昆都仑区', '') ?? ''))[0]?.likeness).toBe(1);
    expect(await alike('包头市昆都仑区麒麟幼儿园')).toEqual([]);
  });

  it('is a warning only: it is accepted like any other, and nothing of it stands in the log', async () => {
    const caseId = await world.submitted({ ...stranger('虎'), siteAddress: own.siteAddress, principal: own.principal });
    expect(await seenIn(caseId)).toEqual(['address', 'principal']);
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await clerk.does(caseId, 'accept');
    const log = await world.sql.query<{ text: string }>(
      'select payload::text as text from case_event where case_id = $1',
      [caseId],
    );
    expect(JSON.stringify(log)).not.toMatch(/likeness|similar/);
  });

  it('a change is not like its own institution', async () => {
    const fields = { licenceNumber: school.number, ...CONTACT, resolution: RESOLVED };
    const [row] = await world.sql.query<{ name: string }>('select name from institution where id = $1', [
      school.institutionId,
    ]);
    const schoolName = row?.name.replace('幼儿园', '第二幼儿园');
    const caseId = await draftOf(world, 'CHG-NAME', { ...fields, schoolName });
    await checked(world, caseId);
    expect(await seenIn(caseId)).toEqual([]);
  });

  it('only the bureau reads it, and of a case that it may see', async () => {
    const caseId = await world.submitted(stranger('豹'));
    for (const [login, status] of [
      ['sponsor', 403],
      ['health1', 403],
    ] as const)
      expect((await (await world.as(login)).send('GET', `/api/cases/${caseId}/likeness`)).status).toBe(status);
    const draft = await world.drafted(stranger('狮'));
    expect((await (await world.as('clerk')).send('GET', `/api/cases/${draft}/likeness`)).status).toBe(404);
    expect((await world.nobody().send('GET', `/api/cases/${caseId}/likeness`)).status).toBe(401);
  });
});

describe('a running case that an application is like', () => {
  const casesOf = async (caseId: string) =>
    (
      await (
        await world.as('clerk')
      ).get<{ cases: { by: string; caseId: string; value: string; likeness: number }[] }>(
        `/api/cases/${caseId}/likeness`,
      )
    ).cases;

  it('is named, each kind by itself, while it runs and no longer', async () => {
    const first = stranger('鹤');
    const running = await world.submitted(first);
    const seen = async (more: object) => {
      const caseId = await world.submitted({ ...stranger('鹿'), schoolName: stranger('鸥').schoolName, ...more });
      const kinds = (await casesOf(caseId)).filter((one) => one.caseId === running).map(({ by }) => by);
      await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '演示：换一个再试' });
      return kinds;
    };
    expect(await seen({})).toEqual([]);
    expect(await seen({ siteAddress: `${first.siteAddress}二层` })).toEqual(['address']);
    expect(await seen({ principal: first.principal })).toEqual(['principal']);
    expect(await seen({ sponsors: first.sponsors })).toEqual(['sponsor']);
    await (await world.as('sponsor')).does(running, 'withdraw', { reason: '演示：不办了' });
    expect(await seen({ principal: first.principal })).toEqual([]);
  }, 120_000);

  it('is not itself, nor another matter of the same institution', async () => {
    const fields = { licenceNumber: school.number, ...CONTACT, resolution: RESOLVED };
    const { siteAddress } = stranger('雁');
    const moving = await draftOf(world, 'CHG-ADDR', {
      ...fields,
      siteChange: 'move',
      siteAddress,
      siteAreaSquareMetres: 2400,
      childrenRoomsSquareMetres: 900,
    });
    await checked(world, moving);
    expect((await casesOf(moving)).map(({ caseId }) => caseId)).not.toContain(moving);
    const same = await world.submitted({ ...stranger('雀'), siteAddress });
    expect((await casesOf(same)).filter(({ caseId }) => caseId === moving)).toMatchObject([
      { by: 'address', value: siteAddress, likeness: 1 },
    ]);
  });

  it('is kept from an officer who is recused from it', async () => {
    const first = stranger('鹰');
    const running = await world.submitted(first);
    const like = await world.submitted({ ...stranger('隼'), principal: first.principal });
    expect((await casesOf(like)).map(({ caseId }) => caseId)).toContain(running);
    const clerk = await world.as('clerk');
    await world.sql.query(
      `insert into recusal (case_id, account_id, cause, recused_at) values ($1, $2, 'self_declared', $3)`,
      [running, clerk.accountId, world.clock.now()],
    );
    expect((await casesOf(like)).map(({ caseId }) => caseId)).not.toContain(running);
  });
});

describe('the entries that count', () => {
  const fields = { address: `${COUNTY}鲲鹏东大街 77 号`, principal: '演示鲲园长', sponsors: ['演示鲲鹏公司'] };
  const ASKED = { addresses: [fields.address], principals: [fields.principal], sponsors: fields.sponsors };
  const enter = async (name: string, state: string): Promise<string> => {
    const id = randomIds.uuid();
    await world.sql.query(
      `insert into institution (id, region, type, name, state, created_at) values ($1, '150203', 'KG', $2, $3, now())`,
      [id, name, state],
    );
    await write(id, { name, state, ...fields });
    return id;
  };
  const write = (institutionId: string, said: object) =>
    writeVersion(
      world.sql,
      randomIds,
      { institutionId, caseId: null, cause: 'grant', validFrom: '2026-03-02', now: world.clock.now() },
      said as RegisterFields,
    );
  const alike = async () =>
    (await likeEntries(world.sql, ASKED, null)).map(({ by, institutionId }) => [by, institutionId]);

  it('are living ones, and by what they say now', async () => {
    const living = await enter('演示鲲鹏一园', 'OPERATING');
    await enter('演示鲲鹏二园', 'CANCELLED');
    await enter('演示鲲鹏三园', 'LAPSED');
    expect(await alike()).toEqual([
      ['address', living],
      ['principal', living],
      ['sponsor', living],
    ]);
    await write(living, { name: '演示鲲鹏一园', state: 'OPERATING', address: '别处', principal: '别人', sponsors: [] });
    expect(await alike()).toEqual([]);
  });

  it('are looked at with every campus, as they have them now', async () => {
    const id = await enter('演示鲲鹏四园', 'OPERATING');
    const [far, near] = [`${COUNTY}麒麟大街 3 号`, `${COUNTY}青鸾中街 12 号`];
    const asking = async (address: string) =>
      (await likeEntries(world.sql, { addresses: [address] }, null))
        .filter(({ institutionId }) => institutionId === id)
        .map(({ by, value, likeness }) => [by, value, likeness]);
    expect(await asking(near)).toEqual([]);
    const said = { name: '演示鲲鹏四园', state: 'OPERATING', ...fields };
    await write(id, { ...said, campuses: [far, near] });
    expect(await asking(near)).toEqual([['address', near, 1]]);
    expect(await asking(fields.address)).toEqual([['address', fields.address, 1]]);
    await write(id, { ...said, campuses: [far] });
    expect(await asking(near)).toEqual([]);
    await write(id, { ...said, address: '别处', campuses: [] });
    expect(await asking(far)).toEqual([]);
  });

  it.each([
    [
      'campus',
      `select 1 from register_version v where v.fields->'campuses'->0 is not null`,
      'register_version_campuses_idx',
    ],
    [
      'running case',
      'select c.id from licensing_case c where c.number is not null and c.closed_at is null order by c.id',
      'licensing_case_running_idx',
    ],
    [
      'name',
      `select 1 from institution i where likeness_name(i.name) % likeness_name('龙')`,
      'institution_likeness_idx',
    ],
    [
      'address',
      `select 1 from register_version v where likeness_address(v.fields->>'address') % likeness_address('龙街 9 号')`,
      'register_version_address_likeness_idx',
    ],
    [
      'principal',
      `select 1 from register_version v where v.fields->>'principal' = '龙'`,
      'register_version_principal_idx',
    ],
    [
      'sponsor',
      `select 1 from register_version v where v.fields->'sponsors' ?| array['龙']`,
      'register_version_sponsors_idx',
    ],
  ])('are found by an index: %s', async (_, question, index) => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    await client.query('set enable_seqscan = off; set enable_sort = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${question}`);
    await client.end();
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
  });
});
