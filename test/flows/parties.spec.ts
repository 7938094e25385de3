import { randomIds } from '../../libs/platform/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { coSigned, coSignersOfCase, confirmed, JOINT_SPONSOR, seated, toSign } from './co-signature.js';
import { World } from './harness.js';
import { checked, CONTACT, decided, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
  world.clock.set('2026-03-02');
});
afterAll(() => world.close());

const { boardMembers, sponsors } = kindergartenForm();
const NEXT = { ...JOINT_SPONSOR, name: '演示接任者' };
const BOTH = { applicant: 'sponsor', party: 'sponsor2' };
const settlement = { completedOn: '2026-02-25', madeBy: '演示会计师事务所' };
const change = ({ number }: School, more: object = {}) => ({
  licenceNumber: number,
  sponsors: [NEXT],
  boardMembers,
  settlement,
  resolution: RESOLVED,
  ...CONTACT,
  ...more,
});
const drafted = async (more: object = {}) => draftOf(world, 'CHG-SPONSOR', change(await operating(world), more));
const saves = async (caseId: string, fields: object) =>
  (await world.as('sponsor')).send('PATCH', `/api/cases/${caseId}/draft`, { fields });
const submits = async (caseId: string) => (await world.as('sponsor')).refused(caseId, 'submit');
const errorsOf = (problem: object) =>
  ((problem as { errors?: { code: string; message: string }[] }).errors ?? []).map(({ code, message }) => [
    code,
    message,
  ]);
const codeFor = async (caseId: string): Promise<string> => {
  const { items } = await coSignersOfCase(world, caseId);
  const sponsor = await world.as('sponsor');
  return (await sponsor.post<{ code: string }>(`/api/cases/${caseId}/co-signers/${items[0]?.party}/invitation`)).code;
};

describe('co-signature of a change of sponsor', () => {
  it('is not filed while the one who takes over has not confirmed it, and says whose word is missing', async () => {
    const caseId = await drafted();
    const problem = await submits(caseId);
    expect(problem).toMatchObject({ status: 422, code: 'NOT_CONFIRMED_BY_ALL', rule: 'PER 12(1)' });
    expect(errorsOf(problem)).toEqual([['CONFIRMATION_MISSING', '演示接任者还没有确认。']]);
    expect(problem.allowed?.map(({ event }) => event)).toContain('submit');
    expect([await world.count('case_event', caseId), await world.count('command_attempt', caseId)]).toEqual([0, 1]);
  });

  it('is filed on the word of both, under one hash, and hands the school over with its grant', async () => {
    const school = await operating(world);
    const caseId = await draftOf(world, 'CHG-SPONSOR', change(school));
    await coSigned(world, caseId, BOTH);
    const { contentHash } = await coSignersOfCase(world, caseId);
    await checked(world, caseId);
    const [submission] = await world.sql.query('select content_hash from submission where case_id = $1', [caseId]);
    const signed = await world.sql.query('select content_hash from co_signature where case_id = $1', [caseId]);
    expect([[submission], signed]).toEqual([[{ content_hash: contentHash }], [{ content_hash: contentHash }]]);
    await (await world.as('clerk')).does(caseId, 'accept');
    await decided(world, caseId, ['health_on_record', 'credit_lookup']);
    expect((await entryOf(world, school.institutionId)).fields).toMatchObject({ sponsors: ['演示接任者'] });
    expect((await coSignersOfCase(world, caseId, 'clerk')).items).toMatchObject([
      { name: '演示接任者', kind: 'new_sponsor', signedAt: expect.any(String) },
    ]);
    const own = async (login: string) =>
      (await (await world.as(login)).get<{ items: { licenceNumber: string }[] }>('/api/register/mine')).items.some(
        ({ licenceNumber }) => licenceNumber === school.number,
      );
    expect([await own('sponsor'), await own('sponsor2')]).toEqual([false, true]);
    const late = await draftOf(world, 'CHG-NAME', {}, 'sponsor');
    const { status, body } = await saves(late, { licenceNumber: school.number });
    expect([status, errorsOf(body)[0]?.[0]]).toEqual([422, 'LICENCE_NOT_YOURS']);
  });

  it.each([
    ['a field', (caseId: string) => saves(caseId, { contactPhone: '04725551111' })],
    [
      'a file',
      async (caseId: string) =>
        (await world.as('sponsor')).upload(caseId, 'CHG-SPAGR', Buffer.from(`%PDF-1.4\n${randomIds.uuid()}`)),
    ],
  ])('%s that is changed afterwards makes the word void', async (_, changes) => {
    const caseId = await drafted();
    await coSigned(world, caseId, BOTH);
    await changes(caseId);
    const problem = await submits(caseId);
    expect([problem.code, errorsOf(problem).map(([code]) => code)]).toEqual([
      'NOT_CONFIRMED_BY_ALL',
      ['CONFIRMATION_OVERTAKEN'],
    ]);
    expect((await coSignersOfCase(world, caseId)).items).toMatchObject([{ overtaken: true, signedAt: null }]);
    await confirmed(world, caseId, 'sponsor2');
    expect(await (await world.as('sponsor')).does(caseId, 'submit')).toBe('RECEIVED');
  });

  it('a correction is confirmed anew', async () => {
    const caseId = await drafted();
    await coSigned(world, caseId, BOTH);
    await (await world.as('sponsor')).does(caseId, 'submit');
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'CHG-SPAGR': '变更协议缺少签名页' }));
    await clerk.does(caseId, 'issueCorrectionNotice');
    const sponsor = await world.as('sponsor');
    await sponsor.upload(caseId, 'CHG-SPAGR', Buffer.from('%PDF-1.4\nsigned'));
    const problem = await sponsor.refused(caseId, 'supplyCorrections');
    expect([problem.code, errorsOf(problem)[0]?.[0]]).toEqual(['NOT_CONFIRMED_BY_ALL', 'CONFIRMATION_OVERTAKEN']);
    await confirmed(world, caseId, 'sponsor2');
    expect(await sponsor.does(caseId, 'supplyCorrections')).toBe('CORRECTION_SUPPLIED');
  });

  it('somebody else in the place of a party has to confirm for themselves', async () => {
    const caseId = await drafted();
    await coSigned(world, caseId, BOTH);
    await saves(caseId, { sponsors: [{ ...NEXT, citizenNumber: '440524188001010014' }] });
    expect((await coSignersOfCase(world, caseId)).items).toMatchObject([{ seated: false, overtaken: false }]);
    expect(errorsOf(await submits(caseId)).map(([code]) => code)).toEqual(['CONFIRMATION_MISSING']);
    expect((await (await world.as('sponsor2')).send('GET', `/api/co-signatures/${caseId}`)).status).toBe(404);
  });
});

