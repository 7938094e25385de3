import { brokenLink, entriesOf } from '../../libs/cases/src/index.js';
import { completeCreditCode } from '../../libs/law/src/index.js';
import { decodeQr, readPdfText, unbroken } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { canonicalJson } from '../../libs/platform/src/index.js';
import { ALL_INSPECTORS, sha256, World } from './harness.js';

interface ArchiveManifest {
  events: number;
  lastHash: string;
  submissions: string[];
  files: { line: string; hash: string }[];
  documents: { kind: string }[];
  attestations: object[];
}

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const timers = (caseId: string) =>
  world.sql
    .query<{ clock: string; wake_at: Date }>('select clock, wake_at from timer where case_id = $1 order by clock', [
      caseId,
    ])
    .then((rows) => rows.map(({ clock, wake_at }) => [clock, wake_at.toISOString()]));
const topics = (caseId: string) =>
  world.sql
    .query<{ topic: string }>('select topic from outbox where case_id = $1 and done_at is null order by id', [caseId])
    .then((rows) => rows.map(({ topic }) => topic));
const types = async (caseId: string) => (await entriesOf(world.sql, caseId)).map(({ type }) => type);

describe('filing', () => {
  it('gives a number, a receipt and the five-working-day clock that both sides see', async () => {
    const caseId = await world.submitted();
    const mine = await world.view(caseId);
    expect([mine.state, mine.owner]).toEqual(['RECEIVED', 'windowClerk']);
    expect(mine.number).toMatch(/^150203-20260302-\d{4}$/);
    expect(await types(caseId)).toEqual(['submit']);
    expect(await topics(caseId)).toEqual(['printDocument']);
    expect(await timers(caseId)).toEqual([['correction_or_acceptance', '2026-03-09T16:00:00.000Z']]);
    const theirs = await world.view(caseId, 'clerk');
    expect(theirs.clocks).toEqual(mine.clocks);
    await world.work();
    const [receipt] = (await world.view(caseId)).documents;
    expect(receipt).toMatchObject({ kind: 'receipt', ready: true, servedOn: '2026-03-02' });
    const text = unbroken(
      await readPdfText(await (await world.as('sponsor')).download(`/api/documents/${receipt?.id}`)),
    );
    expect(text).toContain(mine.number);
    expect(text).toContain('2026年3月9日（周一）');
  });

  it('is refused while something is missing, and names it all', async () => {
    const sponsor = await world.as('sponsor');
    const caseId = await world.drafted({ paidInYuan: 1, boardMembers: [] });
    const problem = await sponsor.refused(caseId, 'submit');
    expect([problem.status, problem.code, problem.rule]).toEqual([422, 'CONDITIONS_NOT_MET', 'PER 21']);
    expect(problem.errors?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['CAPITAL_NOT_PAID_IN', 'BOARD_TOO_SMALL']),
    );
    expect(await types(caseId)).toEqual([]);
    expect(await world.count('command_attempt', caseId)).toBe(1);
  });

  it('hides identity numbers from officers and shows them to their owner', async () => {
    const caseId = await world.submitted();
    expect(JSON.stringify((await world.view(caseId)).form)).toContain('150203188001010017');
    const seen = JSON.stringify((await world.view(caseId, 'clerk')).form);
    expect(seen).not.toContain('150203188001010017');
    expect(seen).toContain('150***********0017');
  });
});

describe('pre-review', () => {
  it('binds the bureau for what it found ok, is no gate and no state', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.drafted();
    await sponsor.post(`/api/cases/${caseId}/pre-review`);
    expect((await sponsor.send('POST', `/api/cases/${caseId}/pre-review`)).body).toMatchObject({
      code: 'PRE_REVIEW_OPEN',
    });
    await clerk.post(
      `/api/cases/${caseId}/pre-review/answer`,
      await world.verdicts(caseId, { 'EST-POLICY': '缺少应急预案的签名页' }),
    );
    expect((await world.view(caseId)).state).toBe('DRAFT');
    await sponsor.does(caseId, 'submit');
    const problem = await clerk.refused(
      caseId,
      'recordVerdicts',
      await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }),
    );
    expect(problem.errors).toEqual([
      expect.objectContaining({ field: 'EST-CHARTER', code: 'BOUND_BY_EARLIER_VERDICT' }),
    ]);
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-POLICY': '缺少应急预案的签名页' }));
  });

  it('does not bind for a file that changed', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.drafted();
    await sponsor.post(`/api/cases/${caseId}/pre-review`);
    await clerk.post(`/api/cases/${caseId}/pre-review/answer`, await world.verdicts(caseId));
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nchanged'));
    await sponsor.does(caseId, 'submit');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
  });
});

