import { hundredthsText } from '../../../../shared/lib/hundredths.ts'
import type { SnapshotChange } from '../../../../shared/domain/evaluation/rulings/amendment.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/computing/year.ts'
import type { Read } from '../../../db/types.ts'
import { namesByCode } from '../computing/names-by-code.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { amendQuarter, amendYear } from '../computing/amend-snapshot.ts'

const mostRows = 30

interface Standing {
  readonly staff: string
  /** In hundredths; null without a valid quarter. */
  readonly total: number | null
  readonly shown: string
  readonly grade: string
}

/** Whose total or grade changes of a frozen period would move: the person of `first` in front (moved or not), then the largest steps. */
export function previewChanges(read: Read, row: PeriodRow, first: string | null, changes: readonly SnapshotChange[]) {
  const names = namesByCode(read).staff
  const { before, after } = standingsOf(read, row, changes)
  const old = new Map(before.map((person) => [person.staff, person]))
  const rows = after.flatMap((person) => {
    const was = old.get(person.staff)
    const named = names.get(person.staff)
    if (was === undefined || named === undefined) return []
    const isMoved = was.total !== person.total || was.grade !== person.grade
    if (!isMoved && named.id !== first) return []
    return [{ isMoved, step: Math.abs((person.total ?? 0) - (was.total ?? 0)), row: { staffId: named.id, staffName: named.name, totalBefore: was.shown, totalAfter: person.shown, gradeBefore: was.grade, gradeAfter: person.grade } }]
  })
  const ordered = rows.sort((a, b) => Number(b.row.staffId === first) - Number(a.row.staffId === first) || b.step - a.step)
  return { moved: rows.filter(({ isMoved }) => isMoved).length, rows: ordered.slice(0, mostRows).map((one) => one.row) }
}

function standingsOf(read: Read, row: PeriodRow, changes: readonly SnapshotChange[]): { readonly before: readonly Standing[]; readonly after: readonly Standing[] } {
  if (row.kind === 'year') {
    const { before, after } = amendYear(read, row, changes)
    const of = (input: typeof before) => evaluateYear(input).people.map(({ staff, annual, grade }): Standing => ({ staff, total: annual, shown: annual === null ? '' : hundredthsText(annual), grade }))
    return { before: of(before), after: of(after) }
  }
  const { before, after } = amendQuarter(read, row, changes)
  const of = (input: typeof before) => evaluateQuarter(input).people.map(({ staff, total, grade }): Standing => ({ staff, total: total.total, shown: hundredthsText(total.total), grade: grade.grade }))
  return { before: of(before), after: of(after) }
}
