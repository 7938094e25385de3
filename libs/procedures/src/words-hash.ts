/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'b89f9ed3019d13274bebbb613cf3f64245b49bd0ec972fb048434b06380edb7d';