describe('intake', () => {
  it('tells everything once, and a second notice is impossible', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    expect((await clerk.refused(caseId, 'issueCorrectionNotice')).code).toBe('CORRECTION_NOTICE_NOT_DUE');
    expect(
      (await clerk.refused(caseId, 'recordVerdicts', { verdicts: [{ lineId: 'EST-CHARTER', verdict: 'ok' }] })).code,
    ).toBe('SHEET_INCOMPLETE');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    expect((await clerk.refused(caseId, 'accept')).code).toBe('SHEET_NOT_OK');
    expect(await clerk.does(caseId, 'issueCorrectionNotice')).toBe('CORRECTION_REQUIRED');
    expect((await sponsor.refused(caseId, 'supplyCorrections')).code).toBe('LINES_STILL_MISSING');
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nnine items'));
    expect(await sponsor.does(caseId, 'supplyCorrections')).toBe('CORRECTION_SUPPLIED');
    await clerk.does(
      caseId,
      'recordVerdicts',
      await world.verdicts(caseId, { 'EST-CHARTER': '第五项仍然缺少表决办法' }),
    );
    expect((await clerk.refused(caseId, 'issueCorrectionNotice')).status).toBe(409);
    expect(await clerk.does(caseId, 'remind')).toBe('CORRECTION_REQUIRED');
    await world.work();
    const notice = (await world.view(caseId)).documents.find(({ kind }) => kind === 'correctionNotice');
    expect(unbroken(await readPdfText(await sponsor.download(`/api/documents/${notice?.id}`)))).toContain(
      '章程缺少第五项内容',
    );
  });

  it('silence is acceptance from the day of receipt, even at five past midnight', async () => {
    const caseId = await world.submitted();
    world.clock.set('2026-03-10', '00:05');
    const clerk = await world.as('clerk');
    const problem = await clerk.refused(caseId, 'declineAsNotCompetent', {
      reasons: '不属于本机关职权',
      article: 'ALL 32',
      competentAuthority: '演示机关',
    });
    expect(problem.code).toBe('EVENT_NOT_POSSIBLE_NOW');
    const log = await entriesOf(world.sql, caseId);
    expect(log.map(({ type, legal_date }) => [type, legal_date])).toEqual([
      ['submit', '2026-03-02'],
      ['takeAsAccepted', '2026-03-09'],
    ]);
    expect(log[1]?.payload['effectiveFrom']).toBe('2026-03-02');
    const { clocks, state } = await world.view(caseId);
    expect(state).toBe('DEEMED_ACCEPTED');
    expect(clocks.find(({ id }) => id === 'promised_decision')).toMatchObject({
      startsOn: '2026-03-02',
      deadline: { dueOn: '2026-03-30' },
    });
    expect(await world.count('supervision_ticket', caseId)).toBe(1);
    expect((await clerk.refused(caseId, 'issueCorrectionNotice')).status).toBe(409);
  });

  it('what is only being written counts for nothing: the bureau has the submission until something is supplied', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    const submitted = await world.view(caseId, 'clerk');
    world.clock.set('2026-03-12');
    await world.work();
    const fields = { schoolName: '包头市昆都仑区演示调包幼儿园', paidInYuan: 1 };
    expect((await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields })).body).toMatchObject({
      code: 'DRAFT_CLOSED',
    });
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'tellUnmetLines');
    await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields });
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nanother charter'));
    expect((await world.view(caseId)).form['schoolName']).toBe('包头市昆都仑区演示调包幼儿园');
    const theirs = await world.view(caseId, 'clerk');
    expect(theirs.form).toEqual(submitted.form);
    expect(theirs.materials.map(({ contentHash }) => contentHash)).toEqual(
      submitted.materials.map(({ contentHash }) => contentHash),
    );
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await clerk.does(caseId, 'beginReview');
    expect((await world.view(caseId, 'clerk')).form).toEqual(submitted.form);
    const { items } = await clerk.get<{ items: { institutionName: string }[] }>(
      `/api/cases?q=${encodeURIComponent(String(submitted.form['schoolName']))}`,
    );
    expect(items).toHaveLength(1);
  });

  it('a correction cannot undo a condition of the law', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'issueCorrectionNotice');
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nnine items'));
    await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { paidInYuan: 1 } });
    const problem = await sponsor.refused(caseId, 'supplyCorrections');
    expect([problem.status, problem.code, problem.errors?.[0]?.code]).toEqual([
      422,
      'CONDITIONS_NOT_MET',
      'CAPITAL_NOT_PAID_IN',
    ]);
    await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { paidInYuan: 500_000 } });
    expect(await sponsor.does(caseId, 'supplyCorrections')).toBe('CORRECTION_SUPPLIED');
    expect(await world.count('submission', caseId)).toBe(2);
  });

  it('a line that changes while the officer reads it is not judged unseen', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.drafted();
    await sponsor.post(`/api/cases/${caseId}/pre-review`);
    const { materials } = await world.view(caseId, 'clerk');
    const verdicts = materials
      .filter(({ applicable }) => applicable)
      .map(({ lineId, contentHash }) => ({ lineId, verdict: 'ok', ...(contentHash ? { seen: contentHash } : {}) }));
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nexchanged'));
    const answer = await clerk.send<{ errors: { field: string; code: string }[] }>(
      'POST',
      `/api/cases/${caseId}/pre-review/answer`,
      { verdicts },
    );
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'EST-CHARTER', code: 'LINE_CHANGED' })],
    ]);
  });

  it('silence also takes effect when nobody touches the case', async () => {
    const caseId = await world.submitted();
    world.clock.set('2026-03-12');
    await world.work();
    expect((await world.view(caseId)).state).toBe('DEEMED_ACCEPTED');
    const [sponsor, clerk, reviewer] = [await world.as('sponsor'), await world.as('clerk'), await world.as('reviewer')];
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'tellUnmetLines');
    expect((await clerk.refused(caseId, 'tellUnmetLines')).status).toBe(409);
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nnine items'));
    await sponsor.does(caseId, 'supplyUnmetLines');
    expect(
      (await reviewer.refused(caseId, 'proposeRefusal', { reasons: '章程缺少第五项', article: 'ALL 38' })).code,
    ).toBe('REFUSAL_NOT_DUE');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    expect(await clerk.does(caseId, 'beginReview')).toBe('IN_REVIEW');
  });

  it('an unanswered correction notice ends in discontinuation, by the clock', async () => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'issueCorrectionNotice');
    world.clock.set('2026-04-01');
    await world.work();
    expect((await world.view(caseId)).state).toBe('CORRECTION_REQUIRED');
    world.clock.set('2026-04-02');
    await world.work();
    expect((await world.view(caseId)).state).toBe('DISCONTINUED');
    expect(await timers(caseId)).toEqual([]);
  });

  it('not competent: a decision with reasons, article, the right authority and remedies', async () => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    expect(
      (
        await clerk.refused(caseId, 'declineAsNotCompetent', {
          reasons: '不',
          article: 'ALL 32',
          competentAuthority: '演示机关',
        })
      ).code,
    ).toBe('REASONS_REQUIRED');
    expect(
      (
        await clerk.refused(caseId, 'declineAsNotCompetent', {
          reasons: '不属于本机关职权',
          article: 'NOSUCH 1',
          competentAuthority: '演示机关',
        })
      ).errors?.[0]?.code,
    ).toBe('ARTICLE_UNKNOWN');
    expect(
      await clerk.does(caseId, 'declineAsNotCompetent', {
        reasons: '职业技能培训由人社部门审批',
        article: 'PEL 12',
        competentAuthority: '演示人社局',
      }),
    ).toBe('NOT_COMPETENT');
    await world.work();
    const document = (await world.view(caseId)).documents.find(({ kind }) => kind === 'notCompetentDecision');
    const text = unbroken(
      await readPdfText(await (await world.as('sponsor')).download(`/api/documents/${document?.id}`)),
    );
    for (const part of ['演示人社局', '《民办教育促进法》第十二条', '行政复议', '行政诉讼'])
      expect(text).toContain(part);
  });
});

