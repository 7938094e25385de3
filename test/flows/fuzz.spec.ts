import fc from 'fast-check';
import { COMMAND_TYPES } from '../../apps/api/src/dto/commands.js';
import { brokenLink, entriesOf, openFile, standsWhereItsLogLeads } from '../../libs/cases/src/index.js';
import { ESTABLISHMENT_FIELDS } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { ALL_INSPECTORS, World } from './harness.js';

/** Creative bad input against every door: never a 500, never a broken log. Findings print the seed that replays them. */
let world: World;
let cases: string[];
beforeAll(async () => {
  world = await World.make();
  world.clock.set('2026-03-02');
  const inReview = await world.accepted();
  const visited = await world.accepted();
  const people = await Promise.all(ALL_INSPECTORS.map((login) => world.as(login)));
  await (
    await world.as('reviewer')
  ).does(visited, 'arrangeSiteCheck', { plannedOn: '2026-03-02', members: people.map(({ accountId }) => accountId) });
  cases = [
    await world.drafted(),
    await world.submitted(),
    inReview,
    visited,
    await world.decidable(),
    await world.granted(),
  ];
}, 120_000);
afterAll(() => world.close());

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '2026-13-45',
    '2026-02-30',
    '9999-12-31',
    '0000-00-00',
    '2026-03-02',
    '\u0000',
    '\ud800',
    '𠮷㙍',
    '<script>',
    "'; drop table case_event; --",
    '${1}',
    'ALL 38',
    'NOSUCH 1',
    'PEL',
    '#panic("x")',
    '演'.repeat(4001),
    '91350100M000100Y43',
    'electronic',
    'pass',
    'fire_acceptance',
    'education_site',
    'constructor',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.constantFrom(null, true, false, 0, -1, 1.5, 61, 2 ** 31, 1e300, [], {}, [null], [[[]]], { toString: 1 }),
  fc.array(fc.record({ lineId: text, verdict: text, reason: text, seen: text }, { requiredKeys: [] }), {
    maxLength: 4,
  }),
  fc.array(fc.oneof(fc.uuid(), text), { maxLength: 4 }),
);
/** A right payload of each command; the offender spoils some of its fields, so that the wrong ones get deep. */
const RIGHT: Record<string, Record<string, unknown>> = {
  withdraw: { reason: '另有打算' },
  recordVerdicts: { verdicts: [{ lineId: 'EST-CHARTER', verdict: 'ok' }] },
  declineAsNotRequired: { reasons: '依法不需要许可', article: 'ALL 32' },
  declineAsNotCompetent: { reasons: '不属于本机关职权', article: 'ALL 32', competentAuthority: '演示机关' },
  arrangeSiteCheck: { plannedOn: '2026-03-02', members: [randomIds.uuid()] },
  arrangeReCheck: { plannedOn: '2026-03-02', members: [randomIds.uuid()] },
  recordAttestation: {
    lane: 'fire_acceptance',
    result: 'pass',
    source: '演示查询',
    checkedOn: '2026-03-02',
    validUntil: '2027-03-02',
  },
  serveSpecialProcedureNotice: { ground: 'appraisal', institution: '演示机构', reason: '核实', announcedDays: 3 },
  endSpecialProcedure: { result: 'pass', report: '演示报告' },
  signCommitment: { contentHash: '0'.repeat(64) },
  judgeTolerated: { verdicts: [{ lineId: 'EST-EQUIP', verdict: 'ok', seen: '0'.repeat(64) }] },
  tellHearingRight: { reason: '可能影响相邻住户', parties: [{ name: '演示住户甲', interest: '与办学地址相邻' }] },
  requestHearing: { by: 'applicant' },
  serveHearingNotice: { heldOn: '2026-03-12', place: '演示会议室', chair: randomIds.uuid() },
  recordHearing: { record: '演示笔录全文', attended: '演示参加人' },
  confirmHearingRecord: { contentHash: '0'.repeat(64) },
  closeHearingRecord: { reasons: '申请人没有签名' },
  extendDecision: { reasons: '案情复杂' },
  proposeGrant: { opinion: '建议准予' },
  proposeRefusal: { reasons: '核验没有通过', article: 'PSL 29' },
  passLegality: { opinion: '程序合法' },
  objectToProposal: { reasons: '理由不足' },
  grant: { opinion: '同意' },
  refuse: { reasons: '核验没有通过', article: 'PSL 29' },
  serve: { channel: 'courier', trackingNumber: 'DEMO123456' },
  recordRegistration: { creditCode: '52150203MJ1234567X', registeredOn: '2026-03-02' },
};
const spoiled = (type: string): fc.Arbitrary<unknown> => {
  const right = RIGHT[type] ?? {};
  const keys = Object.keys(right);
  if (keys.length === 0) return fc.dictionary(text, value, { maxKeys: 2 });
  return fc.dictionary(fc.constantFrom(...keys, 'extra'), value, { maxKeys: 2 }).map((junk) => ({ ...right, ...junk }));
};
const attack = fc
  .constantFrom(...COMMAND_TYPES)
  .chain((type) => fc.tuple(fc.constant(type), fc.oneof({ weight: 5, arbitrary: spoiled(type) }, value)));
