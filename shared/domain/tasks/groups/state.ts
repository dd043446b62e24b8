/** 待批准, 运行中, 到期待解散, 已解散: derived from what is recorded, never stored. */
export const groupStates = ['proposed', 'active', 'expired', 'dissolved'] as const
export type GroupState = (typeof groupStates)[number]

export interface GroupFacts {
  readonly approvalNo: string | null
  readonly to: string | null
  readonly dissolvedOn: string | null
}

export function groupStateOf({ approvalNo, to, dissolvedOn }: GroupFacts, today: string): GroupState {
  if (dissolvedOn !== null) return 'dissolved'
  if (approvalNo === null) return 'proposed'
  return to !== null && to < today ? 'expired' : 'active'
}
