/** Value sets of 民情事项: from a visit, a grid or a hotline to the satisfaction of whoever raised it. */

export const issueSources = ['visit', 'tuesday', 'grid', 'hotline', 'petition', 'party_household', 'other'] as const
export type IssueSource = (typeof issueSources)[number]

/** 已登记 → 待受理 → 办理中 → 待回访 → 已办结; 不予受理 stands aside. */
export const issueStates = ['recorded', 'dispatched', 'handling', 'resolved', 'closed', 'declined'] as const
export type IssueState = (typeof issueStates)[number]

export const satisfactions = ['satisfied', 'basically', 'unsatisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]
