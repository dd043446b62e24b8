import type { ExcellentBar } from '../../../../shared/domain/evaluation/computing/year-outcome.ts'

export const yearParts = ['standings', 'bonus', 'sources'] as const
export type YearPart = (typeof yearParts)[number]

export const yearPartNames: Readonly<Record<YearPart, string>> = { standings: '年度人员情况', bonus: '奖金总额', sources: '数据来源' }


export const barNames: Readonly<Record<ExcellentBar, string>> = {
  veto: '受一票否决', warned: '本年受过警示', noGoodQuarter: '没有一个季度评为好', averageQuarter: '有季度评为一般或较差', belowCompetent: '年度得分不到称职线',
}

export const yearWords = {
  title: '年度数据',
  closed: (stage: string) => `本年度现在是“${stage}”阶段，只能查看；结果公示前才能录入。`,
  confirm: '确认年度数据',
  confirmQuestion: (count: number) => `确认 ${String(count)} 项年度数据？`,
  confirmConsequence: '确认后才能计算年度结果；之后再改动的，需要重新确认。',
  confirmed: (count: number) => `已确认 ${String(count)} 项年度数据`,
  waiting: (count: number) => `${String(count)} 项待党政正职确认`,
  waits: '待确认',
  isConfirmed: '已确认',
} as const

export const standingWords = {
  list: '年度人员情况',
  search: '查找姓名、模块、岗位',
  name: '姓名',
  module: '模块',
  post: '岗位',
  pool: '序列',
  status: '年度状态',
  leaveDays: '病事假天数',
  warned: '本年受过警示',
  yes: '是',
  no: '否',
  served: '按任职计算的月数',
  months: '任职月数（另定）',
  state: '确认',
  how: '年度状态、病事假和月数由花名册、请假和任职得出；月数另有规定的填 0 到 12，空着按任职计算。',
  empty: '本年还没有参加考评的人员',
  emptyHint: '在本年有任职的人员会列在这里；先在花名册里登记任职。',
} as const

export const bonusWords = {
  list: '奖金总额',
  pool: '序列',
  people: '人数',
  amount: '奖金总额（元）',
  state: '确认',
  how: '按序列录入总额，空着就不测算；测算结果是建议，供会议研究。',
  total: (yuan: string) => `合计 ${yuan} 元`,
  suggestion: '奖金建议（元），供会议研究',
  line: (pool: string, total: string, distributed: string, rest: string) => `${pool} 总额 ${total}，已分配 ${distributed}，余 ${rest}`,
  unspent: '没有符合条件的人员，未分配',
} as const
