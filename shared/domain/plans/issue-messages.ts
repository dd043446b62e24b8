import type { Issue } from './issue.ts'

/** Parts that do not add up to their whole, as the sentence shows them: `10+20+5+5`, `40`, `41`, `少 1`. */
export interface MaximaGap {
  readonly parts: string
  readonly sum: string
  readonly whole: string
  readonly difference: string
}

/** The sentences of refusals, in one place. */
export const issueMessages = {
  missing: '缺少必填内容，或者填写的类型不对。',
  missingBandOrScore: '档次和分数都没有填写，应当填写其中一项。',
  emptyList: '至少应当填写一项。',
  notDate: (value: unknown) => `“${shown(value)}”不是有效日期，应当写成 2026-03-31 这样的公历日期。`,
  notDecimal: (value: unknown) => `“${shown(value)}”不是小数，应当写成 "8.5" 这样的文本。`,
  negative: (value: unknown) => `“${shown(value)}”是负数，这里不能小于 0。`,
  unknownValue: (value: unknown) => `“${shown(value)}”不在规定的取值之内。`,
  unknownId: (what: string, id: unknown) => `没有编号为“${shown(id)}”的${what}。`,
  duplicateId: (what: string, id: string) => `${what}编号“${id}”重复，前面已经有一个。`,
  duplicateRating: (staff: string, module: string) => `人员“${staff}”在模块“${module}”已有一个评价，一个模块只评一次。`,
  duplicateParty: (staff: string) => `人员“${staff}”在这项任务中重复出现，一项任务每人只承办一次。`,
  duplicateCount: (staff: string) => `人员“${staff}”已有一份互评计票。`,
  backwards: (from: string, to: string) => `结束日期 ${to} 早于开始日期 ${from}。`,
  aboveMaximum: (score: string, max: string) => `分数 ${score} 超过满分 ${max}。`,
  selfRating: '不能给自己评分。',
  selfVote: '不能给自己投票。',
  bandAndScore: '档次和分数同时填写了，只能填写其中一项。',
  moduleMaxima: ({ parts, sum, whole, difference }: MaximaGap) => `模块评分四项满分 ${parts} 之和是 ${sum}，比模块评分满分 ${whole} ${difference}。`,
  teamMaxima: ({ parts, sum, whole, difference }: MaximaGap) => `组团积分两项满分 ${parts} 之和是 ${sum}，比组团积分满分 ${whole} ${difference}。`,
  less: (by: string) => `少 ${by}`,
  more: (by: string) => `多 ${by}`,
  smallModule: (most: number) => `人数不能超过 ${String(most)}。`,
  ownNeighbour: '相邻模块须是另一个模块。',
  dimensionName: (most: number) => `维度名称须为 1 到 ${String(most)} 个字。`,
} as const

/** What the ids of a document name. */
export const entityNames = {
  module: '模块',
  post: '岗位',
  staff: '人员',
  task: '任务',
  village: '村社',
  group: '专项工作组',
  deduction: '扣分记录',
  pool: '序列',
} as const

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** A refusal as one sentence a line, for a person: where, and what is wrong. */
export function issueLines(issues: readonly Issue[]): string {
  return issues.map(({ path, message }) => (path === '' ? message : `${path}：${message}`)).join('\n')
}
