import { createContext, useContext, useMemo, type ReactNode } from 'react';
import {
  findSentence,
  sayWeb,
  type Language,
  type MessageParams,
  type WebKey,
} from '../../../libs/messages/src/web.js';

/** The language of the page, as the server put it on `<html lang>`. */
const LanguageContext = createContext<Language>('zh');

export function WithLanguage({ children }: { children: ReactNode }) {
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export interface Say {
  (key: WebKey, params?: MessageParams): string;
  language: Language;
  /** For codes that come from the server; the code itself where there is no sentence. */
  code(
    prefix:
      | 'department'
      | 'state'
      | 'event'
      | 'role'
      | 'lane'
      | 'clock'
      | 'ground'
      | 'register'
      | 'field'
      | 'ticket'
      | 'cause'
      | 'lineDepartment'
      | 'coSigner'
      | 'nature'
      | 'licence.type'
      | 'licence.content'
      | 'onDay.field'
      | 'onDay.level'
      | 'onDay.kind'
      | 'desk.value'
      | 'annual'
      | 'apply.q',
    code: string,
  ): string;
  /** A legal date as people say it: 3月18日（周三）. */
  day(date: string): string;
  /** One of two names that a record carries in both languages. */
  called(of: { nameZh: string; nameEn: string }): string;
  /** How a line is to be prepared. */
  sample(of: { sampleZh: string; sampleEn: string }): string;
}

export function useSay(): Say {
  const language = useContext(LanguageContext);
  return useMemo(() => sayIn(language), [language]);
}

/** The words of one language, outside of a page too. */
export function sayIn(language: Language): Say {
  return Object.assign((key: WebKey, params?: MessageParams) => sayWeb(language, key, params), {
    language,
    code: (prefix: string, code: string) => findSentence(language, `${prefix}.${code}`) ?? code,
    day: (date: string) => dayIn(language, date),
    called: ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (language === 'zh' ? nameZh : nameEn),
    sample: ({ sampleZh, sampleEn }: { sampleZh: string; sampleEn: string }) =>
      language === 'zh' ? sampleZh : sampleEn,
  });
}

const dayWords = (locale: string, month: 'long' | 'short'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month, year: 'numeric' });

/** Made once: a list of ten thousand rows asks for a day at every row. */
const DAYS: Record<Language, Intl.DateTimeFormat> = { zh: dayWords('zh-CN', 'long'), en: dayWords('en-GB', 'short') };

/** Dates are plain days in Asia/Shanghai; no zone of the device may move them. */
function dayIn(language: Language, date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const words = DAYS[language];
  if (language === 'en') return words.format(day);
  const part = Object.fromEntries(words.formatToParts(day).map(({ type, value }) => [type, value]));
  return `${part['year']}年${Number(date.slice(5, 7))}月${part['day']}日（${part['weekday']}）`;
}
