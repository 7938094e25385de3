import { say } from '../../../libs/messages/src/index.js';
import { libraryOf, type Answer, type Answers } from '../../../libs/publicity/src/index.js';
import type { Tools } from './tools.js';

/** Built once for the packs that are published; other packs make another library. */
const built = new WeakMap<object, Answers>();

function libraryFor({ workshop: { shelf } }: Tools): Answers {
  const kept = built.get(shelf.published);
  if (kept) return kept;
  const made = libraryOf([...shelf.published.values()].map(({ pack }) => pack));
  built.set(shelf.published, made);
  return made;
}

/** Passages that answer a question, and whom to call where none does. */
export function answersTo(tools: Tools, question: string): { items: Answer[]; hotline: string } {
  const [first] = tools.workshop.shelf.published.values();
  return {
    items: libraryFor(tools).answer(question),
    hotline: first?.pack.authority.hotline ?? say('zh', 'page.pending'),
  };
}
