/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '9f4d349125572416e621f5516064e936807ef188043274ff7555ee708ac40aec';
