/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '1331e5e5bfcd5b3ba0acffb3726b59213ab013b0d42106375436d4693b75c7ed';
