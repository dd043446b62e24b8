import type { EvaluationSection } from '../../api/place.ts'

export const sectionNames: Readonly<Record<EvaluationSection, string>> = { cycle: '周期', summaries: '个人小结', sheets: '评分', ballot: '互评', inputs: '数据录入', rulings: '裁定与申诉', results: '结果', plans: '方案', trial: '试算', fairness: '公平性' }

export const tabWords = {
  sections: '四维考评',
  noSection: '您的账号没有四维考评的权限',
  noSectionHint: '如确需办理，请联系安全管理员分配角色。',
  noPeriod: '还没有考评周期',
  noPeriodHint: '由督考在“周期”里开设年度，四个季度和年度会一次建好。',
  toCycle: '去“周期”',
  quarterOnly: (what: string) => `年度周期没有${what}`,
  quarterOnlyHint: '请在窗口上方改选一个季度。',
  people: (count: number) => `${String(count)} 人`,
  listJoin: '、',
  pick: '请选择',
  cancel: '取消',
  commands: '操作',
} as const

export const basisWords = {
  frozen: (at: string) => `按 ${at} 冻结的数据`,
  open: '未冻结，按现有数据',
  withoutBallots: '互评没有关闭，不计入',
} as const