describe('what an audit by a lawyer asked', () => {
  it('a reminder gives time of its own: nobody who supplied in time is ended by a clock that ran out meanwhile', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'issueCorrectionNotice');
    world.clock.set('2026-04-01');
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nstill not all'));
    await sponsor.does(caseId, 'supplyCorrections');
    world.clock.set('2026-04-07');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'remind');
    await world.work();
    const { state, clocks } = await world.view(caseId);
    expect(state).toBe('CORRECTION_REQUIRED');
    expect(clocks.find(({ id }) => id === 'correction_period')).toMatchObject({
      startsOn: '2026-04-07',
      status: 'running',
    });
  });

  it('lines told after deemed acceptance may be supplied until the decision, and the proposal falls', async () => {
    const [sponsor, clerk, reviewer] = [await world.as('sponsor'), await world.as('clerk'), await world.as('reviewer')];
    const caseId = await world.submitted();
    world.clock.set('2026-03-12');
    await world.work();
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    await clerk.does(caseId, 'tellUnmetLines');
    await reviewer.does(caseId, 'proposeRefusal', { reasons: '章程仍不齐备', article: 'ALL 38(2)' });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    expect((await world.view(caseId)).state).toBe('TO_DECIDE');
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nnine items'));
    expect(await sponsor.does(caseId, 'supplyUnmetLines')).toBe('DEEMED_ACCEPTED');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    expect(await clerk.does(caseId, 'beginReview')).toBe('IN_REVIEW');
  });

  it('what nobody has looked at refuses nobody; a paper that is cured mends the evidence', async () => {
    const caseId = await world.accepted();
    const [reviewer, head] = [await world.as('reviewer'), await world.as('head')];
    expect((await reviewer.refused(caseId, 'concludeReview')).code).toBe('REVIEW_NOT_SETTLED');
    await world.lookedUp(caseId, ['hygiene_evaluation', 'structural_safety', 'name_lookup']);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    expect((await reviewer.refused(caseId, 'concludeReview')).code).toBe('REVIEW_NOT_SETTLED');
    const paper = { lane: 'fire_acceptance', source: '演示查询', checkedOn: '2026-03-02' };
    await reviewer.does(caseId, 'recordAttestation', { ...paper, result: 'fail' });
    expect(await reviewer.does(caseId, 'concludeReview')).toBe('EXAMINED');
    await reviewer.does(caseId, 'proposeRefusal', { reasons: '消防没有通过', article: 'PSL 29' });
    expect(
      (await reviewer.refused(caseId, 'recordAttestation', { ...paper, result: 'pass', checkedOn: '2026-03-01' }))
        .errors?.[0],
    ).toMatchObject({ field: 'payload.checkedOn' });
    expect(await reviewer.does(caseId, 'recordAttestation', { ...paper, result: 'pass' })).toBe('EXAMINED');
    await reviewer.does(caseId, 'proposeGrant', { opinion: '消防已通过，建议准予' });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    expect(await head.does(caseId, 'grant', { opinion: '同意' })).toBe('GRANTED');
  });

  it('look-ups are the bureau’s own work: they are never called deficient', async () => {
    const caseId = await world.submitted();
    const problem = await (
      await world.as('clerk')
    ).refused(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'GEN-ID': '没有查到身份信息' }));
    expect(problem.errors).toEqual([expect.objectContaining({ field: 'GEN-ID', code: 'LINE_IS_OURS' })]);
  });

  it('each of legality review and decision may send a proposal back once; then the decider may depart from it', async () => {
    const caseId = await world.decidable('proposeRefusal');
    const [reviewer, head, legal] = [await world.as('reviewer'), await world.as('head'), await world.as('legal')];
    expect((await legal.refused(caseId, 'sendBackProposal', { reasons: '理由不足' })).status).toBe(403);
    expect(await head.does(caseId, 'sendBackProposal', { reasons: '理由不足' })).toBe('EXAMINED');
    await reviewer.does(caseId, 'proposeRefusal', { reasons: '核验没有通过', article: 'PSL 29' });
    await legal.does(caseId, 'passLegality', { opinion: '程序合法' });
    expect((await head.refused(caseId, 'sendBackProposal', { reasons: '还是不足' })).code).toBe('OBJECTIONS_USED');
    expect((await head.refused(caseId, 'grant', { opinion: '同意' })).code).toBe('GRANT_NOT_IN_ORDER');
  });

  it('who proposed does not review its legality', async () => {
    const caseId = await world.accepted();
    await world.lookedUp(caseId);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.sql.query(`update account set roles = array['reviewer', 'legalReviewer'] where login = 'reviewer'`);
    const both = await (await world.as('reviewer')).enter();
    await both.does(caseId, 'concludeReview');
    await both.does(caseId, 'proposeGrant', { opinion: '建议准予' });
    expect((await both.refused(caseId, 'passLegality', { opinion: '自己看过' })).code).toBe('PROPOSER_REVIEWS');
    await world.sql.query(`update account set roles = array['reviewer'] where login = 'reviewer'`);
  });

  it('a visit that cannot take place is arranged anew, for those who have not signed', async () => {
    const caseId = await world.accepted();
    const reviewer = await world.as('reviewer');
    const ids = async (logins: string[]) => Promise.all(logins.map(async (login) => (await world.as(login)).accountId));
    await reviewer.does(caseId, 'arrangeSiteCheck', { plannedOn: '2026-03-02', members: await ids(ALL_INSPECTORS) });
    for (const login of ['edu1', 'edu2']) await world.signed(caseId, await world.as(login));
    expect(
      (
        await reviewer.refused(caseId, 'rearrangeSiteCheck', {
          plannedOn: '2026-03-02',
          members: await ids(['health3', 'health4']),
          reason: '检查员生病',
        })
      ).code,
    ).toBe('TEAM_INCOMPLETE');
    await reviewer.does(caseId, 'rearrangeSiteCheck', {
      plannedOn: '2026-03-02',
      members: await ids(['health3', 'health4', 'market3', 'market4']),
      reason: '检查员生病',
    });
    expect(
      (await (await world.as('health1')).get<{ items: { caseId: string }[] }>('/api/visits')).items,
    ).not.toContainEqual(expect.objectContaining({ caseId }));
    for (const login of ['health3', 'health4', 'market3', 'market4']) await world.signed(caseId, await world.as(login));
    await world.lookedUp(caseId);
    expect(await reviewer.does(caseId, 'concludeReview')).toBe('EXAMINED');
    await world.work();
    const record = (await world.view(caseId)).documents.find(({ kind }) => kind === 'siteCheckRecord');
    expect(record?.ready).toBe(true);
  });

  it('the end of an appraisal is a result on record, with its day and person', async () => {
    const caseId = await world.accepted();
    const reviewer = await world.as('reviewer');
    await reviewer.does(caseId, 'serveSpecialProcedureNotice', {
      ground: 'appraisal',
      institution: '演示鉴定机构',
      reason: '核实房屋结构',
      announcedDays: 5,
    });
    await reviewer.does(caseId, 'endSpecialProcedure', { result: 'fail', report: '承载力不足' });
    const [row] = await world.sql.query('select lane, result, signed_by from attestation where case_id = $1', [caseId]);
    expect(row).toEqual({ lane: 'structural_safety', result: 'fail', signed_by: reviewer.accountId });
  });

  it('a character that no font can print is refused where it is typed', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.drafted();
    const saved = await sponsor.send<{ errors: { field: string; message: string }[] }>(
      'PATCH',
      `/api/cases/${caseId}/draft`,
      { fields: { schoolName: '演示😀幼儿园' } },
    );
    expect([saved.status, saved.body.errors[0]?.field, saved.body.errors[0]?.message]).toEqual([
      422,
      'schoolName',
      expect.stringContaining('😀'),
    ]);
    await sponsor.does(caseId, 'submit');
    const refused = await clerk.refused(caseId, 'declineAsNotCompetent', {
      reasons: '不属于❌本机关',
      article: 'ALL 32',
      competentAuthority: '演示机关',
    });
    expect(refused.errors?.[0]).toMatchObject({ field: 'payload.reasons', code: 'GLYPH_MISSING' });
  });

  it('a registration code of the wrong register is not the school’s', async () => {
    const caseId = await world.granted();
    const problem = await (
      await world.as('registrar')
    ).refused(caseId, 'recordRegistration', {
      creditCode: completeCreditCode('91150203MJ123456'),
      registeredOn: '2026-03-02',
    });
    expect(problem.errors?.[0]).toMatchObject({ field: 'payload.creditCode', code: 'CREDIT_CODE_KIND' });
  });

  it('a letter that the clock made is dated and served on the day it was made, not on the day of the law', async () => {
    const caseId = await world.submitted();
    world.clock.set('2026-03-13');
    await world.work();
    const notice = (await world.view(caseId)).documents.find(({ kind }) => kind === 'deemedAcceptanceNotice');
    expect(notice).toMatchObject({ issuedOn: '2026-03-13', servedOn: '2026-03-13' });
    expect((await entriesOf(world.sql, caseId)).at(-1)).toMatchObject({ legal_date: '2026-03-09' });
  });

  it('the applicant rates once, of their own free will, and only when it is over', async () => {
    const sponsor = await world.as('sponsor');
    const early = await world.submitted();
    const url = (caseId: string) => `/api/cases/${caseId}/rating`;
    expect(await sponsor.send('POST', url(early), { grade: 5 })).toMatchObject({ status: 409 });
    const caseId = await world.granted();
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await registrar.does(caseId, 'recordRegistration', {
      creditCode: completeCreditCode('52150203MJ700001'),
      registeredOn: '2026-03-02',
    });
    await sponsor.post(url(caseId), { grade: 5, words: '办得快' });
    expect((await sponsor.send<{ code: string }>('POST', url(caseId), { grade: 1 })).body.code).toBe('RATING_NOT_OPEN');
  });

  it('a preview shows the letter and the clocks and leaves no trace', async () => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-CHARTER': '章程缺少第五项内容' }));
    const before = await entriesOf(world.sql, caseId);
    const seen = await clerk.post<{ state: string; documents: { kind: string; content: { paragraphs: string[] } }[] }>(
      `/api/cases/${caseId}/preview`,
      { type: 'issueCorrectionNotice' },
    );
    expect([seen.state, seen.documents[0]?.kind]).toEqual(['CORRECTION_REQUIRED', 'correctionNotice']);
    expect(seen.documents[0]?.content.paragraphs.join()).toContain('这是全部内容');
    expect(await entriesOf(world.sql, caseId)).toEqual(before);
    expect((await world.view(caseId)).state).toBe('RECEIVED');
    expect(await clerk.send('POST', `/api/cases/${caseId}/preview`, { type: 'accept' })).toMatchObject({ status: 409 });
    await clerk.does(caseId, 'issueCorrectionNotice');
  });
});

