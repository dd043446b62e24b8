/** Value sets of the 组团联村 work. */

export const eventStates = ['entered', 'verified', 'rejected'] as const
export type EventState = (typeof eventStates)[number]
