import { kindergartenForm } from '../builders/form.js';
import { World, type Person } from './harness.js';

let world: World;
let sponsor: Person;
beforeAll(async () => {
  world = await World.make();
  sponsor = await world.as('sponsor');
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set('2026-03-02');
  await clearAgenda();
});

/** No seat is taken by a test before: everything that runs is cancelled by its applicant. */
async function clearAgenda(): Promise<void> {
  const rows = await world.sql.query<{ id: string }>('select case_id as id from appointment where ended_at is null');
  for (const { id } of rows) await sponsor.send('DELETE', `/api/cases/${id}/appointment`);
}

interface Slot {
  place: string;
  day: string;
  from: string;
  to: string;
  free: number;
}
interface Page {
  appointment: {
    id: string;
    day: string;
    from: string;
    offered: boolean;
    bring: { lineId: string }[];
    remindedAt: string | null;
  } | null;
  causes: string[];
}

const slots = async (place = 'counter') =>
  (await sponsor.get<{ items: Slot[] }>(`/api/appointments/slots?place=${place}`)).items;
const page = (caseId: string) => sponsor.get<Page>(`/api/cases/${caseId}/appointment`);
const book = (caseId: string, change: object = {}, person = sponsor) =>
  person.send<{ code?: string }>('POST', `/api/cases/${caseId}/appointment`, {
    place: 'counter',
    day: '2026-03-04',
    from: '09:30',
    cause: 'consultation',
    ...change,
  });
const move = (caseId: string, slot: object) =>
  sponsor.send<{ code?: string }>('PUT', `/api/cases/${caseId}/appointment`, slot);
const cancel = (caseId: string) => sponsor.send<{ code?: string }>('DELETE', `/api/cases/${caseId}/appointment`);
const several = (count: number) => Promise.all(Array.from({ length: count }, () => newCase()));
/** A case that was only opened: an appointment needs no more. */
const newCase = async (): Promise<string> => {
  const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
    commandId: crypto.randomUUID(),
    matter: 'EST-DIRECT',
  });
  await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: kindergartenForm() });
  return caseId;
};

describe('slots', () => {
  it('follow the office hours, and days off have none', async () => {
    const found = await slots();
    expect(found[0]).toMatchObject({ day: '2026-03-02', from: '09:30', to: '10:00', free: 2 });
    const days = new Set(found.map(({ day }) => day));
    expect([days.has('2026-03-07'), days.has('2026-03-08'), days.has('2026-03-09')]).toEqual([false, false, true]);
    expect(found.filter(({ day }) => day === '2026-03-03')).toHaveLength(11);
  });

  it('are there on a make-up day and not on a holiday', async () => {
    world.clock.set('2026-04-28');
    const days = new Set((await slots()).map(({ day }) => day));
    expect([days.has('2026-05-04'), days.has('2026-05-09'), days.has('2026-05-10')]).toEqual([false, true, false]);
  });

  it('of a local day off are gone, and an appointment on it is to be moved', async () => {
    const caseId = await newCase();
    expect((await book(caseId, { day: '2026-03-20' })).status).toBe(201);
    const admin = await world.as('sysadmin');
    const localDays = [
      {
        region: '150203',
        day: '2026-03-20',
        kind: 'dayOff',
        reason: '演示：本地规定的休息日',
        documentNumber: '演示1号',
      },
    ];
    const { notice, daysOff, makeUpDays } = await admin.get<{
      notice: string;
      daysOff: string[];
      makeUpDays: string[];
    }>('/api/admin/calendar?year=2026');
    const ranges = daysOff.map((day) => ({ from: day, to: day }));
    const change = { year: 2026, notice, daysOff: ranges, makeUpDays, localDays };
    const { reportHash, baseVersion } = await admin.post<{ reportHash: string; baseVersion: string }>(
      '/api/admin/calendar/report',
      change,
    );
    const commandId = crypto.randomUUID();
    await admin.post('/api/admin/calendar/versions', {
      commandId,
      change,
      reason: '演示变更',
      baseVersion,
      reportHash,
    });
    expect((await slots()).some(({ day }) => day === '2026-03-20')).toBe(false);
    expect((await page(caseId)).appointment?.offered).toBe(false);
    expect((await book(await newCase(), { day: '2026-03-20' })).body.code).toBe('SLOT_NOT_OFFERED');
  });
});

