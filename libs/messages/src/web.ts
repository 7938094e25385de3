import { admin as adminEn } from './en/admin.js';
import { apply as applyEn } from './en/apply.js';
import { desk as deskEn } from './en/desk.js';
import { fields as fieldsEn } from './en/fields.js';
import { kit as kitEn } from './en/kit.js';
import { terms as termsEn } from './en/terms.js';
import { triage as triageEn } from './en/triage.js';
import { visit as visitEn } from './en/visit.js';
import { filled, type Language, type MessageParams } from './say.js';
import { admin } from './zh-CN/admin.js';
import { apply } from './zh-CN/apply.js';
import { desk } from './zh-CN/desk.js';
import { fields } from './zh-CN/fields.js';
import { kit } from './zh-CN/kit.js';
import { terms } from './zh-CN/terms.js';
import { triage } from './zh-CN/triage.js';
import { visit } from './zh-CN/visit.js';

/** The words of the web application: everything but documents, public pages and the server's refusals, which it sends itself. */
const zh = { ...kit, ...terms, ...fields, ...apply, ...triage, ...desk, ...visit, ...admin };
export type WebKey = keyof typeof zh;
const en: Record<WebKey, string> = {
  ...kitEn,
  ...termsEn,
  ...fieldsEn,
  ...applyEn,
  ...triageEn,
  ...deskEn,
  ...visitEn,
  ...adminEn,
};

export type { Language, MessageParams } from './say.js';

export const sayWeb = (language: Language, key: WebKey, params?: MessageParams): string =>
  filled((language === 'zh' ? zh : en)[key], params);

/** For codes that come from the server; null where there is no sentence for one. */
export function findSentence(language: Language, key: string, params?: MessageParams): string | null {
  return key in zh ? sayWeb(language, key as WebKey, params) : null;
}
