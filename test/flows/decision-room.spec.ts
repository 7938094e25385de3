import pg from 'pg';
import { randomIds } from '../../libs/platform/src/index.js';
import { World, type Person } from './harness.js';

const COUNTY = 'test/fixtures/packs/159902';
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

interface Room {
  asked: { step: string; owed: boolean }[];
  meeting: {
    id: string;
    majority: string;
    myOpinionDue: boolean;
    conclusion: { againstMajority: boolean } | null;
  } | null;
  possibleMembers: { accountId: string }[];
  precedents: { nearest: { outcome: string; like: boolean; distance: number }[] } | null;
  precedentCheck: { departed: boolean; reason: string | null; nearestNumber: string | null } | null;
}
const roomOf = async (caseId: string, login: string, of = world): Promise<Room> =>
  (await of.as(login)).get<Room>(`/api/cases/${caseId}/decision-room`);

const ids = (logins: string[], of = world): Promise<string[]> =>
  Promise.all(logins.map(async (login) => (await of.as(login)).accountId));

/** Convenes as the head; the others are members. */
async function convened(caseId: string, members = ['registrar', 'supervisor'], of = world): Promise<string> {
  const { meetingId } = await (
    await of.as('head')
  ).post<{ meetingId: string }>(`/api/cases/${caseId}/meetings`, { members: await ids(members, of) });
  return meetingId;
}
const opinion = (who: Person, caseId: string, meetingId: string, stance: string, words = '演示意见：情况属实') =>
  who.send<{ code: string }>('POST', `/api/cases/${caseId}/meetings/${meetingId}/opinions`, { stance, opinion: words });
const conclusion = (who: Person, caseId: string, meetingId: string, outcome: string, more: object = {}) =>
  who.send<{ code: string }>('POST', `/api/cases/${caseId}/meetings/${meetingId}/conclusion`, {
    outcome,
    reasons: '演示理由：条件已具备',
    minutes: '演示纪要：各人意见如上',
    ...more,
  });

const sqlAs = async (url: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
};

