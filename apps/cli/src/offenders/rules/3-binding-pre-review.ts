import { demoPdf } from '../../tour/papers.js';
import type { Attempt, Offender } from '../offence.js';
import type { Stage } from '../stage.js';

/** A clerk who passed a line at pre-review and does not want to have done so; and one who makes a gate of it. */
export const bindingPreReview: Offender = {
  rule: 3,
  name: 'binding pre-review',
  offend: async (stage) => [
    ...(await takenBackAtIntake(stage)),
    ...(await takenBackInASecondLook(stage)),
    ...(await takenBackAfterAReturn(stage)),
    ...(await madeAGate(stage)),
    ...(await answeredByOthers(stage)),
  ],
};

const refused = (what: string, { status }: { status: number }): Attempt => ({ what, broke: status < 400 });
const path = (caseId: string, rest = ''): string => `/api/cases/${caseId}/pre-review${rest}`;
const REASONS = ['现在看来第二页缺签名', '日期写在了错的一栏', '这里的数字和申请书不一样'];

/** A draft whose pre-review was asked for, and answered: all ok. */
async function passed(stage: Stage): Promise<string> {
  const caseId = await stage.drafted();
  await must(stage, 'sponsor', path(caseId));
  await must(stage, 'clerk', path(caseId, '/answer'), { verdicts: await stage.verdicts(caseId) });
  return caseId;
}

async function must(stage: Stage, login: string, to: string, body?: unknown): Promise<void> {
  const answer = await stage.send(login, 'POST', to, body);
  if (answer.status >= 400) throw new Error(`${login} could not POST ${to}: ${JSON.stringify(answer.body)}`);
}

async function takenBackAtIntake(stage: Stage): Promise<Attempt[]> {
  const caseId = await passed(stage);
  await stage.does('sponsor', caseId, 'submit');
  const attempts: Attempt[] = [];
  for (const { lineId } of await stage.verdicts(caseId))
    for (const reason of REASONS) {
      const verdicts = await stage.verdicts(caseId, { [lineId]: reason });
      attempts.push(
        refused(
          `${lineId} deficient at intake: ${reason}`,
          await stage.command('clerk', caseId, 'recordVerdicts', { verdicts }),
        ),
      );
    }
  return attempts;
}

async function takenBackInASecondLook(stage: Stage): Promise<Attempt[]> {
  const caseId = await passed(stage);
  await must(stage, 'sponsor', path(caseId));
  const attempts: Attempt[] = [];
  for (const { lineId } of await stage.verdicts(caseId))
    for (const reason of REASONS) {
      const verdicts = await stage.verdicts(caseId, { [lineId]: reason });
      const answer = await stage.send('clerk', 'POST', path(caseId, '/answer'), { verdicts });
      attempts.push(refused(`${lineId} deficient in a second look: ${reason}`, answer));
    }
  return attempts;
}

/** The applicant changes a file, has it found wanting, and goes back to the one that passed. */
async function takenBackAfterAReturn(stage: Stage): Promise<Attempt[]> {
  const api = await stage.as('sponsor');
  const lines = ['EST-CHARTER', 'EST-POLICY'];
  const first = (lineId: string) => demoPdf(`${lineId} as it passed`);
  const caseId = await stage.drafted();
  for (const lineId of lines) await api.upload({ caseId, lineId }, { name: `${lineId}.pdf`, bytes: first(lineId) });
  await must(stage, 'sponsor', path(caseId));
  await must(stage, 'clerk', path(caseId, '/answer'), { verdicts: await stage.verdicts(caseId) });
  for (const lineId of lines) await stage.upload(caseId, lineId);
  await must(stage, 'sponsor', path(caseId));
  const worse = Object.fromEntries(lines.map((lineId) => [lineId, '换上的这一份缺少第二页']));
  await must(stage, 'clerk', path(caseId, '/answer'), { verdicts: await stage.verdicts(caseId, worse) });
  for (const lineId of lines) await api.upload({ caseId, lineId }, { name: `${lineId}.pdf`, bytes: first(lineId) });
  await stage.does('sponsor', caseId, 'submit');
  const attempts: Attempt[] = [];
  for (const lineId of lines) {
    const verdicts = await stage.verdicts(caseId, { [lineId]: '换上的这一份缺少第二页' });
    attempts.push(
      refused(
        `${lineId} deficient after a return`,
        await stage.command('clerk', caseId, 'recordVerdicts', { verdicts }),
      ),
    );
  }
  return attempts;
}

/** Before, while and after: the submission is taken, and with the same last day. */
async function madeAGate(stage: Stage): Promise<Attempt[]> {
  const without = await stage.drafted();
  const during = await stage.drafted();
  await must(stage, 'sponsor', path(during));
  const after = await passed(stage);
  const days: string[] = [];
  const attempts: Attempt[] = [];
  for (const [when, caseId] of Object.entries({ without, during, after })) {
    const { status } = await stage.command('sponsor', caseId, 'submit');
    attempts.push({ what: `a submission ${when} a pre-review is kept out`, broke: status >= 400 });
    const { clocks } = await stage.view(caseId);
    days.push(clocks.find(({ id }) => id === 'correction_or_acceptance')?.deadline.dueOn ?? 'none');
  }
  attempts.push({ what: 'a pre-review delays the answer', broke: new Set(days).size !== 1 });
  const verdicts = await stage.verdicts(during, { 'EST-CHARTER': '章程缺少第五项内容' });
  attempts.push(
    refused('an answer after the submission', await stage.send('clerk', 'POST', path(during, '/answer'), { verdicts })),
    refused('a pre-review after the submission', await stage.send('sponsor', 'POST', path(during))),
  );
  return attempts;
}

/** The answer is the clerk's, whole, and only where one was asked for. */
async function answeredByOthers(stage: Stage): Promise<Attempt[]> {
  const [asked, unasked] = [await stage.drafted(), await stage.drafted()];
  await must(stage, 'sponsor', path(asked));
  const verdicts = await stage.verdicts(asked);
  const attempts: Attempt[] = [
    refused('a second open pre-review', await stage.send('sponsor', 'POST', path(asked))),
    refused(
      'an answer that nobody asked for',
      await stage.send('clerk', 'POST', path(unasked, '/answer'), { verdicts }),
    ),
  ];
  for (const login of ['sponsor', 'reviewer', 'legal', 'head', 'registrar', 'supervisor', 'edu1', 'sysadmin'])
    attempts.push(
      refused(`an answer by ${login}`, await stage.send(login, 'POST', path(asked, '/answer'), { verdicts })),
    );
  for (const { lineId } of verdicts) {
    const half = verdicts.filter((one) => one.lineId !== lineId);
    const answer = await stage.send('clerk', 'POST', path(asked, '/answer'), { verdicts: half });
    attempts.push(refused(`an answer without ${lineId}`, answer));
  }
  return attempts;
}
