import fc from 'fast-check';
import { establishmentPack } from '../../../../test/builders/pack.js';
import { libraryOf } from './passages.js';

const answers = libraryOf([establishmentPack()]);
const first = (question: string): string | undefined => answers.answer(question)[0]?.link;
const G = '/guides/EST-DIRECT';

describe('questions in everyday words, and where the first answer stands', () => {
  it.each([
    // two characters, most of them terms of the law
    ['补正', '/ask#correction'],
    ['受理', '/ask#acceptance'],
    ['年检', '/ask#annual'],
    ['分立', '/ask#division'],
    ['合并', '/ask#division'],
    ['容缺', '/ask#tolerant'],
    ['筹设', '/ask#preparation'],
    ['变更', '/ask#change'],
    ['终止', '/ask#closure'],
    ['注销', '/ask#cancellation'],
    ['吊销', '/ask#revocation'],
    ['撤销', '/ask#rescission'],
    ['延续', '/ask#renewal'],
    ['听证', '/ask#hearing'],
    ['踏勘', '/ask#siteCheck'],
    ['送达', '/ask#service'],
    ['复议', '/ask#reconsideration'],
    ['收费', `${G}#fee`],
    ['流程', `${G}#steps`],
    ['章程', `${G}#materials`],
    ['鉴定', `${G}#special`],
    ['消防', `${G}#materials`],
    // what people say
    ['要交什么材料', `${G}#materials`],
    ['办证要准备哪些资料？', `${G}#materials`],
    ['多久能办完', `${G}#basics`],
    ['几天能下来', `${G}#basics`],
    ['要多少钱', `${G}#fee`],
    ['办这个要不要钱啊', `${G}#fee`],
    ['要跑几趟', `${G}#trips`],
    ['材料不齐怎么办', `${G}#questions`],
    ['不批准怎么办？', `${G}#questions`],
    ['没批下来怎么办', `${G}#questions`],
    ['到期没有答复怎么办', `${G}#questions`],
    ['去哪里办', `${G}#where`],
    ['窗口在哪', `${G}#where`],
    ['打哪个电话', `${G}#help`],
    ['幼儿园不想办了', '/ask#closure'],
    ['学校要搬家', '/ask#change'],
    ['幼儿园换地址', '/ask#change'],
    ['想改名字，换名字行吗', '/ask#change'],
    ['园长要什么条件', `${G}#conditions`],
    ['园长', '/ask#principal'],
    ['决策机构至少几个人', `${G}#conditions`],
    ['开办资金不少于多少', `${G}#conditions`],
    ['许可证管几年', `${G}#basics`],
    ['依据哪条法律', `${G}#basis`],
    ['联合办学协议要交吗', `${G}#materials`],
    ['房子是租的，要租赁合同吗', `${G}#materials`],
    ['交了假材料会怎样', '/ask#falsePapers'],
    ['快到期了怎么续期', '/ask#renewal'],
    ['能不能打官司', '/ask#litigation'],
    ['工作日怎么算', '/ask#workingDay'],
    ['谁算举办者', '/ask#sponsor'],
    ['义务教育能办营利性的吗', '/ask#nonProfit'],
    // width, case, punctuation as it comes
    ['　补　正　', '/ask#correction'],
    ['「補正」、『补正』', '/ask#correction'],
    ['补正？？？！！', '/ask#correction'],
    ['【受理】、是啥？', '/ask#acceptance'],
    ['ＥＳＴ－ＤＩＲＥＣＴ 要交什么材料', `${G}#materials`],
    ['‹容缺受理›…', '/ask#tolerant'],
  ])('%s → %s', (question, link) => expect([question, first(question)]).toEqual([question, link]));

  it.each([
    ['What papers do I need?', `${G}#materials`],
    ['HOW LONG does it take', `${G}#basics`],
    ['is there a fee', `${G}#fee`],
    ['how many trips', `${G}#trips`],
    ['what if it is refused', `${G}#questions`],
    ['correction', '/ask#correction'],
    ['can I appeal', '/ask#reconsideration'],
    ['the kindergarten wants to close', '/ask#closure'],
    ['renew my licence', '/ask#renewal'],
    ['what is a joint site check', '/ask#siteCheck'],
  ])('%s → %s', (question, link) => expect([question, first(question)]).toEqual([question, link]));
});

describe('what is not answered', () => {
  it.each([
    '今天天气怎么样',
    '明天会下雨吗',
    '你是傻子',
    '滚蛋',
    '护照怎么办理',
    '驾驶证年检',
    '结婚登记要什么材料',
    '社保怎么交',
    '公积金提取流程',
    '哪里能买到便宜的手机',
    '给我讲个笑话',
    '红烧肉的做法',
    '股票能不能买',
    '',
    '   ',
    '？？？！！。。。',
    '……——「」',
    '的了吗呢',
    '我',
    "'; drop table licence; --",
    '<script>alert(1)</script>',
    'weather tomorrow',
    'asdf qwer zxcv',
    '🙂🙂',
  ])('"%s"', (question) => expect([question, answers.answer(question)]).toEqual([question, []]));
});

describe('every answer', () => {
  it('is a passage that exists, with its address, best first, the same every time', () => {
    for (const question of ['材料', '多久能办完', '园长', 'licence', '送达']) {
      const found = answers.answer(question);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.map(({ score }) => score)).toEqual([...found.map(({ score }) => score)].sort((a, b) => b - a));
      expect(libraryOf([establishmentPack()]).answer(question)).toEqual(found);
      for (const { title, passage, link } of found) {
        expect(link).toMatch(/^\/(?:ask#[a-zA-Z]+|guides(?:\/[A-Z-]+#[a-z]+)?|deadline\?)/);
        expect(`${title}${passage}`).not.toMatch(/\{|undefined|page\.|glossary\./);
      }
    }
  });

  it('comes whatever is typed, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        for (const { score } of answers.answer(typed)) expect(score).toBeGreaterThan(0);
      }),
    );
  });

  it('is made of the packs that there are: a second matter is found by its own name', () => {
    const other = { ...establishmentPack(), code: 'DIVISION', nameZh: '民办学校分立审批', nameEn: 'Division' };
    const both = libraryOf([establishmentPack(), other]);
    expect(both.answer('分立审批要交什么材料')[0]?.link).toBe('/guides/DIVISION#materials');
    expect(both.answer('直接申请正式设立要交什么材料')[0]?.link).toBe('/guides/EST-DIRECT#materials');
  });
});