describe('a discussion that was convened', () => {
  let caseId: string;
  let meetingId: string;
  beforeAll(async () => {
    caseId = await world.decidable('proposeRefusal');
    meetingId = await convened(caseId);
  });
  const REFUSAL = { reasons: '消防验收没有通过（演示）', article: 'PSL 29' };

  it('is not asked for by an ordinary single licence, and binds once it is convened', async () => {
    const other = await world.decidable('proposeRefusal');
    expect((await roomOf(other, 'head')).asked).toEqual([]);
    expect((await roomOf(caseId, 'head')).asked).toEqual([
      expect.objectContaining({ step: 'collectiveDiscussion', owed: true }),
    ]);
    const refused = await (await world.as('head')).refused(caseId, 'refuse', REFUSAL);
    expect(refused).toMatchObject({ code: 'DELIBERATION_OWED', rule: 'MDR 30', status: 409 });
  });

  it('takes at least three, none of whom had a hand in the case, and is convened once', async () => {
    const fresh = await world.decidable('proposeRefusal');
    const head = await world.as('head');
    const convene = async (members: string[]) =>
      (await head.send<{ code: string }>('POST', `/api/cases/${fresh}/meetings`, { members: await ids(members) })).body
        .code;
    expect(await convene(['registrar'])).toBe('MEETING_TOO_SMALL');
    expect(await convene(['head', 'registrar'])).toBe('MEETING_TOO_SMALL');
    for (const involved of ['reviewer', 'legal', 'clerk', 'edu1', 'sponsor', 'sysadmin'])
      expect(await convene(['registrar', involved])).toBe('MEETING_MEMBER_INVOLVED');
    const again = await head.send<{ code: string }>('POST', `/api/cases/${caseId}/meetings`, {
      members: await ids(['registrar', 'supervisor']),
    });
    expect(again.body.code).toBe('MEETING_CONVENED');
    const early = await world.accepted();
    const tooEarly = await head.send<{ code: string }>('POST', `/api/cases/${early}/meetings`, {
      members: await ids(['registrar', 'supervisor']),
    });
    expect(tooEarly.body.code).toBe('MEETING_NOT_NOW');
  });

  it('hears everybody before the head, who speaks and decides last', async () => {
    const head = await world.as('head');
    expect((await opinion(head, caseId, meetingId, 'refuse')).body.code).toBe('CHAIR_SPEAKS_LAST');
    expect((await conclusion(head, caseId, meetingId, 'refuse')).body.code).toBe('OPINIONS_MISSING');
    expect((await opinion(await world.as('reviewer'), caseId, meetingId, 'refuse')).body.code).toBe(
      'MEETING_MEMBERS_ONLY',
    );
    expect((await opinion(await world.as('head2'), caseId, meetingId, 'refuse')).body.code).toBe(
      'MEETING_MEMBERS_ONLY',
    );
    expect((await roomOf(caseId, 'registrar')).meeting?.myOpinionDue).toBe(true);
    expect((await opinion(await world.as('registrar'), caseId, meetingId, 'grant', '演示异议：可以整改')).status).toBe(
      200,
    );
    expect((await opinion(await world.as('registrar'), caseId, meetingId, 'refuse')).body.code).toBe('OPINION_GIVEN');
    expect((await conclusion(head, caseId, meetingId, 'refuse')).body.code).toBe('OPINIONS_MISSING');
    expect((await opinion(await world.as('supervisor'), caseId, meetingId, 'grant')).status).toBe(200);
    expect((await conclusion(await world.as('registrar'), caseId, meetingId, 'refuse')).body.code).toBe(
      'CHAIR_CONCLUDES',
    );
  });

  it('lets the head depart from the majority only with reasons, and keeps the dissent', async () => {
    const head = await world.as('head');
    expect((await conclusion(head, caseId, meetingId, 'refuse')).body.code).toBe('MAJORITY_REASONS_MISSING');
    expect((await conclusion(head, caseId, meetingId, 'refuse', { majorityReasons: '    ' })).body.code).toBe(
      'MAJORITY_REASONS_MISSING',
    );
    const reasons = { majorityReasons: '消防不合格关系儿童安全（演示）' };
    expect((await conclusion(head, caseId, meetingId, 'refuse', reasons)).status).toBe(200);
    expect((await conclusion(head, caseId, meetingId, 'grant')).body.code).toBe('MEETING_OVER');
    expect((await opinion(await world.as('supervisor'), caseId, meetingId, 'refuse')).body.code).toBe('MEETING_OVER');
    const { meeting } = await roomOf(caseId, 'reviewer');
    expect(meeting).toMatchObject({ majority: 'grant', conclusion: { againstMajority: true } });
    expect(JSON.stringify(meeting)).toContain('演示异议：可以整改');
  });

  it('is decided by its chair and as it was concluded', async () => {
    const other = await (await world.as('head2')).refused(caseId, 'refuse', REFUSAL);
    expect(other.code).toBe('DECISION_IS_THE_CHAIRS');
    expect(await (await world.as('head')).does(caseId, 'refuse', REFUSAL)).toBe('REFUSED');
  });

  it('is not decided otherwise than it was concluded', async () => {
    const other = await world.decidable();
    const meeting = await convened(other);
    for (const login of ['registrar', 'supervisor']) await opinion(await world.as(login), other, meeting, 'grant');
    const why = { majorityReasons: '演示理由：选址要再研究' };
    expect((await conclusion(await world.as('head'), other, meeting, 'refuse', why)).status).toBe(200);
    expect((await (await world.as('head')).refused(other, 'grant', { opinion: '同意' })).code).toBe(
      'CONCLUDED_OTHERWISE',
    );
  });

  it('is not held for a proposal that was made anew', async () => {
    const again = await world.decidable('proposeRefusal');
    const meeting = await convened(again);
    for (const login of ['registrar', 'supervisor']) await opinion(await world.as(login), again, meeting, 'refuse');
    expect((await conclusion(await world.as('head'), again, meeting, 'refuse')).status).toBe(200);
    await (await world.as('head')).does(again, 'sendBackProposal', { reasons: '请写清依据（演示）' });
    await (
      await world.as('reviewer')
    ).does(again, 'proposeRefusal', { reasons: '核验没有通过，依据写清', article: 'PSL 29' });
    await (await world.as('legal')).does(again, 'passLegality', { opinion: '程序合法' });
    expect((await (await world.as('head')).refused(again, 'refuse', REFUSAL)).code).toBe('DELIBERATION_OWED');
    await opinion(await world.as('registrar'), again, meeting, 'refuse').then(({ body }) =>
      expect(body.code).toBe('MEETING_UNKNOWN'),
    );
  });
});

