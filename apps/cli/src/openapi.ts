import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeRoutes } from '../../api/src/describe-routes.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';

/** Writes the description of all routes; the typed client is made from it. */
export async function writeOpenApi(): Promise<number> {
  const path = join(projectRoot(), 'docs', 'openapi.json');
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(await describeRoutes(), null, 2)}\n`);
  return 0;
}
