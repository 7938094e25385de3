export type Language = 'zh' | 'en';
export type MessageParams = Record<string, string | number>;

/**
 * A sentence with its parameters put in; an absent one leaves nothing behind. `{n|day|days}` is the word that goes with
 * the number: the first for one, the second for any other. Chinese needs none.
 */
export const filled = (sentence: string, params: MessageParams = {}): string =>
  sentence.replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (_, name: string, one?: string, other?: string) => {
    const value = params[name] ?? '';
    if (one === undefined || other === undefined) return String(value);
    return Number(value) === 1 ? one : other;
  });