describe('by SQL as the application', () => {
  it('nothing that was said can be changed, added late or concluded early', async () => {
    const caseId = await world.decidable('proposeRefusal');
    const meetingId = await convened(caseId);
    const { appUrl } = world.database;
    const [head, registrar, supervisor] = await ids(['head', 'registrar', 'supervisor']);
    const conclude = (by: string | undefined, outcome: string, against: boolean, why: string | null) =>
      sqlAs(appUrl, `insert into meeting_conclusion values ($1, $2, $3, 'x', $4, $5, 'x', now())`, [
        meetingId,
        by,
        outcome,
        against,
        why,
      ]);
    const speak = (who: string | undefined) =>
      sqlAs(appUrl, `insert into meeting_opinion values ($1, $2, 'grant', 'x', now())`, [meetingId, who]);
    await expect(conclude(head, 'grant', false, null)).rejects.toThrow(/before_opinions/);
    await expect(speak(head)).rejects.toThrow(/opinion_of_chair/);
    await expect(speak((await ids(['clerk2']))[0])).rejects.toThrow(/meeting_opinion_member_fkey/);
    await speak(registrar);
    await speak(supervisor);
    await expect(speak(registrar)).rejects.toThrow(/meeting_opinion_pkey/);
    await expect(conclude(registrar, 'grant', false, null)).rejects.toThrow(/not_by_chair/);
    await expect(conclude(head, 'refuse', false, null)).rejects.toThrow(/majority/);
    await expect(conclude(head, 'refuse', true, null)).rejects.toThrow(/majority_check/);
    await conclude(head, 'refuse', true, '演示理由');
    await expect(speak((await ids(['head2']))[0])).rejects.toThrow(/after_conclusion/);
    for (const table of [
      'decision_meeting',
      'meeting_member',
      'meeting_opinion',
      'meeting_conclusion',
      'deliberation_record',
      'precedent_check',
    ])
      for (const statement of [`delete from ${table}`, `truncate ${table}`])
        await expect(sqlAs(appUrl, statement)).rejects.toThrow(/permission denied/);
    await expect(sqlAs(appUrl, `update meeting_opinion set stance = 'refuse'`)).rejects.toThrow(/permission denied/);
    await expect(sqlAs(appUrl, `update meeting_conclusion set outcome = 'grant'`)).rejects.toThrow(/permission denied/);
  });

  it('who proposed or reviewed the law of a case cannot be written in as its decider', async () => {
    const caseId = await world.decidable('proposeRefusal');
    for (const login of ['reviewer', 'legal']) {
      const [person] = await ids([login]);
      await expect(
        sqlAs(
          world.database.appUrl,
          `insert into case_event select case_id, 999, null, 'refuse', state, $2, 'decisionMaker', owner_role, at, legal_date, payload,
             machine_hash, pack_hash, prev_hash, hash from case_event where case_id = $1 order by seq desc limit 1`,
          [caseId, person],
        ),
      ).rejects.toThrow(/proposer_decides/);
    }
  });
});

