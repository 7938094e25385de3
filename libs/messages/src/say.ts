export type Language = 'zh' | 'en';
export type MessageParams = Record<string, string | number>;

/** A sentence with its parameters put in; an absent one leaves nothing behind. */
export const filled = (sentence: string, params: MessageParams = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
