/** Value sets of a person: the codes that stand in the database, in cases and in the contract. */

/** 人员身份 */
export const identities = ['civil', 'ref_civil', 'institution', 'dispatched', 'seconded_in', 'contract', 'support'] as const
export type Identity = (typeof identities)[number]

/** 考核类别 */
export const tracks = ['excluded', 'leader', 'mid', 'staff', 'dispatched_head', 'dispatched', 'contract', 'probation'] as const
export type Track = (typeof tracks)[number]

export const staffStatuses = ['active', 'probation', 'pending_case'] as const
export type StaffStatus = (typeof staffStatuses)[number]

export const leaveKinds = ['annual', 'sick', 'personal', 'maternity', 'injury', 'marriage', 'bereavement', 'official', 'training'] as const
export type LeaveKind = (typeof leaveKinds)[number]

export const sexes = ['male', 'female'] as const
export type Sex = (typeof sexes)[number]
