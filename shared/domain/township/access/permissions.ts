import type { Role } from './roles.ts'

/**
 * How far a permission reaches:
 * `own` one's own matter · `member` the modules one works in · `headed` the modules one heads · `led` the modules one leads ·
 * `team` the 组团 one leads · `group` the 专班 one leads · `proposed` a 专班 that is not approved yet · `assigned` the sheets one is the scorer of ·
 * `published` what 公示 has shown to all · `all` the whole township.
 */
export type Reach = 'own' | 'member' | 'headed' | 'led' | 'team' | 'group' | 'proposed' | 'assigned' | 'published' | 'all'

type Row = Readonly<Partial<Record<Role, Reach | readonly Reach[]>>>

const everyWorker = (reach: Reach) =>
  ({ clerk: reach, head: reach, leader: reach, principal: reach, inspector: reach }) as const satisfies Row

/** Who may do what: one row a capability, default deny. The guard reads nothing else. */
export const permissions = {
  // 本人任务、记录、请假、结果;申诉;互评
  'self.work': everyWorker('own'),
  'self.appeal': everyWorker('own'),
  'self.ballot': everyWorker('own'),
  // 模块人员、任职、岗位、编制
  'staff.read': { clerk: 'member', head: 'headed', leader: 'led', principal: 'all', inspector: 'all', setup: 'all' },
  'staff.edit': { head: 'headed', principal: 'all', inspector: 'all', setup: 'all' },
  // 任务
  'task.work': { clerk: 'own', head: 'headed', leader: 'led', principal: 'all', inspector: 'all' },
  'task.review': { head: 'headed', leader: 'led', principal: 'all' },
  'task.verify': { leader: 'all', principal: 'all', inspector: 'all' },
  'task.supervise': { leader: 'all', principal: 'all', inspector: 'all' },
  'task.askExtension': { head: 'headed' },
  'task.decideExtension': { leader: 'all', principal: 'all', inspector: 'all' },
  // 台账、民情、村社、组团、网格、周二
  'register.enter': { clerk: 'own', head: 'headed', leader: 'led', principal: 'all', inspector: 'all' },
  'register.verify': { head: 'headed', leader: 'led', principal: 'all', inspector: 'all' },
  'register.define': { head: 'headed', principal: 'all', inspector: 'all' },
  'village.edit': { principal: 'all', inspector: 'all' },
  'village.rank': { inspector: 'all' },
  // 民情事项: who may do what with one is a rule of its own (shared/domain/villages/issues/who.ts)
  'issue.work': { clerk: 'own', head: 'own', leader: 'own', principal: 'all', inspector: 'all' },
  'issue.dispatch': { head: 'headed', leader: 'led', principal: 'all', inspector: 'all' },
  'tuesday.plan': { clerk: 'own', head: 'headed', leader: 'team', principal: 'all', inspector: 'all' },
  // 服务记录
  'event.enter': { clerk: 'own', head: 'headed', leader: 'team' },
  'event.verify': { leader: 'all', principal: 'all', inspector: 'all' },
  // 专项工作组
  'group.propose': { head: 'all', leader: 'all', principal: 'all' },
  // 框架与成员: 未批准的由提请的人改，批准后由组长和党政正职定
  'group.compose': { clerk: 'group', head: ['group', 'proposed'], leader: ['group', 'proposed'], principal: 'all', inspector: 'all' },
  'group.approve': { principal: 'all' },
  'group.grade': { principal: 'all' },
  'group.meeting': { clerk: 'group', head: 'group', leader: 'all', principal: 'all', inspector: 'all' },
  // 他人得分
  'result.read': { clerk: 'published', head: ['headed', 'published'], leader: ['led', 'published'], principal: 'all', inspector: 'all' },
  // 个人小结: 评分人看评分表上的人
  'summary.read': { head: ['headed', 'assigned'], leader: ['led', 'assigned'], principal: 'all', inspector: 'all' },
  // 评分表
  'score.head': { head: 'assigned', leader: 'assigned', principal: 'assigned' },
  // 方案可以让模块长给领导评分；只及于本人为评分人的表
  'score.leader': { head: 'assigned', leader: 'assigned', principal: 'assigned' },
  // 代录、退回、委托；表上有督考本人的，由党政正职办
  'score.proxy': { principal: 'all', inspector: 'all' },
  // 加减分、通报、荣誉
  'point.declare': { clerk: 'own', head: 'headed' },
  'point.verify': { head: 'headed' },
  'point.approve': { leader: 'led', principal: 'all', inspector: 'all' },
  // 豁免、否决、审定、更正、重开
  'ruling.decide': { principal: 'all' },
  'ruling.propose': { inspector: 'all' },
  // 方案与周期
  'plan.edit': { inspector: 'all' },
  'plan.approve': { principal: 'all' },
  'period.run': { inspector: 'all' },
  // 节假日安排
  'calendar.edit': { inspector: 'all', sysadmin: 'all' },
  // 版式、导出、证件号、导入
  'layout.edit': { principal: 'all', inspector: 'all' },
  'export.run': { head: 'headed', leader: 'led', principal: 'all', inspector: 'all' },
  'idNo.unmask': { principal: 'all', inspector: 'all' },
  'import.run': { head: 'headed', inspector: 'all', setup: 'all' },
  // 工作副本
  'copy.handout': { head: 'headed', inspector: 'all' },
  'copy.merge': { inspector: 'all' },
  'copy.decide': { principal: 'all', inspector: 'all' },
  // 系统
  'account.read': { sysadmin: 'all', secadmin: 'all', setup: 'all' },
  'system.admin': { sysadmin: 'all', setup: 'all' },
  'security.admin': { secadmin: 'all', setup: 'all' },
  'audit.read': { principal: 'all', auditor: 'all' },
  'audit.export': { auditor: 'all' },
} as const satisfies Record<string, Row>

export type Capability = keyof typeof permissions

export const capabilities = Object.keys(permissions).filter((name): name is Capability => name in permissions)

/** The row of a capability, typed for look-up by any role. */
export function permissionRow(capability: Capability): Row {
  return permissions[capability]
}
