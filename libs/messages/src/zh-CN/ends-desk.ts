/** 设立和终止：窗口、审查和登记人员看到的表单和步骤 */
export const endsDesk = {
  'desk.form.preparationNumber': '筹设批准书',
} as const;
