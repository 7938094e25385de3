/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '27f881541d0df852492d068f21b857789e8f05eb6fd0cb4dc5a046c8f4928f8c';
