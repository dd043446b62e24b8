import type { PlanPreset } from './plan-presets.ts'
import type { DimensionName, LeafName, QuarterFlag } from './vocabulary.ts'

/** What the presets are called, and what sets each apart. */
export const planPresetWords: Readonly<Record<PlanPreset, { readonly name: string; readonly says: string }>> = {
  additive: { name: '四维加总制', says: '岗位 20、模块 40、组团 40 相加，再加专项、减扣分' },
  special: { name: '专项加重制', says: '岗位 20、模块 30（模块长 10、任务 10、互评 5、领导 5）、组团 40 相加，专项加分最高 30' },
  coefficient: { name: '岗位系数制', says: '模块、组团各折成 50 分相加，再乘岗位系数，岗位赋分不计入总分' },
}

/** Why a plan that can be computed with cannot be meant. */
export const senseWords = {
  fewVotes: (votes: number, fewest: number) => `为 ${String(votes)} 票，须至少 ${String(fewest)} 票，否则能从得分看出谁投了什么`,
  share: '是比例，须在 0 到 1 之间',
  ascending: (line: string, above: string) => `分数线 ${line} 高于上一等次的 ${above}，须由高到低`,
  bands: '有分值的评价至少要有两个等次',
  beyond: (points: string, max: string) => `分值 ${points} 超过该项满分 ${max}`,
  factors: (low: string, high: string) => `下限 ${low} 高于上限 ${high}`,
  noOwnPool: '方案里没有“专班单列”序列，请先添加，或改为仍在原序列',
  lastLate: '最后一档须不限天数，请把天数留空',
  endlessLate: '只有最后一档可以不限天数',
  lateOrder: (days: number, before: number) => `天数 ${String(days)} 不多于上一档的 ${String(before)}，须逐档增加`,
} as const

/** What the dimensions are called where a plan does not say otherwise. */
export const dimensionLabels: Readonly<Record<DimensionName, string>> = { post: '岗位赋分', module: '模块评分', team: '组团积分', special: '专项加分', deduct: '扣分' }

export const leafLabels: Readonly<Record<LeafName, string>> = {
  P: '岗位赋分', M1: '模块长评价', M2: '任务推进', M3: '互评', M4: '领导评分', T1: '联村结果', T2: '履职积分', X: '专项加分', D: '扣分',
}

export const flagLabels: Readonly<Record<QuarterFlag, string>> = {
  filled: '按同类均分补', needsMeeting: '提请会议审定', noScore: '无可补分', noServiceDays: '无履职天数', noTasks: '无任务', noTeam: '未参加组团', rescaled: '缺项折算', villageUnranked: '联村未排名',
}

/** Pools, service kinds, group roles and honour levels of the presets. */
const names: Readonly<Record<'pool' | 'service' | 'groupRole' | 'honourLevel', Readonly<Record<string, string>>>> = {
  pool: { leader: '班子成员', civil: '公务员（参公）', institution: '事业人员', dispatched: '派驻人员', contract: '编外人员', special: '专班单列' },
  service: { tuesday: '周二到村', visit: '走访', issue: '民情办结', mediation: '调解', grid: '网格指导' },
  groupRole: { leader: '组长', core: '骨干', member: '成员' },
  honourLevel: { township: '镇级', county: '县级', city: '市级', province: '省级' },
}

/** The word for a code that plans name; what a plan brings of its own stands as it is written there. */
export function planWord(kind: keyof typeof names, code: string): string {
  const table = names[kind]
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code
}

/** The code that a word stands for: 县级 → county; what no preset knows is a code of the plan's own. */
export function planCode(kind: keyof typeof names, word: string): string {
  return Object.entries(names[kind]).find(([, name]) => name === word)?.[0] ?? word
}
