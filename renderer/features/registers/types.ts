import type { TownshipClient } from '../../api/connection.ts'

export type Register = Awaited<ReturnType<TownshipClient['registers']['list']>>[number]
export type Column = Register['columns'][number]
export type LedgerRow = Awaited<ReturnType<TownshipClient['registers']['rows']>>['rows'][number]
export type RegisterFilter = NonNullable<Parameters<TownshipClient['registers']['rows']>[0]['filters']>[number]
export type RegisterProposal = NonNullable<Register['proposal']>

/** Quick filters of a register. */
export const chipKeys = ['all', 'mine', 'open'] as const
export type ChipKey = (typeof chipKeys)[number]
