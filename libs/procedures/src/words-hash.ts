/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '64b060a20a65c75820eff827aeeba1eb65d1d77ed11478e73f475a54a8b7cc99';
