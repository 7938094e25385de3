import { randomIds } from '../../../../../libs/platform/src/index.js';
import type { Attempt, Offender } from '../offence.js';
import { review } from '../reviewed.js';
import type { Stage } from '../stage.js';
import { OFFICE, trying, type Try } from '../trying.js';

const OWED = 'EST-EQUIP';
const REASON = '缺少设备清单的签名页（演示）';

/** Tolerance without a word of the applicant, for more than the list allows, without an end, or with a grant before it. */
export const tolerance: Offender = {
  rule: 4,
  name: 'tolerant acceptance',
  offend: async (stage) => [
    ...(await signForTheApplicant(stage)),
    ...(await tolerateMainLines(stage)),
    ...(await noticeAfterTheWord(stage)),
    ...(await supplyOtherThings(stage)),
    ...(await judgeUnseen(stage)),
    ...(await grantWhileOwed(stage)),
  ],
};

async function judged(stage: Stage, deficient: Readonly<Record<string, string>>): Promise<string> {
  const caseId = await stage.submitted();
  await stage.does('clerk', caseId, 'recordVerdicts', { verdicts: await stage.verdicts(caseId, deficient) });
  return caseId;
}

async function signed(stage: Stage): Promise<string> {
  const caseId = await judged(stage, { [OWED]: REASON });
  const { tolerance: offer } = await stage.view(caseId);
  await stage.does('sponsor', caseId, 'signCommitment', { contentHash: offer?.contentHash });
  return caseId;
}

async function tolerated(stage: Stage): Promise<string> {
  const caseId = await signed(stage);
  await stage.does('clerk', caseId, 'acceptTolerantly');
  return caseId;
}

const someHash = (): string => randomIds.secret(32).padEnd(64, '0').slice(0, 64);

async function signForTheApplicant(stage: Stage): Promise<Attempt[]> {
  const caseId = await judged(stage, { [OWED]: REASON });
  const { tolerance: offer } = await stage.view(caseId);
  const right = { contentHash: offer?.contentHash };
  return trying(stage, caseId, [
    ...OFFICE.flatMap((login): Try[] => [
      [login, 'signCommitment', right],
      [login, 'signCommitment', { contentHash: someHash() }],
      [login, 'acceptTolerantly'],
    ]),
    ['clerk', 'accept'],
    ['clerk', 'acceptTolerantly', right],
    ['sponsor', 'acceptTolerantly'],
    ['sponsor', 'signCommitment', { contentHash: someHash() }],
    ['sponsor', 'signCommitment', {}],
    ['sponsor', 'expireCure'],
    ['clerk', 'expireCure'],
  ]);
}

/** Whatever is a main line, or not on the list, cannot be signed away, alone or beside one that may be. */
async function tolerateMainLines(stage: Stage): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const lines of [['EST-CHARTER'], ['EST-CHARTER', OWED], ['EST-STAFF'], ['EST-REPORT', OWED], ['EST-ASSETEFF']]) {
    const caseId = await judged(stage, Object.fromEntries(lines.map((line) => [line, REASON])));
    attempts.push(
      ...(await trying(stage, caseId, [
        ['sponsor', 'signCommitment', { contentHash: someHash() }],
        ['clerk', 'acceptTolerantly'],
        ['clerk', 'accept'],
        ['clerk', 'signCommitment', { contentHash: someHash() }],
      ])),
    );
  }
  return attempts;
}

/** The signed word is the notice: no correction notice, reminder or other sheet follows it, before or after acceptance. */
async function noticeAfterTheWord(stage: Stage): Promise<Attempt[]> {
  const caseId = await signed(stage);
  const verdicts = await stage.verdicts(caseId, { [OWED]: REASON, 'EST-TEACH': REASON });
  const notices: Try[] = [
    ['clerk', 'issueCorrectionNotice'],
    ['clerk', 'remind'],
    ['clerk', 'tellUnmetLines'],
    ['clerk', 'recordVerdicts', { verdicts }],
    ['reviewer', 'issueCorrectionNotice'],
    ['head', 'issueCorrectionNotice'],
  ];
  const before = await trying(stage, caseId, notices);
  await stage.does('clerk', caseId, 'acceptTolerantly');
  return [
    ...before,
    ...(await trying(stage, caseId, [...notices, ['clerk', 'acceptTolerantly'], ['clerk', 'accept']])),
  ];
}

