/** 幼儿中心的文书、公告和指南里的条件 */
export const centresPapers = {
  'problem.CENTRE_HAS_ENDED': '这个幼儿中心已经转办或者退出。',
  'page.condition.CENTRE_HAS_ENDED': '幼儿中心还没有转办、退出。',
  'page.condition.CHILDREN_NOT_PLACED': '在中心的孩子都已安置。',
  'page.condition.KINDERGARTEN_NOT_LICENSED': '转成幼儿园的，幼儿园有有效的许可证。',
  'page.guide.machine.centre': '幼儿中心转办、退出流程',
  'document.confirmation.title.ECC-RECOG': '幼儿中心转办、退出确认书',
  'document.became.exit': '不再办',
  'document.became.nursery': '转为托育机构（托育备案编号：{nurseryFiling}）',
  'document.became.kindergarten': '转为幼儿园（办学许可证{kindergartenLicence}号）',
  'document.confirmation.body.ECC-RECOG':
    '经审查，我局确认{name}{became}。依照《学前教育法》第三十条、第七十八条，原认定不再有效，历史台账已注明去向。\n认定不能代替办学许可。',
  'notice.centre.title': '关于{name}转办、退出的公告',
} as const;
