/** How files and refusals of filled templates are worded. */
export const templateWords = {
  year: '年度',
  quarter: '季度',
  noPeriod: '没有选择周期',
  at: (sheet: string, cell: string, text: string) => `${sheet}!${cell}“${text}”`,
  unnamed: '模板',
} as const