describe('joint site check', () => {
  it('counts only with two signatures of each department under the same content', async () => {
    const caseId = await world.accepted();
    const reviewer = await world.as('reviewer');
    const people = await Promise.all(ALL_INSPECTORS.map((login) => world.as(login)));
    const members = people.map(({ accountId }) => accountId);
    expect(
      (await reviewer.refused(caseId, 'arrangeSiteCheck', { plannedOn: '2026-03-02', members: members.slice(1) })).code,
    ).toBe('TEAM_INCOMPLETE');
    expect(
      (await reviewer.refused(caseId, 'arrangeSiteCheck', { plannedOn: '2026-03-01', members })).errors?.[0]?.code,
    ).toBe('DATE_IN_PAST');
    await reviewer.does(caseId, 'arrangeSiteCheck', { plannedOn: '2026-03-02', members });
    const [edu1, edu2] = people;
    expect((await world.signed(caseId, edu1!)).attested).toBe(false);
    expect((await world.signed(caseId, edu1!)).attested).toBe(false);
    expect(await world.count('attestation', caseId)).toBe(0);
    expect((await world.signed(caseId, edu2!)).attested).toBe(true);
    expect((await world.signed(caseId, edu2!)).attested).toBe(true);
    expect(await world.count('attestation', caseId)).toBe(1);
    expect((await (await world.as('edu3')).send('GET', `/api/cases/${caseId}`)).status).toBe(404);
    expect(
      (
        await reviewer.refused(caseId, 'recordAttestation', {
          lane: 'education_site',
          result: 'pass',
          source: '自己说的',
          checkedOn: '2026-03-02',
        })
      ).code,
    ).toBe('FIELDS_INVALID');
  });

  it('is not recorded before its day, and a signed result is kept although the process died right after', async () => {
    const caseId = await world.accepted();
    const people = await Promise.all(ALL_INSPECTORS.map((login) => world.as(login)));
    await (
      await world.as('reviewer')
    ).does(caseId, 'arrangeSiteCheck', {
      plannedOn: '2026-03-03',
      members: people.map(({ accountId }) => accountId),
    });
    const [visit] = await world.sql.query<{ id: string }>('select id from site_visit where case_id = $1', [caseId]);
    const early = await people[0]!.send<{ code: string }>('PUT', `/api/visits/${visit?.id}/checklist`, {
      answers: [{ itemId: 'ED-02', answer: 'pass' }],
    });
    expect([early.status, early.body.code]).toEqual([409, 'VISIT_NOT_YET']);
    world.clock.set('2026-03-03');
    await world.signed(caseId, people[0]!);
    // the second signature is committed, its command never came: all that is left is the promise in the outbox
    await world.sql.query(
      `insert into visit_signature (visit_id, department, account_id, ordinal, content_hash, signed_at)
       select visit_id, department, $2, 2, content_hash, signed_at from visit_signature where visit_id = $1`,
      [visit?.id, people[1]!.accountId],
    );
    await world.sql.query(`insert into outbox (case_id, topic, payload) values ($1, 'attest', $2)`, [
      caseId,
      JSON.stringify({ visitId: visit?.id, department: 'education' }),
    ]);
    await world.work();
    expect(await world.count('attestation', caseId)).toBe(1);
    expect((await world.signed(caseId, people[1]!)).attested).toBe(true);
    await world.work();
    expect(await world.count('attestation', caseId)).toBe(1);
  });

  it('fails, is rectified, is looked at again by others, at most twice, and never grants on a failure', async () => {
    const caseId = await world.accepted();
    const [reviewer, sponsor] = [await world.as('reviewer'), await world.as('sponsor')];
    await world.lookedUp(caseId);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS, ['H-11']);
    expect((await world.view(caseId)).clocks.find(({ id }) => id === 'rectification_period')?.deadline.dueOn).toBe(
      '2026-03-24',
    );
    expect((await reviewer.refused(caseId, 'concludeReview')).status).toBe(409);
    await sponsor.does(caseId, 'reportRectified');
    const again = [(await world.as('health1')).accountId, (await world.as('health3')).accountId];
    expect((await reviewer.refused(caseId, 'arrangeReCheck', { plannedOn: '2026-03-02', members: again })).code).toBe(
      'OTHER_OFFICERS_REQUIRED',
    );
    await world.visited(caseId, 'arrangeReCheck', ['health3', 'health4'], ['H-11']);
    expect((await world.view(caseId)).allowed.map(({ event }) => event)).toContain('reportRectified');
    world.clock.set('2026-03-25');
    await world.work();
    expect(await types(caseId)).toContain('expireRectification');
    await reviewer.does(caseId, 'concludeReview');
    expect((await reviewer.refused(caseId, 'proposeGrant', { opinion: '算了' })).code).toBe('EVIDENCE_LACKING');
    expect(await reviewer.does(caseId, 'proposeRefusal', { reasons: '卫生核验没有通过', article: 'PSL 29' })).toBe(
      'LEGALITY_REVIEW',
    );
  });
});

