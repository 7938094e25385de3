import { measuredTrips, TRIP_CAUSES, type TripCause } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { tripLedger } from '../../libs/cases/src/index.js';
import { World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

interface Ledger {
  bound: number | null;
  measured: number;
  items: { id: string; kind: string; cause: string; contact: string; agreed: boolean | null; counts: boolean }[];
}

const ledger = async (caseId: string, login = 'sponsor') =>
  (await world.as(login)).get<Ledger>(`/api/cases/${caseId}/trips`);
const codeOf = async (caseId: string): Promise<string> =>
  (await (await world.as('sponsor')).post<{ code: string }>(`/api/cases/${caseId}/check-in-code`)).code;
const checkIn = async (code: string, cause: string, login = 'clerk') =>
  (await world.as(login)).send<{ code?: string; tripId?: string }>('POST', '/api/desk/check-ins', { code, cause });
const answer = async (caseId: string, tripId: string, agreed: boolean, login = 'sponsor') =>
  (await world.as(login)).send<{ code?: string }>('POST', `/api/cases/${caseId}/trips/${tripId}/answer`, { agreed });

describe('the ledger of contacts', () => {
  it('shows the bound that was proved and what was measured, to both sides', async () => {
    const caseId = await world.submitted();
    expect(await ledger(caseId)).toEqual({ bound: 1, measured: 0, items: [] });
    expect(await ledger(caseId, 'clerk')).toEqual(await ledger(caseId));
    expect((await world.view(caseId)).trips).toEqual({ demanded: 0, measured: 0, all: 0, bound: 1 });
  });

  it('counts a voluntary contact against the bureau until the applicant confirms it with one tap', async () => {
    const caseId = await world.submitted();
    const { status, body } = await checkIn(await codeOf(caseId), 'consultation');
    expect(status).toBe(201);
    expect(await ledger(caseId)).toMatchObject({
      measured: 1,
      items: [{ kind: 'voluntary', contact: 'checkIn', agreed: null, counts: true }],
    });
    expect((await answer(caseId, String(body.tripId), true)).status).toBe(200);
    expect(await ledger(caseId)).toMatchObject({ measured: 0, items: [{ agreed: true, counts: false }] });
    expect((await answer(caseId, String(body.tripId), false)).body.code).toBe('TRIP_ANSWERED_ALREADY');
  });

  it('keeps counting what the applicant denies, and opens a ticket', async () => {
    const caseId = await world.submitted();
    const { body } = await checkIn(await codeOf(caseId), 'paperByChoice');
    await answer(caseId, String(body.tripId), false);
    expect((await ledger(caseId)).measured).toBe(1);
    expect(await world.count('supervision_ticket', caseId)).toBe(1);
  });

  it('counts an extra contact whatever is answered, and opens a ticket by itself', async () => {
    const caseId = await world.submitted();
    const { body } = await checkIn(await codeOf(caseId), 'bureauMistake');
    await answer(caseId, String(body.tripId), true);
    expect((await ledger(caseId)).measured).toBe(1);
    expect(await world.count('supervision_ticket', caseId)).toBe(1);
  });

  it('takes a report of the applicant that nobody entered, once a day', async () => {
    const caseId = await world.submitted();
    const sponsor = await world.as('sponsor');
    await sponsor.post(`/api/cases/${caseId}/trips`);
    expect((await ledger(caseId)).items).toMatchObject([{ kind: 'extra', agreed: true, counts: true }]);
    expect((await sponsor.send('POST', `/api/cases/${caseId}/trips`)).body).toMatchObject({
      code: 'TRIP_REPORTED_TODAY',
    });
  });

  it('says the same in the case, in the law and on the board', async () => {
    const caseId = await world.submitted();
    for (const cause of ['consultation', 'signatureAsked', 'assistedEntry', 'systemOutage'])
      await checkIn(await codeOf(caseId), cause);
    const items = await tripLedger(world.sql, caseId);
    await answer(caseId, items[0]?.id ?? '', true);
    const law = measuredTrips(await tripLedger(world.sql, caseId));
    expect([(await ledger(caseId)).measured, (await world.view(caseId)).trips.measured]).toEqual([law, law]);
    const before = await board();
    await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '另有打算' });
    const [after] = (await board()).filter(({ matter }) => matter === 'EST-DIRECT');
    const [earlier] = before.filter(({ matter }) => matter === 'EST-DIRECT');
    expect(after?.casesClosed).toBe((earlier?.casesClosed ?? 0) + 1);
    expect(after?.mostTrips).toBe(Math.max(earlier?.mostTrips ?? 0, law));
  });
});

