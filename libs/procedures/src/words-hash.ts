/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '744bbbb7dca3b7f3295dc7b2705f34776aef17c82b1de4d671b62f9ccf360174';
