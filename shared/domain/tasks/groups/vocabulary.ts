import type { GroupMeetingKind, SecondmentDirection } from './codes.ts'
import type { GroupState } from './state.ts'

export const groupMeetingKindNames: Readonly<Record<GroupMeetingKind, string>> = { weekly: '周例会', monthly: '月评估' }

export const secondmentDirectionNames: Readonly<Record<SecondmentDirection, string>> = { in: '抽调来', out: '抽调出' }

export const groupStateNames: Readonly<Record<GroupState, string>> = { proposed: '待批准', active: '运行中', expired: '到期待解散', dissolved: '已解散' }