describe('what a party sees and says', () => {
  it('reads the whole of it with numbers masked, and its files; nobody else finds it', async () => {
    const caseId = await drafted();
    await seated(world, caseId, BOTH);
    const { form, materials, coSigners } = await toSign(world, caseId, 'sponsor2');
    expect(JSON.stringify(form)).not.toContain(NEXT.citizenNumber);
    expect(form['settlement']).toEqual(settlement);
    expect(coSigners).toMatchObject([{ name: '演示接任者', own: true, signedAt: null }]);
    const file = `/api/co-signatures/${caseId}/files/${materials[0]?.fileId}`;
    expect((await (await world.as('sponsor2')).download(file)).subarray(0, 5).toString()).toBe('%PDF-');
    const { items } = await (await world.as('sponsor2')).get<{ items: { caseId: string }[] }>('/api/co-signatures');
    expect(items.map((one) => one.caseId)).toContain(caseId);
    const sponsor = await world.as('sponsor');
    const denied = [
      await sponsor.send('GET', `/api/co-signatures/${caseId}`),
      await sponsor.send('GET', file),
      await (await world.as('sponsor2')).send('GET', `/api/cases/${caseId}`),
      await (await world.as('sponsor2')).send('GET', `/api/cases/${caseId}/co-signers`),
      await (await world.as('clerk')).send('GET', `/api/co-signatures/${caseId}`),
      await world.nobody().send('GET', `/api/co-signatures/${caseId}`),
    ];
    expect(denied.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403, 401]);
  });

  it('confirms what was on the screen and nothing that came after it', async () => {
    const caseId = await drafted();
    await seated(world, caseId, BOTH);
    const { contentHash } = await toSign(world, caseId, 'sponsor2');
    await saves(caseId, { contactPhone: '04725552222' });
    const party = await world.as('sponsor2');
    const { status, body } = await party.send<{ code: string }>('POST', `/api/co-signatures/${caseId}`, {
      contentHash,
    });
    expect([status, body.code]).toEqual([409, 'CONFIRMED_CONTENT_CHANGED']);
    await confirmed(world, caseId, 'sponsor2');
    await confirmed(world, caseId, 'sponsor2');
    expect(await world.count('co_signature', caseId)).toBe(1);
  });

  it('a code is for somebody else, once, and not to be guessed', async () => {
    const caseId = await drafted();
    const [code, spare] = [await codeFor(caseId), await codeFor(caseId)];
    const enters = async (login: string, typed: string) => {
      const { status, body } = await (
        await world.as(login)
      ).send<{ code?: string }>('POST', '/api/co-signatures', { code: typed });
      return [status, body.code];
    };
    expect(await enters('sponsor', code)).toEqual([403, 'CO_SIGNER_IS_APPLICANT']);
    expect(await enters('sponsor2', 'AAAAAA-AAAAAA')).toEqual([404, 'CO_SIGNER_CODE_UNKNOWN']);
    expect(await enters('sponsor2', code.toLowerCase().replace('-', ' '))).toEqual([200, undefined]);
    expect(await enters('sponsor2', spare)).toEqual([200, undefined]);
    const { items } = await coSignersOfCase(world, caseId);
    const again = await (
      await world.as('sponsor')
    ).send<{ code: string }>('POST', `/api/cases/${caseId}/co-signers/${items[0]?.party}/invitation`);
    expect([again.status, again.body.code]).toEqual([409, 'CO_SIGNER_SEATED']);
    expect(await world.count('co_signer_seat', caseId)).toBe(1);
  });

  it('one person does not speak for two', async () => {
    const caseId = await drafted({ sponsors: [NEXT, { ...JOINT_SPONSOR, citizenNumber: '440524188001010014' }] });
    await seated(world, caseId, { ...BOTH, name: NEXT.name });
    await expect(seated(world, caseId, { ...BOTH, name: JOINT_SPONSOR.name })).rejects.toThrow(/CO_SIGNER_TWICE/);
  });
});

