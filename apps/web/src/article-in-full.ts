import { cite } from '../../../libs/law/src/article.js';

/** 《学前教育法》第二十九条 for PSL 29; what cannot be read stays as it was typed. */
export function articleInFull(ref: string): string {
  try {
    return cite(ref).zh;
  } catch {
    return ref;
  }
}
