/** 受理前的疑似重复提示，只给工作人员看 */
export const likenessDesk = {
  'likeness.title': '台账或者在办件里有相近的',
  'likeness.hint': '只是提示。不能只凭这一点不予受理或者要求材料。',
  'likeness.name': '名称相近',
  'likeness.address': '地址相近',
  'likeness.principal': '校长、园长同名',
  'likeness.sponsor': '举办者同名',
  'likeness.case': '在办件 {number}',
  'likeness.share': '相近 {n}%',
} as const;