describe('like cases are decided alike', () => {
  let granted: string;
  beforeAll(async () => {
    granted = await world.granted({ plannedChildren: 200 });
  });

  it('earlier decisions are shown to the decider, and only when the proposal is written', async () => {
    const reviewing = await world.accepted();
    expect((await roomOf(reviewing, 'head')).precedents).toBeNull();
    const caseId = await world.decidable('proposeGrant', { plannedChildren: 180 });
    expect((await roomOf(caseId, 'reviewer')).precedents).toBeNull();
    expect((await roomOf(caseId, 'legal')).precedents).toBeNull();
    const [nearest] = (await roomOf(caseId, 'head')).precedents?.nearest ?? [];
    expect(nearest).toMatchObject({ outcome: 'grant', like: true });
  });

  it('departing from the nearest like case needs a reason, which stands in the file', async () => {
    const caseId = await world.decidable('proposeGrant', { plannedChildren: 190 });
    const head = await world.as('head');
    await head.does(caseId, 'sendBackProposal', { reasons: '请再核实（演示）' });
    await (await world.as('reviewer')).does(caseId, 'proposeGrant', { opinion: '仍建议准予' });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    const words = { reasons: '演示理由：选址另有规划', article: 'PSL 29' };
    const refused = await head.refused(caseId, 'refuse', words);
    expect(refused).toMatchObject({ code: 'DEPARTURE_REASON_MISSING', rule: 'ALL 5', status: 422 });
    expect(refused.errors?.[0]?.field).toBe('payload.departureReason');
    expect((await head.refused(caseId, 'refuse', { ...words, departureReason: '      ' })).code).toBe(
      'DEPARTURE_REASON_MISSING',
    );
    expect(await head.does(caseId, 'refuse', { ...words, departureReason: '该地块规划已变更（演示）' })).toBe(
      'REFUSED',
    );
    const { precedentCheck } = await roomOf(caseId, 'supervisor');
    expect(precedentCheck).toMatchObject({ departed: true, reason: '该地块规划已变更（演示）' });
    expect(precedentCheck?.nearestNumber).not.toBeNull();
    const story = await (
      await world.as('sponsor')
    ).get<{ items: { type: string; payload: object }[] }>(`/api/cases/${caseId}/events`);
    expect(JSON.stringify(story)).not.toContain(granted);
  });

  it('a case with other grounds is not alike, and needs no reason', async () => {
    const caseId = await world.decidable('proposeRefusal', { plannedChildren: 200 });
    const { precedents } = await roomOf(caseId, 'head');
    expect(precedents?.nearest.filter(({ outcome, like }) => outcome === 'grant' && like)).toEqual([]);
    await (await world.as('head')).does(caseId, 'refuse', { reasons: '消防验收没有通过', article: 'PSL 29' });
  });
});

describe('a refusal on paper', () => {
  it('carries reasons, article and both remedies', async () => {
    const caseId = await world.decidable('proposeRefusal');
    await (await world.as('head')).does(caseId, 'refuse', { reasons: '消防验收没有通过（演示）', article: 'PSL 29' });
    const [row] = await world.sql.query<{ content: unknown }>(
      `select content from document where case_id = $1 and kind = 'refusalDecision'`,
      [caseId],
    );
    const paper = JSON.stringify(row?.content);
    for (const said of [
      '消防验收没有通过',
      '学前教育法',
      '第二十九条',
      '行政复议',
      '昆都仑区人民政府',
      '60 日内',
      '行政诉讼',
      '6 个月内',
    ])
      expect([said, paper.includes(said)]).toEqual([said, true]);
  });
});

