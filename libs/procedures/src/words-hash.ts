/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'bc4b9b0e12d9235733cc320309ac68ee1c8da720c8a39a4632e7b74d2dc10473';