const LOGINS = ['sponsor', 'clerk', 'reviewer', 'legal', 'head', 'registrar', 'chair', 'edu1'];
/** The same attacks on every run, so that a red run is about the change; FUZZ_SEED tries others. */
const RUNS = { numRuns: 400, seed: Number(process.env['FUZZ_SEED'] ?? 20260302) };

it('commands', async () => {
  await fc.assert(
    fc.asyncProperty(
      attack,
      fc.constantFrom(...LOGINS),
      fc.nat({ max: 5 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, value),
      async ([type, body], login, which, expectedVersion) => {
        const person = await world.as(login);
        const { status } = await person.send('POST', `/api/cases/${cases[which]}/commands`, {
          commandId: randomIds.uuid(),
          type,
          payload: body,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        });
        expect([type, status, status < 500]).toEqual([type, status, true]);
      },
    ),
    RUNS,
  );
  for (const caseId of cases) {
    expect(brokenLink(await entriesOf(world.sql, caseId))).toBeNull();
    expect(
      standsWhereItsLogLeads(await openFile(world.sql, caseId, world.tools.workshop), world.tools.workshop.shelf),
    ).toBe(true);
  }
});

it('drafts', async () => {
  const fields = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(ESTABLISHMENT_FIELDS)), text), value, {
    maxKeys: 3,
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fields, value), async (given) => {
      const sponsor = await world.as('sponsor');
      const { status } = await sponsor.send('PATCH', `/api/cases/${cases[0]}/draft`, { fields: given });
      expect(status).toBeLessThan(500);
    }),
    RUNS,
  );
});

it('queries, checklists and numbers', async () => {
  const inspector = await world.as('edu1');
  const { items } = await inspector.get<{ items: { id: string }[] }>('/api/visits');
  await fc.assert(
    fc.asyncProperty(text, value, async (word, thing) => {
      const q = encodeURIComponent(word.replace(/\p{Surrogate}/gu, '\ufffd'));
      const cursor = Buffer.from(`${word}|${randomIds.uuid()}`).toString('base64url');
      const clerk = await world.as('clerk');
      for (const url of [
        `/api/cases?q=${q}`,
        `/api/cases?cursor=${cursor}`,
        `/api/public/register?q=${q}`,
        `/api/public/register?cursor=${cursor}`,
        `/api/public/licences/${q}`,
        `/api/public/notices?cursor=${cursor}`,
        `/check?q=${q}`,
        `/check?number=${q}`,
        `/guides/${q}`,
        `/api/matters/${q}`,
        `/guides/%E0%A4%A`,
      ])
        expect([url, (await clerk.send('GET', url)).status < 500]).toEqual([url, true]);
      for (const { id } of items) {
        const answers = await inspector.send('PUT', `/api/visits/${id}/checklist`, { answers: thing });
        const signature = await inspector.send('POST', `/api/visits/${id}/signature`, { contentHash: word });
        expect([answers.status < 500, signature.status < 500]).toEqual([true, true]);
      }
    }),
    { ...RUNS, numRuns: 80 },
  );
});
