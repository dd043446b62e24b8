import type { Cell, CellStyle, NumberFormat, RowModel } from '../model/model.ts'
import type { ColumnKind } from '../../../../shared/domain/papers/layout.ts'
import type { Calculator } from './calculate.ts'
import type { DraftFormula, DraftRow } from './draft.ts'
import { draftCellAt } from './place.ts'
import type { PlacedTable } from './place.ts'
import type { RowPlace } from './bind.ts'
import { lineHeight, linesNeeded } from './text-width.ts'

/** How numbers of a column are shown. */
export const numberFormats: Readonly<Record<ColumnKind, NumberFormat>> = {
  text: 'plain', name: 'plain', index: 'integer', plain: 'plain', integer: 'integer',
  score: 'score', factor: 'factor', money: 'money', percent: 'percent', date: 'date',
}

/** Points; no spreadsheet shows a higher row. */
const tallestRow = 409

const aligns: Readonly<Record<ColumnKind, CellStyle['align']>> = {
  text: 'left', name: 'centre', index: 'centre', plain: 'right', integer: 'right',
  score: 'right', factor: 'right', money: 'right', percent: 'right', date: 'centre',
}

const plainBody: CellStyle = { role: 'body', align: 'left', format: 'plain' }

/** How the cells of a column look. A word in a column of numbers, such as 未排名 or “—”, stands in the middle. */
interface ColumnStyles {
  readonly value: CellStyle
  readonly day: CellStyle
  readonly word: CellStyle
}

function stylesOf(table: PlacedTable, role: 'body' | 'total'): readonly ColumnStyles[] {
  return table.columns.map(({ kind }) => ({
    // What is summed up under days is how many there are.
    value: { role, align: aligns[kind], format: role === 'total' && kind === 'date' ? 'integer' : numberFormats[kind] },
    day: { role, align: aligns[kind], format: 'date' },
    word: { role, align: aligns[kind] === 'left' ? 'left' : 'centre', format: numberFormats[kind] },
  }))
}

function formulaCell(calculator: Calculator, place: RowPlace, column: number, draft: DraftFormula, style: ColumnStyles): Cell {
  const { value, replaced } = calculator.formula(place, column)
  const shown = typeof value === 'number' ? style.value : style.word
  if (replaced) return typeof value === 'number' ? { kind: 'number', value, style: shown } : { kind: 'text', text: value, style: shown }
  return { kind: 'formula', formula: calculator.text(place, draft), value, style: shown }
}

function cellOf(calculator: Calculator, place: RowPlace, column: number, style: ColumnStyles): Cell {
  const draft = draftCellAt(place.table, place.row, column)
  switch (draft.kind) {
    case 'empty': return { kind: 'empty', style: style.value }
    case 'text': return { kind: 'text', text: draft.text, style: style.word }
    case 'number': return { kind: 'number', value: draft.value, style: style.value }
    case 'date': return { kind: 'date', day: draft.day, style: style.day }
    case 'formula': return formulaCell(calculator, place, column, draft, style)
  }
}

function textOf(cell: Cell): string {
  return cell.kind === 'text' ? cell.text : cell.kind === 'formula' && typeof cell.value === 'string' ? cell.value : ''
}

/**
 * The one row of a table without rows, which says so across the page. The words stand in 序号, a column no formula looks at, so that
 * sums, means and counts stay as empty as the table.
 */
export function emptyRow(table: PlacedTable, number: number, words: string): RowModel {
  const styles = stylesOf(table, 'body')
  const shown = table.columns.filter(({ hidden }) => !hidden)
  const at = shown.find(({ field }) => field === 'seq') ?? shown.find(({ kind }) => kind === 'index') ?? shown[0]
  const last = shown.at(-1)
  const cells = table.columns.map(({ column }, index): Cell => {
    const { value, word } = styles[index] ?? { value: plainBody, word: plainBody }
    return column === at?.column ? { kind: 'text', text: words, style: { ...word, align: 'centre' } } : { kind: 'empty', style: value }
  })
  const merges = at !== undefined && last !== undefined && last.column > at.column ? [{ left: at.column, right: last.column, down: 0 }] : []
  const width = shown.filter(({ column }) => column >= (at?.column ?? 1)).reduce((total, column) => total + column.width, 0)
  return { number, height: 5 + lineHeight * linesNeeded(words, width), cells, merges, pageBreakAfter: false }
}

/** Makes the rows of one table as they stand on the page, each as high as its longest text needs. */
export function rowMaker(calculator: Calculator, table: PlacedTable, role: 'body' | 'total'): (row: DraftRow, number: number) => RowModel {
  const shown = table.columns.flatMap((column, index) => (column.hidden ? [] : [{ index, width: column.width }]))
  const styled = stylesOf(table, role).map((style, index) => ({ style, column: index + 1 }))
  return (row, number) => {
    const place = { table, row, number }
    const cells = styled.map(({ style, column }) => cellOf(calculator, place, column, style))
    const lines = shown.reduce((most, { index, width }) => {
      const cell = cells[index]
      const text = cell === undefined ? '' : textOf(cell)
      return text === '' ? most : Math.max(most, linesNeeded(text, width))
    }, 1)
    return { number, height: Math.min(tallestRow, 5 + lineHeight * lines), cells, merges: [], pageBreakAfter: false }
  }
}
