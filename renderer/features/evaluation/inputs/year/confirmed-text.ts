import { yearWords } from '../../results/year-vocabulary.ts'

export interface Confirmable {
  readonly isEntered: boolean
  readonly confirmedBy: string | null
}

export function confirmedText({ isEntered, confirmedBy }: Confirmable): string {
  if (!isEntered) return ''
  return confirmedBy === null ? yearWords.waits : yearWords.isConfirmed
}
