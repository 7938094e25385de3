import { entriesOf } from '../../libs/cases/src/index.js';
import { demoPdf } from '../../apps/cli/src/tour/papers.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const url = (caseId: string, rest = '') => `/api/cases/${caseId}${rest}`;

describe('bad input gets a stable code and leaves nothing half written', () => {
  it.each([
    ['broken JSON', '{"fields":', 400, 'BODY_INVALID'],
    ['a comment in JSON', '{"fields":{}/* hi */}', 400, 'BODY_INVALID'],
    [
      'a repeated field',
      '{"fields":{"schoolName":"演示甲幼儿园","schoolName":"演示乙幼儿园"}}',
      400,
      'DUPLICATE_FIELD',
    ],
    ['a reach for the prototype', '{"fields":{"__proto__":{}}}', 400, 'DUPLICATE_FIELD'],
    ['an unknown field beside', '{"fields":{},"price":1}', 422, 'FIELDS_INVALID'],
    ['an unknown form field', '{"fields":{"price":1}}', 422, 'FIELDS_INVALID'],
    ['a wrong option', '{"fields":{"nature":"charity"}}', 422, 'FIELDS_INVALID'],
    ['a number out of range', '{"fields":{"plannedChildren":99999}}', 422, 'FIELDS_INVALID'],
    ['a lone surrogate and a NUL', '{"fields":{"schoolName":"演示\\u0000幼儿园"}}', 422, 'FIELDS_INVALID'],
    ['one right and one wrong field', '{"fields":{"plannedChildren":90,"contactPhone":"x"}}', 422, 'FIELDS_INVALID'],
    ['an array for an object', '{"fields":[]}', 422, 'FIELDS_INVALID'],
    ['nothing', '', 400, 'BODY_INVALID'],
  ])('draft: %s', async (_, raw, status, code) => {
    const sponsor = await world.as('sponsor');
    const caseId = await world.drafted();
    const before = await world.view(caseId);
    const answer = await sponsor.send<{ code: string }>('PATCH', url(caseId, '/draft'), undefined, {
      raw,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await world.view(caseId)).form).toEqual(before.form);
  });

  it.each([
    [
      'credit code',
      {
        sponsors: [{ kind: 'organisation', name: '演示公司', address: '演示路一号', creditCode: '91350100M000100Y44' }],
      },
      'sponsors[0].creditCode',
      'CREDIT_CODE_CHECK_DIGIT',
    ],
    [
      'identity number',
      { sponsors: [{ kind: 'person', name: '演示甲', address: '演示路一号', citizenNumber: '150203188001010018' }] },
      'sponsors[0].citizenNumber',
      'CITIZEN_NUMBER_CHECK_DIGIT',
    ],
  ])('wrong check digit: %s', async (_, fields, field, code) => {
    const caseId = await world.drafted();
    const { status, body } = await (
      await world.as('sponsor')
    ).send<{ errors: object[] }>('PATCH', url(caseId, '/draft'), { fields });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it('an oversized body', async () => {
    const caseId = await world.drafted();
    const raw = JSON.stringify({ fields: { schoolName: '演'.repeat(600_000) } });
    expect(await (await world.as('sponsor')).send('PATCH', url(caseId, '/draft'), undefined, { raw })).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
  });

  it('unknown command, wrong state, wrong role, wrong payload, old version, wrong id', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    expect(await clerk.refused(caseId, 'burn')).toMatchObject({ status: 422, code: 'COMMAND_UNKNOWN' });
    expect(await clerk.refused(caseId, 'takeAsAccepted')).toMatchObject({ status: 422, code: 'COMMAND_UNKNOWN' });
    expect(await sponsor.refused(caseId, 'accept')).toMatchObject({ status: 403, code: 'EVENT_NOT_FOR_ROLE' });
    expect(await sponsor.refused(caseId, 'reportRectified')).toMatchObject({
      status: 409,
      code: 'EVENT_NOT_POSSIBLE_NOW',
    });
    expect((await sponsor.refused(caseId, 'reportRectified')).allowed?.map(({ event }) => event)).toEqual(['withdraw']);
    expect(await clerk.refused(caseId, 'accept', { bribe: 1 })).toMatchObject({ status: 422, code: 'FIELDS_INVALID' });
    expect(
      (await clerk.command(caseId, 'recordVerdicts', await world.verdicts(caseId), { expectedVersion: 0 })).body,
    ).toMatchObject({ code: 'CASE_HAS_MOVED_ON' });
    expect(await sponsor.send('GET', url(randomIds.uuid()))).toMatchObject({ status: 404 });
    expect(await sponsor.send('GET', url('1; drop table account'))).toMatchObject({ status: 404 });
    expect((await entriesOf(world.sql, caseId)).length).toBe(1);
    expect(await world.count('command_attempt', caseId)).toBe(4);
  });

  it.each(['2026-02-30', '2026-03-03', '1999-12-31', 'yesterday'])('a look-up dated %s', async (checkedOn) => {
    const caseId = await world.accepted();
    const problem = await (
      await world.as('reviewer')
    ).refused(caseId, 'recordAttestation', { lane: 'name_lookup', result: 'pass', source: '演示查询', checkedOn });
    expect([problem.status, problem.code]).toEqual([422, 'FIELDS_INVALID']);
  });

  it('queries: unknown, wrong and repeated parameters', async () => {
    const clerk = await world.as('clerk');
    for (const query of [
      'price=1',
      'limit=0',
      'limit=1000',
      'limit=x',
      'state=NOWHERE',
      'q=a&q=b',
      'cursor=xyz',
      'q=%00',
    ]) {
      const { status } = await clerk.send('GET', `/api/cases?${query}`);
      expect([query, status >= 400 && status < 500]).toEqual([query, true]);
    }
    expect((await clerk.send('GET', '/api/cases?q=演示&limit=2')).status).toBe(200);
    expect((await clerk.send('GET', "/api/cases?q=%25' or 1=1 --")).body).toMatchObject({ items: [] });
  });
});

describe('files', () => {
  it('are known by content: a wrong type or an empty one gets a clear sentence and the draft keeps the rest', async () => {
    const sponsor = await world.as('sponsor');
    const caseId = await world.drafted();
    const before = await world.view(caseId);
    const script = await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('<script>alert(1)</script>'), 'charter.pdf');
    expect([script.status, script.body.code, script.body.detail]).toEqual([
      415,
      'FILE_TYPE',
      expect.stringContaining('PDF'),
    ]);
    expect(await sponsor.upload(caseId, 'EST-CHARTER', Buffer.alloc(0))).toMatchObject({
      status: 422,
      body: { code: 'FILE_EMPTY' },
    });
    expect(await sponsor.upload(caseId, 'GEN-ID')).toMatchObject({
      status: 422,
      body: { code: 'LINE_NOT_UPLOADABLE' },
    });
    expect(await sponsor.upload(caseId, 'NO-SUCH-LINE')).toMatchObject({ status: 422 });
    const { materials, form } = await world.view(caseId);
    expect([materials, form]).toEqual([before.materials, before.form]);
  });

  it('of more than 50 MB are refused', async () => {
    const caseId = await world.drafted();
    const large = Buffer.concat([Buffer.from(demoPdf('large')), Buffer.alloc(50 * 1024 * 1024)]);
    expect(await (await world.as('sponsor')).upload(caseId, 'EST-CHARTER', large)).toMatchObject({
      status: 413,
      body: { code: 'FILE_TOO_LARGE' },
    });
  });

  it('of another applicant do not exist, nor does the case', async () => {
    const caseId = await world.drafted();
    const { materials } = await world.view(caseId);
    const fileId = materials.find(({ fileId: id }) => id)?.fileId ?? '';
    const login = `other-${randomIds.secret(4)}`;
    await world.nobody().post('/api/accounts', { login, password: 'demo-password', displayName: '演示他人' });
    const other = await world.as(login);
    expect((await other.send('GET', `/api/files/${fileId}`)).status).toBe(404);
    expect((await other.send('GET', url(caseId))).status).toBe(404);
    expect((await other.send('PATCH', url(caseId, '/draft'), { fields: {} })).status).toBe(404);
    expect((await other.command(caseId, 'withdraw', { reason: '捣乱' })).status).toBe(404);
    expect((await other.upload(caseId, 'EST-CHARTER')).status).toBe(404);
    expect((await (await world.as('sponsor')).download(`/api/files/${fileId}`)).length).toBeGreaterThan(10);
  });
});