describe('a county that asks for all of it, and reserves a case to whom the draw gave it', () => {
  let county: World;
  beforeAll(async () => {
    county = await World.make('https://demo.example', COUNTY);
  });
  afterAll(() => county.close());

  /** Whom the draw gave the case in an office. */
  async function drawn(caseId: string, role: string): Promise<{ mine: Person; other: Person }> {
    const { handlers } = await (
      await county.as('supervisor')
    ).get<{ handlers: { role: string; accountId: string }[] }>(`/api/cases/${caseId}/recusals`);
    const holder = handlers.find((one) => one.role === role)?.accountId;
    const pairs: Record<string, [string, string]> = {
      windowClerk: ['clerk', 'clerk2'],
      reviewer: ['reviewer', 'reviewer2'],
      legalReviewer: ['legal', 'legal2'],
    };
    const [a, b] = await Promise.all((pairs[role] ?? ['', '']).map((login) => county.as(login)));
    if (!a || !b || ![a.accountId, b.accountId].includes(holder ?? '')) throw new Error(`nobody was drawn as ${role}`);
    return a.accountId === holder ? { mine: a, other: b } : { mine: b, other: a };
  }

  it('only the drawn person handles it; every record is owed until it is there', async () => {
    const caseId = await county.submitted({ nature: 'non_profit' });
    const early = await (await county.as('clerk')).refused(caseId, 'accept');
    expect(early.code).toBe('NOT_THE_HANDLER');
    await county.work();
    const clerks = await drawn(caseId, 'windowClerk');
    const sheet = await county.verdicts(caseId);
    expect((await clerks.other.refused(caseId, 'recordVerdicts', sheet)).code).toBe('NOT_THE_HANDLER');
    await clerks.mine.does(caseId, 'recordVerdicts', sheet);
    await clerks.mine.does(caseId, 'accept');
    const reviewers = await drawn(caseId, 'reviewer');
    const paper = { lane: 'fire_acceptance', result: 'fail', source: '演示查询', checkedOn: county.today };
    expect((await reviewers.other.refused(caseId, 'recordAttestation', paper)).code).toBe('NOT_THE_HANDLER');
    await reviewers.mine.does(caseId, 'recordAttestation', paper);
    await reviewers.mine.does(caseId, 'concludeReview');
    await reviewers.mine.does(caseId, 'proposeRefusal', { reasons: '核验没有通过', article: 'PSL 29' });
    const lawyers = await drawn(caseId, 'legalReviewer');
    expect((await lawyers.other.refused(caseId, 'passLegality', { opinion: '合法' })).code).toBe('NOT_THE_HANDLER');
    await lawyers.mine.does(caseId, 'passLegality', { opinion: '程序合法' });

    const owed = async () =>
      (await roomOf(caseId, 'head', county)).asked.filter((one) => one.owed).map(({ step }) => step);
    const head = await county.as('head');
    const decide = () => head.command(caseId, 'refuse', { reasons: '消防没有通过（演示）', article: 'PSL 29' });
    expect(await owed()).toEqual(['expertArgument', 'riskAssessment', 'collectiveDiscussion']);
    expect((await decide()).body.code).toBe('DELIBERATION_OWED');
    const record = (kind: string, result: string) =>
      reviewers.mine.send<{ code: string }>('POST', `/api/cases/${caseId}/deliberation-records`, {
        kind,
        result,
        author: '演示专家组',
        content: '演示论证：场所不符合要求',
        dissent: '演示异议：一名专家认为可以整改',
      });
    expect((await record('expertArgument', 'controllable')).body.code).toBe('FIELDS_INVALID');
    expect((await record('expertArgument', 'opposes')).status).toBe(201);
    expect((await record('riskAssessment', 'not_controllable')).status).toBe(201);
    expect(await owed()).toEqual(['collectiveDiscussion']);
    expect((await decide()).body.code).toBe('DELIBERATION_OWED');
    const meetingId = await convened(caseId, ['registrar', 'supervisor'], county);
    for (const login of ['registrar', 'supervisor'])
      expect((await opinion(await county.as(login), caseId, meetingId, 'refuse')).status).toBe(200);
    expect((await decide()).body.code).toBe('DELIBERATION_OWED');
    expect((await conclusion(head, caseId, meetingId, 'refuse')).status).toBe(200);
    expect(await owed()).toEqual([]);
    expect((await decide()).status).toBe(200);
  });

  it('keeps a preview from deciding without the discussion too', async () => {
    const answer = await (
      await county.as('head')
    ).send('POST', `/api/cases/${randomIds.uuid()}/preview`, { type: 'grant', payload: { opinion: '同意' } });
    expect(answer.status).toBe(404);
  });
});
