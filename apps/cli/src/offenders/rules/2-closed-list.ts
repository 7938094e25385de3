import { DEMAND_HEADS, DEMAND_PHRASES, DEMAND_VERBS, PAPER_WORDS } from '../../../../../libs/law/src/index.js';
import { randomIds } from '../../../../../libs/platform/src/index.js';
import type { Attempt, Offender } from '../offence.js';
import type { Stage } from '../stage.js';

/** Papers that were always asked for somewhere and stand in no list of this matter. */
const UNLISTED = [
  'FOOD-PERMIT',
  'NOTARIAL-DEED',
  'NO-CRIME-CERTIFICATE',
  'NEIGHBOURS-CONSENT',
  'STREET-OFFICE-OPINION',
  'BANK-REFERENCE',
  'EST-PREPAPP',
  'CHG-RES',
  'TRM-LIQ',
  'ANN-REPORT',
  '',
];

/** An officer who asks for more than the published list, in a sheet, in a message, as paper, as money, behind the back. */
export const closedList: Offender = {
  rule: 2,
  name: 'demands from a closed list',
  offend: async (stage) => {
    const caseId = await stage.submitted();
    const attempts = [
      ...(await unlistedLines(stage, caseId)),
      ...(await askedAsPaper(stage, caseId)),
      ...(await askedBesideALine(stage, caseId)),
      ...(await askingMessages(stage, caseId)),
      ...(await charges(stage, caseId)),
      ...(await leaks(stage, caseId)),
    ];
    const { demands } = await stage.view(caseId);
    return [...attempts, { what: 'a demand without a notice', broke: demands.length > 0 }];
  },
};

const refused = (what: string, { status }: { status: number }): Attempt => ({ what, broke: status < 400 });

/** A deficiency on a line that was never published, is the bureau's own work, or does not apply. */
async function unlistedLines(stage: Stage, caseId: string): Promise<Attempt[]> {
  const { materials } = await stage.view(caseId, 'clerk');
  const whole = await stage.verdicts(caseId);
  const idle = materials.filter(({ applicable, source }) => !applicable || source === 'lookup' || source === 'agency');
  const attempts: Attempt[] = [];
  for (const lineId of [...UNLISTED, ...idle.map((line) => line.lineId)]) {
    const others = whole.filter((one) => one.lineId !== lineId);
    const verdicts = [...others, { lineId, verdict: 'deficient', reason: '还缺这一份，请看办事窗口公示' }];
    attempts.push(
      refused(
        `a deficiency on ${lineId || 'no line'}`,
        await stage.command('clerk', caseId, 'recordVerdicts', { verdicts }),
      ),
    );
  }
  return attempts;
}

/** What is filled in online, asked for as a copy. */
async function askedAsPaper(stage: Stage, caseId: string): Promise<Attempt[]> {
  const { materials } = await stage.view(caseId, 'clerk');
  const forms = materials.filter(({ source, applicable }) => source === 'form' && applicable).slice(0, 3);
  const attempts: Attempt[] = [];
  for (const { lineId } of forms)
    for (const word of PAPER_WORDS) {
      const verdicts = await stage.verdicts(caseId, { [lineId]: `缺少${word}一份` });
      attempts.push(
        refused(`${lineId} as ${word}`, await stage.command('clerk', caseId, 'recordVerdicts', { verdicts })),
      );
    }
  return attempts;
}

/** Something else, hidden in the reason of a line that is listed. */
async function askedBesideALine(stage: Stage, caseId: string): Promise<Attempt[]> {
  const wishes = DEMAND_VERBS.map((verb, i) => `${DEMAND_HEADS[i % DEMAND_HEADS.length]}${verb}`);
  const attempts: Attempt[] = [];
  for (const [i, wish] of wishes.entries()) {
    const own = i % 2 ? '章程第五项和' : '';
    const reason = `章程第五项没有写。${wish}${own}${i % 3 ? '无犯罪记录证明' : '房产证'}`;
    const verdicts = await stage.verdicts(caseId, { 'EST-CHARTER': reason });
    attempts.push(
      refused(`beside a line: ${reason}`, await stage.command('clerk', caseId, 'recordVerdicts', { verdicts })),
    );
  }
  return attempts;
}

/** Messages that ask, by every officer who may write one. */
async function askingMessages(stage: Stage, caseId: string): Promise<Attempt[]> {
  const officers = ['clerk', 'reviewer', 'legal', 'head', 'registrar'];
  const pairs = DEMAND_VERBS.map((verb, i) => `您好，${DEMAND_HEADS[i % DEMAND_HEADS.length]}您尽快${verb}无犯罪记录`);
  const spaced = DEMAND_PHRASES.map((phrase, i) => (i % 2 ? [...phrase].join(' ') : phrase));
  const attempts: Attempt[] = [];
  for (const [i, words] of [...pairs, ...spaced.map((phrase) => `${phrase} 房产证`)].entries()) {
    const login = officers[i % officers.length] ?? 'clerk';
    attempts.push(
      refused(`${login}: ${words}`, await stage.send(login, 'POST', `/api/cases/${caseId}/messages`, { words })),
    );
  }
  return attempts;
}

/** Money, by any field that is tried. */
async function charges(stage: Stage, caseId: string): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const field of ['fee', 'price', 'payment', 'amount', 'deposit', 'invoice', 'expertFee']) {
    attempts.push(refused(`accept with ${field}`, await stage.command('clerk', caseId, 'accept', { [field]: 200 })));
    const path = `/api/cases/${caseId}/${field}`;
    attempts.push(refused(`POST ${path}`, await stage.send('clerk', 'POST', path, { yuan: 200 })));
  }
  return attempts;
}

/** A note of the bureau that comes out at the applicant's side. */
async function leaks(stage: Stage, caseId: string): Promise<Attempt[]> {
  const secret = `内部备注 ${randomIds.uuid()}`;
  await stage.send('clerk', 'POST', `/api/cases/${caseId}/notes`, { words: secret });
  const attempts: Attempt[] = [];
  for (const rest of ['', '/messages', '/events', '/clock', '/notes', '/notes?as=clerk']) {
    const answer = await stage.send('sponsor', 'GET', `/api/cases/${caseId}${rest}`);
    const seen = JSON.stringify(answer.body).includes(secret) || (rest.startsWith('/notes') && answer.status < 400);
    attempts.push({ what: `a note read by the applicant at ${rest || '/'}`, broke: seen });
  }
  return attempts;
}
