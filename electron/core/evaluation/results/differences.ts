import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { Read } from '../../../db/types.ts'
import { hundredthsToText } from '../../app/rows.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import type { VersionRow } from '../computing/result-versions.ts'
import { listResults, listYear } from './results.ts'

interface Standing {
  readonly staffId: string
  readonly staffName: string
  readonly moduleName: string
  readonly total: string | null
  readonly rank: number | null
  readonly grade: string
}

/** Who moved between two versions of a result, and by how much, the largest step first. */
export function differencesBetween(read: Read, row: PeriodRow, from: VersionRow, to: VersionRow) {
  const old = new Map(standingsOf(read, row, from).map((person) => [person.staffId, person]))
  const now = new Map(standingsOf(read, row, to).map((person) => [person.staffId, person]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .flatMap((staffId) => {
      const [was, is] = [old.get(staffId), now.get(staffId)]
      const named = is ?? was
      if (named === undefined || (was !== undefined && is !== undefined && was.total === is.total && was.grade === is.grade)) return []
      const step = hundredthsOf(is?.total) - hundredthsOf(was?.total)
      const { staffName, moduleName } = named
      return [{ step, row: { staffId, staffName, moduleName, totalBefore: was?.total ?? null, totalAfter: is?.total ?? null, by: signed(step), rankBefore: was?.rank ?? null, rankAfter: is?.rank ?? null, gradeBefore: was?.grade ?? null, gradeAfter: is?.grade ?? null } }]
    })
    .sort((a, b) => Math.abs(b.step) - Math.abs(a.step))
    .map((one) => one.row)
}

function standingsOf(read: Read, row: PeriodRow, version: VersionRow): readonly Standing[] {
  switch (row.kind) {
    case 'quarter':
      return listResults(read, row, version).rows.map(({ staffId, staffName, moduleName, total, rankTown, grade }) => ({ staffId, staffName, moduleName, total, rank: rankTown, grade }))
    case 'year':
      return listYear(read, row, version).rows.map(({ staffId, staffName, moduleName, annual, grade }) => ({ staffId, staffName, moduleName, total: annual, rank: null, grade }))
    default:
      return assertNever(row.kind)
  }
}

function hundredthsOf(text: string | null | undefined): number {
  return text === null || text === undefined ? 0 : Math.round(Number(text) * 100)
}

function signed(step: number): string {
  return `${step > 0 ? '+' : ''}${hundredthsToText(step)}`
}
