import { cpSync, appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesOf, openFile, standsWhereItsLogLeads } from '../../libs/cases/src/index.js';
import { readPdfText, unbroken } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { ALL_INSPECTORS, World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
let hour = 9;
beforeEach(() => {
  hour = 9;
  world.clock.set('2026-03-02');
});

/** Secondary lines that the list lets follow: within five working days, and within ten. */
const EQUIPMENT = { 'EST-EQUIP': '缺少设备清单的签名页' };
const TWO = { ...EQUIPMENT, 'EST-TEACH': '缺少下学期的课程安排' };

interface Toleration {
  stage: string;
  lines: { lineId: string; changed: boolean }[];
  cureOn: string;
  contentHash: string | null;
  consequence: string;
}
const toleranceOf = async (of: World, caseId: string, login = 'sponsor') =>
  ((await of.view(caseId, login)) as unknown as { tolerance: Toleration | null }).tolerance;

/** A submitted case whose complete sheet finds only these lines deficient. */
const judged = async (deficient: Record<string, string> = EQUIPMENT, of = world): Promise<string> => {
  const caseId = await of.submitted();
  await (await of.as('clerk')).does(caseId, 'recordVerdicts', await of.verdicts(caseId, deficient));
  return caseId;
};
const signed = async (deficient: Record<string, string> = EQUIPMENT, of = world): Promise<string> => {
  const caseId = await judged(deficient, of);
  const contentHash = (await toleranceOf(of, caseId))?.contentHash;
  await (await of.as('sponsor')).does(caseId, 'signCommitment', { contentHash });
  return caseId;
};
const tolerated = async (deficient: Record<string, string> = EQUIPMENT, of = world): Promise<string> => {
  const caseId = await signed(deficient, of);
  await (await of.as('clerk')).does(caseId, 'acceptTolerantly');
  return caseId;
};
/** Time goes on between one sheet and the next. */
const later = (): void => world.clock.set(world.today, `${(hour += 1)}:00`);
const supply = async (caseId: string, lines = Object.keys(EQUIPMENT)): Promise<void> => {
  const sponsor = await world.as('sponsor');
  for (const line of lines) await sponsor.upload(caseId, line, Buffer.from(`%PDF-1.4\n${line} ${randomIds.uuid()}`));
  await sponsor.does(caseId, 'supplyTolerated');
  later();
};
/** Verdicts on the owed lines as the clerk sees them. */
const seen = async (caseId: string, verdict: 'ok' | 'deficient', lines = Object.keys(EQUIPMENT)) => {
  const { materials } = await world.view(caseId, 'clerk');
  return {
    verdicts: lines.map((lineId) => ({
      lineId,
      verdict,
      seen: materials.find((line) => line.lineId === lineId)?.contentHash,
      ...(verdict === 'deficient' ? { reason: '签名页仍然缺第二位签名' } : {}),
    })),
  };
};
const clockOf = async (caseId: string, id: string) => (await world.view(caseId)).clocks.find((one) => one.id === id);
const textOf = async (caseId: string, kind: string): Promise<string> => {
  await world.work();
  const { documents } = await world.view(caseId);
  const document = documents.filter((one) => one.kind === kind).at(-1);
  return unbroken(await readPdfText(await (await world.as('sponsor')).download(`/api/documents/${document?.id}`)));
};
/** Everything that a grant needs beside the owed lines. */
const reviewed = async (caseId: string): Promise<void> => {
  await world.lookedUp(caseId);
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
};

describe('the commitment', () => {
  it('is offered for tolerable lines alone, says its day and its consequence, and only the applicant signs it', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await judged(TWO);
    const offer = await toleranceOf(world, caseId);
    // ten working days of EST-TEACH after 2 March, well before the promised 30 March less four decision days
    expect(offer).toMatchObject({ stage: 'offered', cureOn: '2026-03-16', consequence: 'discontinue' });
    expect(offer?.lines.map(({ lineId }) => lineId)).toEqual(['EST-EQUIP', 'EST-TEACH']);
    expect(await toleranceOf(world, caseId, 'clerk')).toEqual(offer);
    expect((await clerk.refused(caseId, 'acceptTolerantly')).code).toBe('TOLERANCE_NOT_DUE');
    expect((await clerk.refused(caseId, 'accept')).code).toBe('SHEET_NOT_OK');
    const payload = { contentHash: offer?.contentHash };
    expect(await clerk.refused(caseId, 'signCommitment', payload)).toMatchObject({ code: 'EVENT_NOT_FOR_ROLE' });
    expect((await sponsor.refused(caseId, 'signCommitment', { contentHash: '0'.repeat(64) })).code).toBe(
      'COMMITMENT_CHANGED',
    );
    await sponsor.does(caseId, 'signCommitment', payload);
    expect(await toleranceOf(world, caseId)).toMatchObject({ stage: 'signed', contentHash: null });
    const text = await textOf(caseId, 'commitment');
    expect(text).toContain('容缺受理承诺书');
    expect(text).toContain('2026年3月16日');
    expect(text).toContain('自动终止');
    expect(text).toContain('承诺人');
  });

  it('is no way around a main line, or a line that the list does not tolerate', async () => {
    const sponsor = await world.as('sponsor');
    for (const deficient of [
      { 'EST-CHARTER': '章程缺少第五项内容' },
      { ...EQUIPMENT, 'EST-CHARTER': '章程缺少第五项内容' },
    ]) {
      const caseId = await judged(deficient);
      expect(await toleranceOf(world, caseId)).toBeNull();
      expect((await sponsor.refused(caseId, 'signCommitment', { contentHash: '0'.repeat(64) })).status).toBe(409);
      expect((await (await world.as('clerk')).refused(caseId, 'acceptTolerantly')).code).toBe('TOLERANCE_NOT_DUE');
    }
  });

  it('binds the bureau: once signed, no other sheet and no correction notice', async () => {
    const clerk = await world.as('clerk');
    const caseId = await signed();
    expect((await clerk.refused(caseId, 'issueCorrectionNotice')).code).toBe('CORRECTION_NOTICE_NOT_DUE');
    expect((await clerk.refused(caseId, 'recordVerdicts', await world.verdicts(caseId, TWO))).status).toBeGreaterThan(
      400,
    );
    await clerk.does(caseId, 'acceptTolerantly');
    expect((await clerk.refused(caseId, 'issueCorrectionNotice')).code).toBe('EVENT_NOT_POSSIBLE_NOW');
    expect((await clerk.refused(caseId, 'remind')).code).toBe('EVENT_NOT_POSSIBLE_NOW');
  });

  it('is also possible for what is left after a correction notice', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await judged({ ...EQUIPMENT, 'EST-CHARTER': '章程缺少第五项内容' });
    await clerk.does(caseId, 'issueCorrectionNotice');
    for (const line of ['EST-EQUIP', 'EST-CHARTER'])
      await sponsor.upload(caseId, line, Buffer.from(`%PDF-1.4\n${line} ${randomIds.uuid()}`));
    await sponsor.does(caseId, 'supplyCorrections');
    later();
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, EQUIPMENT));
    const contentHash = (await toleranceOf(world, caseId))?.contentHash;
    await sponsor.does(caseId, 'signCommitment', { contentHash });
    expect(await clerk.does(caseId, 'acceptTolerantly')).toBe('IN_REVIEW');
  });

  it('falls where the bureau is silent: accepted by law, and nothing is owed', async () => {
    const caseId = await signed();
    world.clock.set('2026-03-10');
    await world.work();
    expect((await world.view(caseId)).state).toBe('DEEMED_ACCEPTED');
    expect(await (await world.as('clerk')).does(caseId, 'beginReview')).toBe('IN_REVIEW');
    expect(await toleranceOf(world, caseId)).toBeNull();
  });
});

