import type { formalPapers as zh } from '../zh-CN/formal-papers.js';

/** Formal establishment: conditions in the guide, refusals, and names at the desk. */
export const formalPapers: Record<keyof typeof zh, string> = {
  'page.guide.machine.formal': 'Formal establishment',
  'problem.PREPARATION_USED': 'A school was established on this preparation approval already.',
  'page.condition.PREPARATION_USED': 'The preparation approval was not used before.',
  'page.condition.PREPARATION_EXPIRED': 'The preparation approval is within its three years.',
};
