import type { Article, Unit } from '../../../law/src/index.js';
import { MESSAGE_KEYS, say, type Language, type MessageKey, type MessageParams } from '../../../messages/src/index.js';

/** The words of one language, for passages made of messages. */
export interface Saying {
  language: Language;
  t(key: MessageKey, params?: MessageParams): string;
  /** For codes that come from data; the code itself where there is no sentence. */
  code(prefix: string, name: string, params?: MessageParams): string;
  span(of: { length: number; unit: Unit }): string;
  called(of: { nameZh: string; nameEn: string }): string;
}

const known: ReadonlySet<string> = new Set(MESSAGE_KEYS);

export function sayingIn(language: Language): Saying {
  const t = (key: MessageKey, params?: MessageParams): string => say(language, key, params);
  const code = (prefix: string, name: string, params?: MessageParams): string =>
    known.has(`${prefix}.${name}`) ? t(`${prefix}.${name}` as MessageKey, params) : name;
  return {
    language,
    t,
    code,
    span: ({ length, unit }) => code('unit', unit, { n: length }),
    called: ({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn),
  };
}

export const articlesOf = (articles: readonly Article[]): string | null =>
  articles.length > 0 ? [...new Set(articles.map(({ zh }) => zh))].join('；') : null;
