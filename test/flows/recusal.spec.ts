import pg from 'pg';
import { readFileSync } from 'node:fs';
import { completeCitizenNumber, drawHolds } from '../../libs/law/src/index.js';
import { keepPhoto } from '../../libs/inspections/src/index.js';
import { randomIds, sha256 } from '../../libs/platform/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { ALL_INSPECTORS, World, type Person } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

const sqlAs = async <T extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
};

/** A number that nobody has: people born in 1880 do not live. */
let serial = 100;
const freshNumber = (): string => completeCitizenNumber(`15020318800202${String((serial += 1)).padStart(3, '0')}`);

const declare = async (login: string, number: string, kind = 'person', relation = 'spouse') =>
  (await world.as(login)).send<{ code: string }>('POST', '/api/desk/interests', {
    interests: [{ relation, kind, name: '演示亲属', number }],
  });

/** A form whose sponsor, board member or principal has a number of this test's own. */
const withSponsor = (citizenNumber: string) => {
  const [sponsor] = kindergartenForm().sponsors;
  if (!sponsor) throw new Error('the demo form has no sponsor');
  return { sponsors: [{ ...sponsor, citizenNumber }] };
};
const withBoard = (citizenNumber: string) => ({
  boardMembers: kindergartenForm().boardMembers.map((member) =>
    member.role === 'staff' ? { ...member, citizenNumber } : member,
  ),
});
const withPrincipal = (citizenNumber: string) => ({ principal: { ...kindergartenForm().principal, citizenNumber } });

const sees = async (caseId: string, login: string): Promise<boolean> =>
  (await (await world.as(login)).send('GET', `/api/cases/${caseId}`)).status === 200;
const tickets = async (caseId: string): Promise<number> =>
  (
    await world.sql.query(`select 1 from supervision_ticket where case_id = $1 and matter = 'conflictOfInterest'`, [
      caseId,
    ])
  ).length;

