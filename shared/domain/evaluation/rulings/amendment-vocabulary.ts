import type { CircularKind } from '../../plans/points/codes.ts'
import type { TaskStatus, YearStatus } from '../../plans/vocabulary.ts'

export const taskStatusNames: Readonly<Record<TaskStatus, string>> = { open: '未办结', completed: '已办结', suspended: '已中止', revoked: '已撤销', exempt: '已豁免' }

export const circularNames: Readonly<Record<CircularKind, string>> = { positive: '正面通报', negative: '反面通报' }

export const yearStatusNames: Readonly<Record<YearStatus, string>> = { active: '在册', probation: '试用期', pending_case: '立案审查', long_leave: '病事假超过半年' }

/** What a change of a snapshot is about, and what stands there. */
export const amendmentWords = {
  rating: (name: string, module: string) => `${name}·${module}模块长评价`,
  leaderScore: (name: string, scorer: string) => `${name}·${scorer}的领导评分`,
  taskStatus: (title: string) => `任务“${title}”·状态（影响全部承办人）`,
  completedOn: (name: string, title: string) => `${name}·任务“${title}”·办结日`,
  quality: (name: string, title: string) => `${name}·任务“${title}”·完成质量`,
  reworks: (name: string, title: string) => `${name}·任务“${title}”·被驳回次数`,
  party: (name: string, title: string) => `${name}·任务“${title}”·承办`,
  addedTask: (name: string) => `${name}·任务`,
  taskText: (title: string, module: string, due: string) => `${title}（${module}，时限 ${due}）`,
  teamMember: (name: string) => `${name}·组团成员`,
  serviceEvent: (name: string) => `${name}·服务记录`,
  eventVerified: (name: string, kind: string, date: string, village: string) => `${name}·服务记录“${kind}（${date}，${village}）”·核实`,
  eventText: (kind: string, date: string, village: string, quantity: string, isVerified: boolean) => `${kind}（${date}，${village}，数量 ${quantity}${isVerified ? '' : '，未核实'}）`,
  verified: '已核实',
  notVerified: '未核实',
  groupGrade: (group: string) => `专项工作组“${group}”·评级（影响全体成员）`,
  groupMember: (name: string, group: string) => `${name}·专项工作组“${group}”成员`,
  pkFactor: (module: string) => `${module}·PK 系数（影响本模块全体）`,
  postScore: (post: string) => `岗位“${post}”·岗位分（影响同岗全体）`,
  postCoefficient: (post: string) => `岗位“${post}”·岗位系数（影响同岗全体）`,
  months: (name: string) => `${name}·任职月数`,
  monthsText: (months: string) => `${months} 个月`,
  warned: (name: string) => `${name}·本年受过警示`,
  yes: '是',
  no: '否',
  yearStatus: (name: string) => `${name}·年度状态`,
  yearVeto: (name: string) => `${name}·年度一票否决`,
  yearQuarter: (name: string) => `${name}·季度结果`,
  quarterText: (total: string, module: string, team: string, special: string, deduct: string, isValid: boolean, grade: string) => `总分 ${total}（模块 ${module}，组团 ${team}，专项 ${special}，扣分 ${deduct}），${grade}${isValid ? '' : '，不计入年度'}`,
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
  range: (what: string, from: string, to: string) => (to === '' ? `${what}（${from} 至今）` : `${what}（${from} 至 ${to}）`),
  held: (module: string, post: string) => `${module}·${post}`,
  rank: (rank: number) => `第 ${rank} 名`,
  unranked: '不排名',
  asTask: '同任务',
  exempted: '豁免',
  counted: '不豁免',
  times: (times: number) => `${times} 次`,
  nothing: '无',
  addedDeduction: (period: string, number: number) => `${period}更正${number}`,
  addedTaskId: (period: string, number: number) => `${period}更正任务${number}`,
  /** Who is named as the scorer of what a ruling adds. */
  byRuling: '裁定',
  kinds: {
    honours: '荣誉', circulars: '通报', deductions: '扣分', vetoes: '一票否决', leaves: '请假', assignments: '任职',
    tasks: '任务', parties: '任务承办', teamMembers: '组团', serviceEvents: '服务记录', groupMembers: '专项工作组成员', headRatings: '模块长评价', leaderScores: '领导评分',
  },
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
