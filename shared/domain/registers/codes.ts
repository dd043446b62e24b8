/** Value sets of 特色台账: ledgers that a township defines by itself. */

export const registerColumnTypes = ['text', 'long_text', 'number', 'date', 'choice', 'person', 'village', 'amount', 'attachment'] as const
export type RegisterColumnType = (typeof registerColumnTypes)[number]

/** What a row may propose: 服务记录, 荣誉, 通报. */
export const proposalKinds = ['event', 'honour', 'circular'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** How much a register may hold. */
export const registerLimits = { name: 50, description: 500, columns: 60, title: 30, unit: 10, options: 100, option: 50, text: 200, longText: 5000 } as const

/** Places behind the point that a number and an amount (元, 万元) keep. */
export const decimalsOf = { number: 4, amount: 2 } as const
