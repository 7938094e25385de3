import type { endsDesk as zh } from '../zh-CN/ends-desk.js';

/** Establishment and endings: form and steps as clerks, reviewers and registrars see them. */
export const endsDesk: Record<keyof typeof zh, string> = {
  'desk.form.preparationNumber': 'Preparation approval',
};
