import type { visit as zh } from '../zh-CN/visit.js';

/** Pages of the inspector */
export const visit: Record<keyof typeof zh, string> = {
  'visit.title': 'My visits',
};
