import type { departments as zh } from '../zh-CN/departments.js';

/** Departments, by the Chinese name that packs call them by */
export const departments: Record<keyof typeof zh, string> = {
  'department.自然资源': 'Natural resources',
  'department.文旅、体育或科技': 'Culture, sports or science',
  'department.教育': 'Education',
  'department.卫生健康': 'Health',
  'department.市场监管': 'Market regulation',
  'department.住房和城乡建设': 'Housing and construction',
  'department.民政或市场监管': 'Civil affairs or market regulation',
};
