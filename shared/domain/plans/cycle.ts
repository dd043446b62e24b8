/** Value sets of the evaluation cycle: plan, period, sheets, results. */

export const planStates = ['draft', 'approved'] as const

export const periodKinds = ['quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** 配置 → 采集 → 个人小结 → 评分 → 冻结 → 计算 → 复核 → 公示 → 申诉 → 会议审定 → 归档 → 已上报 */
export const periodStages = [
  'configuring', 'collecting', 'summarising', 'scoring', 'frozen', 'computed',
  'reviewing', 'publicity', 'appeal', 'deciding', 'locked', 'reported',
] as const
export type PeriodStage = (typeof periodStages)[number]

/** M1 模块长评价 · M4 领导评分 */
export const sheetKinds = ['head', 'leader'] as const
export type SheetKind = (typeof sheetKinds)[number]

export const sheetStates = ['draft', 'submitted', 'locked'] as const
export type SheetState = (typeof sheetStates)[number]

export const resultStates = ['computed', 'published'] as const
