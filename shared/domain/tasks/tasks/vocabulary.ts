import type { EditFault } from './edit-rights.ts'
import type { TaskField } from './fields.ts'
import type { Light } from './light.ts'
import type { ExtensionState, PartyState, SupervisionDayState, SupervisionLevel, SupervisionState, TaskForm, TaskState } from './codes.ts'
import type { PartyRole, TaskQuality } from '../../plans/task-codes.ts'
import type { MilestoneShare } from './milestones.ts'
import type { TaskAction } from './flow.ts'

export const taskFormNames: Readonly<Record<TaskForm, string>> = { assignment_order: '交办单', memo: '备忘录', supervision_order: '督办单', weekly_list: '周清单' }

export const taskStateNames: Readonly<Record<TaskState, string>> = {
  draft: '草稿', pending: '待签发', issued: '待签收', active: '办理中', submitted: '待模块审', reviewed: '待核验',
  completed: '已办结', closed: '已销号', suspended: '中止', revoked: '撤销',
}

export const partyStateNames: Readonly<Record<PartyState, string>> = { issued: '未签收', active: '办理中', submitted: '待模块审', reviewed: '待核验', completed: '已办结' }

export const extensionStateNames: Readonly<Record<ExtensionState, string>> = { asked: '待审批', granted: '已同意', refused: '未同意', withdrawn: '已撤回' }

export const supervisionLevelNames: Readonly<Record<SupervisionLevel, string>> = { yellow: '黄牌督办', red: '红牌督办' }

export const supervisionStateNames: Readonly<Record<SupervisionState, string>> = { issued: '待回复', answered: '待了结', settled: '已了结' }

export const supervisionDayStateNames: Readonly<Record<SupervisionDayState, string>> = { planned: '已安排', held: '已督查', cancelled: '已取消' }

/** 节点 as they are proposed, by the share of the time. */
export const usualMilestones: readonly MilestoneShare[] = [
  { name: '部署启动', percent: 10 },
  { name: '中期推进', percent: 50 },
  { name: '自查整改', percent: 80 },
  { name: '全面完成', percent: 100 },
]

export const taskActionNames: Readonly<Record<TaskAction, string>> = {
  propose: '提请签发', sendBack: '退回草稿', issue: '签发', accept: '签收', feedback: '反馈', submit: '提交', review: '模块审核',
  rejectAtReview: '驳回', rejectAtVerification: '驳回', verify: '核验', closeOut: '销号', suspend: '中止', resume: '恢复', revoke: '撤销', reopen: '重开',
}

export const partyRoleNames: Readonly<Record<PartyRole, string>> = { host: '主办', cohost: '协办' }

export const taskQualityNames: Readonly<Record<TaskQuality, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' }

export const lightNames: Readonly<Record<Light, string>> = { red: '红', yellow: '黄', green: '绿', grey: '灰' }

export const taskFieldNames: Readonly<Record<TaskField, string>> = {
  docNo: '文号', form: '形式', source: '来源', title: '事项', content: '内容', module: '责任模块', lead: '牵头领导', hosts: '主办', cohosts: '协办', weight: '权重', due: '办理时限', group: '专项组',
}

/** Why a field may not be changed, to stand behind its name. */
export const editFaultReasons: Readonly<Record<EditFault, string>> = {
  out_of_scope: '该任务不由您的模块交办，请由其所在模块或上级修改',
  finished: '任务已办结或撤销，如确有错误请先重开',
  fixed: '任务已签发，如需调整请撤销后重新交办',
  terms: '任务已签发，权重只能由督考、班子成员或党政正职改动',
  extension: '任务已签发，时限只能通过延期调整，请由模块长申请延期',
  handedIn: '任务已提交，权重不能再改动，确需调整请先驳回',
  doer: '承办人不能自己改动，请由拟稿人、模块或督考修改',
}