describe('special procedure', () => {
  it('stops the clock only from its written notice, and it runs on after the end', async () => {
    const caseId = await world.accepted();
    const reviewer = await world.as('reviewer');
    const due = async () => (await world.view(caseId)).clocks.find(({ id }) => id === 'promised_decision');
    expect((await due())?.deadline.dueOn).toBe('2026-03-30');
    world.clock.set('2026-03-10');
    expect(
      await reviewer.does(caseId, 'serveSpecialProcedureNotice', {
        ground: 'appraisal',
        institution: '演示鉴定机构',
        reason: '核实房屋结构',
        announcedDays: 10,
      }),
    ).toBe('SPECIAL_PROCEDURE');
    world.clock.set('2026-03-19');
    expect(await due()).toMatchObject({ status: 'paused', deadline: { paused: true } });
    expect((await reviewer.refused(caseId, 'concludeReview')).code).toBe('SPECIAL_PROCEDURE_OPEN');
    await reviewer.does(caseId, 'endSpecialProcedure', { result: 'pass', report: '结构安全' });
    const after = await due();
    expect(after).toMatchObject({ status: 'running', deadline: { dueOn: '2026-04-10' } });
    expect(after?.deadline.segments.map(({ kind, ground, from, to }) => [kind, ground, from, to])).toEqual([
      ['running', undefined, '2026-03-03', '2026-03-09'],
      ['excluded', 'appraisal', '2026-03-10', '2026-03-19'],
      ['running', undefined, '2026-03-20', '2026-04-10'],
    ]);
    expect(
      (
        await reviewer.refused(caseId, 'serveSpecialProcedureNotice', {
          ground: 'appraisal',
          institution: '演示鉴定机构',
          reason: '再来一次',
          announcedDays: 5,
        })
      ).code,
    ).toBe('SPECIAL_PROCEDURE_USED');
  });

  it('lapses on the announced day: nobody can park a case in it', async () => {
    const caseId = await world.accepted();
    await (
      await world.as('reviewer')
    ).does(caseId, 'serveSpecialProcedureNotice', {
      ground: 'appraisal',
      institution: '演示鉴定机构',
      reason: '核实房屋结构',
      announcedDays: 3,
    });
    world.clock.set('2026-03-20');
    await world.work();
    expect(await types(caseId)).toContain('lapseSpecialProcedure');
    const { clocks, state } = await world.view(caseId);
    expect([state, clocks.find(({ id }) => id === 'promised_decision')?.deadline.dueOn]).toEqual([
      'IN_REVIEW',
      '2026-04-02',
    ]);
  });
});

