/** Sentences about a template; each names the place and the way out. */
export const templateSentences = {
  mixed: (sheet: string, row: number) => `“${sheet}”第 ${String(row)} 行里有两个表的列，一行只能按一个表重复，请把其中一个表的列移到别的行`,
  crossing: (sheet: string, row: number) => `“${sheet}”第 ${String(row)} 行的合并单元格只有一部分在重复行里，请让合并区域整个落在重复行内，或把它上下都包住`,
  tooLong: (sheet: string) => `“${sheet}”填满之后超过 1,048,576 行，请按模块或周期分开填报`,
  headerTooLong: (sheet: string) => `“${sheet}”的页眉或页脚填好之后超过 255 个字，请删去一些内容后再更换模板文件`,
  notThisTime: (sheet: string, cell: string, wanted: string, names: string) => `“${sheet}”${cell} 要填的“${wanted}”在这次的数据里没有${names === '' ? '' : `（有：${names}）`}，请改填别的，或清除这一处`,
  unreadable: '模板的内部结构无法识别，请用 WPS 或 Excel 打开后另存一份，再更换模板文件',
} as const

export const nameJoiner = '、'

/** Where a placeholder stands that is in no cell. */
export const outsidePlaces = { header: '页眉页脚', drawing: '文本框', chart: '图表', note: '批注', list: '下拉列表' } as const
