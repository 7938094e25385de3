import { World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const TRACKING = { channel: 'courier', trackingNumber: 'DEMO123456' };
const receivedOn = (day: string) => ({ receivedOn: day });

async function posted(change: object = {}): Promise<string> {
  const caseId = await world.granted({ deliveryChannel: 'courier', ...change });
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', TRACKING);
  return caseId;
}
async function refusalPosted(): Promise<string> {
  const caseId = await world.decidable('proposeRefusal', { deliveryChannel: 'courier' });
  await (await world.as('head')).does(caseId, 'refuse', { reasons: '消防验收没有通过', article: 'PSL 29' });
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', TRACKING);
  return caseId;
}
const today = async (login: string, day: string) => {
  world.clock.set(day);
  return world.as(login);
};
const records = (caseId: string) =>
  world.sql.query<{ kind: string; served: string; posted: string | null; received: string | null }>(
    `select d.kind, s.served_on::text as served, s.posted_on::text as posted, s.received_on::text as received
     from service_record s join document d on d.id = s.document_id where d.case_id = $1 and s.channel = 'courier'`,
    [caseId],
  );

describe('what a courier carries', () => {
  it('is not served when it is posted: no record, no letters for the applicant, the ten days run on', async () => {
    const caseId = await posted();
    const view = await world.view(caseId);
    expect(view.state).toBe('POSTED');
    expect(await records(caseId)).toEqual([]);
    expect(view.documents.map(({ kind }) => kind)).not.toContain('licenceOriginal');
    expect(view.clocks.find(({ id }) => id === 'serve_licence')?.status).toBe('running');
    expect(view.trips).toMatchObject({ demanded: 0, all: 0 });
  });

  it('is served on the day it was signed for, not on the day that was entered', async () => {
    const caseId = await posted();
    const registrar = await today('registrar', '2026-03-06');
    await registrar.does(caseId, 'recordDelivery', receivedOn('2026-03-04'));
    const view = await world.view(caseId);
    expect(view.state).toBe('SERVED');
    expect(view.documents.find(({ kind }) => kind === 'licenceOriginal')?.servedOn).toBe('2026-03-04');
    for (const record of await records(caseId))
      expect(record).toMatchObject({ served: '2026-03-04', posted: '2026-03-02', received: '2026-03-04' });
    expect(view.clocks.find(({ id }) => id === 'registration_follow_up')?.startsOn).toBe('2026-03-04');
    const { content } = (
      await world.sql.query<{ content: object }>(
        `select content from document where case_id = $1 and kind = 'serviceRecord'`,
        [caseId],
      )
    )[0] ?? { content: {} };
    expect(JSON.stringify(content)).toContain('2026年3月4日');
    expect(JSON.stringify(content)).toContain('DEMO123456');
  });

  it.each(['2026-03-01', '2026-03-07', '2026-02-30', 'soon'])('cannot have been signed for on %s', async (day) => {
    const caseId = await posted();
    const registrar = await today('registrar', '2026-03-06');
    expect((await registrar.refused(caseId, 'recordDelivery', receivedOn(day))).code).toBe('FIELDS_INVALID');
    expect(await records(caseId)).toEqual([]);
  });

  it('comes back and goes out again, within the same ten days', async () => {
    const caseId = await posted();
    const registrar = await world.as('registrar');
    expect(await registrar.does(caseId, 'recordReturn', { reason: '无人签收' })).toBe('ISSUED');
    const due = (await world.view(caseId)).clocks.find(({ id }) => id === 'serve_licence')?.deadline.dueOn;
    expect(await registrar.does(caseId, 'serve', TRACKING)).toBe('POSTED');
    expect((await world.view(caseId)).clocks.find(({ id }) => id === 'serve_licence')?.deadline.dueOn).toBe(due);
  });

  it('not signed for in ten days is late, and a ticket says so', async () => {
    const caseId = await posted();
    world.clock.set('2026-03-17');
    await world.work();
    expect(await world.count('supervision_ticket', caseId)).toBeGreaterThan(0);
  });

  it('is signed for by nobody at the bureau but the registrar’s word, and never by an event of another channel', async () => {
    const caseId = await posted();
    for (const login of ['clerk', 'reviewer', 'head', 'sponsor'])
      expect((await (await world.as(login)).refused(caseId, 'recordDelivery', receivedOn('2026-03-02'))).code).toBe(
        'EVENT_NOT_FOR_ROLE',
      );
    for (const channel of ['electronic', 'counter'])
      expect((await (await world.as('registrar')).refused(caseId, 'serve', { channel })).status).toBe(409);
    expect(await records(caseId)).toEqual([]);
  });

  it('tells the applicant the number of the parcel', async () => {
    const caseId = await posted();
    const { items } = await (
      await world.as('sponsor')
    ).get<{ items: { type: string; words: { trackingNumber?: string } | null }[] }>(`/api/cases/${caseId}/events`);
    expect(items.find(({ type }) => type === 'serve')?.words?.trackingNumber).toBe('DEMO123456');
    expect(items.find(({ type }) => type === 'grant')?.words).toBeNull();
  });
});

describe('a refusal', () => {
  const remedies = async (caseId: string) =>
    (await world.as('sponsor')).get<Record<string, string | null>>(`/api/cases/${caseId}/remedies`);

  it('can be contested from the day it was signed for', async () => {
    const caseId = await refusalPosted();
    expect(await remedies(caseId)).toEqual({ servedOn: null, reconsiderationUntil: null, litigationUntil: null });
    expect((await world.view(caseId)).state).toBe('REFUSED');
    const registrar = await today('registrar', '2026-03-10');
    expect(await registrar.does(caseId, 'recordDelivery', receivedOn('2026-03-09'))).toBe('ARCHIVED');
    expect(await remedies(caseId)).toEqual({
      servedOn: '2026-03-09',
      reconsiderationUntil: '2026-05-08',
      litigationUntil: '2026-09-09',
    });
  });
});

describe('with SQL, as the application role', () => {
  it('a courier’s service without the day of signing does not exist', async () => {
    const caseId = await posted();
    const [letter] = await world.sql.query<{ id: string }>(
      `select id from document where case_id = $1 and kind = 'grantDecision'`,
      [caseId],
    );
    const insert = (days: string, served = '2026-03-02') =>
      world.sql.query(
        `insert into service_record (id, document_id, channel, served_at, served_on, posted_on, received_on)
         values ($1, $2, 'courier', now(), '${served}', ${days})`,
        [crypto.randomUUID(), letter?.id],
      );
    await expect(insert('null, null')).rejects.toThrow(/service_record_received_check/);
    await expect(insert(`'2026-03-02', null`)).rejects.toThrow(/service_record_received_check/);
    await expect(insert(`'2026-03-04', '2026-03-02'`)).rejects.toThrow(/service_record_received_check/);
    await expect(insert(`'2026-03-02', '2026-03-04'`)).rejects.toThrow(/service_record_received_check/);
  });
});

it('is served electronically only where the applicant chose it', async () => {
  const [courier, electronic] = [await world.granted({ deliveryChannel: 'courier' }), await world.granted()];
  await world.work();
  const registrar = await world.as('registrar');
  expect((await registrar.refused(courier, 'serve', { channel: 'electronic' })).code).toBe('SERVICE_NOT_CONFIRMED');
  expect((await registrar.refused(electronic, 'serve', TRACKING)).code).toBe('SERVICE_NOT_CONFIRMED');
  expect(await registrar.does(electronic, 'serve', { channel: 'electronic' })).toBe('SERVED');
});
