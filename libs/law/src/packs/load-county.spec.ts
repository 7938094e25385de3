import { countyFiles, countyPacks } from '../../../../test/builders/pack.js';
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
    expect(specialProcedures).toEqual(['appraisal']);
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
      edit(fileOf(files, 'national/materials.yaml'), '写明表决人数和结果', '写明表决人数'),
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

interface Row {
  fault: string;
  /** The file that is changed, and what in it. */
  in: string;
  from: string | RegExp;
  to: string;
  /** Where the finding is: a text of the changed file, or of another one. */
  at: string;
  file?: string;
  message: RegExp;
  article?: RegExp;
}
const national = (code: string): string => `national/${code}.yaml`;

/** One row a fault: the county folder with exactly this one thing wrong in it. */
const FAULTS: readonly Row[] = [
  {
    fault: 'an unknown key',
    in: '150203/EST-DIRECT.yaml',
    from: 'requiredCapitalYuan: 300000',
    to: 'requiredCapital: 300000',
    at: 'requiredCapital: 300000',
    message: /unknown key "requiredCapital"/,
  },
  {
    fault: 'a key twice',
    in: national('PREP'),
    from: 'maxTrips: 1',
    to: 'maxTrips: 1\nmaxTrips: 1',
    at: 'maxTrips: 1\nfee',
    message: /not well-formed.*unique/,
  },
  {
    fault: 'a section that is missing',
    in: national('PREP'),
    from: 'collectiveDecision: false\n',
    to: '',
    at: 'code: PREP',
    message: /lacks "collectiveDecision"/,
  },
  {
    fault: 'a value of the wrong shape',
    in: national('PREP'),
    from: 'maxTrips: 1',
    to: 'maxTrips: once',
    at: 'maxTrips',
    message: /wrong shape/,
  },
  {
    fault: 'an unknown lane',
    in: national('CHG-NAME'),
    from: 'lane: health_on_record',
    to: 'lane: health_by_fax',
    at: 'lane: health_by_fax',
    message: /not one of: .*health_on_record/,
  },
  {
    fault: 'an unknown condition',
    in: national('FILE-GOV'),
    from: 'condition: charter_changes',
    to: 'condition: full_moon',
    at: 'condition: full_moon',
    message: /not one of: .*charter_changes/,
  },
  {
    fault: 'an unknown material',
    in: national('CHG-NAME'),
    from: 'id: CHG-RES',
    to: 'id: CHG-REZ',
    at: '{ id: CHG-REZ',
    message: /unknown material "CHG-REZ"/,
  },
  {
    fault: 'a material twice',
    in: national('CHG-NAME'),
    from: '- { id: CHG-RES, role: main }',
    to: '- { id: CHG-RES, role: main }\n  - { id: CHG-RES, role: main }',
    at: '{ id: CHG-RES',
    message: /listed twice/,
  },
  {
    fault: 'a lane twice',
    in: national('CHG-NAME'),
    from: '- { lane: name_lookup }',
    to: '- { lane: name_lookup }\n  - { lane: name_lookup }',
    at: '{ lane: name_lookup',
    message: /listed twice/,
  },
  {
    fault: 'a matter twice',
    in: '150203/authority.yaml',
    from: '  - PREP\n',
    to: '  - PREP\n  - PREP\n',
    at: 'PREP\n  - EST-FORMAL',
    message: /listed twice/,
  },
  {
    fault: 'an unknown source',
    in: national('PREP'),
    from: 'amount: 0, basis: ALL 58',
    to: 'amount: 0, basis: XYZ 58',
    at: 'basis: XYZ',
    message: /unknown source "XYZ 58"/,
  },
  {
    fault: 'a file that is called otherwise than its matter',
    in: national('PREP'),
    from: 'code: PREP',
    to: 'code: PREPARATION',
    at: 'code: PREPARATION',
    message: /the file is called PREP but is of PREPARATION/,
  },
  {
    fault: 'a matter without a base',
    in: '150203/authority.yaml',
    from: '- PREP\n',
    to: '- PREPARE\n',
    at: 'PREPARE',
    message: /no national base of PREPARE/,
  },
  {
    fault: 'an overlay for a matter that the county does not offer',
    in: '150203/authority.yaml',
    from: '  - EST-FORMAL\n',
    to: '',
    file: '150203/EST-FORMAL.yaml',
    at: 'code: EST-FORMAL',
    message: /EST-FORMAL is not listed under matters/,
  },
  {
    fault: 'a fee',
    in: national('PREP'),
    from: 'amount: 0',
    to: 'amount: 50',
    at: 'amount: 50',
    message: /costs nothing/,
    article: /行政许可法》第五十八条/,
  },
  {
    fault: 'a second trip',
    in: national('PREP'),
    from: 'maxTrips: 1',
    to: 'maxTrips: 2',
    at: 'maxTrips',
    message: /more than one trip/,
    article: /优化营商环境条例》第三十六条/,
  },
  {
    fault: 'a visit on site without a basis',
    in: national('EST-FORMAL'),
    from: 'basis: [ALL 34(3)]',
    to: 'basis: [GUIDE]',
    at: 'onSite:',
    message: /visit on site without/,
    article: /优化营商环境条例》第三十五条/,
  },
  {
    fault: 'a demanded line without a ranked basis',
    in: national('CHG-NAME'),
    from: 'id: CHG-LICENCE, role: voluntary',
    to: 'id: CHG-LICENCE, role: secondary',
    at: 'id: CHG-LICENCE',
    message: /CHG-LICENCE is demanded without/,
    article: /行政许可法》第三十一条/,
  },
  {
    fault: 'a line that has lost its basis in the national list',
    in: 'national/materials.yaml',
    from: 'basis: [PEL 42]',
    to: 'basis: [GUIDE]',
    file: national('FILE-AD'),
    at: 'id: FIL-AD',
    message: /FIL-AD is demanded without/,
    article: /行政许可法》第三十一条/,
  },
  {
    fault: 'a precondition without a ranked basis',
    in: national('PREP'),
    from: 'basis: [PER 6]',
    to: 'basis: [GB80]',
    at: 'zh: 举办者信用状况良好',
    message: /precondition without a ranked legal basis/,
    article: /优化营商环境条例》第三十五条/,
  },
  {
    fault: 'a lane without a ranked basis',
    in: national('PREP'),
    from: 'lane: credit_lookup',
    to: 'lane: credit_lookup, basis: [GUIDE]',
    at: 'lane: credit_lookup',
    message: /credit_lookup is a precondition without/,
    article: /优化营商环境条例》第三十五条/,
  },
  {
    fault: 'a never-tolerable line marked tolerable',
    in: 'national/materials.yaml',
    from: /(PRM-FIRE:[\s\S]*?)tolerable: false/,
    to: '$1tolerable: true # owed',
    at: 'tolerable: true # owed',
    message: /PRM-FIRE can never be tolerated/,
    article: /行政许可法》第三十八条第一款/,
  },
  {
    fault: 'a main line marked tolerable',
    in: national('TERM-VOL'),
    from: 'id: TRM-PLAN, role: main',
    to: 'id: TRM-PLAN, role: main, tolerable: true',
    at: 'tolerable: true',
    message: /TRM-PLAN is a main material/,
    article: /行政许可法》第三十二条/,
  },
  {
    fault: 'a joint site check without health',
    in: national('CHG-ADDR'),
    from: '  - { lane: health_site }\n',
    to: '',
    at: 'attestations:',
    message: /lacks health_site/,
    article: /行政许可法》第二十六条/,
  },
  {
    fault: 'a food permit before registration',
    in: national('CHG-ADDR'),
    from: 'id: PRM-STRUCT, role: main',
    to: 'id: PRM-STRUCT, role: main, nameZh: 食品经营许可证',
    at: 'id: PRM-STRUCT',
    message: /food permit comes after registration/,
    article: /食品安全法》第三十五条/,
  },
  {
    fault: 'the fire permit of places of public assembly',
    in: national('CHG-ADDR'),
    from: '消防验收合格或者已经备案',
    to: '公众聚集场所投入使用前消防安全检查合格',
    at: 'zh: 公众聚集场所',
    message: /no place of public assembly/,
    article: /消防法》第十五条/,
  },
  {
    fault: 'a principal who is approved',
    in: national('CHG-PRINCIPAL'),
    from: "powerCode: '10'",
    to: "powerCode: '01'",
    at: 'powerCode',
    message: /filed and not approved/,
    article: /优化营商环境条例》第三十九条/,
  },
  {
    fault: 'an approval of the principal in words',
    in: national('FILE-GOV'),
    from: '决策机构、章程、校长符合规定',
    to: '校长已经核准',
    at: '{\n      zh: 校长已经核准',
    message: /filed and not approved/,
    article: /优化营商环境条例》第三十九条/,
  },
  {
    fault: 'a notice in a newspaper',
    in: 'national/materials.yaml',
    from: '写明遗失或者损毁的情况，由学校盖章',
    to: '登报声明',
    file: national('REISSUE'),
    at: 'id: LST-DECL',
    message: /newspaper notice/,
    article: /优化营商环境条例》第三十五条/,
  },
  {
    fault: 'a new early-childhood centre',
    in: national('ECC-RECOG'),
    from: /basis: \[SEED\]([\s\S]*?)switchedOff:[\s\S]*?\n(confidence:)/,
    to: 'basis: [PSL 24]$1switchedOff: null\n$2',
    at: 'switchedOff',
    message: /may not be recognised anew/,
    article: /学前教育法》第三十条/,
  },
  {
    fault: 'a matter that rests on nothing and is open',
    in: national('FILE-AD'),
    from: 'basis: [PEL 42, ADL 24]',
    to: 'basis: [GUIDE]',
    at: 'basis: [GUIDE]',
    message: /rests on no ranked legal basis/,
    article: /优化营商环境条例》第三十五条/,
  },
  {
    fault: 'an intermediary in words',
    in: national('QUALITY'),
    from: '第三方由教育局竞争选定并付费',
    to: '请委托演示中介公司',
    at: 'zh: 请委托演示中介公司',
    message: /intermediary is named without a basis/,
    article: /优化营商环境条例》第四十三条/,
  },
  {
    fault: 'an intermediary with a basis of no rank',
    in: national('QUALITY'),
    from: 'notes:\n',
    to: 'intermediaries:\n  - { zh: 评估中介, en: An intermediary, basis: [GUIDE] }\nnotes:\n',
    at: 'zh: 评估中介',
    message: /intermediary is named without a basis/,
    article: /优化营商环境条例》第四十三条/,
  },
  {
    fault: 'a statutory limit that the law does not know',
    in: national('EST-FORMAL'),
    from: 'length: 3, unit: month',
    to: 'length: 2, unit: month',
    at: 'statutory:',
    message: /contradicts the law, which says: 3 month/,
    article: /民办教育促进法》第十七条/,
  },
  {
    fault: 'a limit where the law sets none',
    in: national('FILE-AD'),
    from: /none: true/,
    to: 'length: 20, unit: working_day, basis: PEL 42',
    at: 'statutory:',
    message: /contradicts the law, which says: none/,
    article: /民办教育促进法》第四十二条/,
  },
  {
    fault: 'a limit of two kinds',
    in: national('FILE-AD'),
    from: /none: true/,
    to: 'none: true, length: 20, unit: working_day, basis: PEL 42',
    at: 'statutory:',
    message: /say exactly one of/,
  },
  {
    fault: 'an extension of the three months',
    in: national('EST-FORMAL'),
    from: 'unit: month,',
    to: 'unit: month, extension: { length: 1, unit: month, approver: head_of_agency, basis: ALL 42(1) },',
    at: 'extension:',
    message: /knows no extension/,
    article: /民办教育促进法》第十七条/,
  },
  {
    fault: 'an extension that is too long',
    in: national('CHG-NAME'),
    from: 'extension: { length: 10',
    to: 'extension: { length: 15',
    at: 'extension:',
    message: /the law allows 10 working_day, head_of_agency/,
    article: /行政许可法》第四十二条第一款/,
  },
  {
    fault: 'a joint limit where there is none',
    in: national('EST-FORMAL'),
    from: 'unit: month,',
    to: 'unit: month, joint: { length: 45, unit: working_day, basis: ALL 42(2), extension: { length: 15, unit: working_day, approver: head_of_government, basis: ALL 42(2) } },',
    at: 'joint:',
    message: /no such joint limit/,
    article: /行政许可法》第四十二条第二款/,
  },
  {
    fault: 'a joint extension by the wrong person',
    in: national('TRN-NONSUBJ'),
    from: 'approver: head_of_government',
    to: 'approver: head_of_agency',
    at: 'extension:',
    message: /the law allows 15 working_day, head_of_government/,
    article: /行政许可法》第四十二条第二款/,
  },
  {
    fault: 'a promise longer than the law',
    in: national('CHG-NAME'),
    from: 'promised: { length: 5,',
    to: 'promised: { length: 21,',
    at: 'promised:',
    message: /promised later than the law allows/,
    article: /行政许可法》第四十二条第一款/,
  },
  {
    fault: 'a promise in months that one start date breaks',
    in: national('PREP'),
    from: 'promised: { length: 15, unit: working_day',
    to: 'promised: { length: 1, unit: month',
    at: 'promised:',
    message: /accepted on 2025-01-01 would be promised later/,
    article: /民办教育促进法》第十四条第一款/,
  },
  {
    fault: 'a renewal promised after the licence has expired',
    in: national('RENEW'),
    from: 'promised: { length: 10,',
    to: 'promised: { length: 25,',
    at: 'promised:',
    message: /promised later than the law allows/,
    article: /行政许可法》第五十条第二款/,
  },
  {
    fault: 'inner limits beyond the promise',
    in: national('CHG-NAME'),
    from: 'review: 3',
    to: 'review: 30',
    at: 'internal:',
    message: /longer than the promise: 32 > 5/,
  },
  {
    fault: 'a promise without inner limits',
    in: national('CHG-NAME'),
    from: /internal: \{.*\}/,
    to: 'internal: null',
    at: 'internal:',
    message: /come together/,
  },
  {
    fault: 'a matter that the table of limits does not know',
    in: national('PREP'),
    from: 'code: PREP',
    to: 'code: PREPARATION',
    at: 'code: PREPARATION',
    message: /table of limits does not know PREPARATION/,
  },
];

describe('a county folder with one fault in it', () => {
  it.each(FAULTS.map((row) => [row.fault, row] as const))('%s', (_, row) => {
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
