/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'af214658e660bd6918e8fd000f73d9a36e4038ee7b5c26cc711745ad8e5c86e2';
