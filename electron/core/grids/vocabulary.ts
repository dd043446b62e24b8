export const gridFieldNames = { month: '考核月份', note: '备注', name: '姓名' } as const

export const gridFaults = {
  monthAhead: '不能晚于本月',
  noPerson: '请选择花名册人员或填写姓名',
  noteTooLong: '不能超过 200 字',
} as const
