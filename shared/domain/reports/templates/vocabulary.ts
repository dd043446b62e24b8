import type { Aggregate, SingleKey } from './template.ts'

/** How each is called, first as it is shown, then as people also write it. */
export const singleNames: Readonly<Record<SingleKey, readonly [string, ...string[]]>> = {
  township: ['乡镇', '乡镇名称', '镇名'],
  reportingUnit: ['填报单位', '单位', '单位名称', '上报单位'],
  periodTitle: ['周期', '考核周期', '考评周期', '期间'],
  periodCode: ['周期代码'],
  year: ['年度', '年份'],
  filledOn: ['填报日期', '填表日期', '上报日期', '日期'],
  exportedBy: ['填表人', '导出人', '经办人'],
}

export const aggregateNames: Readonly<Record<Aggregate, readonly [string, ...string[]]>> = {
  sum: ['合计', '总和', '求和'],
  mean: ['平均', '平均值', '均值'],
  max: ['最高', '最大', '最大值'],
  min: ['最低', '最小', '最小值'],
}

export const countNames: readonly [string, ...string[]] = ['行数', '条数', '计数', '个数']

export const templateWords = {
  joiner: '.',
  keep: '原样保留',
} as const