describe('a declared interest', () => {
  it.each([
    ['a sponsor', withSponsor],
    ['a member of the board', withBoard],
    ['the principal', withPrincipal],
  ])('in %s keeps its declarer from a case that is submitted afterwards', async (_, form) => {
    const number = freshNumber();
    expect((await declare('reviewer2', number.toLowerCase())).status).toBe(200);
    const caseId = await world.submitted(form(number));
    expect(await sees(caseId, 'reviewer2')).toBe(false);
    expect(await sees(caseId, 'reviewer')).toBe(true);
    expect(await tickets(caseId)).toBe(1);
  });

  it('keeps its declarer from a case that was there before, at once', async () => {
    const number = freshNumber();
    const caseId = await world.submitted(withSponsor(number));
    expect(await sees(caseId, 'clerk2')).toBe(true);
    await declare('clerk2', number);
    expect(await sees(caseId, 'clerk2')).toBe(false);
    expect(await tickets(caseId)).toBe(1);
    await declare('clerk2', number);
    expect(await tickets(caseId)).toBe(1);
  });

  it('in a body meets the credit code of a sponsor', async () => {
    const creditCode = '52150203MJ12345678'.slice(0, 17);
    const { completeCreditCode } = await import('../../libs/law/src/index.js');
    const code = completeCreditCode(creditCode);
    const sponsors = [
      { kind: 'organisation' as const, name: '演示投资公司', creditCode: code, address: '演示路2号院内' },
    ];
    const caseId = await world.submitted({ sponsors });
    await declare('legal2', code, 'organisation', 'self');
    expect(await sees(caseId, 'legal2')).toBe(false);
  });

  it('works from a pre-review on, and follows what is written afterwards', async () => {
    const number = freshNumber();
    await declare('clerk2', number);
    const caseId = await world.drafted();
    const sponsor = await world.as('sponsor');
    await sponsor.post(`/api/cases/${caseId}/pre-review`);
    expect(await sees(caseId, 'clerk2')).toBe(true);
    await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: withSponsor(number) });
    expect(await sees(caseId, 'clerk2')).toBe(false);
    const answer = await (
      await world.as('clerk2')
    ).send('POST', `/api/cases/${caseId}/pre-review/answer`, await world.verdicts(caseId));
    expect(answer.status).toBe(404);
  });

  it('counts again for the renewal of what was licensed, whose form names nobody', async () => {
    const number = freshNumber();
    const caseId = await world.granted(withSponsor(number));
    await world.work();
    const [licence] = await world.sql.query<{ number: string }>('select number from licence where case_id = $1', [
      caseId,
    ]);
    const sponsor = await world.as('sponsor');
    const { caseId: renewal } = await sponsor.post<{ caseId: string }>('/api/cases', {
      commandId: randomIds.uuid(),
      matter: 'RENEW',
    });
    const { contactPhone, deliveryChannel, serviceConsent } = kindergartenForm();
    await sponsor.send('PATCH', `/api/cases/${renewal}/draft`, {
      fields: { licenceNumber: licence?.number, contactPhone, deliveryChannel, serviceConsent },
    });
    await sponsor.post(`/api/cases/${renewal}/pre-review`);
    expect(await sees(renewal, 'legal2')).toBe(true);
    await declare('legal2', number);
    expect(await sees(caseId, 'legal2')).toBe(false);
    expect(await sees(renewal, 'legal2')).toBe(false);
  });

  it('is kept as a keyed hash: neither the number nor a plain hash of it is anywhere', async () => {
    const number = freshNumber();
    await declare('registrar', number);
    const [row] = await sqlAs<{ identity_hash: string }>(
      world.database.superuserUrl,
      'select identity_hash from declared_interest where name = $1 order by declaration_id limit 1',
      ['演示亲属'],
    );
    expect(row?.identity_hash).toMatch(/^[0-9a-f]{64}$/);
    const all = await sqlAs<{ hit: boolean }>(
      world.database.superuserUrl,
      `select exists (select 1 from declared_interest t where t::text like $1 or t.identity_hash = $2)
         or exists (select 1 from outbox t where t::text like $1) or exists (select 1 from case_party t where t.identity_hash = $2) as hit`,
      [`%${number}%`, sha256(number)],
    );
    expect(all[0]?.hit).toBe(false);
    const mine = await (await world.as('registrar')).get(`/api/desk/interests`);
    expect(JSON.stringify(mine)).not.toContain(number.slice(6));
    expect(JSON.stringify(await (await world.as('head')).get('/api/desk/interests'))).not.toContain('演示亲属');
  });

  it('refuses a number that is none, at its place', async () => {
    const { status, body } = await (
      await world.as('clerk')
    ).send<{ errors: { field: string }[] }>('POST', '/api/desk/interests', {
      interests: [
        { relation: 'self', kind: 'person', name: '演示甲', number: freshNumber() },
        { relation: 'child', kind: 'person', name: '演示乙', number: '150203188002021230' },
      ],
    });
    expect([status, body.errors.map(({ field }) => field)]).toEqual([422, ['interests[1].number']]);
  });
});

