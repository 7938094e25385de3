/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'f02a15021e9f2c95ab58d8ea455e62f40647540f815ea66d46cc1f0bb4361fa4';
