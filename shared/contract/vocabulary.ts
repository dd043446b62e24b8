/** What an input is told when its schema refuses a field. */
export const faults = {
  empty: '不能为空',
  tooLong: (most: number) => `不能超过 ${most} 字`,
  tooMuch: (most: number) => `不能超过 ${most}`,
  negative: '不能为负数',
  fromOne: '须从 1 开始',
  oneToFive: '须为 1 到 5',
  day: '日期须写成 2026-03-01 的样子',
  month: '须写成 1982-02 的样子',
  decimal: '须为不超过两位小数的数',
  phone: '须为电话号码',
  noHost: '至少一名主办人',
  account: '请填写账号',
  password: '请填写密码',
  file: '请选择一个文件',
} as const
