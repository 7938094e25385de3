/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '6af66c4a2443773d9f27273c7922c0d6bfd82d5a7dd12209107854d911f412b7';
