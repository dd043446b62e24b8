/** What a refusal calls a field, by its path in the input. */
export const groupFieldLabels = { heldOn: '会议日期', on: '解散日期', to: '结束日期', from: '开始日期' } as const

export const groupFaults = {
  inFuture: '不能晚于今天',
  beforeStart: (day: string) => `不能早于组建日期 ${day}`,
  beforeMember: (name: string, day: string) => `不能早于成员“${name}”的开始日期 ${day}`,
} as const

export const meetingOn = (kind: string, day: string): string => `${day} 的${kind}记录`
