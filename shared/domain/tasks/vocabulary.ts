import type { Light } from './light.ts'
import type { PartyRole, TaskForm, TaskQuality, TaskState } from './codes.ts'
import type { TaskAction } from './flow.ts'

export const taskFormNames: Readonly<Record<TaskForm, string>> = { assignment_order: '交办单', memo: '备忘录', supervision_order: '督办单', weekly_list: '周清单' }

export const taskStateNames: Readonly<Record<TaskState, string>> = {
  draft: '草稿', pending: '待签发', issued: '待签收', active: '办理中', submitted: '待模块审', reviewed: '待核验',
  completed: '已办结', closed: '已销号', suspended: '中止', revoked: '撤销',
}

export const taskActionNames: Readonly<Record<TaskAction, string>> = {
  propose: '提请签发', sendBack: '退回草稿', issue: '签发', accept: '签收', feedback: '反馈', submit: '提交', review: '模块审核',
  rejectAtReview: '驳回', rejectAtVerification: '驳回', verify: '核验', closeOut: '销号', suspend: '中止', resume: '恢复', revoke: '撤销', reopen: '重开',
}

export const partyRoleNames: Readonly<Record<PartyRole, string>> = { host: '主办', cohost: '协办' }

export const taskQualityNames: Readonly<Record<TaskQuality, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' }

export const lightNames: Readonly<Record<Light, string>> = { red: '红', yellow: '黄', green: '绿', grey: '灰' }