describe('joint sponsors', () => {
  const together = [...sponsors, JOINT_SPONSOR];

  it('found a school together: the second one confirms before it is filed', async () => {
    const caseId = await world.drafted({ sponsors: together });
    const problem = await submits(caseId);
    expect(problem).toMatchObject({ status: 422, code: 'NOT_CONFIRMED_BY_ALL', rule: 'PER 5(1)' });
    await coSigned(world, caseId, BOTH);
    expect(await (await world.as('sponsor')).does(caseId, 'submit')).toBe('RECEIVED');
    expect((await coSignersOfCase(world, caseId, 'clerk')).items).toMatchObject([{ kind: 'joint_sponsor' }]);
  });
});

describe('the database keeps every word', () => {
  it('once for each content, and only of who has the seat', async () => {
    const caseId = await drafted();
    await coSigned(world, caseId, BOTH);
    const stranger = (await world.as('sponsor')).accountId;
    await expect(
      world.sql.query('insert into co_signature select * from co_signature where case_id = $1', [caseId]),
    ).rejects.toThrow(/co_signature_pkey/);
    await expect(
      world.sql.query(
        `insert into co_signature select case_id, party, repeat('0', 64), $2, now() from co_signature where case_id = $1`,
        [caseId, stranger],
      ),
    ).rejects.toThrow(/co_signature_seat_fkey/);
    await expect(
      world.sql.query(
        'insert into co_signer_seat select case_id, party, $2, now() from co_signer_seat where case_id = $1',
        [caseId, stranger],
      ),
    ).rejects.toThrow(/co_signer_seat_pkey/);
  });

  it('two submissions at once and a repeated one file it once', async () => {
    const caseId = await drafted();
    await coSigned(world, caseId, BOTH);
    const sponsor = await world.as('sponsor');
    const body = { commandId: randomIds.uuid(), type: 'submit', payload: {} };
    const answers = await Promise.all([
      sponsor.post(`/api/cases/${caseId}/commands`, body),
      sponsor.post(`/api/cases/${caseId}/commands`, body),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await world.count('submission', caseId)).toBe(1);
  });
});
