/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '4323963dc044cee24b30d35037e04d83220c6699307df0145d860a30be3b12aa';
