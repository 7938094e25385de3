/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '0a91f1ca9f770948eb99713168f3b557e30e6c49e1d5f6173d0aad460485c1a3';