describe('many at once', () => {
  it('100 identical commands have one effect and 100 equal answers', async () => {
    const caseId = await world.submitted();
    const sponsor = await world.as('sponsor');
    const body = { commandId: randomIds.uuid(), type: 'withdraw', payload: { reason: '只撤一次' } };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => sponsor.send('POST', url(caseId, '/commands'), body)),
    );
    expect(new Set(answers.map(({ status, body: answer }) => JSON.stringify([status, answer]))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect((await entriesOf(world.sql, caseId)).map(({ type }) => type)).toEqual(['submit', 'withdraw']);
    expect(await world.count('document', caseId)).toBe(2);
    const other = await sponsor.send<{ code: string }>('POST', url(caseId, '/commands'), {
      ...body,
      payload: { reason: '换个理由' },
    });
    expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
  });

  it('100 identical openings open one case', async () => {
    const sponsor = await world.as('sponsor');
    const body = { commandId: randomIds.uuid(), matter: 'EST-DIRECT' };
    const answers = await Promise.all(Array.from({ length: 100 }, () => sponsor.send('POST', '/api/cases', body)));
    expect(new Set(answers.map(({ body: answer }) => answer['caseId'])).size).toBe(1);
  });

  it('100 different commands on one case lose nothing', async () => {
    const caseId = await world.accepted();
    const reviewer = await world.as('reviewer');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        reviewer.command(caseId, 'recordAttestation', {
          lane: 'name_lookup',
          result: i % 2 ? 'pass' : 'fail',
          source: `演示查询第${i}次`,
          checkedOn: '2026-03-02',
        }),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const log = await entriesOf(world.sql, caseId);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 103 }, (_, i) => i + 1));
    expect(new Set(answers.map(({ body }) => body.version)).size).toBe(100);
    expect(await world.count('attestation', caseId)).toBe(100);
  });

  it('100 different fields and files saved at once all stay', async () => {
    const sponsor = await world.as('sponsor');
    const caseId = await world.drafted();
    const saves = Array.from({ length: 100 }, (_, i) => {
      const fields =
        [
          { plannedChildren: i + 1 },
          { plannedClasses: (i % 60) + 1 },
          { siteAreaSquareMetres: 1000 + i },
          { contactPhone: `138${String(i).padStart(8, '0')}` },
        ][i % 4] ?? {};
      return sponsor.send<{ version: number }>('PATCH', url(caseId, '/draft'), { fields });
    });
    const versions = (await Promise.all(saves)).map(({ body }) => body.version);
    expect(new Set(versions).size).toBe(100);
    const stale = await sponsor.send<{ code: string }>('PATCH', url(caseId, '/draft'), {
      fields: { plannedClasses: 3 },
      expectedVersion: 1,
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'DRAFT_HAS_MOVED_ON']);
  });
});

