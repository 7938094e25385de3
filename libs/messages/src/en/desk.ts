import type { desk as zh } from '../zh-CN/desk.js';

/** The officer desk */
export const desk: Record<keyof typeof zh, string> = {
  'desk.title': 'Today',
};
