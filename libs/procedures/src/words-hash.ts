/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '93d264d26fbe9f76bda34c9ed99ef418b15a9993c3c73326b63d640eca5367e3';
