import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { askedBesideIn } from './asked-beside.js';
import { DEMAND_HEADS, DEMAND_PHRASES, DEMAND_VERBS } from './wording.js';

const CHARTER = '学校章程';
const LEASE = '办学场所产权或使用权证明（不动产权证书；租赁合同）';

describe('a reason that asks for something else than its line (ALL 31(1), 32(1)(4))', () => {
  it.each(DEMAND_HEADS.flatMap((head) => DEMAND_VERBS.map((verb) => [head, verb])))('%s … %s', (head, verb) => {
    expect(askedBesideIn(`章程没有签名，${head}${verb}无犯罪记录证明`, CHARTER)).toBe(`${head}${verb}`);
    expect(askedBesideIn(`${head} ${[...verb].join(' ')} 房产证`, CHARTER)).toBe(`${head}${verb}`);
  });
  it.each(DEMAND_PHRASES.map((phrase) => [phrase]))('%s asks by itself', (phrase) => {
    expect(askedBesideIn(`章程缺少第五项，${phrase}房产证`, CHARTER)).not.toBeNull();
  });

  it.each([
    ['beside the line', '请补充章程第五项和无犯罪记录证明'],
    ['after the line', '请补充章程，另请提供无犯罪记录证明'],
    ['in a list', '请提交章程、房产证、银行资信证明'],
    ['after a comma', '请提供章程，居委会意见'],
    ['in a second sentence', '请补充章程第五项。请提供居委会意见'],
    ['before the verb', '无犯罪记录证明，请补上'],
    ['between head and verb', '请将银行流水补上'],
    ['built upon its name', '请提供章程公证书'],
    ['a way to the office', '请携带章程到窗口'],
  ])('%s: %s', (_, reason) => expect(askedBesideIn(reason, CHARTER)).not.toBeNull());
});

describe('a reason that speaks of its line', () => {
  it.each([
    [CHARTER, '章程缺少第五项内容'],
    [CHARTER, '请补充章程第五项'],
    [CHARTER, '请您尽快补上签名页'],
    [CHARTER, '请将章程第五项补充完整'],
    [CHARTER, '请补充《学校章程》第三章第五项的内容。第二页没有签名'],
    [LEASE, '请提供租赁合同第三页、签字页'],
    [LEASE, '合同到期日早于申请日'],
    ['', '请补上签名页'],
    ['安全、卫生保健、财务等内部管理制度和应急预案', '缺少应急预案，请补一份签字的应急预案'],
  ])('%s: %s', (name, reason) => expect(askedBesideIn(reason, name)).toBeNull());

  it('each published material may be asked for by its own name, and none by that of another', () => {
    const materials = parse(readFileSync('libs/law/packs/national/materials.yaml', 'utf8')) as Record<
      string,
      { nameZh: string }
    >;
    const names = Object.values(materials).map(({ nameZh }) => nameZh);
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      expect([name, askedBesideIn(`请补充${name}`, name)]).toEqual([name, null]);
      for (const other of names.filter((one) => !one.includes(name)))
        expect([other, name, askedBesideIn(`请补充${name}`, other)]).toEqual([other, name, '请补充']);
    }
  });
});
