/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '752a180771df4f67dc37cf213d90bb6e538cf545d93691f7fb70cc4e85ced9a6';