describe('decision', () => {
  it('is taken by a person who did not review, and only on complete evidence', async () => {
    const caseId = await world.decidable();
    expect((await (await world.as('reviewer')).refused(caseId, 'grant', { opinion: '同意' })).code).toBe(
      'EVENT_NOT_FOR_ROLE',
    );
    await world.sql.query(`update account set roles = array['reviewer', 'decisionMaker'] where login = 'reviewer'`);
    const both = await (await world.as('reviewer')).enter();
    const problem = await both.refused(caseId, 'grant', { opinion: '同意' });
    await world.sql.query(`update account set roles = array['reviewer'] where login = 'reviewer'`);
    expect([problem.status, problem.code]).toEqual([409, 'DECIDER_REVIEWED']);
    expect((await world.view(caseId)).state).toBe('TO_DECIDE');
  });

  it('is not taken by one who signed on site or answered the pre-review', async () => {
    const caseId = await world.decidable();
    await world.sql.query(
      `update account set roles = array['educationInspector', 'decisionMaker'] where login = 'edu1'`,
    );
    const signer = await (await world.as('edu1')).enter();
    expect((await signer.refused(caseId, 'grant', { opinion: '同意' })).code).toBe('DECIDER_REVIEWED');
    await world.sql.query(`update account set roles = array['educationInspector'] where login = 'edu1'`);
  });

  it('rests on papers that are good on its day; one that has run out is renewed first', async () => {
    const caseId = await world.accepted();
    const [reviewer, head] = [await world.as('reviewer'), await world.as('head')];
    const paper = { lane: 'fire_acceptance', result: 'pass', source: '演示查询', checkedOn: '2026-03-02' };
    for (const validUntil of ['2026-03-01', '2026-13-45', '2100-01-01', '2026-02-30'])
      expect((await reviewer.refused(caseId, 'recordAttestation', { ...paper, validUntil })).errors?.[0]?.field).toBe(
        'payload.validUntil',
      );
    await world.lookedUp(caseId, ['hygiene_evaluation', 'structural_safety', 'name_lookup']);
    await reviewer.does(caseId, 'recordAttestation', { ...paper, validUntil: '2026-03-04' });
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await reviewer.does(caseId, 'concludeReview');
    await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    world.clock.set('2026-03-05');
    const problem = await head.refused(caseId, 'grant', { opinion: '同意' });
    expect([problem.status, problem.code, problem.errors?.map(({ field }) => field)]).toEqual([
      409,
      'ATTESTATION_EXPIRED',
      ['fire_acceptance'],
    ]);
    await reviewer.does(caseId, 'recordAttestation', { ...paper, checkedOn: '2026-03-05', validUntil: '2027-03-04' });
    expect(await head.does(caseId, 'grant', { opinion: '同意' })).toBe('GRANTED');
    const registered = await (
      await world.as('registrar')
    ).refused(caseId, 'recordRegistration', {
      creditCode: completeCreditCode('52150203MJ765432'),
      registeredOn: '2026-03-04',
    });
    expect(registered.errors?.[0]).toMatchObject({ field: 'payload.registeredOn', code: 'DATE_OUT_OF_RANGE' });
  });

  it('refuses with reasons, article and remedies; nothing is registered', async () => {
    const caseId = await world.decidable('proposeRefusal');
    const head = await world.as('head');
    expect((await head.refused(caseId, 'grant', { opinion: '还是给吧' })).code).toBe('GRANT_NOT_IN_ORDER');
    // which like case is the nearest hangs on the race of an earlier test
    const why = { article: 'PSL 29', departureReason: '演示：联合踏勘没有进行' };
    expect((await head.refused(caseId, 'refuse', { reasons: '不', ...why })).code).toBe('REFUSAL_NOT_IN_ORDER');
    expect(await head.does(caseId, 'refuse', { reasons: '联合踏勘没有进行，条件不能认定', ...why })).toBe('REFUSED');
    await world.work();
    const decision = (await world.view(caseId, 'head')).documents.find(({ kind }) => kind === 'refusalDecision');
    const text = unbroken(await readPdfText(await head.download(`/api/documents/${decision?.id}`)));
    for (const part of [
      '条件不能认定',
      '《学前教育法》第二十九条',
      '昆都仑区人民政府',
      '60日内',
      '6个月内',
      '在线提出',
    ])
      expect(text).toContain(part);
    expect(await world.count('licence', caseId)).toBe(0);
    const told = async (): Promise<object[]> => {
      const story = await (
        await world.as('sponsor')
      ).get<{ items: { type: string; words: object | null }[] }>(`/api/cases/${caseId}/events`);
      return story.items.flatMap(({ type, words }) => (words ? [{ type, words }] : []));
    };
    expect(await told()).toEqual([]);
    const registrar = await world.as('registrar');
    expect((await registrar.refused(caseId, 'serve', { channel: 'courier', trackingNumber: 'DEMO123456' })).code).toBe(
      'SERVICE_NOT_CONFIRMED',
    );
    expect(await registrar.does(caseId, 'serve', { channel: 'electronic' })).toBe('ARCHIVED');
    expect(await told()).toEqual([
      { type: 'refuse', words: { reasons: '联合踏勘没有进行，条件不能认定', article: 'PSL 29' } },
    ]);
  });

  it('withdrawal is possible at any moment before it, and not after', async () => {
    const sponsor = await world.as('sponsor');
    const early = await world.submitted();
    expect(await sponsor.does(early, 'withdraw', { reason: '另有打算' })).toBe('WITHDRAWN');
    const late = await world.decidable();
    expect(await sponsor.does(late, 'withdraw', { reason: '另有打算' })).toBe('WITHDRAWN');
    expect(await timers(late)).toEqual([]);
    const granted = await world.granted();
    expect((await sponsor.refused(granted, 'withdraw', { reason: '另有打算' })).status).toBe(409);
  });

  it('a missed promise opens a ticket and grants nothing', async () => {
    const caseId = await world.accepted();
    world.clock.set('2026-03-31');
    await world.work();
    expect(await types(caseId)).toContain('markPromiseMissed');
    world.clock.set('2026-06-03');
    await world.work();
    expect(await types(caseId)).toContain('markLimitMissed');
    expect((await world.view(caseId)).state).toBe('IN_REVIEW');
    expect(await world.count('supervision_ticket', caseId)).toBe(2);
    expect(await world.work()).toBe(0);
  });
});