describe('sessions', () => {
  it('nothing without a login, nothing without the CSRF token, nothing for the wrong audience', async () => {
    const nobody = world.nobody();
    expect(await nobody.send('GET', '/api/cases')).toMatchObject({ status: 401, body: { code: 'LOGIN_REQUIRED' } });
    const clerk = await world.as('clerk');
    expect(await clerk.send('POST', '/api/cases', {}, { headers: { 'x-csrf-token': 'guess' } })).toMatchObject({
      status: 403,
      body: { code: 'CSRF_FAILED' },
    });
    expect(await clerk.send('GET', '/api/visits')).toMatchObject({ status: 403, body: { code: 'AUDIENCE_REFUSED' } });
    expect(
      await clerk.send('GET', '/api/cases', undefined, { headers: { cookie: 'session=forged.signature' } }),
    ).toMatchObject({ status: 401 });
  });

  it('the cookie is HttpOnly and signed; logout ends the session', async () => {
    const login = `guest-${randomIds.secret(4)}`;
    await world.nobody().post('/api/accounts', { login, password: 'demo-password', displayName: '演示访客' });
    const guest = await world.as(login);
    const { headers } = await world.nobody().send('POST', '/api/session', { login, password: 'demo-password' });
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly.*Secure|Secure.*HttpOnly/);
    await guest.send('DELETE', '/api/session');
    expect((await guest.send('GET', '/api/session')).status).toBe(401);
  });

  it('guessing is slowed down', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 10; i += 1)
      tries.push(
        (await world.nobody().send('POST', '/api/session', { login: 'auditadmin', password: `guess-${i}` })).status,
      );
    expect(tries.slice(0, 8).every((status) => status === 401)).toBe(true);
    expect(tries.slice(8)).toEqual([429, 429]);
  });

  it('self-registration makes sponsors only; a taken name is told', async () => {
    expect(
      (
        await world.nobody().send('POST', '/api/accounts', {
          login: 'mallory',
          password: 'demo-password',
          displayName: '演示某人',
          roles: ['decisionMaker'],
        })
      ).status,
    ).toBe(422);
    expect(
      await world
        .nobody()
        .send('POST', '/api/accounts', { login: 'clerk', password: 'demo-password', displayName: '演示某人' }),
    ).toMatchObject({ status: 409, body: { code: 'LOGIN_TAKEN' } });
  });
});