describe('tolerant acceptance', () => {
  it('is acceptance: every clock runs, the letter lists the lines, and their day is counted from acceptance', async () => {
    const caseId = await signed();
    world.clock.set('2026-03-04');
    await (await world.as('clerk')).does(caseId, 'acceptTolerantly');
    expect(await clockOf(caseId, 'cure_period')).toMatchObject({
      status: 'running',
      deadline: { dueOn: '2026-03-11' },
    });
    expect(await clockOf(caseId, 'promised_decision')).toMatchObject({ startsOn: '2026-03-04', status: 'running' });
    const text = await textOf(caseId, 'tolerantAcceptanceNotice');
    expect(text).toContain('2026年3月11日');
    expect(text).toContain('缺少设备清单的签名页');
    expect(text).toContain('不再另发补正通知');
  });

  it('keeps the grant closed until the clerk has found every line cured', async () => {
    const [clerk, head] = [await world.as('clerk'), await world.as('head')];
    const caseId = await tolerated();
    await reviewed(caseId);
    const problem = await head.refused(caseId, 'grant', { opinion: '同意' });
    expect([problem.code, problem.rule]).toEqual(['TOLERATED_LINES_OWED', 'ALL 38(1)']);
    await supply(caseId);
    expect((await head.refused(caseId, 'grant', { opinion: '同意' })).code).toBe('TOLERATED_LINES_OWED');
    await clerk.does(caseId, 'judgeTolerated', await seen(caseId, 'deficient'));
    expect(await textOf(caseId, 'cureReminder')).toContain('签名页仍然缺第二位签名');
    expect((await head.refused(caseId, 'grant', { opinion: '同意' })).code).toBe('TOLERATED_LINES_OWED');
    await supply(caseId);
    await clerk.does(caseId, 'judgeTolerated', await seen(caseId, 'ok'));
    expect(await toleranceOf(world, caseId)).toBeNull();
    expect(await head.does(caseId, 'grant', { opinion: '同意' })).toBe('GRANTED');
    const file = await openFile(world.sql, caseId, world.tools.workshop);
    expect(standsWhereItsLogLeads(file, world.tools.workshop.shelf)).toBe(true);
  });

  it('takes in the owed lines and nothing else, all of them at once', async () => {
    const sponsor = await world.as('sponsor');
    const caseId = await tolerated(TWO);
    await sponsor.upload(caseId, 'EST-EQUIP', Buffer.from('%PDF-1.4\nnew'));
    expect((await sponsor.refused(caseId, 'supplyTolerated')).code).toBe('LINES_STILL_MISSING');
    await sponsor.upload(caseId, 'EST-TEACH', Buffer.from('%PDF-1.4\nnew too'));
    await sponsor.upload(caseId, 'EST-CHARTER', Buffer.from('%PDF-1.4\nanother charter'));
    const problem = await sponsor.refused(caseId, 'supplyTolerated');
    expect(problem.errors).toEqual([
      expect.objectContaining({ field: 'materials.EST-CHARTER', code: 'LINE_NOT_OWED' }),
    ]);
  });

  it('judges what was seen: a verdict on another content, on too few or on other lines is none', async () => {
    const clerk = await world.as('clerk');
    const caseId = await tolerated(TWO);
    await supply(caseId, Object.keys(TWO));
    const verdicts = (await seen(caseId, 'ok', Object.keys(TWO))).verdicts;
    for (const wrong of [
      verdicts.slice(0, 1),
      verdicts.map((one) => ({ ...one, seen: '0'.repeat(64) })),
      verdicts.map(({ lineId, verdict }) => ({ lineId, verdict })),
      [...verdicts, { lineId: 'EST-CHARTER', verdict: 'ok' }],
    ])
      expect((await clerk.refused(caseId, 'judgeTolerated', { verdicts: wrong })).code).toBe('SHEET_INCOMPLETE');
    await clerk.does(caseId, 'judgeTolerated', { verdicts });
  });

  it('ends by itself when the day has passed: discontinued, told so, free to apply again', async () => {
    const caseId = await tolerated();
    world.clock.set('2026-03-10');
    await world.work();
    const { state } = await world.view(caseId);
    expect(state).toBe('DISCONTINUED');
    const log = await entriesOf(world.sql, caseId);
    expect([log.at(-1)?.type, log.at(-1)?.legal_date]).toEqual(['expireCure', '2026-03-09']);
    expect(await textOf(caseId, 'discontinuationNotice')).toContain('没有在承诺的期限');
  });

  it('does not let the clerk’s own days run out on the applicant', async () => {
    const clerk = await world.as('clerk');
    const caseId = await tolerated();
    world.clock.set('2026-03-09');
    await supply(caseId);
    world.clock.set('2026-03-12');
    await world.work();
    expect((await world.view(caseId)).state).toBe('IN_REVIEW');
    await clerk.does(caseId, 'judgeTolerated', await seen(caseId, 'deficient'));
    expect(await clockOf(caseId, 'cure_period')).toMatchObject({
      status: 'running',
      deadline: { dueOn: '2026-03-12' },
    });
    world.clock.set('2026-03-13');
    await world.work();
    expect((await world.view(caseId)).state).toBe('DISCONTINUED');
  });

  it('waits for the clerk on the clerk’s own desk', async () => {
    const caseId = await tolerated();
    const mine = async (): Promise<boolean> =>
      (await (await world.as('clerk')).get<{ items: { id: string }[] }>('/api/desk/queue?limit=100')).items.some(
        ({ id }) => id === caseId,
      );
    expect(await mine()).toBe(false);
    await supply(caseId);
    expect(await mine()).toBe(true);
    // the case itself stays with whoever is at it
    await world.lookedUp(caseId, ['name_lookup']);
    const members = await Promise.all(ALL_INSPECTORS.map(async (login) => (await world.as(login)).accountId));
    await (await world.as('reviewer')).does(caseId, 'arrangeSiteCheck', { plannedOn: world.today, members });
    expect((await world.view(caseId)).owner).toBe('educationInspector');
  });
});

