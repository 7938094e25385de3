import type { Article } from './article.js';

/** A rule was broken by the caller's input; `code` is stable, the wording stands in the message files. */
export class LawError extends Error {
  constructor(
    readonly code: string,
    readonly article?: Article,
  ) {
    super(code);
    this.name = 'LawError';
  }
}
