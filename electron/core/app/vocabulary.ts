import type { Capability } from '../../../shared/domain/access/permissions.ts'

/** What a capability is called in a refusal. */
export const capabilityNames = {
  'self.work': '办理本人事项',
  'self.appeal': '申诉',
  'self.ballot': '互评投票',
  'staff.read': '查看模块人员',
  'staff.edit': '编辑人员、任职与岗位',
  'task.work': '办理任务',
  'task.review': '模块审核',
  'task.verify': '核验销号',
  'task.supervise': '督办',
  'task.askExtension': '申请延期',
  'task.decideExtension': '审批延期',
  'register.enter': '登记台账',
  'register.verify': '核实台账',
  'village.edit': '编辑村社与组团',
  'village.rank': '录入村社名次',
  'event.enter': '录入服务记录',
  'event.verify': '核实服务记录',
  'group.propose': '提请组建专班',
  'group.approve': '批准专班',
  'group.grade': '专班评级',
  'group.meeting': '记录专班会议',
  'result.read': '查看他人得分',
  'score.head': '模块长评价',
  'score.leader': '领导评分',
  'score.proxy': '代录评分',
  'point.declare': '申报加减分',
  'point.verify': '初核加减分',
  'point.approve': '审定加减分',
  'ruling.decide': '豁免、否决与审定',
  'ruling.propose': '提请豁免与否决',
  'plan.edit': '编辑考评方案',
  'plan.approve': '批准考评方案',
  'period.run': '冻结、计算与发布',
  'export.run': '导出',
  'idNo.unmask': '查看完整身份证号',
  'import.run': '导入',
  'copy.handout': '发放工作副本',
  'copy.merge': '合并工作副本',
  'copy.decide': '裁定数据冲突',
  'system.admin': '系统管理',
  'security.admin': '权限管理',
  'audit.read': '查看审计',
  'audit.export': '导出审计',
} as const satisfies Record<Capability, string>

/** What a refusal calls the thing that is missing or there already. */
export const nouns = {
  person: '人员',
  module: '模块',
  post: '岗位',
  assignment: '任职',
  village: '村社',
  teamMember: '组团成员',
  teamLeader: '团长',
  period: '周期',
  serviceEvent: '服务记录',
  plan: '考评方案',
  task: '任务',
  party: '承办人',
  group: '专项工作组',
  deduction: '扣分',
  point: '加减分事项',
  account: '账号',
  imported: '导入的数据',
  importBatch: '导入批次',
  importTable: '导入的数据表',
  sheet: '评分表',
  ratee: '评分对象',
  colleague: '互评对象',
  result: '该人员的结果',
  idNo: '该身份证号',
  peerBand: '互评等次',
  planField: '方案',
  docNo: '文号',
} as const

/** What a refusal calls the act that is not possible now. */
export const acts = {
  enterRank: '录入名次',
  verifyEvent: '核实',
  reject: '退回',
  ballot: '互评',
  score: '评分',
  freeze: '冻结',
  enterPkFactor: '录入 PK 系数',
  changeStage: '调整阶段',
  publish: '发布',
  departFromSuggestion: '改变建议等次',
  openSheets: '生成评分表',
  gradeGroup: '评级',
  declareHonour: '申报荣誉',
  declareCircular: '申报通报',
  verifyPoint: '初核',
  approvePoint: '审定',
  exempt: '尽责豁免',
  veto: '否决',
  enterVeto: '登记否决',
  unmaskIdNo: '查看完整身份证号',
  castBallot: '互评投票',
} as const

/** What a refusal calls the field, or the state, that is wrong. */
export const fields = {
  teamRange: '联村日期',
  assignmentRange: '任职日期',
  range: '起止日期',
  leaveRange: '请假日期',
  idNo: '身份证号',
  headScore: '模块长评价',
  leaderScore: '领导评分',
  verified: '已核实',
  rejected: '已退回',
} as const

/** `村社“上溪村”` */
export function named(noun: string, name: string): string {
  return `${noun}“${name}”`
}

/** What is wrong with a value. */
export const faults = {
  notLeader: '须由班子成员担任',
  idNo: '校验位或位数不正确',
  noSuchBand: (band: string) => `没有“${band}”这个等次`,
  lowestMissing: (lowest: string) => `4 人以上须至少评出一个 ${lowest}`,
  tooManyBest: (best: string, allowed: number, given: number) => `${best} 最多 ${allowed} 人，现为 ${given} 人`,
} as const
