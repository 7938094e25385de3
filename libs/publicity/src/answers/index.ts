export { GLOSSARY } from './glossary.js';
export { Answers, type Answer } from './library.js';
export { libraryOf } from './passages.js';
