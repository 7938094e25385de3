import type { Attempt, Offender } from '../offence.js';
import { review } from '../reviewed.js';
import type { Answered, Stage } from '../stage.js';

const REASONS = [
  '消防验收没有通过（演示）',
  '场所不符合要求（演示）',
  '按领导意见办理（演示）',
  '依惯例不予许可（演示）',
  '材料虽齐但不批（演示）',
];
const STANCES = ['grant', 'refuse'] as const;

/** Decides without the discussion, before the head has heard the others, without reasons, or unlike the like case. */
export const decisionRoom: Offender = {
  rule: 8,
  name: 'decision room',
  offend: async (stage) => [
    ...(await meetingsOfTooFew(stage)),
    ...(await aroundTheMeeting(stage)),
    ...(await withoutReasons(stage)),
    ...(await unlikeTheLikeCase(stage)),
  ],
};

const tried = (what: string, { status }: Answered): Attempt => ({ what, broke: status < 400 });

const today = async (stage: Stage): Promise<string> =>
  String((await stage.send('clerk', 'GET', '/api/clock')).body['today']);

async function accountsOf(stage: Stage, logins: readonly string[]): Promise<string[]> {
  const sessions = await Promise.all(logins.map((login) => stage.send(login, 'GET', '/api/session')));
  return sessions.map(({ body }) => String((body['account'] as { id: string }).id));
}

/** A refusal waits for its decision: one paper failed. */
async function refusable(stage: Stage): Promise<string> {
  const caseId = await stage.accepted();
  await stage.does('reviewer', caseId, 'recordAttestation', {
    lane: 'fire_acceptance',
    result: 'fail',
    source: '演示查询',
    checkedOn: await today(stage),
  });
  await stage.does('reviewer', caseId, 'concludeReview');
  await stage.does('reviewer', caseId, 'proposeRefusal', { reasons: '消防验收没有通过', article: 'PSL 29' });
  await stage.does('legal', caseId, 'passLegality', { opinion: '程序合法' });
  return caseId;
}

/** A grant waits for its decision: everything was found in order. */
async function grantable(stage: Stage): Promise<string> {
  const caseId = await stage.accepted();
  await review(stage, caseId);
  await proposeGrant(stage, caseId);
  return caseId;
}

async function proposeGrant(stage: Stage, caseId: string): Promise<void> {
  await stage.does('reviewer', caseId, 'proposeGrant', { opinion: '建议准予' });
  await stage.does('legal', caseId, 'passLegality', { opinion: '程序合法' });
}

const convene = async (stage: Stage, login: string, caseId: string, members: readonly string[]): Promise<Answered> =>
  stage.send(login, 'POST', `/api/cases/${caseId}/meetings`, { members: await accountsOf(stage, members) });

async function meetingsOfTooFew(stage: Stage): Promise<Attempt[]> {
  const caseId = await refusable(stage);
  const lists = [
    ['head'],
    ['registrar'],
    ['supervisor'],
    ['head', 'registrar'],
    ['registrar', 'reviewer'],
    ['registrar', 'legal'],
    ['supervisor', 'clerk'],
    ['registrar', 'supervisor', 'reviewer'],
    ['registrar', 'edu1'],
    ['registrar', 'sponsor'],
    ['registrar', 'sysadmin'],
  ];
  const attempts: Attempt[] = [];
  for (const members of lists)
    attempts.push(tried(`convene with ${members.join(', ')}`, await convene(stage, 'head', caseId, members)));
  return attempts;
}