describe('who must stay away', () => {
  let caseId: string;
  let fileId: string;
  let documentId: string;
  let visitId: string;
  let photoId: string;

  /** Every route that shows a case or acts on one; a new one that is not here fails the test below. */
  const routes = (): Record<string, [method: 'GET' | 'POST' | 'PUT' | 'PATCH', body?: object]> => ({
    [`/api/cases/${caseId}`]: ['GET'],
    [`/api/cases/${caseId}/draft`]: ['PATCH', { fields: {} }],
    [`/api/cases/${caseId}/commands`]: ['POST', { commandId: randomIds.uuid(), type: 'concludeReview' }],
    [`/api/cases/${caseId}/preview`]: ['POST', { type: 'concludeReview' }],
    [`/api/cases/${caseId}/rating`]: ['POST', { grade: 5 }],
    [`/api/cases/${caseId}/events`]: ['GET'],
    [`/api/cases/${caseId}/clock`]: ['GET'],
    [`/api/cases/${caseId}/clock/effect?ground=appraisal&days=5`]: ['GET'],
    [`/api/cases/${caseId}/messages`]: ['GET'],
    [`/api/cases/${caseId}/notes`]: ['GET'],
    [`/api/cases/${caseId}/trips`]: ['GET'],
    [`/api/cases/${caseId}/check-in-code`]: ['POST'],
    [`/api/cases/${caseId}/trips/${caseId}/answer`]: ['POST', { agreed: true }],
    [`/api/cases/${caseId}/remedies`]: ['GET'],
    [`/api/cases/${caseId}/appointment`]: ['GET'],
    [`/api/cases/${caseId}/appointment.ics`]: ['GET'],
    [`/api/cases/${caseId}/pre-review`]: ['POST'],
    [`/api/cases/${caseId}/pre-review/answer`]: ['POST', { verdicts: [{ lineId: 'EST-POLICY', verdict: 'ok' }] }],
    [`/api/cases/${caseId}/decision-room`]: ['GET'],
    [`/api/cases/${caseId}/meetings`]: ['POST', { members: [randomIds.uuid()] }],
    [`/api/cases/${caseId}/meetings/${caseId}/opinions`]: ['POST', { stance: 'grant', opinion: '演示意见' }],
    [`/api/cases/${caseId}/meetings/${caseId}/conclusion`]: [
      'POST',
      { outcome: 'grant', reasons: '演示理由', minutes: '演示纪要' },
    ],
    [`/api/cases/${caseId}/deliberation-records`]: [
      'POST',
      { kind: 'riskAssessment', result: 'controllable', author: '演示专家', content: '演示内容' },
    ],
    [`/api/cases/${caseId}/co-signers`]: ['GET'],
    [`/api/cases/${caseId}/co-signers/sponsors-1/invitation`]: ['POST'],
    [`/api/cases/${caseId}/likeness`]: ['GET'],
    [`/api/cases/${caseId}/recusals`]: ['GET'],
    [`/api/cases/${caseId}/recusals/${caseId}/ruling`]: ['POST', { granted: false, reason: '演示理由' }],
    [`/api/cases/${caseId}/draws`]: ['POST', { role: 'reviewer' }],
    [`/api/files/${fileId}`]: ['GET'],
    [`/api/documents/${documentId}`]: ['GET'],
    [`/api/visits/${visitId}/checklist`]: ['PUT', { answers: [{ itemId: 'E-1', answer: 'pass' }] }],
    [`/api/visits/${visitId}/signature`]: ['POST', { contentHash: '0'.repeat(64) }],
    [`/api/visits/${visitId}/countersignature`]: [
      'POST',
      { contentHash: '0'.repeat(64), login: 'edu2', password: 'demo-password' },
    ],
    [`/api/visits/${visitId}/photos`]: ['POST'], // without a picture; with one: see below
    [`/api/photos/${photoId}`]: ['GET'],
  });

  beforeAll(async () => {
    const number = freshNumber();
    caseId = await world.accepted(withSponsor(number));
    await world.lookedUp(caseId);
    const members = await Promise.all(ALL_INSPECTORS.map(async (login) => (await world.as(login)).accountId));
    await (await world.as('reviewer')).does(caseId, 'arrangeSiteCheck', { plannedOn: world.today, members });
    await world.work();
    const inspector = await world.as('edu1');
    const { items } = await inspector.get<{ items: { id: string; caseId: string }[] }>('/api/visits');
    visitId = items.find((visit) => visit.caseId === caseId)?.id ?? '';
    const view = await world.view(caseId);
    fileId = view.materials.find((line) => line.fileId)?.fileId ?? '';
    documentId = view.documents[0]?.id ?? '';
    photoId = randomIds.uuid();
    await sqlAs(
      world.database.superuserUrl,
      `insert into visit_photo (id, visit_id, department, account_id, file_hash, taken_at)
       select $1, $2, 'education', $3, hash, now() from stored_file limit 1`,
      [photoId, visitId, inspector.accountId],
    );
    expect((await inspector.send('GET', `/api/photos/${photoId}`)).status).not.toBe(404);
    expect(await sees(caseId, 'edu1')).toBe(true);
    for (const login of ['edu1', 'reviewer2', 'clerk2', 'legal2', 'head2', 'registrar', 'supervisor'])
      await declare(login, number);
  });

  it('the list of routes is the published one', () => {
    const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, object> };
    const told = Object.keys(routes()).map((path) =>
      path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|sponsors-1/g, '{}').replace(/\?.*/, ''),
    );
    const about = Object.keys(paths)
      .filter((path) => /^\/api\/(cases|files|documents|visits|photos)\/\{/.test(path))
      .map((path) => path.replace(/\{[^}]+\}/g, '{}'));
    expect(about.filter((path) => !told.includes(path))).toEqual([]);
  });

  it.each(['edu1', 'reviewer2', 'clerk2', 'legal2', 'head2', 'registrar', 'supervisor'])(
    'finds no case, file, letter or visit on any route (%s)',
    async (login) => {
      const person = await world.as(login);
      for (const [path, [method, body]] of Object.entries(routes())) {
        const { status } = await person.send(method, path, body);
        // 403: not for this role at all; 404: for this role, but there is no such case
        const refused = [403, 404, ...(path.endsWith('/photos') ? [422] : [])];
        expect([path, refused.includes(status)]).toEqual([path, true]);
      }
      const lists: [string, string][] = [
        ['/api/cases', caseId],
        ['/api/desk/queue?scope=all', caseId],
        ['/api/desk/queue', caseId],
        ['/api/visits', caseId],
        ['/api/desk/interests', caseId],
        ['/api/desk/supervision', caseId],
        ['/api/desk/appointments', caseId],
      ];
      for (const [path, id] of lists) {
        const { status, body } = await person.send(path.includes('queue') ? 'GET' : 'GET', path);
        expect([path, status === 403 || !JSON.stringify(body).includes(id)]).toEqual([path, true]);
      }
    },
  );

  it('keeps no picture of theirs', async () => {
    const { accountId } = await world.as('edu1');
    const actor = { accountId, roles: ['educationInspector' as const], displayName: '演示' };
    const picture = { hash: '0'.repeat(64), size: 1, mediaType: 'image/png' as const };
    await expect(keepPhoto(world.tools.workshop, { visitId, actor }, picture)).rejects.toThrow('VISIT_NOT_FOUND');
  });

  it('others see it as before', async () => {
    for (const login of ['reviewer', 'clerk', 'legal', 'head', 'edu2', 'sponsor'])
      expect([login, await sees(caseId, login)]).toEqual([login, true]);
  });

  it('is not put on a team again', async () => {
    const members = await Promise.all(ALL_INSPECTORS.map(async (login) => (await world.as(login)).accountId));
    const refused = await (
      await world.as('reviewer')
    ).refused(caseId, 'rearrangeSiteCheck', { plannedOn: world.today, members, reason: '演示改期' });
    expect(refused.errors).toEqual([expect.objectContaining({ field: 'payload.members', code: 'MEMBER_RECUSED' })]);
  });

  it('cannot undo it, by SQL as the application either', async () => {
    for (const table of [
      'recusal',
      'recusal_request',
      'recusal_ruling',
      'case_party',
      'declared_interest',
      'interest_declaration',
      'staff_leave',
      'random_draw',
      'draw_reveal',
      'draw_eligible',
      'draw_seed',
    ])
      for (const statement of [`delete from ${table}`, `truncate ${table}`])
        await expect(sqlAs(world.database.appUrl, statement)).rejects.toThrow(/permission denied/);
    await expect(sqlAs(world.database.appUrl, `update recusal set account_id = case_id`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sqlAs(world.database.appUrl, `update random_draw set eligible = '{}'`)).rejects.toThrow(
      /permission denied/,
    );
  });
});

