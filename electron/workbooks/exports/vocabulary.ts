import type { ScoringMode, ZeroTaskRule } from '../../../shared/domain/plans/vocabulary.ts'
import type { StaffStatus } from '../../../shared/domain/people/codes.ts'
import type { TuesdayStanding } from './books/teams/data.ts'

/** Words the workbooks write into cells; names of sheets, titles and headings stand in the layouts. */
export const words = {
  /** 矛盾纠纷 → 矛盾纠纷台账; 专家库 says itself what it is. */
  registerTitle: (name: string) => (/(?:台账|库|册|表)$/u.test(name) ? name : `${name}台账`),
  yes: '是',
  no: '否',
  nothing: '—',
  noEntries: '无',
  /** In the first row of a table that has none. */
  nothingInPeriod: '本期无',
  nothingThere: '无',
  unranked: '未排名',
  noTeam: '未参加组团',
  needsMeeting: '名额边界同分，提请会议审定',
  rescaled: '按比例折算',
  filled: '按同类均值补',
  noScore: '无可补分，计0',
  fewVotes: '互评不足3票不列示',
  group: '专项组',
  honour: '荣誉',
  positiveCircular: '正面通报',
  negativeCircular: '反面通报',
  priorRejections: '本年以前被驳回',
  veto: '一票否决',
  outside: '不在本期',
  exempt: '尽责豁免',
  counted: '计入',
  allModules: '全部模块',
  noPool: '未归序列',
  allTracks: '全部类别',
  joiner: '、',
  separator: '；',
  /** To be filled in by hand while nobody has published the result. */
  publicityOpen: '        年    月    日至        年    月    日',
  publicityDays: (from: string, to: string) => `${from}至${to}`,
  tick: '√',
  percent: (value: number) => `${String(value)}%`,
  /** Each with room to write, and to sign. */
  opinions: ['模块长意见：\n\n\n签字：', '牵头领导意见：\n\n\n签字：'],
  bandPoints: (band: string, points: string) => `${band} ${points}分`,
  /** Of a dimension, below it. */
  part: (item: string) => `　　其中：${item}`,
  sameName: (distinction: string) => `重名：${distinction}`,
} as const

export const tuesdayStandingWords: Readonly<Record<TuesdayStanding, string>> = { on_time: '按时签到', late: '补签', absent: '未签到', ahead: '未到日期' }

/** Whose records the book of the village teams lists, in its notes. */
export const recordScopeWords = { whole: '全镇', visible: '导出人职责范围内' } as const

export const monthWord = (month: number): string => `${String(month)}月`

/** 缺分处理 of a person without tasks of his own. */
export const noTaskWords: Readonly<Record<ZeroTaskRule, string>> = {
  module_mean: '无任务按模块均分计',
  fixed: '无任务按固定分计',
  redistribute: '无任务',
}

export const statusWords: Readonly<Record<StaffStatus, string>> = { active: '在册', probation: '试用期', pending_case: '立案审查' }

/** Pools of the default plan; one a plan adds is shown by its id. */
export const poolWords: Readonly<Record<string, string>> = {
  leader: '班子成员',
  civil: '公务员(参公)',
  institution: '事业人员',
  dispatched: '派驻人员',
  contract: '编外人员',
  special: '专班单列',
}

/** Service kinds, group roles and honour levels of the default plan. */
export const namedWords: Readonly<Record<string, string>> = {
  tuesday: '周二',
  visit: '走访',
  issue: '民情',
  mediation: '调解',
  grid: '网格',
  leader: '组长',
  core: '骨干',
  member: '成员',
  township: '镇级',
  county: '县级',
  city: '市级',
  province: '省级',
}

/** Headings of the hidden columns that a layout does not list and formulas may need. */
export const helperHeadings: Readonly<Record<string, string>> = {
  code: '人员编号',
  key: '人员序',
  sex: '性别',
  birthMonth: '出生年月',
  postName: '岗位',
  rankTitle: '职务职级',
  identity: '人员身份',
  track: '考核类别',
  pool: '序列',
  sendingUnit: '派出单位',
  total: '季度总分',
  annual: '年度得分',
  rankPool: '序列排名',
  suggested: '建议等次',
  decided: '审定等次',
  grade: '等次',
  scored: '计入季度数',
  scoreSum: '季度总分之和',
}

/** The word for a code a plan names, or the code itself where the plan brings one of its own. */
export function wordFor(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code
}

export const chartWords = {
  comparison: '各模块平均总分对比',
  meanTotal: '平均总分',
  points: '分',
} as const

/** 注 under 结果汇总. */
export const totalRuleWords: Readonly<Record<ScoringMode, string>> = {
  additive: '注：总分=岗位赋分+模块评分+组团积分+专项加分-扣分，不低于0。',
  coefficient: '注：总分=折算+专项加分-扣分，不低于0；折算=系数×(模块评分×50÷模块评分满分+组团积分×50÷组团积分满分)，岗位赋分不计入总分。',
}

export const quarterWords = { 1: '一季度', 2: '二季度', 3: '三季度', 4: '四季度' } as const

/** Paragraphs of 说明 in the performance book. */
export const performanceNotes = {
  published: (quarters: string) => `本工作簿所列季度：${quarters}；未公布的季度以“—”表示。`,
  yearComputed: '年度得分为有效季度总分的平均数；年度等次由会议审定，建议等次仅供参考。',
  yearOpen: '年度考核尚未计算，年度得分、等次和奖金以“—”或空白表示。',
} as const
