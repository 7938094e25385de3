/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '52c1bd2bc890423f447f1ca3a32fd8876cea0c79fe14baf1a740053c77a750ec';
