import type { Write } from '../../../db/types.ts'
import type { Dice } from './dice.ts'
import type { GovernanceTable, NamesTable } from './tables.ts'

export interface DemoWorker {
  readonly id: string
  readonly name: string
  readonly track: string
  readonly modules: readonly string[]
}

export interface DemoPlace {
  readonly id: string
  readonly name: string
  readonly surnames: readonly string[]
}

/** What the daily work of the demo is written from. */
export interface GovernanceScene {
  readonly tx: Write
  readonly newId: () => string
  readonly dice: Dice
  readonly table: GovernanceTable
  readonly names: NamesTable
  readonly villages: readonly DemoPlace[]
  /** Who works on the stock day, in official order. */
  readonly workers: readonly DemoWorker[]
  /** Names of those who have an account. */
  readonly withAccount: ReadonlySet<string>
  readonly modules: ReadonlyMap<string, string>
  /** Heads by code of the module. */
  readonly heads: ReadonlyMap<string, DemoWorker>
}
