import type { ScoreBookResult } from '../../../../../shared/contract/score-books.ts'

/** How many people's scores a book would change. */
export function takenCount({ sheets }: Pick<ScoreBookResult, 'sheets'>): number {
  return sheets.flatMap(({ refused, rows }) => (refused === null ? rows : [])).filter(({ state, changes }) => state !== 'error' && changes.length > 0).length
}

/** Whether it can be taken at all: nothing altered, and something on it that is good or was typed in already. */
export function mayTake({ alteredCount, sheets, summary }: Pick<ScoreBookResult, 'alteredCount' | 'sheets' | 'summary'>): boolean {
  return alteredCount === 0 && (takenCount({ sheets }) > 0 || summary.same > 0)
}
