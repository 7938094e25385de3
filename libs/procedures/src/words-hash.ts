/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'de55c60cb19bdc4ff41f10f1b46e672226b6e7b4a9ec8a671e80859e51c2c145';
