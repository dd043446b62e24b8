import type { QuarterInput, YearInput, YearStaff } from '../../plans/case.ts'

/** What an input belongs to, so that a later change never reaches an old quarter. */
export type InputBelonging = 'period' | 'day' | 'range' | 'standing'

/** Where an input of the engine is entered; the screens know the way. */
export type InputScreen = 'township' | 'plan' | 'cycle' | 'factors' | 'people' | 'sheets' | 'ballot' | 'tasks' | 'villages' | 'teams' | 'events' | 'groups' | 'points' | 'rulings' | 'results' | 'standings' | 'bonus'

/** Who enters an input, who confirms it, what it belongs to, and on which screen. */
export interface InputSource {
  readonly name: string
  readonly enters: string
  readonly confirms: string
  readonly belongs: InputBelonging
  readonly screen: InputScreen
}

/** Every input of a quarter. A field without a row does not compile. */
export const quarterSources = {
  township: { name: '乡镇名称和填报单位', enters: '建立乡镇的人', confirms: '系统管理员', belongs: 'standing', screen: 'township' },
  plan: { name: '考评方案', enters: '督考', confirms: '党政正职', belongs: 'period', screen: 'plan' },
  period: { name: '起止日和计划冻结日', enters: '督考', confirms: '督考', belongs: 'period', screen: 'cycle' },
  modules: { name: '模块 PK 系数', enters: '督考', confirms: '督考（冻结时）', belongs: 'period', screen: 'factors' },
  posts: { name: '岗位分和岗位系数', enters: '模块长、督考', confirms: '党政正职', belongs: 'standing', screen: 'township' },
  staff: { name: '人员、任职、请假和立案', enters: '模块长、督考', confirms: '党政正职', belongs: 'range', screen: 'people' },
  headRatings: { name: '模块长评价', enters: '模块长、党政正职', confirms: '评分人提交', belongs: 'period', screen: 'sheets' },
  peerCounts: { name: '互评', enters: '参加互评的人员', confirms: '督考关闭互评', belongs: 'period', screen: 'ballot' },
  leaderScores: { name: '领导评分', enters: '牵头领导、党政正职', confirms: '评分人提交', belongs: 'period', screen: 'sheets' },
  tasks: { name: '任务', enters: '承办人', confirms: '模块长审核，督考或班子核验', belongs: 'day', screen: 'tasks' },
  villages: { name: '村社名次', enters: '督考', confirms: '督考（冻结时）', belongs: 'period', screen: 'villages' },
  teamMembers: { name: '组团成员', enters: '督考、党政正职', confirms: '团长', belongs: 'range', screen: 'teams' },
  serviceEvents: { name: '服务记录', enters: '本人、模块长', confirms: '团长、督考', belongs: 'day', screen: 'events' },
  specialGroups: { name: '专项组评级和成员', enters: '党政正职', confirms: '党政正职', belongs: 'period', screen: 'groups' },
  honours: { name: '荣誉', enters: '本人、模块长', confirms: '模块长初核，督考或领导审定', belongs: 'period', screen: 'points' },
  circulars: { name: '通报', enters: '本人、模块长', confirms: '模块长初核，督考或领导审定', belongs: 'period', screen: 'points' },
  deductions: { name: '扣分', enters: '模块长', confirms: '模块长初核，督考或领导审定', belongs: 'day', screen: 'points' },
  vetoes: { name: '一票否决', enters: '督考提请', confirms: '党政正职', belongs: 'period', screen: 'rulings' },
} as const satisfies Readonly<Record<keyof QuarterInput, InputSource>>

/** Every input of a year; of a person what no quarter holds stands by its field. */
export const yearSources = {
  year: { name: '年份', enters: '督考', confirms: '督考', belongs: 'period', screen: 'cycle' },
  pools: { name: '序列', enters: '督考', confirms: '党政正职', belongs: 'period', screen: 'plan' },
  yearGrades: { name: '年度等次的名额和分数线', enters: '督考', confirms: '党政正职', belongs: 'period', screen: 'plan' },
  bonus: { name: '绩效奖金总额', enters: '督考', confirms: '党政正职', belongs: 'period', screen: 'bonus' },
  identity: { name: '人员身份', enters: '模块长、督考', confirms: '党政正职', belongs: 'standing', screen: 'people' },
  track: { name: '考核类别', enters: '模块长、督考', confirms: '党政正职', belongs: 'standing', screen: 'people' },
  status: { name: '试用、立案和长期请假', enters: '模块长、督考', confirms: '党政正职', belongs: 'range', screen: 'people' },
  pool: { name: '单列序列', enters: '督考', confirms: '党政正职', belongs: 'standing', screen: 'people' },
  warned: { name: '本年受过警示', enters: '督考', confirms: '党政正职', belongs: 'period', screen: 'standings' },
  vetoes: { name: '年度一票否决', enters: '督考提请', confirms: '党政正职', belongs: 'period', screen: 'rulings' },
  months: { name: '任职月数', enters: '由任职得出，督考可另定', confirms: '党政正职', belongs: 'period', screen: 'standings' },
  quarters: { name: '审定的季度等次', enters: '会议审定', confirms: '党政正职', belongs: 'period', screen: 'results' },
} as const satisfies Readonly<Record<Exclude<keyof YearInput, 'staff'> | Exclude<keyof YearStaff, 'id'>, InputSource>>

export const belongingNames: Readonly<Record<InputBelonging, string>> = { period: '按周期', day: '按日期归入周期', range: '按起止日期归入周期', standing: '冻结时复制' }
