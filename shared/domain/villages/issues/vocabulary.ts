import type { IssueSource, IssueState, Satisfaction } from './codes.ts'
import type { IssueEditFault } from './edit-rights.ts'
import type { IssueField } from './fields.ts'
import type { IssueAction } from './flow.ts'

export const issueSourceNames: Readonly<Record<IssueSource, string>> = {
  visit: '入户走访', tuesday: '周二到村', grid: '网格上报', hotline: '12345热线', petition: '信访', party_household: '党员联户', other: '其他',
}

export const issueStateNames: Readonly<Record<IssueState, string>> = {
  recorded: '待派办', dispatched: '待受理', handling: '办理中', resolved: '待回访', closed: '已办结', declined: '不予受理',
}

export const issueActionNames: Readonly<Record<IssueAction, string>> = {
  dispatch: '派办', settle: '当场办结', decline: '不予受理', reconsider: '重新受理', accept: '受理', sendBack: '退回派办', resolve: '办结', close: '回访办结', rework: '退回重办',
}

export const satisfactionNames: Readonly<Record<Satisfaction, string>> = { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意' }

export const issueFieldNames: Readonly<Record<IssueField, string>> = {
  title: '事项', content: '内容', village: '村社', source: '来源', reporter: '反映人', phone: '联系电话', reportedOn: '反映日期', handler: '办理人', due: '办理时限',
}

/** Why a field may not be changed, to stand behind its name. */
export const issueEditFaultReasons: Readonly<Record<IssueEditFault, string>> = {
  out_of_scope: '该事项不由您登记、派办或办理，请由登记人或派办人修改',
  finished: '事项已办结或不予受理，不能再改',
  dispatched: '事项已派办，请由派办人修改',
  not_dispatched: '事项还没有派办或已经办结，请在派办时填写',
  terms: '只能由派办人改动，请与派办人联系',
  doer: '办理人不能改动自己的时限，请由派办人修改',
}
