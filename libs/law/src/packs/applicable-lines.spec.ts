import { uploadsOf } from './applicable-lines.js';
import type { MaterialLine } from './pack.js';

const line = (change: Partial<MaterialLine>): MaterialLine => ({
  id: 'A',
  nameZh: '材料',
  nameEn: 'Paper',
  role: 'main',
  source: 'upload',
  fields: [],
  tolerable: false,
  cureDays: null,
  basis: [],
  confidence: 'law',
  sampleZh: '样',
  sampleEn: 'sample',
  ...change,
});

describe('uploadsOf counts papers by what makes somebody hand them in', () => {
  it.each<[string, Partial<MaterialLine>[], ReturnType<typeof uploadsOf>]>([
    ['always', [{}], { least: 1, most: 1, voluntary: 0, later: 0 }],
    [
      'never: it is filled in, looked up or made',
      [{ source: 'form' }, { source: 'lookup' }, { source: 'agency' }],
      { least: 0, most: 0, voluntary: 0, later: 0 },
    ],
    ['in a situation', [{}, { condition: 'donated' }], { least: 1, most: 2, voluntary: 0, later: 0 }],
    ['for a site that is not small', [{ notBelowSquareMetres: 300 }], { least: 0, most: 1, voluntary: 0, later: 0 }],
    [
      'on a new site or on the old one, never on both',
      [{ condition: 'new_site' }, { condition: 'same_site' }],
      { least: 1, most: 1, voluntary: 0, later: 0 },
    ],
    ['of their own accord', [{ role: 'voluntary' }], { least: 0, most: 0, voluntary: 1, later: 0 }],
    [
      'later',
      [{ stage: 'after_licence', role: 'voluntary' }, { stage: 'closing' }],
      { least: 0, most: 0, voluntary: 0, later: 2 },
    ],
  ])('%s', (_, lines, count) => {
    expect(uploadsOf({ materials: lines.map(line) })).toEqual(count);
  });
});
