import { hundredthsText } from '../../../shared/lib/hundredths.ts'
import type { SnapshotChange } from '../../../shared/domain/evaluation/amendment.ts'
import { evaluateQuarter } from '../../../shared/domain/evaluation/quarter.ts'
import { staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { PeriodRow } from '../evaluation/periods.ts'
import { amendQuarter } from './amend-snapshot.ts'

const mostRows = 30

/** Whose total or grade changes of a frozen quarter would move: the person of `first` in front (moved or not), then the largest steps. */
export function previewChanges(read: Read, row: PeriodRow, first: string | null, changes: readonly SnapshotChange[]) {
  const { before, after } = amendQuarter(read, row, changes)
  const people = new Map(read.select({ code: staff.code, id: staff.id }).from(staff).all().map(({ code, id }) => [code, id]))
  const old = new Map(evaluateQuarter(before).people.map((person) => [person.staff, person]))
  const rows = evaluateQuarter(after).people.flatMap((person) => {
    const was = old.get(person.staff)
    const staffId = people.get(person.staff)
    if (was === undefined || staffId === undefined) return []
    const isMoved = was.total.total !== person.total.total || was.grade.grade !== person.grade.grade
    if (!isMoved && staffId !== first) return []
    return [{ isMoved, step: Math.abs(person.total.total - was.total.total), row: { staffId, staffName: person.name, totalBefore: hundredthsText(was.total.total), totalAfter: hundredthsText(person.total.total), gradeBefore: was.grade.grade, gradeAfter: person.grade.grade } }]
  })
  const ordered = rows.sort((a, b) => Number(b.row.staffId === first) - Number(a.row.staffId === first) || b.step - a.step)
  return { moved: rows.filter(({ isMoved }) => isMoved).length, rows: ordered.slice(0, mostRows).map((one) => one.row) }
}
