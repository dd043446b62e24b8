/** What a file that passed the gate can still run into while it is read, or its error workbook while it is written. */
export const readRefusalCodes = ['too_slow', 'too_large', 'unreadable', 'not_saved'] as const
export type ReadRefusalCode = (typeof readRefusalCodes)[number]

export const readTexts = {
  too_slow: '文件太复杂，读取超时，请删除空白行列和无关的工作表后再{again}。',
  too_large: '表格过大，请删除空白行列和无关的工作表，或拆成几个文件后再{again}。',
  unreadable: '文件内容无法读取，请用 WPS 或 Excel 打开后另存为 .xlsx 再{again}。',
  not_saved: '错误说明文件没有存成，请检查磁盘空间和文件夹权限后重试。',
} as const satisfies Record<ReadRefusalCode, string>

/** Heading of the column that hands errors back. */
export const errorHeading = '错误说明'
export const errorSheetName = '导入数据'
export const ambiguousNote = '有多名人员与这一行相符，请在导入预览中选定'

/** What a blank form says beside the words of its columns. */
export const formWords = {
  guideSheet: '填表说明',
  listSheet: '选项',
  guideColumn: '列',
  guideRequired: '是否必填',
  guideHint: '怎么填',
  required: '必填',
  optional: '可不填',
  listError: '不在选项里，导入时可能不认识。',
  dateError: '请填日期，如 2026-03-15。',
  numberError: (least: number, most: number) => `请填 ${String(least)} 到 ${String(most)} 之间的数字。`,
} as const
