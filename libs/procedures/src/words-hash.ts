/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'e4d85fa18d63a6cbb71a8eb4b6f01bfc40196f81c577779ce5d453594263f959';