/** Under cover of a cure nothing else of an accepted application is changed. */
async function supplyOtherThings(stage: Stage): Promise<Attempt[]> {
  const caseId = await tolerated(stage);
  const attempts = await trying(stage, caseId, [
    ['sponsor', 'supplyTolerated'],
    ...OFFICE.map((login): Try => [login, 'supplyTolerated']),
  ]);
  await stage.upload(caseId, OWED);
  const { materials } = await stage.view(caseId);
  const others = materials.filter(
    ({ source, applicable, lineId }) => source === 'upload' && applicable && lineId !== OWED,
  );
  for (const { lineId } of others) {
    await stage.upload(caseId, lineId);
    attempts.push(...(await trying(stage, caseId, [['sponsor', 'supplyTolerated']])));
  }
  for (const fields of [
    { schoolName: '包头市昆都仑区演示另一名称幼儿园' },
    { plannedChildren: 91 },
    { contactPhone: '0472-7654321' },
  ]) {
    await stage.send('sponsor', 'PATCH', `/api/cases/${caseId}/draft`, { fields });
    attempts.push(...(await trying(stage, caseId, [['sponsor', 'supplyTolerated']])));
  }
  return attempts;
}

async function judgeUnseen(stage: Stage): Promise<Attempt[]> {
  const caseId = await tolerated(stage);
  const verdict = (more: object = {}) => ({ verdicts: [{ lineId: OWED, verdict: 'ok', ...more }] });
  const early = await trying(stage, caseId, [['clerk', 'judgeTolerated', verdict()]]);
  await stage.upload(caseId, OWED);
  await stage.does('sponsor', caseId, 'supplyTolerated');
  const seen = (await stage.view(caseId, 'clerk')).materials.find(({ lineId }) => lineId === OWED)?.contentHash;
  return [
    ...early,
    ...(await trying(stage, caseId, [
      ['clerk', 'judgeTolerated', verdict()],
      ['clerk', 'judgeTolerated', verdict({ seen: someHash() })],
      ['clerk', 'judgeTolerated', { verdicts: [] }],
      ['clerk', 'judgeTolerated', { verdicts: [{ lineId: 'EST-TEACH', verdict: 'ok' }] }],
      ['clerk', 'judgeTolerated', { verdicts: [{ lineId: OWED, verdict: 'notApplicable', seen }] }],
      ['clerk', 'judgeTolerated', { verdicts: [{ lineId: OWED, verdict: 'deficient', seen }] }],
      [
        'clerk',
        'judgeTolerated',
        { verdicts: [{ lineId: OWED, verdict: 'deficient', seen, reason: '等相关材料不齐' }] },
      ],
      ...OFFICE.filter((login) => login !== 'clerk').map((login): Try => [login, 'judgeTolerated', verdict({ seen })]),
      ['sponsor', 'judgeTolerated', verdict({ seen })],
    ])),
  ];
}

async function grantWhileOwed(stage: Stage): Promise<Attempt[]> {
  const caseId = await tolerated(stage);
  await review(stage, caseId);
  await stage.does('reviewer', caseId, 'proposeGrant', { opinion: '建议准予' });
  await stage.does('legal', caseId, 'passLegality', { opinion: '程序合法' });
  const grant = { opinion: '同意' };
  const owed = await trying(stage, caseId, [
    ['head', 'grant', grant],
    ...OFFICE.map((login): Try => [login, 'grant', grant]),
  ]);
  await stage.upload(caseId, OWED);
  await stage.does('sponsor', caseId, 'supplyTolerated');
  const waiting = await trying(stage, caseId, [
    ['head', 'grant', grant],
    ['clerk', 'grant', grant],
  ]);
  const seen = (await stage.view(caseId, 'clerk')).materials.find(({ lineId }) => lineId === OWED)?.contentHash;
  await stage.does('clerk', caseId, 'judgeTolerated', {
    verdicts: [{ lineId: OWED, verdict: 'deficient', seen, reason: REASON }],
  });
  return [...owed, ...waiting, ...(await trying(stage, caseId, [['head', 'grant', grant]]))];
}
