import type { YearGrade } from '../../../../shared/domain/evaluation/vocabulary.ts'

/** What institutions call the year's grades. */
export const institutionGradeNames: Readonly<Partial<Record<YearGrade, string>>> = { competent: '合格', basic: '基本合格', incompetent: '不合格' }

export const resultWords = {
  townList: '结果一览',
  own: '我的结果',
  notComputed: (period: string) => `${period}还没有结果`,
  notComputedHint: '冻结并计算之后，结果会列在这里。',
  notShown: '还没有可以查看的结果',
  notShownHint: '公示之后，全镇的结果会列在这里；您自己的结果也在公示后可看。',
  ownNone: '您没有本期的结果',
  ownNoneHint: '公示之后才能看到；党政正职不参加考评。',
  version: (version: number, state: string) => `第 ${String(version)} 版 · ${state}`,
  states: { computed: '未公示', published: '已公示' },
  versions: '结果版本',
  versionLine: (version: number, state: string, at: string, by: string) => `第 ${String(version)} 版 · ${state} · ${at} · ${by}`,
  list: '考评结果',
  search: '查找姓名、模块、岗位',
  places: '名额',
  decide: '审定',
  decideOf: (count: number) => (count === 0 ? '审定' : `审定 ${String(count)} 人`),
  why: '为什么是这个分数',
  whyOf: (total: string, name: string) => `为什么是 ${total} · ${name}`,
  print: '打印公示表',
} as const

export const publicityWords = {
  title: (township: string, period: string) => `${township}${period}考评结果公示表`,
  unit: (unit: string) => `填报单位（盖章）：${unit}`,
  day: (day: string) => `打印日期：${day}`,
  score: '单位：分',
  number: '序号',
  rank: '名次',
  grade: '等次',
  note: '备注',
  below: '公示期内如有异议，请向考评办公室提出申诉。',
  sign: ['单位负责人（签字）：', '审核人：', '填表人：', '联系电话：'],
} as const

export const ownWords = { points: '分', place: '名' } as const

export const columnNames = {
  name: '姓名',
  code: '编号',
  module: '模块',
  postName: '岗位',
  identity: '人员身份',
  track: '考核类别',
  pool: '序列',
  post: '岗位赋分',
  moduleScore: '模块评分',
  team: '组团积分',
  special: '专项加分',
  deduct: '扣分',
  coefficient: '岗位系数',
  total: '总分',
  rankTown: '全镇名次',
  rankModule: '模块名次',
  rankPool: '序列名次',
  grade: '建议等次',
  decided: '审定等次',
  flags: '说明',
  annual: '年度得分',
  quarters: '有效季度',
  bonus: '绩效奖金建议（元）',
  needsMeeting: '提请会议审定',
  notValid: '不是有效考评周期',
  noPool: '未归序列',
  nothing: '—',
} as const

export const poolWords = {
  line: (pool: string, grade: string, given: number, quota: number) => `${pool}“${grade}” ${String(given)}/${String(quota)}`,
  full: '已满',
  over: (count: number) => `超 ${String(count)} 人`,
  room: (count: number) => `还可 ${String(count)} 人`,
  tied: (count: number) => `线上同分 ${String(count)} 人`,
  none: '没有名额',
  hint: '按审定等次计；没有审定的按建议等次计。',
} as const

export const explainWords = {
  tree: '得分构成',
  item: '项目',
  formula: '算式与依据',
  value: '得分',
  signs: { plus: '', minus: '−', asStated: '' },
  isSum: '各项相加',
  missing: '—',
  openAll: '全部展开',
  closeAll: '全部收起',
  keys: '展开、收起',
  move: '移动',
  grade: (grade: string) => `建议等次：${grade}`,
  fact: (label: string, text: string) => `${label} ${text}`,
  factJoin: ' · ',
  openTask: '打开任务',
  version: '按哪一版结果',
} as const

export const decideWords = {
  title: (names: string) => `审定等次：${names}`,
  titleMany: (count: number) => `审定 ${String(count)} 人的等次`,
  suggested: '建议等次',
  grade: '审定等次',
  manyHelp: '多人一并审定时按各自的建议等次；要改动某人的等次，请单独审定。',
  meeting: '会议',
  meetingHint: '如：镇党委会议（2026年第14次）',
  reason: '理由',
  reasonHelp: '与建议等次不一致时必须填写。',
  confirm: '审定',
  required: (label: string) => `“${label}”不能为空，请填写。`,
  reasonRequired: '审定等次与建议等次不一致，请填写理由。',
  overQuota: (pool: string, grade: string, quota: number) => `${pool}“${grade}”的名额 ${String(quota)} 人已满，再评会超出名额。`,
  done: (count: number) => `已审定 ${String(count)} 人`,
  deciding: '正在审定',
  someFailed: (done: number, name: string, sentence: string) => `已审定 ${String(done)} 人；审定${name}时没有办成：${sentence}`,
} as const
