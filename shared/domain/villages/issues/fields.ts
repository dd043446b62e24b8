/** The columns of a 民情事项 that may be typed over, in the order of the list. `village` and `handler` are named. */
export const issueFields = ['title', 'content', 'village', 'source', 'reporter', 'phone', 'reportedOn', 'handler', 'due'] as const
export type IssueField = (typeof issueFields)[number]
