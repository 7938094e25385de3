/** 管理页面 */
export const admin = {
  'admin.accounts.title': '账号',
} as const;
