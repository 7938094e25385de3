/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '0bb6795276a5a818c2284fd98e81e305f7159840c4b789f098516e1768a01384';
