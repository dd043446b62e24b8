/** How files and refusals of filled templates are worded. */
export const templateWords = {
  year: '年度',
  quarter: '季度',
  noPeriod: '没有选择周期',
  at: (sheet: string, cell: string, text: string) => `${sheet}!${cell}“${text}”`,
  mappedTwice: (sheet: string, cell: string) => `${sheet}!${cell} 对应了两次，请只留一个`,
  missingSheet: (sheet: string, cell: string) => `模板里没有工作表“${sheet}”，请去掉 ${sheet}!${cell} 的对应`,
  outsideSheet: (sheet: string, cell: string) => `工作表“${sheet}”没有 ${cell} 这一格，请另选一格`,
  innerCell: (sheet: string, cell: string) => `${sheet}!${cell} 在合并单元格里面，请改选合并区域左上角的一格`,
  unnamed: '模板',
} as const
