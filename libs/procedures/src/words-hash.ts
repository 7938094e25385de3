/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = 'bf0634c0700251898cc6d8a3050d3ec0b10e4c66bf16e9eebcdde5f33931df89';
