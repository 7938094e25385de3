import { walk, type AnyQuestion, type TriageAnswers } from '../../../../../libs/law/src/triage.js';

export type Step = AnyQuestion | 'result';

/** The questions that the answers lead through, the next one last; `result` when nothing more is asked. */
export function stepsOf(answers: TriageAnswers): Step[] {
  const { path, question } = walk(answers);
  return [...path.map((one) => one.question), question ?? 'result'];
}

export const pathOf = (step: Step): string => (step === 'want' ? '/apply' : `/apply/${step}`);
