import type { SheetKind } from '../../../shared/domain/plans/cycle.ts'
import type { ScorerOffice } from '../../../shared/domain/plans/scorer-table.ts'

export const sheetNames: Readonly<Record<SheetKind, string>> = { head: '模块长评价', leader: '领导评分' }

/** What a period still lacks before the freeze. */
export const missingWords = {
  stage: (stage: string) => `当前为“${stage}”，转到“评分”后才能冻结计算`,
  running: (day: string) => `本期到 ${day} 才结束，${day} 以后才能冻结计算`,
  plan: (plan: string) => `考评方案“${plan}”还没有批准`,
  noSheets: '还没有生成评分表',
  noScorer: (module: string, kind: SheetKind, office: string) => `${module}的${sheetNames[kind]}没有评分人：还没有${office}`,
  unrated: (name: string, module: string, kind: SheetKind) => `${name}不在${module}的${sheetNames[kind]}表上，请重新生成评分表`,
  sheet: (scorer: string, kind: SheetKind, unscored: number) => `${scorer}的${sheetNames[kind]}表还没有提交（未评 ${unscored} 人）`,
  ballot: (notVoted: number) => (notVoted === 0 ? '互评已全部投票，还没有关闭' : `互评还没有关闭（未投票 ${notVoted} 人）`),
  smallModule: (module: string, people: number, least: number) => `${module}参加互评的只有 ${people} 人，不足 ${least} 人：请在考评方案里指定与哪个模块合并互评，否则关闭互评后按缺分处理`,
  task: (title: string) => `任务“${title}”已提交但未核验`,
  point: (matter: string) => `加减分“${matter}”还没有审定`,
  village: (name: string) => `${name}还没有录入本季名次`,
  post: (name: string) => `岗位“${name}”还没有岗位分`,
  pkFactor: (name: string) => `${name}还没有录入 PK 系数`,
  groupGrade: (name: string) => `专项工作组“${name}”还没有评级`,
  ruling: (kind: string, code: string) => `${kind}${code} 已提请，还没有裁定`,
  yearInputs: (count: number) => `${count} 项年度数据已录入，还没有由党政正职确认`,
  quarters: (year: string) => `${year} 年还没有已发布的季度结果`,
  openQuarters: (quarters: readonly string[]) => `${quarters.join('、')}还没有归档；现在可以先算，归档后再算一次才能公示`,
} as const

/** What a refusal calls the days of a stage. */
export const stepWords = {
  field: (stage: string, field: 'from' | 'to') => `${stage}的${field === 'from' ? '开始日期' : '结束日期'}`,
  notOfKind: '年度周期没有这一阶段，请删去',
} as const

/** What a refusal calls what 年度结转 waits for, or stands in its way. */
export const rolloverWords = {
  year: (year: number) => `${String(year)} 年的考评周期`,
  planNoun: '年度的考评方案',
  plan: (name: string, version: number) => `${name} 第 ${String(version)} 版`,
  open: (period: string, stage: string) => `${period}当前为“${stage}”，还没有归档`,
  running: (year: number, end: string) => `${String(year)} 年到 ${end} 才结束`,
  done: (year: number) => `${String(year)} 年的结转`,
  advanced: (period: string, stage: string) => `${period}已进入“${stage}”，请在新年度里逐项更正`,
  entered: '新年度已经录入数据或改过安排，请先删去这些数据，或在新年度里逐项更正',
} as const

/** What a refusal calls a 个人小结. */
export const summaryWords = {
  write: '写个人小结',
  takeBack: '收回',
  draft: '草稿',
  own: '本人的个人小结',
  evaluated: (period: string) => `${period} 的考评对象`,
  tooShort: (least: number) => `不能少于 ${String(least)} 字，请写完再提交`,
} as const

/** Whose office it is to score. */
export const scorerOffices: Readonly<Record<ScorerOffice, string>> = { head: '模块长', lead_a: '牵头领导A岗', lead_b: '牵头领导B岗', principal: '党政正职的账号' }

/** What a refusal calls what is wrong with an evaluation's plan, period or sheet. */
export const evaluationWords = {
  yearPeriod: '年度周期',
  pool: '序列',
  enterYear: '录入年度数据',
  confirmYear: '确认年度数据',
  approved: '已批准',
  approve: '再次批准',
  choosePlan: '更换考评方案',
  rename: '改名',
  change: '修改',
  remove: '删除',
  periodJoiner: '、',
  quarterOnly: '试算和公平性只看季度，请改选一个季度',
  year: (year: number) => `${year} 年的考评周期`,
  draft: '未提交',
  submitted: '已提交',
  enterScore: '录入',
  submit: '提交',
  delegate: '委托',
  takeBack: '收回委托',
  writeHandover: '写交接意见',
  headOfPeriod: '本期的模块长',
  delegated: (deputy: string, leader: string) => `B岗${deputy}（受A岗${leader}委托）`,
  sendBack: '退回评分表',
  returnIt: '退回',
  otherCell: '同一人在粘贴内容里出现两次',
  version: (code: string, version: number) => `${code} 的第 ${version} 版结果`,
} as const

/** Why a sheet cannot be left to B岗, and what to do instead. */
export const delegationFaults = {
  notLeadA: '只有牵头领导A岗的领导评分表可以委托B岗，请由评分人本人评分，或由督考代录',
  noDeputy: (module: string) => `${module}没有牵头领导B岗，请先任命B岗，或由A岗本人评分`,
  isRated: (name: string) => `B岗${name}本人在这张表上被评分，请由A岗本人评分`,
  already: '已经委托给B岗，需要改变的请先收回委托',
  notDelegated: '它没有委托出去，请刷新后查看',
} as const

/** A word of a plan that something entered for an open period still uses. */
export const wordsInUse = {
  headBands: (period: string, word: string) => `${period}已有人评为“${word}”，不能去掉这个等次`,
  peerBands: (period: string, word: string) => `${period}的互评已有人投“${word}”，不能去掉这个等次`,
  kinds: (period: string, word: string) => `${period}已有“${word}”的服务记录，不能去掉这一类`,
  grades: (period: string, word: string) => `${period}已有专项工作组评为“${word}”，不能去掉这个评级`,
  roles: (period: string, word: string) => `专项工作组里还有“${word}”，${period}要计分，不能去掉这个角色`,
  levels: (period: string, word: string) => `${period}已申报“${word}”荣誉，不能去掉这个级别`,
  pools: (period: string, word: string) => `已有人单独指定在“${word}”序列，${period}要用，不能去掉`,
} as const

/** Labels of what the rows of today add to the facts of a frozen one. */
export const sourceWords = {
  proxy: '代录', delegation: '委托', docNo: '文号', state: '状态', light: '亮灯', note: '评语', matter: '事由', exemptReason: '豁免理由', approvalNo: '批准文号', eventNote: '记录', joiner: '；',
  submitted: '提交', verified: '核验', verifiedBy: '核实人', approved: '审定',
  hand: (name: string, day: string) => `${name} ${day}`,
} as const

/** What is said of a change to a snapshot. */
export const amendWords = {
  gone: '（已不存在）',
  unknownChange: '这一项不能更正',
} as const