interface Draw {
  ordinal: number;
  role: string;
  input: string;
  eligible: string[];
  commitment: string;
  seedCommitment: string;
  nextSeedCommitment: string;
  revealed: { seed: string; drawn: string } | null;
}
const draws = async (): Promise<Draw[]> =>
  (await world.nobody().get<{ items: Draw[] }>('/api/public/draws?limit=100')).items;
interface Recusals {
  handlers: { role: string; accountId: string }[];
  draws: { role: string; pseudonym: string }[];
  requests: { id: string; ruling: { granted: boolean } | null }[];
  involved: { accountId: string }[];
}
const recusals = async (caseId: string, login: string): Promise<Recusals> =>
  (await world.as(login)).get<Recusals>(`/api/cases/${caseId}/recusals`);

describe('the draw of a handler', () => {
  it('publishes list and commitment first, the seed later, and anybody can recompute it', async () => {
    const before = (await draws()).length;
    const caseId = await world.submitted();
    const committed = (await draws()).slice(0, 3);
    expect(committed.map(({ role }) => role).sort()).toEqual(['legalReviewer', 'reviewer', 'windowClerk']);
    expect(committed.map(({ revealed }) => revealed)).toEqual([null, null, null]);
    await world.work();
    const told = await draws();
    expect(told.length).toBe(before + 3);
    const oldest = [...told].reverse();
    oldest.forEach((draw, i) => {
      if (!draw.revealed) throw new Error(`draw ${draw.ordinal} is not told`);
      expect(drawHolds({ ...draw, ...draw.revealed }, sha256)).toBe(true);
      if (i > 0) expect(draw.seedCommitment).toBe(oldest[i - 1]?.nextSeedCommitment);
      expect(drawHolds({ ...draw, ...draw.revealed, drawn: 'somebody else' }, sha256)).toBe(false);
      expect(drawHolds({ ...draw, ...draw.revealed, eligible: [...draw.eligible, 'one more'] }, sha256)).toBe(false);
    });
    const mine = await recusals(caseId, 'sponsor');
    expect(mine.handlers.length).toBe(3);
    expect(
      told
        .slice(0, 3)
        .map(({ revealed }) => revealed?.drawn)
        .sort(),
    ).toEqual(mine.draws.map(({ pseudonym }) => pseudonym).sort());
  });

  it('names nobody: pseudonyms are new each time, and no account or case stands in public', async () => {
    const caseId = await world.submitted();
    await world.work();
    const all = await draws();
    const names = all.flatMap(({ eligible }) => eligible);
    expect(new Set(names).size).toBe(names.length);
    const text = JSON.stringify(all);
    expect(text).not.toContain(caseId);
    for (const login of ['clerk', 'clerk2', 'reviewer', 'legal'])
      expect(text).not.toContain((await world.as(login)).accountId);
  });

  it('leaves out who is recused or on leave, without saying who', async () => {
    const number = freshNumber();
    await declare('reviewer2', number);
    const head = await world.as('head');
    const clerk2 = await world.as('clerk2');
    expect(
      (await head.send('POST', '/api/desk/leave', { accountId: clerk2.accountId, from: world.today, to: world.today }))
        .status,
    ).toBe(200);
    expect(
      (
        await head.send<{ code: string }>('POST', '/api/desk/leave', {
          accountId: head.accountId,
          from: world.today,
          to: world.today,
        })
      ).body.code,
    ).toBe('OWN_ACCOUNT');
    expect(
      (await clerk2.send('POST', '/api/desk/leave', { accountId: head.accountId, from: world.today, to: world.today }))
        .status,
    ).toBe(403);
    const caseId = await world.submitted(withSponsor(number));
    await world.work();
    const { handlers } = await recusals(caseId, 'supervisor');
    const of = (role: string) => handlers.find((one) => one.role === role)?.accountId;
    expect(of('reviewer')).toBe((await world.as('reviewer')).accountId);
    expect(of('windowClerk')).toBe((await world.as('clerk')).accountId);
    const latest = (await draws()).slice(0, 3);
    expect(latest.find(({ role }) => role === 'reviewer')?.eligible.length).toBe(1);
    expect(latest.find(({ role }) => role === 'windowClerk')?.eligible.length).toBe(1);
    world.clock.set('2026-03-03');
  });

  it('is held again only for somebody who may not go on or is away', async () => {
    const caseId = await world.submitted();
    await world.work();
    const head = await world.as('head');
    const again = () => head.send<{ code: string }>('POST', `/api/cases/${caseId}/draws`, { role: 'legalReviewer' });
    expect((await again()).body.code).toBe('REDRAW_NOT_DUE');
    const { handlers } = await recusals(caseId, 'head');
    const handler = handlers.find(({ role }) => role === 'legalReviewer')?.accountId ?? '';
    await head.post('/api/desk/leave', { accountId: handler, from: world.today, to: world.today });
    expect((await again()).status).toBe(200);
    await world.work();
    const after = (await recusals(caseId, 'head')).handlers.find(({ role }) => role === 'legalReviewer')?.accountId;
    expect(after).not.toBe(handler);
    world.clock.set('2026-03-04');
  });
});

