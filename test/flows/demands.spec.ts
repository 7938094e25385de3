import pg from 'pg';
import { describeRoutes } from '../../apps/api/src/describe-routes.js';
import { FORMS, LINE_KINDS, packLinesOf, VAGUE_PHRASES } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { LINES_OF_KEPT_PACKS } from '../../libs/platform/src/database/migrations/1772500000000-closed-list-demands.js';
import { countyPacks } from '../builders/pack.js';
import { ALL_INSPECTORS, World } from './harness.js';

interface Demand {
  lineId: string;
  kind: string;
  state: string;
  reason: string | null;
  dueOn: string | null;
  basis: { ref: string }[];
}
interface Shown {
  demands: Demand[];
  reminders: number;
  materials: { lineId: string; verdict: string | null; reason: string | null; source: string }[];
  documents: { kind: string; id: string }[];
}

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-02'));

const shown = async (caseId: string, login = 'sponsor'): Promise<Shown> =>
  (await world.as(login)).get<Shown>(`/api/cases/${caseId}`);
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}`);
const DEFECTS = { 'EST-CHARTER': '章程缺少第五项内容', 'EST-POLICY': '缺少应急预案的签名页' };

async function told(defects: Record<string, string> = DEFECTS): Promise<string> {
  const caseId = await world.submitted();
  const clerk = await world.as('clerk');
  await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, defects));
  await clerk.does(caseId, 'issueCorrectionNotice');
  return caseId;
}

/** As the application role, past everything but the database. */
async function asApplication(text: string, parameters: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.appUrl });
  await client.connect();
  try {
    await client.query(text, parameters);
  } finally {
    await client.end();
  }
}

describe('one correction notice', () => {
  it('asks by rows, one a line, each with its basis and a last day; the applicant sees nothing before', async () => {
    const caseId = await world.submitted();
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, DEFECTS));
    const before = await shown(caseId);
    expect(before.demands).toEqual([]);
    expect(before.materials.filter(({ verdict }) => verdict === 'deficient')).toEqual([]);
    expect((await shown(caseId, 'clerk')).materials.filter(({ verdict }) => verdict === 'deficient')).toHaveLength(2);
    await clerk.does(caseId, 'issueCorrectionNotice');
    const { demands } = await shown(caseId);
    expect(demands.map(({ lineId, kind, state, reason }) => [lineId, kind, state, reason])).toEqual([
      ['EST-CHARTER', 'correction', 'open', DEFECTS['EST-CHARTER']],
      ['EST-POLICY', 'correction', 'open', DEFECTS['EST-POLICY']],
    ]);
    for (const { basis, dueOn } of demands) {
      expect(basis.length).toBeGreaterThan(0);
      expect(dueOn).toMatch(/^2026-/);
    }
  });

  it('names what was never handed in as a paper to hand in', async () => {
    const caseId = await world.submitted();
    const secondary = (await world.view(caseId)).materials.find(
      ({ source, fileId, applicable }) => source === 'upload' && applicable && fileId === null,
    );
    if (!secondary) return; // every upload line of this matter is handed in by the harness
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { [secondary.lineId]: '还没有上传' }));
    await clerk.does(caseId, 'issueCorrectionNotice');
    expect((await shown(caseId)).demands.map(({ kind }) => kind)).toEqual(['proof']);
  });

  it('of two sent at once, one is issued', async () => {
    const caseId = await world.submitted();
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, DEFECTS));
    const answers = await Promise.all(Array.from({ length: 6 }, () => clerk.command(caseId, 'issueCorrectionNotice')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { documents } = await shown(caseId, 'clerk');
    expect(documents.filter(({ kind }) => kind === 'correctionNotice')).toHaveLength(1);
  });

  it('what was ok stays ok for that content, also when the applicant comes back to it', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    const first = pdf('the charter as it was');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, DEFECTS));
    await clerk.does(caseId, 'issueCorrectionNotice');
    await sponsor.upload(caseId, 'EST-CHARTER', first);
    await sponsor.upload(caseId, 'EST-POLICY', pdf('policy 1'));
    await sponsor.does(caseId, 'supplyCorrections');
    await clerk.does(
      caseId,
      'recordVerdicts',
      await world.verdicts(caseId, { 'EST-POLICY': '应急预案第二页没有签名' }),
    );
    await clerk.does(caseId, 'remind');
    await sponsor.upload(caseId, 'EST-CHARTER', pdf('another charter'));
    await sponsor.upload(caseId, 'EST-POLICY', pdf('policy 2'));
    await sponsor.does(caseId, 'supplyCorrections');
    const worse = { 'EST-CHARTER': '新章程缺少第六项', 'EST-POLICY': '应急预案第三页没有签名' };
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, worse));
    await clerk.does(caseId, 'remind');
    await sponsor.upload(caseId, 'EST-CHARTER', first);
    await sponsor.upload(caseId, 'EST-POLICY', pdf('policy 3'));
    await sponsor.does(caseId, 'supplyCorrections');
    const problem = await clerk.refused(
      caseId,
      'recordVerdicts',
      await world.verdicts(caseId, { 'EST-CHARTER': '章程还是不对，缺第七项' }),
    );
    expect(problem.errors).toEqual([
      expect.objectContaining({ field: 'EST-CHARTER', code: 'BOUND_BY_EARLIER_VERDICT' }),
    ]);
    expect((await shown(caseId)).reminders).toBe(2);
  });

  it('a reminder adds no line: what the applicant spoiled beside it stops nothing, and is not asked for', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await told({ 'EST-CHARTER': '章程缺少第五项内容' });
    await sponsor.upload(caseId, 'EST-CHARTER', pdf('charter'));
    await sponsor.upload(caseId, 'EST-POLICY', pdf('a worse policy'));
    await sponsor.does(caseId, 'supplyCorrections');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-POLICY': '换上的预案缺少第二章' }));
    expect((await clerk.refused(caseId, 'remind')).code).toBe('NOTHING_DEFICIENT');
    const view = await shown(caseId);
    expect(view.demands.map(({ lineId }) => lineId)).toEqual(['EST-CHARTER']);
    expect(view.materials.find(({ lineId }) => lineId === 'EST-POLICY')).toMatchObject({ verdict: null, reason: null });
    expect(await clerk.does(caseId, 'accept')).toBe('IN_REVIEW');
  });

  it('a reminder repeats the lines that are still unmet, and no others', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await told();
    for (const line of Object.keys(DEFECTS)) await sponsor.upload(caseId, line, pdf(line));
    await sponsor.does(caseId, 'supplyCorrections');
    await clerk.does(
      caseId,
      'recordVerdicts',
      await world.verdicts(caseId, { 'EST-POLICY': '应急预案第二页没有签名' }),
    );
    await clerk.does(caseId, 'remind');
    const [reminder] = await world.sql.query<{ content: { table: { rows: string[][] } } }>(
      `select content from document where case_id = $1 and kind = 'reminder'`,
      [caseId],
    );
    expect(reminder?.content.table.rows).toHaveLength(1);
    expect(reminder?.content.table.rows[0]).toContain('应急预案第二页没有签名');
    expect((await shown(caseId)).demands.map(({ state }) => state).sort()).toEqual(['met', 'open']);
  });

  it('after deemed acceptance lines are told once; nothing is added to what was told and is unchanged', async () => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    world.clock.set('2026-03-10');
    const late = { 'EST-CHARTER': '章程缺少第五项内容' };
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, late));
    await clerk.does(caseId, 'tellUnmetLines');
    expect((await shown(caseId)).demands.map(({ lineId, kind }) => [lineId, kind])).toEqual([
      ['EST-CHARTER', 'correction'],
    ]);
    const more = await world.verdicts(caseId, { 'EST-CHARTER': '章程还缺少第六项内容' });
    expect((await clerk.refused(caseId, 'recordVerdicts', more)).errors).toEqual([
      expect.objectContaining({ field: 'EST-CHARTER', code: 'REASON_ADDED' }),
    ]);
    const other = await world.verdicts(caseId, { ...late, 'EST-POLICY': '缺少应急预案的签名页' });
    expect((await clerk.refused(caseId, 'recordVerdicts', other)).errors).toEqual([
      expect.objectContaining({ field: 'EST-POLICY', code: 'BOUND_BY_EARLIER_VERDICT' }),
    ]);
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, late));
    expect((await clerk.refused(caseId, 'tellUnmetLines')).status).toBe(409);
  });

  it('publishes how often it told and reminded, by month and matter, without a login', async () => {
    const read = async () => {
      const { items } = await world
        .nobody()
        .get<{ items: Record<string, unknown>[]; refusedPhrases: { vague: string[] } }>('/api/public/once-told');
      return items.find(({ month, matter }) => month === '2026-03' && matter === 'EST-DIRECT') ?? {};
    };
    const before = await read();
    const caseId = await told();
    const sponsor = await world.as('sponsor');
    for (const line of Object.keys(DEFECTS)) await sponsor.upload(caseId, line, pdf(line));
    await sponsor.does(caseId, 'supplyCorrections');
    const clerk = await world.as('clerk');
    await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, { 'EST-POLICY': '第二页没有签名' }));
    await clerk.does(caseId, 'remind');
    const after = await read();
    const grown = (key: string): number => Number(after[key]) - Number(before[key]);
    expect([grown('received'), grown('notices'), grown('reminders')]).toEqual([1, 1, 1]);
    const csv = await world.nobody().send<string>('GET', '/api/public/once-told/csv');
    expect(csv.body).toContain(`"2026年3月"`);
    const page = await world.nobody().send<string>('GET', '/told');
    expect(page.body).toContain('2026年3月');
    expect(page.body).toContain(VAGUE_PHRASES[0]);
  });
});

describe('plain words', () => {
  it('a vague reason is refused with its field and its phrase', async () => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    const sheet = await world.verdicts(caseId, { 'EST-CHARTER': '请补交章程及其他' });
    expect((await clerk.refused(caseId, 'recordVerdicts', sheet)).errors).toEqual([
      expect.objectContaining({
        field: 'EST-CHARTER',
        code: 'REASON_VAGUE',
        phrase: '及其他',
        message: expect.stringContaining('及其他') as string,
      }),
    ]);
    const decline = { reasons: '缺少身份证等 相 关 材 料', article: 'ALL 32' };
    const problem = await clerk.refused(caseId, 'declineAsNotRequired', decline);
    expect([problem.code, problem.errors]).toEqual([
      'FIELDS_INVALID',
      [expect.objectContaining({ field: 'payload.reasons', code: 'REASON_VAGUE', phrase: '等相关' })],
    ]);
  });

  it.each(['章程缺少第五项，请另外提供无犯罪记录证明', '还需房产证', '请补充章程和居委会意见', '请携带章程来一趟'])(
    'a reason that asks for something else than its line is turned back with the lines to choose from: %s',
    async (reason) => {
      const clerk = await world.as('clerk');
      const caseId = await world.submitted();
      const problem = await clerk.refused(
        caseId,
        'recordVerdicts',
        await world.verdicts(caseId, { 'EST-CHARTER': reason }),
      );
      expect([problem.code, problem.errors]).toEqual([
        'SHEET_INCOMPLETE',
        [expect.objectContaining({ field: 'EST-CHARTER', code: 'ASKS_BESIDE_LINE' })],
      ]);
      const { lines } = problem as { lines?: { lineId: string }[] };
      expect(lines?.map(({ lineId }) => lineId)).toContain('EST-CHARTER');
      const own = await world.verdicts(caseId, { 'EST-CHARTER': '请补充章程第五项' });
      await clerk.does(caseId, 'recordVerdicts', own);
    },
  );

  it('so is a vague refusal, proposed or decided', async () => {
    const caseId = await world.decidable('proposeRefusal');
    const vague = { reasons: '消防验收及其他手续没有通过', article: 'PSL 29' };
    expect((await (await world.as('head')).refused(caseId, 'refuse', vague)).errors?.[0]?.code).toBe('REASON_VAGUE');
  });

  it('a letter that stops the clock asks for its appraisal and for nothing beside', async () => {
    const caseId = await world.accepted();
    const problem = await (
      await world.as('reviewer')
    ).refused(caseId, 'serveSpecialProcedureNotice', {
      ground: 'appraisal',
      institution: '演示鉴定所',
      reason: '主楼有裂缝，请另行提交房产证',
      announcedDays: 5,
    });
    expect(problem.errors).toEqual([expect.objectContaining({ field: 'payload.reason', code: 'PHRASE_DEMANDS' })]);
  });

  it('and a vague finding on site, which would be told in the rectification notice', async () => {
    const caseId = await world.accepted();
    await world.lookedUp(caseId);
    const people = await Promise.all(ALL_INSPECTORS.map((login) => world.as(login)));
    await (
      await world.as('reviewer')
    ).does(caseId, 'arrangeSiteCheck', { plannedOn: world.today, members: people.map(({ accountId }) => accountId) });
    const inspector = await world.as('health1');
    const { items } = await inspector.get<{ items: { id: string; caseId: string; checklist: { id: string }[] }[] }>(
      '/api/visits',
    );
    const visit = items.find((one) => one.caseId === caseId);
    const answers = (visit?.checklist ?? []).map(({ id }, i) =>
      i === 0 ? { itemId: id, answer: 'fail', note: '缺少有关手续' } : { itemId: id, answer: 'pass' },
    );
    const { status, body } = await inspector.send<{ errors: { code: string; phrase: string }[] }>(
      'PUT',
      `/api/visits/${visit?.id}/checklist`,
      { answers },
    );
    expect([status, body.errors.map(({ code, phrase }) => [code, phrase])]).toEqual([
      422,
      [['REASON_VAGUE', '有关手续']],
    ]);
  });
});

describe('demands from a closed list', () => {
  it('a visit, a rectification and an appraisal are rows under their lines', async () => {
    const caseId = await world.accepted();
    await world.lookedUp(caseId);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS, ['H-11']);
    const kinds = async () =>
      (await shown(caseId)).demands.map(({ kind, lineId, state }) => `${kind} ${lineId} ${state}`).sort();
    expect(await kinds()).toEqual([
      'rectification health_site open',
      'visit education_site met',
      'visit health_site met',
      'visit market_site met',
    ]);
    await (await world.as('sponsor')).does(caseId, 'reportRectified');
    expect(await kinds()).toContain('rectification health_site supplied');
    await (
      await world.as('reviewer')
    ).does(caseId, 'serveSpecialProcedureNotice', {
      ground: 'appraisal',
      institution: '演示鉴定所',
      reason: '主楼有裂缝',
      announcedDays: 5,
    });
    expect(await kinds()).toContain('report appraisal open');
  });

  it('a line that is filled in online or looked up is never asked for as paper', async () => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    const { materials } = await shown(caseId, 'clerk');
    const form = materials.find(({ source }) => source === 'form')?.lineId ?? '';
    const lookup = materials.find(({ source }) => source === 'lookup')?.lineId ?? '';
    const on = async (lineId: string, reason: string) =>
      (await clerk.refused(caseId, 'recordVerdicts', await world.verdicts(caseId, { [lineId]: reason }))).errors?.map(
        ({ code }) => code,
      );
    expect(await on(form, '缺少身份证复印件')).toEqual(['FORM_LINE_ASKS_PAPER']);
    if (lookup) expect(await on(lookup, '没有查到结果')).toEqual(['LINE_IS_OURS']);
  });

  describe('in the database, as the application role', () => {
    const insert = (caseId: string, of: Partial<Record<string, unknown>>) =>
      asApplication(
        `insert into demand (id, case_id, pack_hash, line_id, line_kind, kind, seq, event_type, reason, made_by, made_at)
         select $1, c.id, coalesce($2, c.pack_hash), $3, $4, $5, $6, $7, null, c.sponsor_id, now() from licensing_case c where c.id = $8`,
        [
          randomIds.uuid(),
          of['packHash'] ?? null,
          of['lineId'] ?? 'EST-FUND',
          of['lineKind'] ?? 'upload',
          of['kind'] ?? 'correction',
          of['seq'] ?? 3,
          of['eventType'] ?? 'issueCorrectionNotice',
          caseId,
        ],
      );

    it('no row without a line of the pack of that very case, a fitting kind, and an event that tells it', async () => {
      const caseId = await told();
      const { materials } = await shown(caseId, 'clerk');
      const [other] = materials.filter(
        ({ source, lineId }) => source === 'upload' && !(lineId in DEFECTS) && lineId !== 'EST-CHARTER',
      );
      const lineId = other?.lineId;
      const another = countyPacks().find(({ code }) => code === 'PREP')?.hash;
      const form = materials.find(({ source }) => source === 'form')?.lineId;
      const lookup = materials.find(({ source }) => source === 'lookup')?.lineId;
      const rows: [RegExp, Record<string, unknown>][] = [
        [/demand_line_fkey/, { lineId: 'NO-SUCH-LINE' }],
        [/demand_line_fkey/, { lineId: form, lineKind: 'upload', kind: 'proof' }],
        [/demand_line_check/, { lineId: form, lineKind: 'form', kind: 'proof' }],
        ...(lookup
          ? ([
              [/demand_line_check/, { lineId: lookup, lineKind: 'lookup' }],
              [/demand_line_fkey/, { lineId: lookup, lineKind: 'upload' }],
            ] as [RegExp, Record<string, unknown>][])
          : []),
        [/demand_case_fkey/, { lineId: 'GEN-APP', lineKind: 'form', packHash: another }],
        [/demand_event_fkey/, { lineId, seq: 1 }],
        [/demand_event_fkey/, { lineId, seq: 99 }],
        [/demand_event_check/, { lineId, seq: 1, eventType: 'submit' }],
        [/demand_event_check/, { lineId, seq: 2, eventType: 'recordVerdicts' }],
        [/demand_told_once_key/, { lineId: 'EST-CHARTER', kind: 'proof' }],
        [/demand_(line|event)_check/, { lineId, kind: 'visit' }],
        [/demand_(line|event)_check/, { lineId, kind: 'money' }],
      ];
      for (const [refusal, of] of rows) await expect([of, insert(caseId, of)][1]).rejects.toThrow(refusal);
      expect((await shown(caseId)).demands).toHaveLength(2);
    });

    it.each(['pack_line', 'demand', 'case_message', 'internal_note'])('%s is written once', async (table) => {
      const column = table === 'pack_line' ? 'kind' : 'id';
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(asApplication(statement)).rejects.toThrow(/permission denied/);
    });

    it('no second correction notice, as an event or as a letter', async () => {
      const caseId = await told();
      await expect(
        asApplication(
          `insert into document (id, case_id, kind, number, issued_on, issued_at, content)
           values ($1, $2, 'correctionNotice', $3, now(), now(), '{}')`,
          [randomIds.uuid(), caseId, `演示补字第${randomIds.uuid()}号`],
        ),
      ).rejects.toThrow(/document_one_correction_notice_key/);
      await expect(
        asApplication(
          `insert into case_event select (jsonb_populate_record(null::case_event, to_jsonb(e) || '{"seq": 99}')).*
           from case_event e where case_id = $1 and type = 'issueCorrectionNotice'`,
          [caseId],
        ),
      ).rejects.toThrow(/case_event_one_correction_notice_key/);
    });
  });

  it('the lines of a kept pack are those of the law, in the database as in code', async () => {
    const owner = new pg.Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query('delete from demand');
    await owner.query('delete from pack_line');
    await owner.query(LINES_OF_KEPT_PACKS);
    const { rows } = await owner.query<{ pack_hash: string; line_id: string; kind: string }>('select * from pack_line');
    await owner.query('rollback');
    await owner.end();
    const kept = rows.map(({ pack_hash, line_id, kind }) => `${pack_hash} ${line_id} ${kind}`).sort();
    const said = countyPacks()
      .flatMap((pack) => packLinesOf(pack).map(({ lineId, kind }) => `${pack.hash} ${lineId} ${kind}`))
      .sort();
    expect(kept).toEqual(said);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(LINE_KINDS));
  });
});

describe('messages and notes', () => {
  it('go to and fro, and ask for nothing', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    const path = `/api/cases/${caseId}/messages`;
    await sponsor.post(path, { words: '请问什么时候能有结果？' });
    await clerk.post(path, { words: '3月9日前告诉您是否受理，您现在不用做什么。' });
    const { items } = await sponsor.get<{ items: { side: string; words: string }[] }>(path);
    expect(items.map(({ side }) => side)).toEqual(['applicant', 'bureau']);
    expect((await shown(caseId)).demands).toEqual([]);
  });

  it.each([
    '请补充房产证',
    '还需一份租赁合同',
    '请您尽快提供消防验收意见书',
    '麻 烦 提 供 一下身份证',
    '须携带原件来一趟',
    'Please provide the deed',
  ])('one of the bureau that asks is turned back with the lines of the case: %s', async (words) => {
    const clerk = await world.as('clerk');
    const caseId = await world.submitted();
    const path = `/api/cases/${caseId}/messages`;
    const { status, body } = await clerk.send<{
      code: string;
      lines: { lineId: string }[];
      errors: { field: string; code: string; phrase: string }[];
    }>('POST', path, { words });
    expect([status, body.code]).toEqual([422, 'MESSAGE_DEMANDS']);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'words', code: 'PHRASE_DEMANDS' })]);
    expect(body.lines.map(({ lineId }) => lineId)).toContain('EST-CHARTER');
    expect((await clerk.get<{ items: object[] }>(path)).items).toEqual([]);
    expect((await (await world.as('sponsor')).send('POST', path, { words })).status).toBe(201);
  });

  it('a vague one is turned back too; a draft that nobody was asked to look at has no messages', async () => {
    const caseId = await world.submitted();
    const path = `/api/cases/${caseId}/messages`;
    expect((await (await world.as('clerk')).send('POST', path, { words: '身份证等材料已收到' })).body).toMatchObject({
      code: 'FIELDS_INVALID',
      errors: [{ field: 'words', code: 'REASON_VAGUE' }],
    });
    const draft = await world.drafted();
    const { body } = await (await world.as('sponsor')).send('POST', `/api/cases/${draft}/messages`, { words: '在吗' });
    expect(body).toMatchObject({ code: 'MESSAGES_NOT_OPEN' });
  });

  it('notes never reach the applicant, by any address of the case, nor anybody outside', async () => {
    const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
    const caseId = await world.submitted();
    const secret = `内部：${randomIds.uuid()}`;
    await clerk.post(`/api/cases/${caseId}/notes`, { words: secret });
    expect(JSON.stringify(await (await world.as('reviewer')).get(`/api/cases/${caseId}/notes`))).toContain(secret);
    for (const rest of ['', '/events', '/clock', '/messages', '/notes']) {
      const { status, body } = await sponsor.send('GET', `/api/cases/${caseId}${rest}`);
      expect([rest, status]).toEqual([rest, rest === '/notes' ? 403 : 200]);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    expect((await sponsor.send('POST', `/api/cases/${caseId}/notes`, { words: '我的' })).status).toBe(403);
    expect((await world.nobody().send('GET', `/api/cases/${caseId}/notes`)).status).toBe(401);
    expect((await world.nobody().send('GET', `/api/cases/${caseId}/messages`)).status).toBe(401);
    const login = `other-${randomIds.secret(4)}`;
    await world.nobody().post('/api/accounts', { login, password: 'demo-password', displayName: '演示他人' });
    expect((await (await world.as(login)).send('GET', `/api/cases/${caseId}/messages`)).status).toBe(404);
  });
});

describe('nothing costs anything', () => {
  /** Money that is not ours: the capital of a school, its opening funds, and the fee of a guide, which is zero. */
  const NOT_A_CHARGE = /^(paidInYuan|openingFundsYuan|fee|requiredCapitalYuan)$/;
  const CHARGE = /fee|pay|price|charge|invoice|deposit|amount|yuan|money|收费|缴费|支付|费用/i;

  it('no route, no field of an answer or a body, and no field of a form speaks of a payment', async () => {
    const document = await describeRoutes();
    const names = new Set<string>(Object.keys(document.paths));
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, inner] of Object.entries(node)) {
        if (key === 'properties' && typeof inner === 'object')
          Object.keys(inner as object).forEach((name) => names.add(name));
        // what a guide says of its fee is its amount, zero (tested below), and the article
        if (key !== 'fee') walk(inner);
      }
    };
    walk(document);
    Object.values(FORMS).forEach((fields) => fields.forEach((field) => names.add(field)));
    const charges = [...names].filter((name) => CHARGE.test(name) && !NOT_A_CHARGE.test(name));
    expect(charges.filter((name) => !/payload/i.test(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(200);
  });

  it('every pack costs nothing, by the article that says so', () => {
    expect(countyPacks().map(({ fee }) => [fee.amount, fee.article.ref])).toEqual(
      countyPacks().map(() => [0, 'ALL 58']),
    );
  });
});
