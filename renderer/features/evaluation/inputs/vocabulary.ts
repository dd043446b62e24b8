import type { CircularKind } from '../../../../shared/domain/plans/points/codes.ts'
import type { PointRow } from '../../plans/api-types.ts'

export const inputParts = ['villages', 'factors', 'groups', 'points', 'sources'] as const
export type InputPart = (typeof inputParts)[number]

export const inputPartNames: Readonly<Record<InputPart, string>> = { villages: '村社名次', factors: '模块 PK 系数', groups: '专项工作组评级', points: '加减分', sources: '数据来源' }

export const inputWords = {
  title: '数据录入',
  closed: (stage: string) => `本期现在是“${stage}”阶段，只能查看；冻结前才能录入。`,
} as const

export const rankWords = {
  list: '村社名次',
  code: '编号',
  village: '村社',
  rank: '名次',
  state: '状态',
  recorded: '已录入',
  unranked: '不排名',
  missing: '未录入',
  how: '输入名次（1、2、3…），不参加排名的输入“不排名”；可以从表格里整列粘贴。',
  left: (left: number) => `还有 ${String(left)} 个村社没有录入`,
  complete: '全部录入',
  bad: (text: string) => `“${text}”不能作为名次，请输入 1、2、3 这样的整数，或者“不排名”。`,
  empty: '还没有村社',
  emptyHint: '先在“组团联村”里建立村社，再来录入名次。',
} as const

export const factorWords = {
  list: '模块 PK 系数',
  module: '模块',
  factor: 'PK 系数',
  state: '状态',
  recorded: '已录入',
  missing: '未录入',
  how: '模块长评价乘以本模块的 PK 系数，通常在 0.90 到 1.10 之间，最多两位小数。',
  left: (left: number) => `还有 ${String(left)} 个模块没有录入`,
} as const

export const gradeWords = {
  list: '专项工作组评级',
  code: '编号',
  group: '专项工作组',
  members: '成员',
  grade: '评级',
  state: '状态',
  recorded: '已评级',
  missing: '未评级',
  how: (grades: string) => `输入 ${grades}；组员的专项加分按角色分乘以评级系数计算。`,
  left: (left: number) => `还有 ${String(left)} 个专项工作组没有评级`,
  empty: '本期没有专项工作组',
  emptyHint: '经批准、在本期内工作的专项工作组会列在这里。',
  join: '、',
} as const

export const pointKindNames: Readonly<Record<PointRow['kind'], string>> = { honour: '荣誉', circular: '通报', deduction: '扣分' }

export const circularKindNames: Readonly<Record<CircularKind, string>> = { positive: '正面通报', negative: '反面通报' }

export const pointWords = {
  list: '加减分',
  search: '查找姓名、事由',
  kind: '类别',
  name: '姓名',
  what: '项目',
  matter: '事由',
  date: '日期',
  state: '状态',
  exempt: '豁免',
  exempted: '尽责豁免',
  empty: '本期还没有加减分',
  emptyHint: '荣誉、通报和扣分由本人或模块长申报，经初核、审定后计入得分。',
  declare: '申报',
  verify: '初核',
  approve: '审定',
  reject: '退回',
  ofChosen: (label: string, count: number) => (count === 0 ? label : `${label} ${String(count)} 条`),
  done: (label: string, count: number) => `已${label} ${String(count)} 条`,
  someFailed: (done: number, failed: number, sentence: string) => `${String(done)} 条已办，${String(failed)} 条没有办成：${sentence}`,
  rejectTitle: (count: number) => `退回 ${String(count)} 条申报`,
  rejectReason: '退回理由',
  exemptAction: '提请尽责豁免',
} as const

export const declareWords = {
  title: '申报加减分',
  confirm: '申报',
  kind: '类别',
  kinds: { honour: '荣誉', circular: '通报', deduction: '扣分' },
  who: '人员',
  level: '级别',
  circular: '通报种类',
  rule: '扣分项目',
  date: '发生日期',
  matter: '事由',
  matterHelp: '同一事项的荣誉只按最高级别计一次，请写同样的名称。',
  required: (label: string) => `“${label}”不能为空，请填写。`,
  done: (kind: string) => `已登记${kind}`,
  dayOutside: (from: string, to: string) => `“发生日期”须在本期 ${from} 至 ${to} 之内，请改正。`,
} as const

export const sourceWords = {
  list: '数据来源',
  name: '数据',
  enters: '录入',
  confirms: '确认',
  belongs: '归属',
  count: '条数',
  waiting: '待确认',
  missing: '缺项',
  none: '—',
  open: '打开',
} as const
