import { addDays, addWorkingDays, officialCalendar, plainDate } from '../../../../../libs/law/src/index.js';
import { randomIds } from '../../../../../libs/platform/src/index.js';
import type { Attempt, Offender } from '../offence.js';
import { review, whoIs } from '../reviewed.js';
import type { Stage } from '../stage.js';
import { OFFICE, trying, type Try } from '../trying.js';

/** Everybody but the reviewer, whose steps these are. */
const OTHERS = [...OFFICE.filter((login) => login !== 'reviewer'), 'sponsor'];
const NOTICE = { institution: '演示机构', reason: '核实场所情况', announcedDays: 5 };
const RIGHT = { reason: '可能影响相邻住户', parties: [{ name: '演示住户甲', interest: '与办学地址相邻' }] };

/** Time stopped without a notice, twice, without end, or by a hearing that is none; limits made longer without a law. */
export const specialProcedures: Offender = {
  rule: 7,
  name: 'special procedures',
  offend: async (stage) => [
    ...(await stopTheClock(stage)),
    ...(await stopItTwice(stage)),
    ...(await holdAShamHearing(stage)),
    ...(await makeLimitsLonger(stage)),
  ],
};

async function examined(stage: Stage): Promise<string> {
  const caseId = await stage.accepted();
  await review(stage, caseId);
  return caseId;
}

/** Before its place, for a ground that the pack or the law does not know, by others, for no days or too many. */
async function stopTheClock(stage: Stage): Promise<Attempt[]> {
  const open = (ground: string, more: object = {}): object => ({ ground, ...NOTICE, ...more });
  const anywhere: Try[] = [
    ...['tender', 'auction', 'inspection', 'quarantine', 'hearing', 'holiday', ''].map((ground): Try => [
      'reviewer',
      'serveSpecialProcedureNotice',
      open(ground),
    ]),
    ...[0, -1, 61, 1.5, '5', null].map((announcedDays): Try => [
      'reviewer',
      'serveSpecialProcedureNotice',
      open('appraisal', { announcedDays }),
    ]),
    ...OTHERS.map((login): Try => [login, 'serveSpecialProcedureNotice', open('appraisal')]),
    ['reviewer', 'lapseSpecialProcedure'],
    ['reviewer', 'endSpecialProcedure', { result: 'pass', report: '没有开始就结束' }],
  ];
  const received = await stage.submitted();
  const accepted = await stage.accepted();
  return [
    ...(await trying(stage, received, [['reviewer', 'serveSpecialProcedureNotice', open('appraisal')]])),
    ...(await trying(stage, accepted, anywhere)),
    ...(await trying(stage, accepted, [
      ['reviewer', 'serveSpecialProcedureNotice', open('testing')],
      ['reviewer', 'serveSpecialProcedureNotice', open('expert_review')],
      ['reviewer', 'tellHearingRight', RIGHT],
    ])),
  ];
}

/** Each ground once a case, one at a time, and nothing is proposed while one is open. */
async function stopItTwice(stage: Stage): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const caseId = await examined(stage);
  for (const ground of ['testing', 'expert_review']) {
    await stage.does('reviewer', caseId, 'serveSpecialProcedureNotice', { ground, ...NOTICE });
    attempts.push(
      ...(await trying(stage, caseId, [
        ['reviewer', 'serveSpecialProcedureNotice', { ground: 'testing', ...NOTICE }],
        ['reviewer', 'serveSpecialProcedureNotice', { ground: 'expert_review', ...NOTICE }],
        ['reviewer', 'tellHearingRight', RIGHT],
        ['reviewer', 'proposeGrant', { opinion: '建议准予' }],
        ['reviewer', 'proposeRefusal', { reasons: '不符合条件', article: 'PSL 29' }],
        ...OTHERS.map((login): Try => [login, 'endSpecialProcedure', { result: 'pass', report: '代为结束' }]),
      ])),
    );
    await stage.does('reviewer', caseId, 'endSpecialProcedure', { result: 'pass', report: '符合要求' });
    attempts.push(
      ...(await trying(stage, caseId, [
        ['reviewer', 'serveSpecialProcedureNotice', { ground, ...NOTICE }],
        ['reviewer', 'serveSpecialProcedureNotice', { ground, ...NOTICE, announcedDays: 1 }],
        ['reviewer', 'serveSpecialProcedureNotice', { ground: 'appraisal', ...NOTICE }],
      ])),
    );
  }
  return attempts;
}

