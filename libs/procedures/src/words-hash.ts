/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '5b4354c9676804f4e945b214f71b6e31bdb425190a6f35e26c96d8d675c5a07e';