it('the database keeps it too: one acceptance, one commitment a sheet, by the sponsor of the case, written once', async () => {
  const caseId = await tolerated();
  const [row] = await world.sql.query<{ id: string; sheet_id: string; account_id: string }>(
    'select id, sheet_id, account_id from commitment where case_id = $1',
    [caseId],
  );
  const clerk = await world.as('clerk');
  const insert = (accountId: string, sheet = row?.sheet_id) =>
    world.sql.query(
      `insert into commitment (id, case_id, sheet_id, account_id, lines, cure_on, content_hash, signed_at)
       values (gen_random_uuid(), $1, $2, $3, '[]', '2026-03-09', 'x', now())`,
      [caseId, sheet, accountId],
    );
  await expect(insert(clerk.accountId)).rejects.toThrow(/commitment_own_case_fkey|commitment_sheet_key/);
  await expect(insert(row?.account_id ?? '')).rejects.toThrow(/commitment_sheet_key/);
  await expect(
    world.sql.query('insert into tolerance (case_id, commitment_id, accepted_at) values ($1, $2, now())', [
      caseId,
      row?.id,
    ]),
  ).rejects.toThrow(/tolerance_pkey/);
  for (const statement of ['update commitment set cure_on = null', 'delete from tolerance', 'truncate commitment'])
    await expect(world.sql.query(statement)).rejects.toThrow(/permission denied/);
  const log = await entriesOf(world.sql, caseId);
  const last = log.at(-1);
  await expect(
    world.sql.query(
      `insert into case_event (case_id, seq, type, state, actor_role, owner_role, at, legal_date, payload, machine_hash, pack_hash, prev_hash, hash)
       values ($1, $2, 'accept', 'X', 'windowClerk', 'windowClerk', now(), now(), '{}', 'm', 'p', $3, $3)`,
      [caseId, (last?.seq ?? 0) + 1, '0'.repeat(64)],
    ),
  ).rejects.toThrow(/one_acceptance/);
});

it('a county may say that the failure is a refusal: with reasons, article and remedies, served like any other', async () => {
  const county = mkdtempSync(join(tmpdir(), 'county-'));
  cpSync('libs/law/packs/150203', county, { recursive: true });
  appendFileSync(join(county, 'EST-DIRECT.yaml'), '\ntoleranceFailure: refuse\n');
  const strict = await World.make(undefined, county);
  strict.clock.set('2026-03-02');
  const caseId = await tolerated(EQUIPMENT, strict);
  strict.clock.set('2026-03-10');
  await strict.work();
  await strict.work();
  expect((await strict.view(caseId)).state).toBe('REFUSED');
  const [letter] = await strict.sql.query<{ content: { paragraphs: string[]; closing: string[] } }>(
    `select content from document where case_id = $1 and kind = 'refusalDecision'`,
    [caseId],
  );
  expect(letter?.content.paragraphs.join('')).toContain('没有补齐');
  expect(letter?.content.closing.join('')).toContain('行政复议');
  await (await strict.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await strict.work();
  expect((await strict.view(caseId)).state).toBe('ARCHIVED');
  await strict.close();
  rmSync(county, { recursive: true });
}, 240_000);
