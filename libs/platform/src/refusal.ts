import type { ProblemCode } from '../../messages/src/index.js';

/** A part of the sentence; prose that comes from data is given in both languages. */
export type RefusalParam = string | number | { zh: string; en: string };

/**
 * A refusal with a stable code: thrown anywhere below the HTTP edge, which alone knows status numbers.
 * `article` where law is the reason, `params` for the sentence, `allowed` for what is possible instead,
 * `fields` for the input that is wrong, each with its own code.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly more: {
      article?: string;
      params?: Record<string, RefusalParam>;
      allowed?: unknown[];
      fields?: { field: string; code: string; article?: string; params?: Record<string, string | number> }[];
      state?: string;
      /** What may be asked for instead, in words. */
      lines?: { lineId: string; nameZh: string; nameEn: string }[];
    } = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
