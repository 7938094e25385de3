import { completeCitizenNumber, type EstablishmentForm } from '../../../../../libs/law/src/index.js';
import { randomIds } from '../../../../../libs/platform/src/index.js';
import { demoForm } from '../../tour/form.js';
import type { Attempt, Offender } from '../offence.js';
import type { Answered, Stage } from '../stage.js';

/** An interested officer of every office looks and acts, undoes the recusal, or bends the draw. */
export const recusal: Offender = {
  rule: 9,
  name: 'recusal',
  offend: async (stage) => {
    const attempts: Attempt[] = [];
    for (const [capacity, form] of CAPACITIES) attempts.push(...(await asInterested(stage, capacity, form)));
    return [...attempts, ...(await bendTheDraw(stage)), ...(await aboutRequests(stage))];
  },
};

const OFFICERS = ['clerk2', 'reviewer2', 'legal2', 'head2', 'registrar', 'supervisor'];

const CAPACITIES: readonly [string, (number: string) => Partial<EstablishmentForm>][] = [
  ['sponsor', (citizenNumber) => ({ sponsors: demoForm('演示').sponsors.map((one) => ({ ...one, citizenNumber })) })],
  [
    'board',
    (citizenNumber) => ({
      boardMembers: demoForm('演示').boardMembers.map((one) =>
        one.role === 'staff' ? { ...one, citizenNumber } : one,
      ),
    }),
  ],
  ['principal', (citizenNumber) => ({ principal: { ...demoForm('演示').principal, citizenNumber } })],
];

/** A number that nobody living has. */
const freshNumber = (): string =>
  completeCitizenNumber(`15020318800303${randomIds.uuid().replace(/\D/g, '').padEnd(3, '7').slice(0, 3)}`);

const tried = (what: string, { status }: Answered): Attempt => ({ what, broke: status < 400 });

const declare = (stage: Stage, login: string, numbers: readonly string[]): Promise<Answered> =>
  stage.send(login, 'POST', '/api/desk/interests', {
    interests: numbers.map((number) => ({ relation: 'spouse', kind: 'person', name: '演示亲属', number })),
  });

async function accountOf(stage: Stage, login: string): Promise<string> {
  const { body } = await stage.send(login, 'GET', '/api/session');
  return String((body['account'] as { id: string }).id);
}

async function asInterested(
  stage: Stage,
  capacity: string,
  form: (number: string) => Partial<EstablishmentForm>,
): Promise<Attempt[]> {
  const number = freshNumber();
  for (const login of OFFICERS) await declare(stage, login, [number]);
  const caseId = await stage.submitted(form(number));
  const view = await stage.view(caseId);
  const file = view.materials.find(({ fileId }) => fileId)?.fileId;
  const attempts: Attempt[] = [];
  for (const login of OFFICERS) {
    const who = `${login}, related to the ${capacity},`;
    await declare(stage, login, []);
    for (const part of ['', '/events', '/clock', '/decision-room', '/recusals'])
      attempts.push(
        tried(`${who} reads ${part || 'the case'}`, await stage.send(login, 'GET', `/api/cases/${caseId}${part}`)),
      );
    attempts.push(tried(`${who} reads a file`, await stage.send(login, 'GET', `/api/files/${file}`)));
    for (const list of ['/api/cases?limit=100', '/api/desk/queue?scope=all&limit=100']) {
      const { body } = await stage.send(login, 'GET', list);
      attempts.push({ what: `${who} finds it in ${list}`, broke: JSON.stringify(body).includes(caseId) });
    }
  }
  const verdicts = await stage.verdicts(caseId);
  for (const [type, payload] of [
    ['recordVerdicts', { verdicts }],
    ['declineAsNotRequired', { reasons: '演示理由：不需要许可', article: 'ALL 12' }],
    ['declineAsNotCompetent', { reasons: '演示理由：不属本机关', article: 'ALL 32', competentAuthority: '演示机关' }],
  ] as const) {
    attempts.push(
      tried(`clerk2 related to the ${capacity}: ${type}`, await stage.command('clerk2', caseId, type, payload)),
    );
    const preview = { type, payload };
    attempts.push(
      tried(`clerk2 previews ${type}`, await stage.send('clerk2', 'POST', `/api/cases/${caseId}/preview`, preview)),
    );
  }
  await stage.does('clerk', caseId, 'recordVerdicts', { verdicts });
  attempts.push(tried(`clerk2 related to the ${capacity}: accept`, await stage.command('clerk2', caseId, 'accept')));
  return attempts;
}

/** Another draw because of whom it gave, leave of one's own choice, a list that names somebody. */
async function bendTheDraw(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const attempts: Attempt[] = [];
  for (const role of ['windowClerk', 'reviewer', 'legalReviewer'])
    for (const login of ['head', 'head2'])
      attempts.push(
        tried(
          `${login} draws the ${role} again`,
          await stage.send(login, 'POST', `/api/cases/${caseId}/draws`, { role }),
        ),
      );
  for (const login of ['head', 'head2', 'clerk', 'reviewer']) {
    const leave = { accountId: await accountOf(stage, login), from: '2026-01-01', to: '2027-12-31' };
    attempts.push(
      tried(`${login} records leave of their own`, await stage.send(login, 'POST', '/api/desk/leave', leave)),
    );
  }
  const { body } = await stage.send('clerk', 'GET', '/api/public/draws?limit=100');
  const published = JSON.stringify(body);
  for (const login of ['clerk', 'clerk2', 'reviewer', 'reviewer2', 'legal', 'legal2'])
    attempts.push({ what: `the draws name ${login}`, broke: published.includes(await accountOf(stage, login)) });
  attempts.push({ what: 'the draws name a case', broke: published.includes(caseId) });
  return attempts;
}

/** Requests about others, rulings about oneself, rulings twice. */
async function aboutRequests(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const path = `/api/cases/${caseId}/recusals`;
  const attempts: Attempt[] = [];
  const ask = async (login: string, about: string): Promise<Answered> =>
    stage.send(login, 'POST', path, { accountId: await accountOf(stage, about), reason: '演示理由：有利害关系' });
  for (const [login, about] of [
    ['reviewer', 'clerk'],
    ['clerk', 'clerk2'],
    ['supervisor', 'head'],
    ['sponsor', 'sysadmin'],
    ['sponsor', 'sponsor'],
  ] as const)
    attempts.push(tried(`${login} asks for the recusal of ${about}`, await ask(login, about)));
  const own = await ask('sponsor', 'head');
  const id = String(own.body['id']);
  const ruling = (login: string, granted: boolean): Promise<Answered> =>
    stage.send(login, 'POST', `${path}/${id}/ruling`, { granted, reason: '演示理由：不成立' });
  for (const login of ['head', 'registrar', 'supervisor', 'reviewer', 'sponsor'])
    attempts.push(tried(`${login} rules about the head`, await ruling(login, false)));
  await ruling('head2', false);
  for (const granted of [true, false])
    attempts.push(tried('head2 rules a second time', await ruling('head2', granted)));
  return attempts;
}