describe('grant', () => {
  it('registers, prints, serves, publishes, archives; the licence carries its number for every reader', async () => {
    const caseId = await world.granted();
    expect(await topics(caseId)).toEqual(expect.arrayContaining(['printDocument', 'announce']));
    expect((await timers(caseId)).map(([clock]) => clock)).toEqual(['publish_licence_decision', 'serve_licence']);
    const [licence] = await world.sql.query<{ number: string; state: string; institution_id: string }>(
      'select number, state, institution_id from licence where case_id = $1',
      [caseId],
    );
    expect(licence?.number).toMatch(/^教民1150203\d{8}$/);
    const state = () =>
      world.sql
        .query<{ state: string }>('select state from institution where id = $1', [licence?.institution_id])
        .then(([row]) => row?.state);
    expect(await state()).toBe('LICENSED_PENDING_REGISTRATION');
    await world.work();
    const view = await world.view(caseId);
    expect(view.state).toBe('ISSUED');
    expect(view.documents.map(({ kind }) => kind)).not.toContain('licenceOriginal');
    const { documents } = await world.view(caseId, 'registrar');
    const idOf = (kind: string) => documents.find((one) => one.kind === kind)?.id;
    const [sponsor, registrar] = [await world.as('sponsor'), await world.as('registrar')];
    expect((await sponsor.send('GET', `/api/documents/${idOf('licenceOriginal')}`)).status).toBe(404);
    for (const kind of ['licenceOriginal', 'licenceDuplicate']) {
      const pdf = await registrar.download(`/api/documents/${idOf(kind)}`);
      expect(await readPdfText(pdf)).toContain(`${licence?.number}号`);
      expect((await decodeQr(pdf)).join()).toContain(encodeURIComponent(licence?.number ?? ''));
    }
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    expect((await sponsor.download(`/api/documents/${idOf('licenceOriginal')}`)).length).toBeGreaterThan(1000);
    expect(
      (await world.view(caseId)).documents.filter(({ servedOn }) => servedOn === '2026-03-02').map(({ kind }) => kind),
    ).toEqual(expect.arrayContaining(['grantDecision', 'licenceOriginal', 'licenceDuplicate']));
    const creditCode = completeCreditCode('52150203MJ123456');
    expect(
      (
        await (
          await world.as('registrar')
        ).refused(caseId, 'recordRegistration', { creditCode: '91350100M000100Y44', registeredOn: '2026-03-02' })
      ).errors?.[0]?.code,
    ).toBe('CREDIT_CODE_CHECK_DIGIT');
    expect(
      await (
        await world.as('registrar')
      ).does(caseId, 'recordRegistration', { creditCode, registeredOn: '2026-03-02' }),
    ).toBe('ARCHIVED');
    expect(await state()).toBe('OPERATING');
    // sent once more, and for a case that has opened nothing: told so, and no failure of the system
    for (const id of [caseId, await world.submitted()])
      expect(
        await (
          await world.as('registrar')
        ).refused(id, 'recordRegistration', { creditCode, registeredOn: '2026-03-02' }),
      ).toMatchObject({ status: 409, code: 'EVENT_NOT_POSSIBLE_NOW' });
    expect(await world.count('register_version', caseId)).toBe(2);
    expect(await world.count('public_notice', caseId)).toBe(1);
    expect(await world.count('rating', caseId)).toBe(1);
    expect(await world.count('trip', caseId)).toBe(0);
    expect(await timers(caseId)).toEqual([]);
    expect(brokenLink(await entriesOf(world.sql, caseId))).toBeNull();
    const [archived] = await world.sql.query<{ manifest: ArchiveManifest; manifest_hash: string }>(
      'select manifest, manifest_hash from archive_record where case_id = $1',
      [caseId],
    );
    const { manifest, manifest_hash } = archived!;
    expect((await world.view(caseId)).archive?.manifestHash).toBe(manifest_hash);
    expect(sha256(canonicalJson(manifest))).toBe(manifest_hash);
    const log = await entriesOf(world.sql, caseId);
    expect([manifest.events, manifest.lastHash]).toEqual([log.length, log.at(-1)?.hash]);
    expect(manifest.documents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['receipt', 'acceptanceNotice', 'grantDecision', 'licenceOriginal', 'serviceRecord']),
    );
    expect([manifest.submissions.length, manifest.attestations.length]).toEqual([1, 7]);
    expect(manifest.files.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('collected at the counter it is one trip, and the ledger says so', async () => {
    const caseId = await world.granted({ deliveryChannel: 'counter' });
    await world.work();
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'counter' });
    expect((await world.view(caseId)).trips.demanded).toBe(1);
  });

  it('goes only the way that the applicant confirmed: nobody is sent to the counter, no parcel without its number', async () => {
    const registrar = await world.as('registrar');
    const electronic = await world.granted();
    const courier = await world.granted({ deliveryChannel: 'courier' });
    await world.work();
    expect((await registrar.refused(electronic, 'serve', { channel: 'counter' })).code).toBe('SERVICE_NOT_CONFIRMED');
    expect((await registrar.refused(courier, 'serve', { channel: 'courier' })).errors).toEqual([
      expect.objectContaining({ field: 'payload.trackingNumber', code: 'FIELD_MISSING' }),
    ]);
    await registrar.does(courier, 'serve', { channel: 'courier', trackingNumber: 'DEMO123456' });
    expect((await world.view(courier)).trips.demanded).toBe(0);
  });

  it('the public finds it by part of its name, two characters too, and by number, without a login', async () => {
    const caseId = await world.granted();
    const { licenceNumber, form } = await world.view(caseId);
    const nobody = world.nobody();
    const name = String(form['schoolName']);
    for (const q of [name.slice(8, 10), name.slice(8, 12), name]) {
      const { items } = await nobody.get<{ items: { name: string }[] }>(
        `/api/public/register?q=${encodeURIComponent(q)}`,
      );
      expect(items.map((item) => item.name)).toContain(name);
    }
    expect(await nobody.get(`/api/public/licences/${encodeURIComponent(licenceNumber ?? '')}`)).toMatchObject({ name });
    expect((await nobody.send('GET', '/api/public/licences/教民115020369999990')).status).toBe(404);
    const { documents } = await world.view(caseId, 'registrar');
    const number = documents.find(({ kind }) => kind === 'grantDecision')?.number ?? '';
    const scanned = await nobody.send<string>('GET', `/check?number=${encodeURIComponent(number)}`);
    expect(scanned.body).toContain('准予行政许可决定书');
    expect(scanned.body).not.toContain('没有找到');
    const page = await nobody.send<string>('GET', `/check?q=${encodeURIComponent(name)}`);
    expect(page.body).toContain(licenceNumber);
  });

  it('two running cases of one name: the database lets one through, the other is told why', async () => {
    const name = '包头市昆都仑区演示同名幼儿园';
    const first = await world.drafted({ schoolName: name });
    const second = await world.drafted({ schoolName: name });
    const sponsor = await world.as('sponsor');
    await sponsor.does(first, 'submit');
    expect((await sponsor.refused(second, 'submit')).code).toBe('CASE_ALREADY_RUNNING');
    expect((await world.view(second)).state).toBe('DRAFT');
  });
});
