import { dateZh, monthZh, plainDate } from '../../../../libs/law/src/index.js';
import {
  MESSAGE_KEYS,
  say,
  type Language,
  type MessageKey,
  type MessageParams,
} from '../../../../libs/messages/src/index.js';

/** Everything a page says, in the language of the visitor. */
export interface Words {
  (key: MessageKey, params?: MessageParams): string;
  language: Language;
  /** For codes that come from data; the code itself where there is no sentence. */
  code(prefix: string, code: string, params?: MessageParams): string;
  /** A legal date as people write it, with its weekday. */
  day(date: string): string;
  /** A month, given as 2026-03. */
  month(month: string): string;
  /** Prose that a pack holds in both languages. */
  said(of: { zh: string; en: string }): string;
  /** Between the parts of a list in one line. */
  listMark: string;
  /** Between words of one sentence. */
  enumeration: string;
  called(of: { nameZh: string; nameEn: string }): string;
  /** A length of time such as 五个工作日. */
  span(of: { length: number; unit: string }): string;
  /** What a pack marks as open, in the visitor's language. */
  given(value: string): string;
  /** An address of ours; it keeps a language that the visitor's own address asked for. */
  link(path: string): string;
}

const known: ReadonlySet<string> = new Set(MESSAGE_KEYS);

/** @param askedInAddress whether `?lang=` chose the language, so that links must carry it */
export function wordsIn(language: Language, askedInAddress: boolean): Words {
  const t = (key: MessageKey, params?: MessageParams): string => say(language, key, params);
  const code = (prefix: string, name: string, params?: MessageParams): string =>
    known.has(`${prefix}.${name}`) ? t(`${prefix}.${name}` as MessageKey, params) : name;
  return Object.assign(t, {
    language,
    code,
    day: (date: string) => (language === 'zh' ? dateZh(plainDate(date)) : dateEn(date)),
    month: (month: string) => (language === 'zh' ? monthZh(month) : monthEn(month)),
    said: ({ zh, en }: { zh: string; en: string }) => (language === 'zh' ? zh : en),
    enumeration: language === 'zh' ? '、' : ', ',
    listMark: language === 'zh' ? say('zh', 'page.listMark') : '; ',
    called: ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (language === 'zh' ? nameZh : nameEn),
    span: ({ length, unit }: { length: number; unit: string }) => code('unit', unit, { n: length }),
    given: (value: string) => value.replace(say('zh', 'page.pending'), t('page.pending')),
    link: (path: string) => (askedInAddress ? withLanguage(path, language) : path),
  });
}

function withLanguage(path: string, language: Language): string {
  const [address = '', part] = path.split('#');
  const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
  return part === undefined ? asked : `${asked}#${part}`;
}

const monthEn = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

const dateEn = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));
