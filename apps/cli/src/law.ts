import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../libs/platform/src/project-root.js';
import { lawBook } from './law-book/law-book.js';

/** Writes docs/law.md: every rule with its article, from when to when, its function and its test. */
export async function writeLawBook(): Promise<number> {
  const root = projectRoot();
  writeFileSync(join(root, 'docs', 'law.md'), lawBook(root));
  return 0;
}
