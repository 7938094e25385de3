import type { apply as zh } from '../zh-CN/apply.js';

/** Pages of the applicant */
export const apply: Record<keyof typeof zh, string> = {
  'apply.title': 'Apply',
};
