import type { admin as zh } from '../zh-CN/admin.js';

/** Administration */
export const admin: Record<keyof typeof zh, string> = {
  'admin.accounts.title': 'Accounts',
};
