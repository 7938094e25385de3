/** 办公桌面 */
export const desk = {
  'desk.title': '今日待办',
} as const;
