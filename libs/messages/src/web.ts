import { apply as applyEn } from './en/apply.js';
import { demands as demandsEn } from './en/demands.js';
import { fields as fieldsEn } from './en/fields.js';
import { kit as kitEn } from './en/kit.js';
import { procedures as proceduresEn } from './en/procedures.js';
import { lights as lightsEn } from './en/supervision.js';
import { terms as termsEn } from './en/terms.js';
import { triage as triageEn } from './en/triage.js';
import { filled, type Language, type MessageParams } from './say.js';
import type { admin } from './zh-CN/admin.js';
import { apply } from './zh-CN/apply.js';
import type { closure } from './zh-CN/closure.js';
import type { endsDesk } from './zh-CN/ends-desk.js';
import type { coSignature } from './zh-CN/co-signature.js';
import type { closureDesk } from './zh-CN/closure-desk.js';
import type { decisionRoom } from './zh-CN/decision-room.js';
import { demands } from './zh-CN/demands.js';
import type { desk } from './zh-CN/desk.js';
import { fields } from './zh-CN/fields.js';
import type { formal } from './zh-CN/formal.js';
import type { endings } from './zh-CN/endings.js';
import { kit } from './zh-CN/kit.js';
import type { filings } from './zh-CN/filings.js';
import type { filingsDesk } from './zh-CN/filings-desk.js';
import type { licensed } from './zh-CN/licensed.js';
import type { licensedDesk } from './zh-CN/licensed-desk.js';
import type { likenessDesk } from './zh-CN/likeness-desk.js';
import type { onDay } from './zh-CN/on-day.js';
import type { outbox } from './zh-CN/outbox.js';
import { procedures } from './zh-CN/procedures.js';
import type { proceduresDesk } from './zh-CN/procedures-desk.js';
import type { recusal } from './zh-CN/recusal.js';
import type { succession } from './zh-CN/succession.js';
import type { successionDesk } from './zh-CN/succession-desk.js';
import { lights, type supervision } from './zh-CN/supervision.js';
import type { centres } from './zh-CN/centres.js';
import type { centresDesk } from './zh-CN/centres-desk.js';
import type { tutoring } from './zh-CN/tutoring.js';
import type { tutoringDesk } from './zh-CN/tutoring-desk.js';
import { terms } from './zh-CN/terms.js';
import { triage } from './zh-CN/triage.js';
import type { trips } from './zh-CN/trips.js';
import type { tripsDesk } from './zh-CN/trips-desk.js';
import type { visit } from './zh-CN/visit.js';

/**
 * The words of the web application: everything but documents, public pages and the server's refusals, which it sends
 * itself. Those of the forms come with the pages that show one (web-forms.ts), those of the desk, the inspectors and the
 * administration with theirs (web-desk.ts and its like): an applicant never loads them.
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
};

export type WebKey = keyof (typeof zh &
  typeof licensed &
  typeof filings &
  typeof closure &
  typeof tutoring &
  typeof formal &
  typeof coSignature &
  typeof centres &
  typeof succession &
  typeof endings &
  typeof desk &
  typeof licensedDesk &
  typeof filingsDesk &
  typeof closureDesk &
  typeof tutoringDesk &
  typeof endsDesk &
  typeof centresDesk &
  typeof successionDesk &
  typeof proceduresDesk &
  typeof onDay &
  typeof likenessDesk &
  typeof decisionRoom &
  typeof recusal &
  typeof trips &
  typeof tripsDesk &
  typeof supervision &
  typeof visit &
  typeof outbox &
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
