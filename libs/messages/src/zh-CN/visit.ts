/** 检查员的页面 */
export const visit = {
  'visit.title': '我的踏勘',
} as const;
