import { apply as applyEn } from './en/apply.js';
import { fields as fieldsEn } from './en/fields.js';
import { kit as kitEn } from './en/kit.js';
import { terms as termsEn } from './en/terms.js';
import { triage as triageEn } from './en/triage.js';
import { filled, type Language, type MessageParams } from './say.js';
import type { admin } from './zh-CN/admin.js';
import { apply } from './zh-CN/apply.js';
import type { decisionRoom } from './zh-CN/decision-room.js';
import type { desk } from './zh-CN/desk.js';
import { fields } from './zh-CN/fields.js';
import { kit } from './zh-CN/kit.js';
import type { recusal } from './zh-CN/recusal.js';
import { terms } from './zh-CN/terms.js';
import { triage } from './zh-CN/triage.js';
import type { visit } from './zh-CN/visit.js';

/**
 * The words of the web application: everything but documents, public pages and the server's refusals, which it sends
 * itself. Those of the desk, the inspectors and the administration come with their pages (web-desk.ts and its like): an
 * applicant never loads them.
 */
const zh = { ...kit, ...terms, ...fields, ...apply, ...triage };
const en: Record<keyof typeof zh, string> = { ...kitEn, ...termsEn, ...fieldsEn, ...applyEn, ...triageEn };

export type WebKey = keyof (typeof zh &
  typeof desk &
  typeof visit &
  typeof admin &
  typeof decisionRoom &
  typeof recusal);
type Words = Record<string, string>;
const WORDS: Record<Language, Words> = { zh: { ...zh }, en: { ...en } };

/** Called by the words of an area when its first page is fetched, before anything of it is drawn. */
export function addWords(words: Record<Language, Words>): void {
  Object.assign(WORDS.zh, words.zh);
  Object.assign(WORDS.en, words.en);
}

export type { Language, MessageParams } from './say.js';

export const sayWeb = (language: Language, key: WebKey, params?: MessageParams): string =>
  filled(WORDS[language][key] ?? key, params);

/** For codes that come from the server; null where there is no sentence for one. */
export const findSentence = (language: Language, key: string, params?: MessageParams): string | null =>
  key in WORDS.zh ? sayWeb(language, key as WebKey, params) : null;
