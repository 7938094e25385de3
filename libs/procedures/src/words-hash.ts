/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '4dd59eca56daf848ece62ea78af5d8f96fb0ad9a9f40098ef56e9234993c76b0';
