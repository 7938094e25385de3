/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '5499817c3a37fbb54e40eabe36788b71d0f8c5ed65a0118dba9eae65a7a9a8fb';
