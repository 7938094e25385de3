/** SHA-256 over the sources that give the charts their meaning; written by `npm run prove -- --write`, checked by a test. */
export const WORDS_HASH = '15f69879d623e52da3169f93f2bb62714afe0f93309e3eaca3d5317eba7fcbff';
