/** 申请人的页面 */
export const apply = {
  'apply.title': '我要办',
} as const;
