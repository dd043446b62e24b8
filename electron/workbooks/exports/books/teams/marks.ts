import { formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftRow, DraftTable } from '../../arrange/draft.ts'
import type { GridMarkRow, TeamsBookData } from './data.ts'
import { monthWord } from '../../vocabulary.ts'

function points(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100
}

/** 网格月度考核: the sum needs the three parts; the place is counted among the rounded sums of the month. */
export function marksDraft(months: TeamsBookData['months']): DraftTable {
  return { key: 'marks', rows: numbered(months.flatMap(monthRows)) }
}

function monthRows({ month, rows }: TeamsBookData['months'][number]): readonly DraftRow[] {
  const idOf = (place: number): string => `${String(month)}-${String(place)}`
  const sums = { table: 'marks', row: idOf(0), lastRow: idOf(rows.length - 1), field: 'total' }
  return rows.map((row, place) => ({ id: idOf(place), references: { sums }, cells: markCells(monthWord(month), row) }))
}

function markCells(month: string, row: GridMarkRow): DraftRow['cells'] {
  return {
    month: text(month),
    village: text(row.village),
    grid: text(row.grid),
    head: text(row.head),
    fullTime: text(row.fullTime),
    routine: number(points(row.routine)),
    handling: number(points(row.handling)),
    opinion: number(points(row.opinion)),
    bonus: number(points(row.bonus)),
    total: formula('IF(COUNT([routine],[handling],[opinion])<3,"",R2(SUM([routine],[handling],[opinion],[bonus])))', points(row.total) ?? ''),
    rank: formula('IF([total]="","",COUNTIF([@sums],">"&[total])+1)', row.rank ?? ''),
    remark: text(row.remark),
  }
}
