import { VAGUE_PHRASES } from '../../../../../libs/law/src/index.js';
import type { Attempt, Offender } from '../offence.js';
import type { Stage } from '../stage.js';

const DEFECTS = { 'EST-CHARTER': '章程缺少第五项内容', 'EST-POLICY': '缺少应急预案的签名页' };

/** A clerk who would rather tell it in pieces: a second notice, half a sheet, a line more each time, words that hide a demand. */
export const oneNotice: Offender = {
  rule: 1,
  name: 'one correction notice',
  offend: async (stage) => [
    ...(await halfSheets(stage)),
    ...(await vagueWords(stage)),
    ...(await secondNotices(stage)),
    ...(await togetherAtOnce(stage)),
    ...(await linesMore(stage)),
  ],
};

const refused = (what: string, { status }: { status: number }): Attempt => ({ what, broke: status < 400 });

/** A notice from a sheet that leaves a line for later. */
async function halfSheets(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const whole = await stage.verdicts(caseId, DEFECTS);
  const attempts = [refused('a notice without a sheet', await stage.command('clerk', caseId, 'issueCorrectionNotice'))];
  for (const { lineId } of whole) {
    const verdicts = whole.filter((one) => one.lineId !== lineId);
    attempts.push(
      refused(`a sheet without ${lineId}`, await stage.command('clerk', caseId, 'recordVerdicts', { verdicts })),
    );
  }
  return attempts;
}

/** Every phrase of the published list, in the reason of a line and in the reasons of a step. */
async function vagueWords(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const attempts: Attempt[] = [];
  for (const [i, phrase] of VAGUE_PHRASES.entries()) {
    const reason = `章程${i % 2 ? [...phrase].join(' ') : phrase}要补`;
    const verdicts = await stage.verdicts(caseId, { 'EST-CHARTER': reason });
    attempts.push(refused(`a line: ${reason}`, await stage.command('clerk', caseId, 'recordVerdicts', { verdicts })));
    const words = { reasons: reason, article: 'ALL 32', competentAuthority: '演示机关' };
    const type = i % 2 ? 'declineAsNotCompetent' : 'declineAsNotRequired';
    const payload = i % 2 ? words : { reasons: words.reasons, article: words.article };
    attempts.push(refused(`reasons: ${reason}`, await stage.command('clerk', caseId, type, payload)));
  }
  return attempts;
}

/** A second notice wherever the first one has left the case, and an ok line that is not ok any more. */
async function secondNotices(stage: Stage): Promise<Attempt[]> {
  const caseId = await told(stage);
  const attempts: Attempt[] = [];
  const again = async (when: string): Promise<void> => {
    attempts.push(refused(`a notice ${when}`, await stage.command('clerk', caseId, 'issueCorrectionNotice')));
  };
  await again('while the applicant corrects');
  await supply(stage, caseId);
  await again('on what was supplied, without a sheet');
  const whole = await stage.verdicts(caseId);
  for (const { lineId } of whole.filter((one) => !(one.lineId in DEFECTS))) {
    const verdicts = await stage.verdicts(caseId, { [lineId]: '现在看来第二页也缺签名' });
    attempts.push(
      refused(`${lineId} found wanting anew`, await stage.command('clerk', caseId, 'recordVerdicts', { verdicts })),
    );
  }
  await stage.does('clerk', caseId, 'recordVerdicts', {
    verdicts: await stage.verdicts(caseId, { 'EST-POLICY': '应急预案第二页没有签名' }),
  });
  await again('on what is still unmet');
  await stage.does('clerk', caseId, 'remind');
  await again('after the reminder');
  attempts.push(refused('a reminder after the reminder', await stage.command('clerk', caseId, 'remind')));
  return attempts;
}

/** Two clerks who press at the same moment. */
async function togetherAtOnce(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  await stage.does('clerk', caseId, 'recordVerdicts', { verdicts: await stage.verdicts(caseId, DEFECTS) });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => stage.command('clerk', caseId, 'issueCorrectionNotice')),
  );
  const issued = answers.filter(({ status }) => status < 400).length;
  const { documents } = await stage.view(caseId, 'clerk');
  const letters = documents.filter(({ kind }) => kind === 'correctionNotice').length;
  return answers.map((_, i) => ({ what: `notice ${i + 1} of eight at once`, broke: issued !== 1 || letters !== 1 }));
}

/** A line of which nothing was told must not hold the case up, whatever the applicant changed beside. */
async function linesMore(stage: Stage): Promise<Attempt[]> {
  const caseId = await told(stage, { 'EST-CHARTER': DEFECTS['EST-CHARTER'] });
  await stage.upload(caseId, 'EST-POLICY');
  await supply(stage, caseId, ['EST-CHARTER']);
  const verdicts = await stage.verdicts(caseId, { 'EST-POLICY': '换上的预案缺少第二章' });
  await stage.command('clerk', caseId, 'recordVerdicts', { verdicts });
  const reminded = refused('a reminder with a line more', await stage.command('clerk', caseId, 'remind'));
  const { demands } = await stage.view(caseId);
  return [
    reminded,
    { what: 'a demand beside the notice', broke: demands.some(({ lineId }) => lineId !== 'EST-CHARTER') },
  ];
}

async function told(stage: Stage, defects: Readonly<Record<string, string>> = DEFECTS): Promise<string> {
  const caseId = await stage.submitted();
  await stage.does('clerk', caseId, 'recordVerdicts', { verdicts: await stage.verdicts(caseId, defects) });
  await stage.does('clerk', caseId, 'issueCorrectionNotice');
  return caseId;
}

async function supply(stage: Stage, caseId: string, lines = Object.keys(DEFECTS)): Promise<void> {
  for (const line of lines) await stage.upload(caseId, line);
  await stage.does('sponsor', caseId, 'supplyCorrections');
}
