import { apply as applyEn } from './en/apply.js';
import { closure as closureEn } from './en/closure.js';
import { demands as demandsEn } from './en/demands.js';
import { fields as fieldsEn } from './en/fields.js';
import { formal as formalEn } from './en/formal.js';
import { endings as endingsEn } from './en/endings.js';
import { kit as kitEn } from './en/kit.js';
import { filings as filingsEn } from './en/filings.js';
import { licensed as licensedEn } from './en/licensed.js';
import { procedures as proceduresEn } from './en/procedures.js';
import { lights as lightsEn } from './en/supervision.js';
import { terms as termsEn } from './en/terms.js';
import { triage as triageEn } from './en/triage.js';
import { filled, type Language, type MessageParams } from './say.js';
import type { admin } from './zh-CN/admin.js';
import { apply } from './zh-CN/apply.js';
import { closure } from './zh-CN/closure.js';
import type { endsDesk } from './zh-CN/ends-desk.js';
import type { closureDesk } from './zh-CN/closure-desk.js';
import type { decisionRoom } from './zh-CN/decision-room.js';
import { demands } from './zh-CN/demands.js';
import type { desk } from './zh-CN/desk.js';
import { fields } from './zh-CN/fields.js';
import { formal } from './zh-CN/formal.js';
import { endings } from './zh-CN/endings.js';
import { kit } from './zh-CN/kit.js';
import { filings } from './zh-CN/filings.js';
import type { filingsDesk } from './zh-CN/filings-desk.js';
import { licensed } from './zh-CN/licensed.js';
import type { licensedDesk } from './zh-CN/licensed-desk.js';
import { procedures } from './zh-CN/procedures.js';
import type { proceduresDesk } from './zh-CN/procedures-desk.js';
import type { recusal } from './zh-CN/recusal.js';
import { lights, type supervision } from './zh-CN/supervision.js';
import { terms } from './zh-CN/terms.js';
import { triage } from './zh-CN/triage.js';
import type { trips } from './zh-CN/trips.js';
import type { tripsDesk } from './zh-CN/trips-desk.js';
import type { visit } from './zh-CN/visit.js';

/**
 * The words of the web application: everything but documents, public pages and the server's refusals, which it sends
 * itself. Those of the desk, the inspectors and the administration come with their pages (web-desk.ts and its like): an
 * applicant never loads them.
 */
const zh = {
  ...kit,
  ...lights,
  ...terms,
  ...fields,
  ...apply,
  ...triage,
  ...procedures,
  ...demands,
  ...licensed,
  ...filings,
  ...closure,
  ...endings,
  ...formal,
};
const en: Record<keyof typeof zh, string> = {
  ...kitEn,
  ...lightsEn,
  ...termsEn,
  ...fieldsEn,
  ...applyEn,
  ...triageEn,
  ...proceduresEn,
  ...demandsEn,
  ...licensedEn,
  ...filingsEn,
  ...closureEn,
  ...endingsEn,
  ...formalEn,
};

export type WebKey = keyof (typeof zh &
  typeof desk &
  typeof licensedDesk &
  typeof filingsDesk &
  typeof closureDesk &
  typeof endsDesk &
  typeof proceduresDesk &
  typeof decisionRoom &
  typeof recusal &
  typeof trips &
  typeof tripsDesk &
  typeof supervision &
  typeof visit &
  typeof admin);
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
