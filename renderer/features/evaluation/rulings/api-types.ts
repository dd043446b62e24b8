import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>

export type RulingRow = Answers['rulings']['list'][number]
export type AppealRow = Answers['appeals']['list'][number]
export type Amendable = Answers['rulings']['amendable']
export type AmendLine = Amendable['lines'][number]
export type AddedRow = Amendable['additions'][number]
export type Change = Pick<RulingRow['changes'][number], 'path' | 'before' | 'after'>
export type Preview = Answers['rulings']['preview']

/** A change with what is shown of it. */
export interface ChosenChange {
  readonly change: Change
  readonly what: string
  readonly was: string
  readonly becomes: string
}
