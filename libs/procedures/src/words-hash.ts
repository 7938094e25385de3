/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '206881eafe291dd860b2ffd4697d99bac2d732b5ce8808cafb2c79fa3ad88d9a';
