import { eq } from 'drizzle-orm'
import { periodStageNames, periodTitle } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { period } from '../../../../db/schema/index.ts'
import type { Read } from '../../../../db/types.ts'
import { isOpenForInput, type PeriodRow } from '../../../plans/periods.ts'
import { listWords } from '../vocabulary.ts'

export type FoundQuarter = { readonly is: 'quarter'; readonly row: PeriodRow; readonly closed: string | null } | { readonly is: 'none'; readonly message: string }

/** Quarters by their code, or by a day; `closed` says why nothing of it may be entered any more. */
export function quarterIndex(read: Read): { readonly byCode: (code: string) => FoundQuarter; readonly byDay: (day: string) => FoundQuarter } {
  const rows = read.select().from(period).where(eq(period.kind, 'quarter')).all()
  const found = (row: PeriodRow | undefined, what: string): FoundQuarter =>
    row === undefined ? { is: 'none', message: listWords.noQuarter(what) } : { is: 'quarter', row, closed: isOpenForInput(row) ? null : listWords.quarterClosed(periodTitle(row.code), periodStageNames[row.stage]) }
  return {
    byCode: (code) => found(rows.find((row) => row.code === code), periodTitle(code)),
    byDay: (day) => found(rows.find(({ start, end }) => start <= day && day <= end), day),
  }
}
