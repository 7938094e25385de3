import { entriesOf, openFile, standsWhereItsLogLeads } from '../../libs/cases/src/index.js';
import { addWorkingDays, officialCalendar, plainDate } from '../../libs/law/src/index.js';
import { readPdfText, unbroken } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { ALL_INSPECTORS, World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const calendar = officialCalendar();
const workingDay = (from: string, n: number): string => addWorkingDays(plainDate(from), n, calendar);

interface Seen {
  specialProcedure: Effect | null;
  openableGrounds: string[];
  hearing: { stage: string; contentHash: string | null; signed: boolean; record: string | null } | null;
}
interface Effect {
  ground: string;
  from: string;
  until: string;
  moves: { id: string; before: string; after: string }[];
}
const viewed = async (caseId: string, login = 'reviewer') => (await world.view(caseId, login)) as unknown as Seen;
const dueOn = async (caseId: string, id: string): Promise<string | undefined> =>
  (await world.view(caseId)).clocks.find((one) => one.id === id)?.deadline.dueOn;

/** The review has ended on complete evidence; nothing is proposed yet. */
const examined = async (): Promise<string> => {
  const caseId = await world.accepted();
  await world.lookedUp(caseId);
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  await (await world.as('reviewer')).does(caseId, 'concludeReview');
  return caseId;
};
const NOTICE = { institution: '演示机构', reason: '核实场所空气质量', announcedDays: 5 };
const RIGHT = { reason: '可能影响相邻住户的采光和通行', parties: [{ name: '演示住户甲', interest: '与办学地址相邻' }] };

describe('testing, appraisal and expert review', () => {
  it('are those that the published pack knows, each once, each in its place', async () => {
    const reviewer = await world.as('reviewer');
    const accepted = await world.accepted();
    expect((await viewed(accepted)).openableGrounds).toEqual(['appraisal']);
    expect(
      (await reviewer.refused(accepted, 'serveSpecialProcedureNotice', { ground: 'testing', ...NOTICE })).code,
    ).toBe('SPECIAL_PROCEDURE_NOT_NOW');
    for (const ground of ['tender', 'inspection', 'hearing', 'holiday'])
      expect((await reviewer.refused(accepted, 'serveSpecialProcedureNotice', { ground, ...NOTICE })).code).toBe(
        'FIELDS_INVALID',
      );
    const caseId = await examined();
    expect((await viewed(caseId)).openableGrounds).toEqual(['testing', 'expert_review']);
    for (const ground of ['testing', 'expert_review']) {
      await reviewer.does(caseId, 'serveSpecialProcedureNotice', { ground, ...NOTICE });
      expect((await reviewer.refused(caseId, 'proposeGrant', { opinion: '建议准予' })).code).toBe(
        'EVENT_NOT_POSSIBLE_NOW',
      );
      await reviewer.does(caseId, 'endSpecialProcedure', { result: 'pass', report: '符合要求' });
      const again = await reviewer.refused(caseId, 'serveSpecialProcedureNotice', { ground, ...NOTICE });
      expect([again.code, again.rule]).toEqual(['SPECIAL_PROCEDURE_USED', 'ALL 45']);
    }
    expect((await viewed(caseId)).openableGrounds).toEqual([]);
    const file = await openFile(world.sql, caseId, world.tools.workshop);
    expect(standsWhereItsLogLeads(file, world.tools.workshop.shelf)).toBe(true);
  });

  it.each(['testing', 'expert_review', 'appraisal'])(
    '%s: its days do not count, and not beyond what was told',
    async (ground) => {
      const reviewer = await world.as('reviewer');
      const caseId = ground === 'appraisal' ? await world.accepted() : await examined();
      const before = await dueOn(caseId, 'promised_decision');
      await reviewer.does(caseId, 'serveSpecialProcedureNotice', { ground, ...NOTICE });
      expect((await world.view(caseId)).state).toBe('SPECIAL_PROCEDURE');
      world.clock.set('2026-03-20');
      await world.work();
      expect((await entriesOf(world.sql, caseId)).at(-1)?.type).toBe('lapseSpecialProcedure');
      // 2 to 9 March, both included, do not count: six working days, of which the first is the day of acceptance itself
      expect(await dueOn(caseId, 'promised_decision')).toBe(workingDay(before ?? '', 5));
    },
  );

  it('show their effect on the dates before they are confirmed, the same to both sides, and what happens is what was shown', async () => {
    const reviewer = await world.as('reviewer');
    const caseId = await examined();
    const url = `/api/cases/${caseId}/clock/effect?ground=testing&days=5`;
    const foretold = await reviewer.get<Effect>(url);
    expect(await (await world.as('sponsor')).get<Effect>(url)).toEqual(foretold);
    expect(foretold.moves.map(({ id }) => id)).toEqual(['promised_decision', 'establish_decision']);
    expect(foretold).toMatchObject({ from: '2026-03-02', until: '2026-03-09' });
    const previewed = await reviewer.post<{ effect: Effect; state: string }>(`/api/cases/${caseId}/preview`, {
      type: 'serveSpecialProcedureNotice',
      payload: { ground: 'testing', ...NOTICE },
    });
    expect(previewed.effect).toEqual(foretold);
    expect((await viewed(caseId)).specialProcedure).toBeNull();
    await reviewer.does(caseId, 'serveSpecialProcedureNotice', { ground: 'testing', ...NOTICE });
    expect((await viewed(caseId)).specialProcedure).toEqual(foretold);
    expect((await viewed(caseId, 'sponsor')).specialProcedure).toEqual(foretold);
    world.clock.set('2026-03-20');
    await world.work();
    for (const { id, after } of foretold.moves) expect([id, await dueOn(caseId, id)]).toEqual([id, after]);
  });

  it('refuse a what-if that is none', async () => {
    const caseId = await examined();
    const reviewer = await world.as('reviewer');
    for (const query of [
      'ground=tender&days=5',
      'ground=testing&days=0',
      'ground=testing&days=999',
      'ground=testing&until=2020-01-01',
    ])
      expect((await reviewer.send('GET', `/api/cases/${caseId}/clock/effect?${query}`)).status).toBe(422);
  });
});

describe('a hearing', () => {
  const told = async (): Promise<string> => {
    const caseId = await examined();
    await (await world.as('reviewer')).does(caseId, 'tellHearingRight', RIGHT);
    return caseId;
  };
  const requested = async (): Promise<string> => {
    const caseId = await told();
    await (await world.as('sponsor')).does(caseId, 'requestHearing', { by: 'applicant' });
    return caseId;
  };
  const noticeOf = async (heldOn: string, chair = 'chair') => ({
    heldOn,
    place: '演示会议室',
    chair: (await world.as(chair)).accountId,
  });
  const announced = async (): Promise<string> => {
    const caseId = await requested();
    await (await world.as('reviewer')).does(caseId, 'serveHearingNotice', await noticeOf('2026-03-11'));
    return caseId;
  };
  const RECORD = { record: '审查人员说明证据和理由；申请人陈述和申辩；双方质证。', attended: '申请人、演示住户甲' };
  const recorded = async (): Promise<string> => {
    const caseId = await announced();
    world.clock.set('2026-03-11');
    await (await world.as('chair')).does(caseId, 'recordHearing', RECORD);
    return caseId;
  };

  it('is told of with its interested parties; who does not ask in five working days gave it up', async () => {
    const caseId = await told();
    expect(await dueOn(caseId, 'hearing_request')).toBe('2026-03-09');
    await world.work();
    const { documents } = await world.view(caseId);
    const letter = documents.find(({ kind }) => kind === 'hearingRightNotice');
    const text = unbroken(
      await readPdfText(await (await world.as('sponsor')).download(`/api/documents/${letter?.id}`)),
    );
    expect(text).toContain('演示住户甲');
    expect(text).toContain('2026年3月9日');
    expect((await (await world.as('reviewer')).refused(caseId, 'proposeGrant', { opinion: '建议' })).code).toBe(
      'EVENT_NOT_POSSIBLE_NOW',
    );
    world.clock.set('2026-03-10');
    expect(await (await world.as('sponsor')).refused(caseId, 'requestHearing', { by: 'applicant' })).toMatchObject({
      code: 'EVENT_NOT_POSSIBLE_NOW',
    });
    await world.work();
    expect((await (await world.as('reviewer')).refused(caseId, 'tellHearingRight', RIGHT)).code).toBe(
      'HEARING_RIGHT_TOLD',
    );
    expect(await (await world.as('reviewer')).does(caseId, 'proposeGrant', { opinion: '建议准予' })).toBe(
      'LEGALITY_REVIEW',
    );
  });

  it('is asked for by the applicant, or by a party who was told, and by nobody in the place of the other', async () => {
    const [sponsor, reviewer] = [await world.as('sponsor'), await world.as('reviewer')];
    const caseId = await told();
    expect((await sponsor.refused(caseId, 'requestHearing', { by: 'interestedParty', party: '演示住户甲' })).code).toBe(
      'REQUEST_NOT_YOURS',
    );
    expect((await reviewer.refused(caseId, 'requestHearing', { by: 'applicant' })).code).toBe('REQUEST_NOT_YOURS');
    expect(
      (await reviewer.refused(caseId, 'requestHearing', { by: 'interestedParty', party: '演示住户乙' })).errors,
    ).toEqual([expect.objectContaining({ field: 'payload.party', code: 'PARTY_UNKNOWN' })]);
    await reviewer.does(caseId, 'requestHearing', { by: 'interestedParty', party: '演示住户甲' });
    expect(await dueOn(caseId, 'hearing_held')).toBe('2026-03-30');
  });

  it.each([
    ['2026-03-10', 'HEARING_NOTICE_TOO_SHORT'],
    ['2026-03-31', 'HEARING_TOO_LATE'],
    ['2026-03-14', 'HEARING_NOT_ON_A_WORKING_DAY'],
    ['2026-02-30', 'DATE_OUT_OF_RANGE'],
  ])('cannot be announced for %s: %s', async (heldOn, code) => {
    const caseId = await requested();
    const problem = await (await world.as('reviewer')).refused(caseId, 'serveHearingNotice', await noticeOf(heldOn));
    expect(problem.errors).toEqual([expect.objectContaining({ field: 'payload.heldOn', code })]);
  });

  it('has a chair who did not review, by person and whatever posts they hold', async () => {
    const caseId = await requested();
    const reviewer = await world.as('reviewer');
    expect((await reviewer.refused(caseId, 'serveHearingNotice', await noticeOf('2026-03-11', 'head'))).errors).toEqual(
      [expect.objectContaining({ field: 'payload.chair', code: 'CHAIR_UNKNOWN' })],
    );
    for (const login of ['reviewer', 'clerk', 'edu1']) {
      const { accountId } = await world.as(login);
      await world.sql.query(`update account set roles = roles || '{hearingChair}' where id = $1`, [accountId]);
      const problem = await reviewer.refused(caseId, 'serveHearingNotice', await noticeOf('2026-03-11', login));
      await world.sql.query(`update account set roles = array_remove(roles, 'hearingChair') where id = $1`, [
        accountId,
      ]);
      expect([login, problem.code, problem.rule]).toEqual([login, 'CHAIR_REVIEWED', 'ALL 48(1)(3)']);
    }
    await reviewer.does(caseId, 'serveHearingNotice', await noticeOf('2026-03-11'));
    expect((await world.view(caseId)).state).toBe('SPECIAL_PROCEDURE');
  });

  it('is seen by its chair and by no other', async () => {
    const chair = await world.as('chair');
    const before = await requested();
    expect((await chair.send('GET', `/api/cases/${before}`)).status).toBe(404);
    const caseId = await announced();
    expect((await chair.send('GET', `/api/cases/${caseId}`)).status).toBe(200);
    const { items } = await chair.get<{ items: { id: string }[] }>('/api/desk/queue?limit=100');
    expect(items.map(({ id }) => id)).toContain(caseId);
  });

  it('leaves a record of its chair, signed by the applicant, that proposal and decision must rest on', async () => {
    const [sponsor, reviewer, chair] = [await world.as('sponsor'), await world.as('reviewer'), await world.as('chair')];
    const caseId = await announced();
    expect((await chair.refused(caseId, 'recordHearing', RECORD)).code).toBe('HEARING_NOT_HELD_YET');
    expect((await reviewer.refused(caseId, 'recordHearing', RECORD)).code).toBe('EVENT_NOT_FOR_ROLE');
    world.clock.set('2026-03-11');
    await chair.does(caseId, 'recordHearing', RECORD);
    const { hearing } = await viewed(caseId, 'sponsor');
    expect(hearing).toMatchObject({ stage: 'recorded', record: RECORD.record, signed: false });
    const contentHash = hearing?.contentHash;
    expect((await sponsor.refused(caseId, 'confirmHearingRecord', { contentHash: '0'.repeat(64) })).code).toBe(
      'HEARING_RECORD_CHANGED',
    );
    await sponsor.does(caseId, 'confirmHearingRecord', { contentHash });
    const off = await reviewer.refused(caseId, 'proposeGrant', { opinion: '建议准予' });
    expect([off.code, off.rule]).toEqual(['HEARING_RECORD_NOT_CITED', 'ALL 48(2)']);
    await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予', hearingRecord: contentHash });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    const head = await world.as('head');
    for (const hearingRecord of [undefined, '0'.repeat(64)]) {
      expect((await head.refused(caseId, 'grant', { opinion: '同意', hearingRecord })).code).toBe(
        'HEARING_RECORD_NOT_CITED',
      );
    }
    await head.does(caseId, 'grant', { opinion: '同意', hearingRecord: contentHash });
    const [decision] = await world.sql.query<{ content: { closing: string[] } }>(
      `select content from document where case_id = $1 and kind = 'grantDecision'`,
      [caseId],
    );
    expect(decision?.content.closing.join('')).toContain('听证笔录');
    expect(
      standsWhereItsLogLeads(await openFile(world.sql, caseId, world.tools.workshop), world.tools.workshop.shelf),
    ).toBe(true);
  });

  it('goes on without a signature only by the chair, who says why', async () => {
    const caseId = await recorded();
    const chair = await world.as('chair');
    expect(
      (await (await world.as('reviewer')).refused(caseId, 'closeHearingRecord', { reasons: '申请人拒签' })).code,
    ).toBe('EVENT_NOT_FOR_ROLE');
    expect((await chair.refused(caseId, 'closeHearingRecord', { reasons: '无' })).code).toBe('CHAIR_ONLY');
    await chair.does(caseId, 'closeHearingRecord', { reasons: '申请人读后没有签名，未说明理由' });
    expect((await viewed(caseId)).hearing).toMatchObject({ stage: 'closed', signed: false });
  });

  it('does not count, from its notice to the day that was told; a hearing that was not held is still owed', async () => {
    const caseId = await announced();
    const before = '2026-03-30';
    world.clock.set('2026-04-01');
    await world.work();
    const types = (await entriesOf(world.sql, caseId)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['lapseSpecialProcedure', 'markHearingLate']));
    // 3 to 11 March: seven working days
    expect(await dueOn(caseId, 'promised_decision')).toBe(workingDay(before, 7));
    expect((await (await world.as('reviewer')).refused(caseId, 'proposeGrant', { opinion: '建议' })).code).toBe(
      'EVENT_NOT_POSSIBLE_NOW',
    );
    expect(await (await world.as('chair')).does(caseId, 'recordHearing', RECORD)).toBe('EXAMINED');
  });

  it('the database keeps it too: one hearing, a record by its chair alone, written once', async () => {
    const caseId = await recorded();
    const reviewer = await world.as('reviewer');
    const [head, sponsor] = [await world.as('head'), await world.as('sponsor')];
    await expect(
      world.sql.query(
        `insert into hearing (case_id, held_on, place, chair_id, noticed_at) values ($1, '2026-03-20', 'x', $2, now())`,
        [caseId, head.accountId],
      ),
    ).rejects.toThrow(/hearing_pkey/);
    await expect(
      world.sql.query(
        `insert into special_procedure (case_id, ground, announced_until, opened_at) values ($1, 'hearing', '2026-03-20', now())`,
        [caseId],
      ),
    ).rejects.toThrow(/special_procedure_pkey/);
    await expect(
      world.sql.query(
        `insert into special_procedure (case_id, ground, announced_until, opened_at) values ($1, 'holiday', '2026-03-20', now())`,
        [caseId],
      ),
    ).rejects.toThrow(/special_procedure_ground_check/);
    world.clock.set('2026-03-02');
    const other = await announced();
    await expect(
      world.sql.query(
        `insert into hearing_record (case_id, chair_id, record, attended, content_hash, recorded_at) values ($1, $2, 'x', 'x', 'x', now())`,
        [other, reviewer.accountId],
      ),
    ).rejects.toThrow(/hearing_record_chair_fkey/);
    for (const account of [reviewer, sponsor])
      await expect(
        world.sql.query(
          'insert into hearing_signature (case_id, account_id, content_hash, signed_at) values ($1, $2, $3, now())',
          [caseId, account.accountId, '0'.repeat(64)],
        ),
      ).rejects.toThrow(/hearing_signature_(own_case|record)_fkey/);
    for (const statement of [
      "update hearing_record set record = 'x'",
      'delete from hearing',
      'update special_procedure set announced_until = null',
    ])
      await expect(world.sql.query(statement)).rejects.toThrow(/permission denied/);
  });
});

it('an extension is refused where the law knows none, by code and article', async () => {
  const caseId = await world.decidable();
  const head = await world.as('head');
  const problem = await head.refused(caseId, 'extendDecision', { reasons: '案情复杂' });
  expect([problem.code, problem.rule]).toEqual(['LIMIT_NOT_EXTENDABLE', 'ALL 42(1)']);
  expect((await (await world.as('clerk')).refused(caseId, 'extendDecision', { reasons: '案情复杂' })).code).toBe(
    'EVENT_NOT_FOR_ROLE',
  );
});
