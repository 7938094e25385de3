/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '1669dc5a9e5324c530cef48497b85af9f0b8db699af49c47ef3edc076bc8d595';