describe('a request for recusal', () => {
  const ask = (who: Person, caseId: string, accountId: string) =>
    who.send<{ code: string; id: string }>('POST', `/api/cases/${caseId}/recusals`, {
      accountId,
      reason: '演示理由：是亲戚',
    });
  const rule = (who: Person, caseId: string, id: string, granted: boolean) =>
    who.send<{ code: string }>('POST', `/api/cases/${caseId}/recusals/${id}/ruling`, {
      granted,
      reason: '演示理由：属实',
    });

  it('by the applicant is decided by the head; granted, another person is drawn', async () => {
    const caseId = await world.submitted();
    await world.work();
    const sponsor = await world.as('sponsor');
    const reviewer =
      (await recusals(caseId, 'sponsor')).handlers.find(({ role }) => role === 'reviewer')?.accountId ?? '';
    const asked = await ask(sponsor, caseId, reviewer);
    expect(asked.status).toBe(201);
    expect((await ask(sponsor, caseId, reviewer)).body.code).toBe('RECUSAL_ALREADY_ASKED');
    const login = reviewer === (await world.as('reviewer')).accountId ? 'reviewer' : 'reviewer2';
    expect(await sees(caseId, login)).toBe(true);
    const head = await world.as('head');
    const inbox = await head.get<{ openRequests: { id: string }[] }>('/api/desk/interests');
    expect(inbox.openRequests.map(({ id }) => id)).toContain(asked.body.id);
    expect((await rule(await world.as('registrar'), caseId, asked.body.id, true)).status).toBe(403);
    expect((await rule(head, caseId, asked.body.id, true)).status).toBe(200);
    expect((await rule(head, caseId, asked.body.id, false)).body.code).toBe('RECUSAL_ALREADY_RULED');
    expect(await sees(caseId, login)).toBe(false);
    await world.work();
    const after = await recusals(caseId, 'sponsor');
    expect(after.handlers.find(({ role }) => role === 'reviewer')?.accountId).not.toBe(reviewer);
    expect(after.requests).toEqual([
      expect.objectContaining({ id: asked.body.id, ruling: expect.objectContaining({ granted: true }) as object }),
    ]);
  });

  it('by an officer is about themselves; refused, nothing changes', async () => {
    const caseId = await world.submitted();
    await world.work();
    const registrar = await world.as('registrar');
    expect((await ask(registrar, caseId, (await world.as('clerk')).accountId)).body.code).toBe('RECUSAL_NOT_POSSIBLE');
    const asked = await ask(registrar, caseId, registrar.accountId);
    expect((await rule(await world.as('head'), caseId, asked.body.id, false)).status).toBe(200);
    expect(await sees(caseId, 'registrar')).toBe(true);
  });

  it('about the head is decided by another head', async () => {
    const caseId = await world.submitted();
    const [head, head2] = [await world.as('head'), await world.as('head2')];
    const asked = await ask(await world.as('sponsor'), caseId, head.accountId);
    expect((await rule(head, caseId, asked.body.id, false)).body.code).toBe('RECUSAL_OF_ONESELF');
    expect((await rule(head2, caseId, asked.body.id, true)).status).toBe(200);
    expect(await sees(caseId, 'head')).toBe(false);
  });

  it('is nobody else’s: a sponsor cannot name a stranger, nor ask in the case of another', async () => {
    const caseId = await world.submitted();
    const sponsor = await world.as('sponsor');
    expect((await ask(sponsor, caseId, (await world.as('sysadmin')).accountId)).body.code).toBe('RECUSAL_NOT_POSSIBLE');
    expect((await ask(sponsor, caseId, sponsor.accountId)).body.code).toBe('RECUSAL_NOT_POSSIBLE');
    const login = `other-${randomIds.uuid().slice(0, 8)}`;
    await world.nobody().post('/api/accounts', { login, password: 'demo-password', displayName: '演示他人' });
    expect((await ask(await world.as(login), caseId, (await world.as('head')).accountId)).status).toBe(404);
  });
});
