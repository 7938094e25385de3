/** 部门，按清单里的中文名 */
export const departments = {
  'department.自然资源': '自然资源',
  'department.文旅、体育或科技': '文旅、体育或科技',
  'department.教育': '教育',
  'department.卫生健康': '卫生健康',
  'department.市场监管': '市场监管',
  'department.住房和城乡建设': '住房和城乡建设',
  'department.民政或市场监管': '民政或市场监管',
} as const;
