/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'bb73b7d6047915e0f5cafbdd24da9b6f4983a1d928132b2e71354d65e83d2b36';