describe('the code for the counter', () => {
  it('is good once', async () => {
    const caseId = await world.submitted();
    const code = await codeOf(caseId);
    expect((await checkIn(code, 'consultation')).status).toBe(201);
    expect((await checkIn(code, 'consultation')).body.code).toBe('CHECK_IN_CODE_UNKNOWN');
  });

  it('is read with spaces and in small letters', async () => {
    const code = await codeOf(await world.submitted());
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    expect((await checkIn(typed, 'consultation')).status).toBe(201);
  });

  it('runs out after ten minutes, and a new one takes the place of the old', async () => {
    const caseId = await world.submitted();
    const [first, second] = [await codeOf(caseId), await codeOf(caseId)];
    expect((await checkIn(first, 'consultation')).body.code).toBe('CHECK_IN_CODE_UNKNOWN');
    world.clock.set('2026-03-02', '09:10');
    expect((await checkIn(second, 'consultation')).body.code).toBe('CHECK_IN_CODE_UNKNOWN');
  });

  it('typed twice at the same moment is one contact', async () => {
    const caseId = await world.submitted();
    const code = await codeOf(caseId);
    const answers = await Promise.all(Array.from({ length: 6 }, () => checkIn(code, 'consultation')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(await world.count('trip', caseId)).toBe(1);
  });

  it('is shown to the applicant alone', async () => {
    const caseId = await world.submitted();
    const login = `other-${randomIds.secret(4)}`;
    await world.nobody().post('/api/accounts', { login, password: 'demo-password', displayName: '演示他人' });
    expect((await (await world.as(login)).send('POST', `/api/cases/${caseId}/check-in-code`)).status).toBe(404);
    expect((await (await world.as('clerk')).send('POST', `/api/cases/${caseId}/check-in-code`)).status).toBe(403);
  });
});

describe('an offender at the bureau', () => {
  it.each(['clerk', 'registrar', 'reviewer', 'head', 'supervisor'])(
    '%s cannot answer for the applicant',
    async (login) => {
      const caseId = await world.submitted();
      const { body } = await checkIn(await codeOf(caseId), 'consultation');
      expect((await answer(caseId, String(body.tripId), true, login)).status).toBe(403);
      expect((await ledger(caseId)).measured).toBe(1);
    },
  );

  it.each(['collectLicence', 'reportedByApplicant', 'because', '', 'voluntary'])(
    'cannot enter a contact with the cause “%s”',
    async (cause) => {
      const caseId = await world.submitted();
      expect((await checkIn(await codeOf(caseId), cause)).status).toBe(422);
      expect(await world.count('trip', caseId)).toBe(0);
    },
  );

  it('cannot confirm a contact of another case, nor one that was demanded', async () => {
    const [one, other] = [await world.submitted(), await world.submitted()];
    const { body } = await checkIn(await codeOf(one), 'consultation');
    expect((await answer(other, String(body.tripId), true)).body.code).toBe('TRIP_NOT_TO_CONFIRM');
  });

  it('guessing codes ends soon', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 32; i += 1) answers.push((await checkIn('AAAAAA', 'consultation', 'registrar')).status);
    expect(answers.at(-1)).toBe(429);
  });

  describe('with SQL, as the application role', () => {
    const insertTrip = (caseId: string, cause: string, kind: string) =>
      world.sql.query(
        `insert into trip (id, case_id, cause, kind, contact, at) values ($1, $2, $3, $4, 'checkIn', now())`,
        [randomIds.uuid(), caseId, cause, kind],
      );

    it('cannot enter a cause outside the closed list, nor one of another kind', async () => {
      const caseId = await world.submitted();
      await expect(insertTrip(caseId, 'because', 'extra')).rejects.toThrow(/trip_cause_check/);
      for (const [cause, kind] of Object.entries(TRIP_CAUSES) as [TripCause, string][])
        for (const other of ['demanded', 'voluntary', 'extra'].filter((one) => one !== kind))
          await expect(insertTrip(caseId, cause, other)).rejects.toThrow(/trip_cause_check/);
    });

    it('cannot demand a second trip of one case', async () => {
      const caseId = await world.submitted();
      await insertTrip(caseId, 'collectLicence', 'demanded');
      await expect(insertTrip(caseId, 'collectLicence', 'demanded')).rejects.toThrow(/trip_one_demanded_key/);
    });

    it('cannot rewrite or lose a contact or an answer', async () => {
      for (const statement of [
        `update trip set cause = 'consultation', kind = 'voluntary'`,
        'delete from trip',
        'update trip_confirmation set agreed = true',
        'delete from trip_confirmation',
        `update appointment set day = '2026-01-01'`,
        'delete from appointment',
        'update service_record set received_on = null',
      ])
        await expect(world.sql.query(statement)).rejects.toThrow(/permission denied/);
    });

    it('cannot confirm in the name of anybody but the applicant', async () => {
      const caseId = await world.submitted();
      const { body } = await checkIn(await codeOf(caseId), 'consultation');
      const { accountId } = await world.as('clerk');
      await expect(
        world.sql.query(
          'insert into trip_confirmation (trip_id, case_id, account_id, agreed, confirmed_at) values ($1, $2, $3, true, now())',
          [body.tripId, caseId, accountId],
        ),
      ).rejects.toThrow(/trip_confirmation_applicant_fkey/);
    });
  });
});

