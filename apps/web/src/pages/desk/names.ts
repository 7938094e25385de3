import { findSentence } from '../../../../../libs/messages/src/web.js';
import type { Say } from '../../say.js';

/** Words for codes of the desk; the code itself where there is no word. */
export const nameOf = (t: Say, kind: 'form' | 'value' | 'document' | 'words' | 'letter', code: string): string =>
  findSentence(t.language, `desk.${kind}.${code}`) ?? code;

export const resultName = (t: Say, result: string): string => findSentence(t.language, `result.${result}`) ?? result;

export const verdictName = (t: Say, verdict: string): string =>
  findSentence(t.language, `verdict.${verdict}`) ?? verdict;

/** 准予, 不予: in a penalty, or in a closure, the words of that procedure. */
export const stanceName = (t: Say, stance: string, matter: string): string =>
  findSentence(t.language, `room.stance.${stance}.${matter}`) ??
  findSentence(t.language, `room.stance.${stance}`) ??
  stance;
