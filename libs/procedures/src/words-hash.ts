/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '003cdcd97191974a1c0ca9bc90da80876fb667b3fe8379fbf8e21ce4dc77b7c6';
