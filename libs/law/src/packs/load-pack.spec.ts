import { readFileSync } from 'node:fs';
import { loadPack, PackError, type PackFile } from './load-pack.js';

const read = (path: string): PackFile => ({ path, text: readFileSync(path, 'utf8') });
const files = () => ({
  base: read('libs/law/packs/national/EST-DIRECT.yaml'),
  overlay: read('libs/law/packs/150203/EST-DIRECT.yaml'),
  authority: read('libs/law/packs/150203/authority.yaml'),
});

const findingsOf = (change: (given: ReturnType<typeof files>) => void) => {
  const given = files();
  change(given);
  try {
    loadPack(given);
  } catch (error) {
    if (error instanceof PackError) return error.findings;
    throw error;
  }
  return [];
};
const edit = (file: PackFile, from: string | RegExp, to: string) => {
  const text = file.text.replace(from, to);
  if (text === file.text) throw new Error(`nothing to replace: ${from}`);
  file.text = text;
};
const lineOf = (file: PackFile, needle: string) => file.text.slice(0, file.text.indexOf(needle)).split('\n').length;

describe('the EST-DIRECT pack of 150203', () => {
  it('loads, with every main line founded on a ranked source', () => {
    const pack = loadPack(files());
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(pack.materials).toHaveLength(23);
    expect(pack.limits.promised).toMatchObject({ length: 20, unit: 'working_day' });
    expect(pack.materials.find(({ id }) => id === 'PRM-PLAN')?.role).toBe('voluntary');
    expect(pack.materials.map(({ id }) => id)).not.toContain('EST-PREPAPP');
  });

  it('has a hash of its content, not of its layout', () => {
    const commented = files();
    commented.base.text = `# a remark\n${commented.base.text}`;
    const changed = files();
    edit(changed.overlay, 'length: 20', 'length: 21');
    expect(loadPack(commented).hash).toBe(loadPack(files()).hash);
    expect(loadPack(changed).hash).not.toBe(loadPack(files()).hash);
  });
});

describe('a pack that breaks the law does not load', () => {
  const refusals: [
    string,
    (given: ReturnType<typeof files>) => void,
    { message: RegExp; article?: RegExp; at?: string },
  ][] = [
    [
      'an unknown key',
      ({ overlay }) => (overlay.text += 'intermediary: someone\n'),
      { message: /unknown key "intermediary"/, at: 'intermediary' },
    ],
    ['an unknown source', ({ base }) => edit(base, 'ALL 58', 'XYZ 1'), { message: /unknown|XYZ/ }],
    [
      'a fee',
      ({ base }) => edit(base, 'amount: 0', 'amount: 50'),
      { message: /costs nothing/, article: /第五十八条/, at: 'amount: 50' },
    ],
    ['a second trip', ({ base }) => edit(base, 'maxTrips: 1', 'maxTrips: 2'), { message: /more than one trip/ }],
    [
      'a promise longer than the law',
      ({ overlay }) => edit(overlay, 'length: 20', 'length: 70'),
      { message: /promised later than the law allows/, at: 'promised' },
    ],
    [
      'internal limits beyond the promise',
      ({ overlay }) => edit(overlay, 'review: 14', 'review: 40'),
      { message: /longer than the promise/ },
    ],
    [
      'a demanded line without a ranked basis',
      ({ base }) => edit(base, 'role: voluntary', 'role: secondary'),
      { message: /PRM-PLAN is demanded without/, article: /第三十一条/, at: 'id: PRM-PLAN' },
    ],
    [
      'a never-tolerable line marked tolerable',
      ({ base }) => edit(base, /(id: PRM-FIRE[\s\S]*?)tolerable: false/, '$1tolerable: true'),
      { message: /PRM-FIRE can never be tolerated/ },
    ],
    [
      'a food permit before registration',
      ({ base }) => edit(base, '托幼机构卫生评价报告', '食品经营许可证'),
      { message: /food permit/, article: /第三十五条/ },
    ],
    [
      'a joint site check without health',
      ({ base }) => edit(base, 'lane: health_site', 'lane: hygiene_evaluation'),
      { message: /lacks health_site/ },
    ],
  ];
  it.each(refusals)('%s', (_, change, expected) => {
    const given = files();
    change(given);
    const found = findingsOf(change).find(
      ({ message, article }) =>
        expected.message.test(message) && (!expected.article || expected.article.test(article ?? '')),
    );
    expect(found).toBeDefined();
    if (expected.at) {
      const file = found?.file.includes('national') ? given.base : given.overlay;
      expect(found?.line).toBe(lineOf(file, expected.at));
    }
  });
});
