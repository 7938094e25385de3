/** Characters of invented names, each once; any two of them stand together in few names. */
export const LETTERS = [
  ...new Set(
    '安宝贝博才彩晨辰成诚春纯慈聪丹德蒂东冬朵恩凡飞芳枫峰福馥歌谷光桂果海涵翰航禾和荷恒红虹鸿湖花华欢慧惠吉佳家嘉坚建江皎杰洁金锦京晶景静菊娟君俊卡开凯康可葵坤兰蓝乐蕾丽莲良林琳灵玲凌龙隆鲁露鹿绿伦洛麦满茂梅美萌梦米苗妙敏明墨木沐慕南妮宁暖诺欧培沛鹏平萍朴奇琪启千谦倩乔巧琴青清晴秋泉群然仁荣容蓉柔如瑞润若森沙杉珊善尚韶深盛诗石书淑舒树思松苏素泰桃天田甜童桐湾婉望薇维文沃希溪熙曦夏贤香翔小晓笑心欣新馨星兴杏秀旭轩雪雅言妍阳杨瑶叶怡宜艺忆意银英颖映永优友雨语玉育裕园圆源远月悦云芸韵泽哲真知智竹筑卓子紫',
  ),
].join('');

/** Not a divisor in common with any power of the number of letters: neighbouring ordinals get names far apart. */
const STRIDE = 2_654_435_761n;

/** The four letters that name the n-th school; another number, another word. The same as `bench.word` in the database. */
export function wordOf(n: number): string {
  const base = BigInt(LETTERS.length);
  let rest = (BigInt(n) * STRIDE) % base ** 4n;
  let word = '';
  for (let i = 0; i < 4; i += 1) {
    word += LETTERS.charAt(Number(rest % base));
    rest /= base;
  }
  return word;
}
