import { issueMessages } from '../vocabulary.ts'

/** What is said of a cell of a list: what is wrong and the way out. No sentence repeats an ID number. */
export const listMessages = {
  nameMissing: (label: string) => `${label}是空的，请填写`,
  required: (label: string) => `${label}是空的，请填写`,
  tooLong: (limit: number) => `内容超过 ${String(limit)} 个字，请缩短`,
  dayInvalid: issueMessages.dayInvalid,
  monthOnly: (text: string) => `“${text}”没有写明是哪一天，请写成 2026-03-15`,
  octoberOrNot: issueMessages.octoberOrNot,
  backwards: (to: string, from: string) => `${to}早于${from}，请核对`,
  numberInvalid: (text: string) => `“${text}”不是数字，请只填数字`,
  decimals: (most: number) => (most === 1 ? '最多一位小数，请改正' : `最多 ${String(most)} 位小数，请改正`),
  whole: (text: string) => `“${text}”不是整数，请填整数`,
  outOfRange: (least: number, most: number) => `须在 ${String(least)} 到 ${String(most)} 之间，请核对`,
  rankInvalid: (text: string) => `名次“${text}”无效，请填 1、2、3……，不参加排名的填“不排名”`,
  choiceUnknown: (text: string, known: readonly string[]) => `不认识“${text}”，请填${known.slice(0, 9).join('、')}`,
  leftOut: (text: string) => `“${text}”已设为不导入，这一行跳过`,
  moduleUnknown: (text: string) => `没有“${text}”这个模块，请改成本乡镇的模块名称`,
  quarterUnknown: (text: string) => `“${text}”不是季度，请写成 2026年第一季度`,
  idInvalid: '身份证号位数或校验码不对，请核对，或改填工号、姓名',
  idDigitsLost: '身份证号被存成了数字，末几位已丢失，请把单元格设为文本后重新填写，或改填工号、姓名',
} as const