describe('booking', () => {
  it('is for the applicant alone, and no step of the case needs it', async () => {
    const caseId = await world.submitted();
    for (const login of ['clerk', 'reviewer', 'registrar', 'head'])
      expect((await book(caseId, {}, await world.as(login))).status).toBe(403);
    expect((await page(caseId)).appointment).toBeNull();
    expect(await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '另有打算' })).toBe('WITHDRAWN');
  });

  it('tells the originals of this very case that may be brought', async () => {
    const caseId = await newCase();
    await book(caseId);
    const { appointment } = await page(caseId);
    const lines = appointment?.bring.map(({ lineId }) => lineId) ?? [];
    expect(lines).toEqual(expect.arrayContaining(['EST-ASSET', 'PRM-RIGHT']));
    expect(lines).not.toContain('EST-DONATE'); // not of a school without donations
    expect(lines).not.toContain('EST-REPORT'); // is handed in online, nothing is compared
  });

  it.each([
    ['a day off', { day: '2026-03-07' }],
    ['the past', { day: '2026-03-02', from: '09:00' }],
    ['too far ahead', { day: '2026-06-01' }],
    ['between two slots', { from: '09:40' }],
    ['at lunch', { from: '12:30' }],
    ['a day that is none', { day: '2026-02-30' }],
  ])('refuses %s', async (_, change) => {
    expect((await book(await newCase(), change)).body.code).toBe('SLOT_NOT_OFFERED');
  });

  it.each([
    ['the bureau’s own wish', { cause: 'materialAsked' }],
    ['an unknown place', { place: 'pub' }],
    ['a time that is none', { from: '25:00' }],
  ])('refuses %s', async (_, change) => {
    expect((await book(await newCase(), change)).status).toBe(422);
  });

  it('to collect papers only once they are made, and where that was chosen', async () => {
    expect((await book(await world.submitted(), { cause: 'collectLicence' })).body.code).toBe(
      'APPOINTMENT_CAUSE_NOT_NOW',
    );
    const caseId = await world.granted({ deliveryChannel: 'counter' });
    await world.work();
    expect((await page(caseId)).causes).toContain('collectLicence');
    expect((await book(caseId, { cause: 'collectLicence' })).status).toBe(201);
    expect((await page(caseId)).appointment?.bring).toEqual([]);
  });

  it('twice for one case is refused; moved, it is another slot, and a full slot leaves the old one', async () => {
    const [caseId = '', ...others] = await several(3);
    await book(caseId);
    expect((await book(caseId, { day: '2026-03-05' })).body.code).toBe('APPOINTMENT_RUNNING');
    for (const other of others) await book(other, { day: '2026-03-06' });
    expect((await move(caseId, { place: 'counter', day: '2026-03-06', from: '09:30' })).body.code).toBe('SLOT_FULL');
    expect((await page(caseId)).appointment).toMatchObject({ day: '2026-03-04', from: '09:30' });
    await move(caseId, { place: 'counter', day: '2026-03-05', from: '15:00' });
    expect((await page(caseId)).appointment).toMatchObject({ day: '2026-03-05', from: '15:00' });
    expect((await slots()).find(({ day, from }) => day === '2026-03-04' && from === '09:30')?.free).toBe(2);
  });

  it('cancelled, the seat is free again', async () => {
    const caseId = await newCase();
    await book(caseId);
    await cancel(caseId);
    expect((await page(caseId)).appointment).toBeNull();
    expect((await cancel(caseId)).body.code).toBe('APPOINTMENT_NONE');
    expect((await book(caseId)).status).toBe(201);
  });

  it('by ten at the same moment fills the slot and not one seat more', async () => {
    const answers = await Promise.all((await several(10)).map((caseId) => book(caseId, { day: '2026-03-10' })));
    const codes = answers.map(({ status, body }) => body.code ?? status);
    expect(codes.filter((code) => code === 201)).toHaveLength(2);
    expect(codes.filter((code) => code === 'SLOT_FULL')).toHaveLength(8);
    const seats = await world.sql.query<{ seat: number }>(
      `select seat from appointment where day = '2026-03-10' and ended_at is null order by seat`,
    );
    expect(seats.map(({ seat }) => seat)).toEqual([1, 2]);
  });

  it('eight times at once for one case is one appointment', async () => {
    const caseId = await newCase();
    const hours = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '14:30', '15:00'];
    const answers = await Promise.all(hours.map((from) => book(caseId, { day: '2026-03-11', from })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  it('with SQL, as the application role, meets the same keys', async () => {
    const [caseId, other] = await several(2);
    await book(caseId ?? '');
    const insert = (of: string | undefined, seat: number, day: string) =>
      world.sql.query(
        `insert into appointment (id, case_id, series, place, day, starts, ends, seat, capacity, cause, sequence, booked_at)
         values ($1, $2, $1, 'counter', $3, '09:30', '10:00', $4, 2, 'consultation', 0, now())`,
        [crypto.randomUUID(), of, day, seat],
      );
    await expect(insert(other, 1, '2026-03-04')).rejects.toThrow(/appointment_seat_key/);
    await expect(insert(caseId, 1, '2026-03-05')).rejects.toThrow(/appointment_running_key/);
    await expect(insert(other, 3, '2026-03-04')).rejects.toThrow(/appointment_seat_check/);
  });
});

describe('reminding', () => {
  it('happens once, on the morning of the working day before', async () => {
    const caseId = await newCase();
    await book(caseId, { day: '2026-03-09' }); // a Monday
    world.clock.set('2026-03-06', '08:59');
    await world.work();
    expect((await page(caseId)).appointment?.remindedAt).toBeNull();
    world.clock.set('2026-03-06', '09:00');
    await world.work();
    expect((await page(caseId)).appointment?.remindedAt).toBe('2026-03-06T01:00:00.000Z');
    expect(await world.work()).toBe(0);
  });

  it('does not happen for what was cancelled', async () => {
    const caseId = await newCase();
    await book(caseId, { day: '2026-03-09' });
    await cancel(caseId);
    world.clock.set('2026-03-06', '10:00');
    await world.work();
    const reminded = await world.sql.query(
      'select 1 from appointment_reminder r join appointment a on a.id = r.appointment_id where a.case_id = $1',
      [caseId],
    );
    expect(reminded).toEqual([]);
  });
});

describe('the day at the desk', () => {
  const agenda = async (day = '2026-03-04') =>
    (
      await (
        await world.as('clerk')
      ).get<{ items: { id: string; caseId: string; place: string; endedAs: string | null }[] }>(
        `/api/desk/appointments?day=${day}`,
      )
    ).items;
  const keep = async (id: string) =>
    (await world.as('clerk')).send<{ code?: string }>('POST', `/api/desk/appointments/${id}/check-in`);

  it('lists who comes, and a check-in is a voluntary contact that the applicant still has to confirm', async () => {
    const caseId = await newCase();
    await book(caseId);
    const [item] = (await agenda()).filter((one) => one.caseId === caseId);
    expect((await keep(item?.id ?? '')).body.code).toBe('APPOINTMENT_NOT_TODAY');
    world.clock.set('2026-03-04', '09:28');
    expect((await keep(item?.id ?? '')).status).toBe(200);
    expect((await keep(item?.id ?? '')).body.code).toBe('APPOINTMENT_NONE');
    expect(await sponsor.get(`/api/cases/${caseId}/trips`)).toMatchObject({
      measured: 1,
      items: [{ kind: 'voluntary', contact: 'appointment' }],
    });
  });

  it('a visit at the applicant’s place is no trip', async () => {
    const caseId = await newCase();
    expect((await book(caseId, { place: 'home', from: '09:00' })).status).toBe(201);
    world.clock.set('2026-03-04', '09:00');
    const [item] = (await agenda()).filter((one) => one.caseId === caseId);
    expect((await keep(item?.id ?? '')).status).toBe(200);
    expect(await world.count('trip', caseId)).toBe(0);
  });

  it('the code of the applicant keeps the appointment of the day', async () => {
    const caseId = await newCase();
    await book(caseId);
    world.clock.set('2026-03-04', '09:20');
    const { code } = await sponsor.post<{ code: string }>(`/api/cases/${caseId}/check-in-code`);
    await (await world.as('clerk')).post('/api/desk/check-ins', { code, cause: 'consultation' });
    expect((await agenda()).find((one) => one.caseId === caseId)?.endedAs).toBe('kept');
    expect(await world.count('trip', caseId)).toBe(1);
  });

  it('one that nobody kept does not stand in the way of the next', async () => {
    const caseId = await newCase();
    await book(caseId);
    world.clock.set('2026-03-05');
    expect((await page(caseId)).appointment).toBeNull();
    expect((await book(caseId, { day: '2026-03-09' })).status).toBe(201);
    expect((await agenda()).find((one) => one.caseId === caseId)?.endedAs).toBe('missed');
  });
});

describe('the calendar file', () => {
  const file = async (caseId: string) => sponsor.send<string>('GET', `/api/cases/${caseId}/appointment.ics`);

  it('is what RFC 5545 says: CRLF, folded lines, times in UTC, the same UID with a higher number after a move', async () => {
    const caseId = await newCase();
    await book(caseId);
    const first = await file(caseId);
    expect(String(first.headers['content-type'])).toMatch(/^text\/calendar/);
    expect(first.body).toContain('\r\nDTSTART:20260304T013000Z\r\nDTEND:20260304T020000Z\r\nSEQUENCE:0\r\n');
    expect(first.body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(first.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    await move(caseId, { place: 'counter', day: '2026-03-05', from: '15:00' });
    const second = await file(caseId);
    const uid = (body: string) => /UID:(.*)\r\n/.exec(body)?.[1];
    expect(uid(second.body)).toBe(uid(first.body));
    expect(second.body).toContain('SEQUENCE:1');
  });

  it('is for the applicant, and only while there is an appointment', async () => {
    const caseId = await newCase();
    expect((await file(caseId)).status).toBe(404);
    await book(caseId);
    expect((await (await world.as('clerk')).send('GET', `/api/cases/${caseId}/appointment.ics`)).status).toBe(403);
  });
});