/** Everything that can be tried while a discussion is owed, and after it. */
async function aroundTheMeeting(stage: Stage): Promise<Attempt[]> {
  const caseId = await refusable(stage);
  const { body } = await convene(stage, 'head', caseId, ['registrar', 'supervisor']);
  const path = `/api/cases/${caseId}/meetings/${String(body['meetingId'])}`;
  const attempts: Attempt[] = [];
  const refuse = async (login: string, when: string): Promise<void> => {
    for (const reasons of REASONS)
      attempts.push(
        tried(`${login} refuses ${when}`, await stage.command(login, caseId, 'refuse', { reasons, article: 'PSL 29' })),
      );
  };
  const speak = async (login: string, stance: string, when: string): Promise<Answered> => {
    const answered = await stage.send(login, 'POST', `${path}/opinions`, { stance, opinion: `演示意见 ${when}` });
    attempts.push(tried(`${login} speaks for ${stance} ${when}`, answered));
    return answered;
  };
  const conclude = async (login: string, outcome: string, when: string, more: object = {}): Promise<void> => {
    const words = { outcome, reasons: '演示理由', minutes: '演示纪要', ...more };
    attempts.push(
      tried(`${login} concludes ${outcome} ${when}`, await stage.send(login, 'POST', `${path}/conclusion`, words)),
    );
  };
  attempts.push(tried('convene a second time', await convene(stage, 'head', caseId, ['registrar', 'supervisor'])));
  attempts.push(tried('another head convenes', await convene(stage, 'head2', caseId, ['registrar', 'supervisor'])));
  for (const login of ['head', 'head2', 'reviewer', 'legal']) await refuse(login, 'before the discussion');
  for (const outcome of STANCES) {
    await conclude('head', outcome, 'before anybody spoke');
    await speak('head', outcome, 'as the chair');
    for (const login of ['reviewer', 'legal', 'clerk', 'clerk2', 'legal2', 'reviewer2', 'head2'])
      await speak(login, outcome, 'without being a member');
  }
  await said(stage, path, 'registrar', 'grant');
  for (const outcome of STANCES) {
    await speak('registrar', outcome, 'a second time');
    await conclude('head', outcome, 'before all have spoken');
  }
  await refuse('head', 'before all have spoken');
  await said(stage, path, 'supervisor', 'grant');
  for (const login of ['registrar', 'supervisor', 'head2', 'legal2'])
    await conclude(login, 'grant', 'in the place of the chair');
  await conclude('head', 'refuse', 'against the majority without reasons');
  await conclude('head', 'refuse', 'against the majority with blanks', { majorityReasons: '      ' });
  await refuse('head', 'before the conclusion');
  const last = { outcome: 'refuse', reasons: '演示理由', minutes: '演示纪要', majorityReasons: '演示：关系儿童安全' };
  const { status } = await stage.send('head', 'POST', `${path}/conclusion`, last);
  if (status >= 400) throw new Error('the discussion could not be concluded');
  for (const outcome of STANCES) {
    await conclude('head', outcome, 'a second time', { majorityReasons: '演示理由' });
    await speak('supervisor', outcome, 'after the conclusion');
  }
  await refuse('head2', 'in the place of the chair');
  return attempts;
}

const said = async (stage: Stage, path: string, login: string, stance: string): Promise<void> => {
  const { status } = await stage.send(login, 'POST', `${path}/opinions`, { stance, opinion: '演示意见：可以整改' });
  if (status >= 400) throw new Error(`${login} could not speak`);
};

async function withoutReasons(stage: Stage): Promise<Attempt[]> {
  const caseId = await refusable(stage);
  const words: object[] = [
    {},
    { reasons: '' },
    { reasons: '   ', article: 'PSL 29' },
    { reasons: '不行', article: 'PSL 29' },
    { reasons: REASONS[0] },
    { reasons: REASONS[0], article: '' },
    { reasons: REASONS[0], article: 'PSL 999' },
    { reasons: REASONS[0], article: '领导指示' },
    { reasons: REASONS[0], article: 'SEED 1' },
    { reasons: REASONS[0], article: 'KMR 3' },
  ];
  const attempts: Attempt[] = [];
  for (const payload of words)
    attempts.push(
      tried(`refuse with ${JSON.stringify(payload)}`, await stage.command('head', caseId, 'refuse', payload)),
    );
  for (const login of ['reviewer', 'legal']) {
    const { body } = await stage.send(login, 'GET', `/api/cases/${caseId}/decision-room`);
    attempts.push({ what: `${login} reads earlier decisions`, broke: body['precedents'] !== null });
  }
  const early = await stage.accepted();
  const { body } = await stage.send('head', 'GET', `/api/cases/${early}/decision-room`);
  attempts.push({ what: 'head reads earlier decisions before the proposal', broke: body['precedents'] !== null });
  return attempts;
}

/** A case like one that was granted is refused, and nobody says why. */
async function unlikeTheLikeCase(stage: Stage): Promise<Attempt[]> {
  const granted = await grantable(stage);
  await stage.does('head', granted, 'grant', { opinion: '同意' });
  const caseId = await grantable(stage);
  await stage.does('head', caseId, 'sendBackProposal', { reasons: '请再核实（演示）' });
  await proposeGrant(stage, caseId);
  const attempts: Attempt[] = [];
  for (const departure of [{}, { departureReason: '' }, { departureReason: '      ' }])
    for (const reasons of REASONS)
      attempts.push(
        tried(
          `refuse a case like a granted one, ${JSON.stringify(departure)}`,
          await stage.command('head', caseId, 'refuse', { reasons, article: 'PSL 29', ...departure }),
        ),
      );
  return attempts;
}
