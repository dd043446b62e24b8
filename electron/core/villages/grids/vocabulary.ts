import { monthText } from '../../../../shared/domain/villages/grids/vocabulary.ts'

export const gridFieldNames = { month: '考核月份', note: '备注', name: '姓名' } as const

export const gridFaults = {
  monthAhead: '不能晚于本月',
  noPerson: '请选择花名册人员或填写姓名',
  noteTooLong: '不能超过 200 字',
  stopAhead: '不能晚于今天',
  markedAfter: (month: string) => `不能早于 ${month}-01，${monthText(month)}已有考核内容`,
} as const

/** What a stopped grid takes no more. */
export const gridActs = {
  addPerson: '登记人员',
  mark: (month: string) => `录入${monthText(month)}考核`,
} as const
