import { countyFiles, countyPacks } from '../../../../test/builders/pack.js';
import { DEMAND_ROWS } from '../../../../test/builders/pack-faults/demand-rows.js';
import { LIMIT_ROWS } from '../../../../test/builders/pack-faults/limit-rows.js';
import { national } from '../../../../test/builders/pack-faults/row.js';
import { SHAPE_ROWS } from '../../../../test/builders/pack-faults/shape-rows.js';
import { checkCounty, loadCounty, type CountyFiles } from './load-county.js';
import type { MatterPack } from './pack.js';
import { PackError, type PackFile } from './source-file.js';

/** A file of the county by its name, to be changed in a test. */
const fileOf = (files: CountyFiles, name: string): PackFile => {
  const { national, authority, overlays } = files;
  const found = [national.materials, national.lanes, ...national.matters, authority, ...overlays].find(
    ({ path }) => path === name,
  );
  if (!found) throw new Error(`no file ${name}`);
  return found;
};
const edit = (file: PackFile, from: string | RegExp, to: string): void => {
  const text = file.text.replace(from, to);
  if (text === file.text) throw new Error(`nothing to replace: ${String(from)}`);
  file.text = text;
};
const lineOf = ({ text }: PackFile, needle: string): number => {
  const at = text.indexOf(needle);
  if (at < 0) throw new Error(`not there: ${needle}`);
  return text.slice(0, at).split('\n').length;
};

describe('the packs of 150203', () => {
  const packs = countyPacks();
  const byCode = new Map(packs.map((pack) => [pack.code, pack]));
  const pack = (code: string): MatterPack => byCode.get(code) as MatterPack;

  it('are all 27 matters of the catalogue, each with a hash of its own', () => {
    expect(packs).toHaveLength(27);
    expect(new Set(packs.map(({ hash }) => hash)).size).toBe(27);
    for (const { hash } of packs) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keep the establishment as it was: its lines, its lanes, its special procedures', () => {
    const { materials, attestations, specialProcedures, limits } = pack('EST-DIRECT');
    expect(materials).toHaveLength(23);
    expect(limits.promised).toMatchObject({ length: 20, unit: 'working_day' });
    expect(materials.find(({ id }) => id === 'PRM-PLAN')?.role).toBe('voluntary');
    expect(materials.map(({ id }) => id)).not.toContain('EST-PREPAPP');
    expect(attestations.map(({ lane }) => lane).join(' ')).toBe(
      'education_site health_site market_site hygiene_evaluation fire_acceptance structural_safety name_lookup',
    );
    expect(specialProcedures).toEqual(['testing', 'appraisal', 'expert_review', 'hearing']);
  });

  it('have a hash of their content, not of their layout', () => {
    const hashOf = (change: (files: CountyFiles) => void) => {
      const files = countyFiles();
      change(files);
      return loadCounty(files).find(({ code }) => code === 'CHG-NAME')?.hash;
    };
    const commented = hashOf((files) => {
      const file = fileOf(files, 'national/CHG-NAME.yaml');
      file.text = `# a remark\n${file.text}`;
    });
    const line = hashOf((files) =>
      edit(fileOf(files, 'national/materials.yaml'), '写明全体组成人员数、表决结果', '写明表决人数'),
    );
    expect(commented).toBe(pack('CHG-NAME').hash);
    expect(line).not.toBe(pack('CHG-NAME').hash);
  });

  it('call nothing twice what a county lists twice', () => {
    const files = countyFiles();
    edit(fileOf(files, '150203/authority.yaml'), '  - PREP\n', '  - PREP\n  - PREP\n');
    expect(checkCounty(files).findings).toHaveLength(1);
  });
});

describe('a county folder with one fault in it', () => {
  it.each([...SHAPE_ROWS, ...DEMAND_ROWS, ...LIMIT_ROWS].map((row) => [row.fault, row] as const))('%s', (_, row) => {
    const files = countyFiles();
    const changed = fileOf(files, row.in);
    edit(changed, row.from, row.to);
    const { findings } = checkCounty(files);
    const found = findings.find(({ message }) => row.message.test(message));
    const where = row.file ? fileOf(files, row.file) : changed;
    expect(found).toMatchObject({ file: where.path, message: expect.stringMatching(row.message) as string });
    expect(found?.line).toBe(lineOf(where, row.at));
    if (row.article) expect(found?.article).toMatch(row.article);
    else expect(found?.article).toBeUndefined();
  });

  it('an overlay without a base, and a file that is no YAML', () => {
    const files = countyFiles();
    const odd = {
      ...files,
      overlays: [
        ...files.overlays,
        { path: '150203/PICNIC.yaml', text: "code: PICNIC\nversion: '1'\n" },
        { path: '150203/CHG-NAME.yaml', text: 'code: [\n' },
      ],
    };
    expect(checkCounty(odd).findings.map(({ file, line, message }) => [file, line, message])).toEqual([
      ['150203/CHG-NAME.yaml', expect.any(Number), expect.stringMatching(/not well-formed/)],
      ['150203/PICNIC.yaml', 1, expect.stringMatching(/no national base of PICNIC/)],
    ]);
  });

  it('names everything at once, and does not load', () => {
    const files = countyFiles();
    edit(fileOf(files, national('PREP')), 'amount: 0', 'amount: 50');
    edit(fileOf(files, national('CHG-NAME')), 'promised: { length: 5,', 'promised: { length: 21,');
    edit(fileOf(files, '150203/EST-DIRECT.yaml'), 'requiredCapitalYuan: 300000', 'requiredCapital: 1');
    expect(() => loadCounty(files)).toThrow(PackError);
    const places = checkCounty(files).findings.map(({ file }) => file);
    expect(new Set(places)).toEqual(new Set([national('PREP'), national('CHG-NAME'), '150203/EST-DIRECT.yaml']));
  });
});
