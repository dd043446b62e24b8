import type { CircularKind } from '../points/codes.ts'
import type { TaskStatus } from './vocabulary.ts'

export const taskStatusNames: Readonly<Record<TaskStatus, string>> = { open: '未办结', completed: '已办结', suspended: '已中止', revoked: '已撤销', exempt: '已豁免' }

export const circularNames: Readonly<Record<CircularKind, string>> = { positive: '正面通报', negative: '反面通报' }

/** What a change of a snapshot is about, and what stands there. */
export const amendmentWords = {
  rating: (name: string, module: string) => `${name}·${module}模块长评价`,
  leaderScore: (name: string, scorer: string) => `${name}·${scorer}的领导评分`,
  taskStatus: (title: string) => `任务“${title}”·状态（影响全部承办人）`,
  completedOn: (name: string, title: string) => `${name}·任务“${title}”·办结日`,
  quality: (name: string, title: string) => `${name}·任务“${title}”·完成质量`,
  reworks: (name: string, title: string) => `${name}·任务“${title}”·被驳回次数`,
  villageRank: (village: string) => `${village}·季度名次（影响全部联村人员）`,
  honour: (name: string) => `${name}·荣誉`,
  circular: (name: string) => `${name}·通报`,
  deduction: (name: string) => `${name}·扣分`,
  exempt: (name: string, what: string) => `${name}·扣分“${what}”·尽责豁免`,
  veto: (name: string) => `${name}·一票否决`,
  leave: (name: string) => `${name}·请假`,
  assignment: (name: string) => `${name}·任职`,
  honourText: (matter: string, level: string) => `${matter}（${level}）`,
  deductionText: (rule: string, date: string) => `${rule}（${date}）`,
  deductionState: (rule: string, date: string, isExempt: boolean) => `${rule}（${date}${isExempt ? '，已豁免' : ''}）`,
  range: (what: string, from: string, to: string) => `${what}（${from} 至 ${to}）`,
  held: (module: string, post: string) => `${module}·${post}`,
  openEnd: '今后',
  rank: (rank: number) => `第 ${rank} 名`,
  unranked: '不排名',
  asTask: '同任务',
  exempted: '豁免',
  counted: '不豁免',
  times: (times: number) => `${times} 次`,
  nothing: '无',
  addedDeduction: (number: number) => `更正${number}`,
  kinds: { honours: '荣誉', circulars: '通报', deductions: '扣分', vetoes: '一票否决', leaves: '请假', assignments: '任职' },
} as const

/** Why a typed value cannot be. */
export const amendmentFaults = {
  same: '与现在的值相同，请填写更正后的值',
  stays: '这一项不能整条撤销，请填写更正后的值',
  empty: '不能为空',
  bandOrScore: (bands: string, max: string) => `请输入 ${bands} 之一，或 0 到 ${max}、最多两位小数的分数`,
  score: (max: string) => `须为 0 到 ${max}、最多两位小数的分数`,
  whole: '须为 0 到 999 的整数',
  day: '日期须写成 2026-03-01 的样子',
  backwards: '结束日期早于开始日期，请改正日期',
} as const