/** Too early, too late, on a day off, under somebody who reviewed, recorded by others or before it was held. */
async function holdAShamHearing(stage: Stage): Promise<Attempt[]> {
  const caseId = await examined(stage);
  const calendar = officialCalendar();
  const today = plainDate((await whoIs(stage, 'reviewer')).today);
  const chair = (await whoIs(stage, 'chair')).id;
  const within = (n: number): string => addWorkingDays(today, n, calendar);
  const notice = (heldOn: string, by = chair): Try => [
    'reviewer',
    'serveHearingNotice',
    { heldOn, place: '演示会议室', chair: by },
  ];
  const before = await trying(stage, caseId, [
    notice(within(8)),
    ['sponsor', 'requestHearing', { by: 'applicant' }],
    ...OTHERS.map((login): Try => [login, 'tellHearingRight', RIGHT]),
  ]);
  await stage.does('reviewer', caseId, 'tellHearingRight', RIGHT);
  const told = await trying(stage, caseId, [
    ['reviewer', 'tellHearingRight', RIGHT],
    ['reviewer', 'requestHearing', { by: 'applicant' }],
    ['reviewer', 'requestHearing', { by: 'interestedParty', party: '演示住户乙' }],
    ['sponsor', 'requestHearing', { by: 'interestedParty', party: '演示住户甲' }],
    ['reviewer', 'proposeGrant', { opinion: '建议准予' }],
    ['reviewer', 'lapseHearingRequest'],
    notice(within(8)),
  ]);
  await stage.does('sponsor', caseId, 'requestHearing', { by: 'applicant' });
  const others = await Promise.all(
    ['reviewer', 'clerk', 'head', 'edu1', 'sponsor'].map(async (login) => (await whoIs(stage, login)).id),
  );
  const requested = await trying(stage, caseId, [
    ...[0, 1, 2, 3, 4, 5, 6, 21, 25, 40].map((n) => notice(within(n))),
    notice(addDays(plainDate(within(7)), saturdayAfter(plainDate(within(7))))),
    notice(addDays(today, -1)),
    notice('2026-02-30'),
    ...[...others, randomIds.uuid()].map((one) => notice(within(8), one)),
    ...OTHERS.map((login): Try => [login, 'serveHearingNotice', { heldOn: within(8), place: '演示会议室', chair }]),
    ['reviewer', 'proposeGrant', { opinion: '建议准予' }],
  ]);
  await stage.does('reviewer', caseId, 'serveHearingNotice', { heldOn: within(8), place: '演示会议室', chair });
  const record = { record: '没有举行的听证的笔录', attended: '没有人' };
  const announced = await trying(stage, caseId, [
    notice(within(9)),
    ['chair', 'recordHearing', record],
    ...OTHERS.filter((login) => login !== 'chair').map((login): Try => [login, 'recordHearing', record]),
    ['reviewer', 'recordHearing', record],
    ['chair', 'closeHearingRecord', { reasons: '没有笔录也要结束' }],
    ['sponsor', 'confirmHearingRecord', { contentHash: '0'.repeat(64) }],
    ['reviewer', 'endSpecialProcedure', { result: 'pass', report: '不听了' }],
    ['reviewer', 'proposeGrant', { opinion: '建议准予' }],
  ]);
  return [...before, ...told, ...requested, ...announced];
}

/** Days from a day to the next Saturday. */
const saturdayAfter = (day: string): number => (6 - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7 || 7;

/** The limits of the Private Education Law know no extension, whoever asks and however it is reasoned. */
async function makeLimitsLonger(stage: Stage): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const caseId of [await stage.submitted(), await stage.accepted()])
    attempts.push(
      ...(await trying(stage, caseId, [
        ...['案情复杂', '人手不足', '领导外出', ''].map((reasons): Try => ['head', 'extendDecision', { reasons }]),
        ...OTHERS.filter((login) => login !== 'head').map((login): Try => [
          login,
          'extendDecision',
          { reasons: '案情复杂' },
        ]),
        ['reviewer', 'markLimitMissed'],
      ])),
    );
  return attempts;
}
