/** Value sets of 特色台账: ledgers that a township defines by itself. */

export const registerColumnTypes = ['text', 'long_text', 'number', 'date', 'choice', 'person', 'village', 'amount', 'attachment'] as const
export type RegisterColumnType = (typeof registerColumnTypes)[number]
