import { en } from './en/index.js';
import { filled, type Language, type MessageParams } from './say.js';
import { zhCN } from './zh-CN/index.js';

export type { Language, MessageParams } from './say.js';
export type MessageKey = keyof typeof zhCN;

type Suffix<P extends string, K> = K extends `${P}.${infer S}` ? S : never;
/** Stable codes of refusals; each has its sentence in every language. */
export type ProblemCode = Suffix<'problem', MessageKey>;

const FILES: Record<Language, Record<MessageKey, string>> = { zh: zhCN, en };

export const MESSAGE_KEYS = Object.keys(zhCN) as MessageKey[];

/** The sentence of a key; `{name}` is replaced by its parameter, an absent one by nothing. */
export function say(language: Language, key: MessageKey, params: MessageParams = {}): string {
  return filled(FILES[language][key], params);
}

/** For codes that come from data: the sentence, or that of a fallback key. */
export function sayCode(
  language: Language,
  prefix: 'field' | 'state' | 'register' | 'event' | 'role',
  code: string,
  fallback: MessageKey,
  params?: MessageParams,
): string {
  const key = `${prefix}.${code}` as MessageKey;
  return say(language, key in zhCN ? key : fallback, params);
}

export const isProblemCode = (code: string): code is ProblemCode => `problem.${code}` in zhCN;
