import { readdirSync, readFileSync } from 'node:fs';
import { ENDINGS } from '../../law/src/index.js';

const WRITERS = ['libs/register/src', 'libs/cases/src', 'libs/procedures/src'];
const written = WRITERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

it.each(Object.entries(ENDINGS))(
  '%s is written by code exactly where the catalogue gives it a road',
  (_, { matters, registerState }) => {
    expect(written.includes(`'${registerState}'`)).toBe(matters.length > 0);
    for (const matter of matters) expect(readdirSync('libs/procedures/certificates')).toContain(`${matter}.json`);
  },
);