interface BoardItem {
  month: string;
  matter: string;
  casesClosed: number;
  averageTrips: number;
  mostTrips: number;
  shareWithoutTrip: number;
  boundProved: number | null;
}
const board = async (): Promise<BoardItem[]> =>
  (await world.nobody().get<{ items: BoardItem[] }>('/api/public/service-record')).items;

describe('the public board', () => {
  it('shows promise and fact side by side, without a login and without a name', async () => {
    const caseId = await world.submitted();
    await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '另有打算' });
    const [row] = await board();
    expect(row).toMatchObject({ month: '2026-03', matter: 'EST-DIRECT', boundProved: 1 });
    const page = await world.nobody().send<string>('GET', '/service-record');
    expect(page.status).toBe(200);
    expect(page.body).toContain('证明上限');
    const { form, number } = await world.view(caseId);
    for (const name of [String(form['schoolName']), number]) expect(page.body).not.toContain(name);
    const english = await world.nobody().send<string>('GET', '/service-record?lang=en');
    expect(english.body).toContain('Bound proved');
    const csv = await world.nobody().send<string>('GET', '/api/public/service-record/csv');
    expect(csv.body).toMatch(/^\uFEFF"事项","办结月份"/);
    expect(csv.body).toContain('"2026年3月"');
  });

  it('leaves drafts and open cases out', async () => {
    const before = (await board()).reduce((sum, { casesClosed }) => sum + casesClosed, 0);
    await (await world.as('sponsor')).does(await world.drafted(), 'discardDraft');
    await world.submitted();
    expect((await board()).reduce((sum, { casesClosed }) => sum + casesClosed, 0)).toBe(before);
  });
});
