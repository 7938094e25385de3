import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { queryBook } from './book.js';

/** Writes docs/queries.sql. */
export function writeQueries(): Promise<number> {
  const root = projectRoot();
  writeFileSync(join(root, 'docs', 'queries.sql'), queryBook(root));
  return Promise.resolve(0);
}
