/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '233f63d3654453919362b1a2e3cbd3ac60d67c44928b4b3055c3c56bbae3be75';
