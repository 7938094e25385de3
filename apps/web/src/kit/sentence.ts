export { HeadingWords as Words, Sentence } from '../../../../libs/messages/src/parts/sentence.js';
