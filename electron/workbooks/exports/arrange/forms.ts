import type { FormLayout } from '../../../../shared/domain/papers/layout.ts'
import type { Cell, CellStyle, ColumnModel, Merge, RowModel, SheetModel } from '../model/model.ts'
import type { DraftForm } from './draft.ts'
import { noteRow, signerRows, titleRow, unitRow } from './frame-rows.ts'
import type { PlacedBook, PlacedSheet } from './place.ts'
import { lineHeight, linesNeeded } from './text-width.ts'
import { fillTokens } from './tokens.ts'

const label: CellStyle = { role: 'heading', align: 'centre', format: 'plain' }
const value: CellStyle = { role: 'paragraph', align: 'left', format: 'plain' }

function formRow(layout: FormLayout['rows'][number], form: DraftForm, columns: readonly ColumnModel[], number: number): RowModel {
  const cells: (Cell | null)[] = []
  const merges: Merge[] = []
  let lines = 1
  for (const { label: words, field, span } of layout.cells) {
    if (words !== '') cells.push({ kind: 'text', text: words, style: label })
    if (field === undefined) continue
    const text = form.values[field] ?? ''
    const left = cells.length + 1
    const right = left + span - 1
    const width = columns.slice(left - 1, right).reduce((total, column) => total + column.width, 0)
    lines = Math.max(lines, linesNeeded(text, width))
    cells.push(text === '' ? { kind: 'empty', style: value } : { kind: 'text', text, style: value })
    for (let at = left + 1; at <= right; at += 1) cells.push({ kind: 'empty', style: value })
    if (right > left) merges.push({ left, right, down: 0 })
  }
  return { number, height: Math.min(409, Math.max(layout.height, 5 + lineHeight * lines)), cells, merges, pageBreakAfter: false }
}

/** One form after the other, each ending its page; without any, a line that says so. */
function* formRows(book: PlacedBook, sheet: PlacedSheet, layout: FormLayout, columns: readonly ColumnModel[]): Generator<RowModel> {
  const { unit, date } = sheet.layout.unitLine ?? book.layout.unitLine
  let number = 1
  for (const form of sheet.draft.forms ?? []) {
    const tokens = { ...book.draft.tokens, ...form.values }
    const rows: RowModel[] = [titleRow(number, columns, fillTokens(sheet.layout.title, tokens))]
    rows.push(unitRow(number + 1, columns, fillTokens(unit, tokens), fillTokens(date, tokens), fillTokens(sheet.layout.measure, tokens)))
    for (const row of layout.rows) rows.push(formRow(row, form, columns, number + rows.length))
    if (sheet.layout.signed) rows.push(...signerRows(number + rows.length, columns, sheet.layout.signers ?? book.layout.signers))
    for (const note of sheet.layout.notes) rows.push(noteRow(number + rows.length, columns, fillTokens(note, tokens)))
    yield* rows.map((row, index) => (index === rows.length - 1 ? { ...row, pageBreakAfter: true } : row))
    number += rows.length
  }
  if (number === 1) yield titleRow(1, columns, fillTokens(sheet.layout.title, book.draft.tokens))
}

/** A sheet of printed forms, one a page. */
export function formSheet(book: PlacedBook, sheet: PlacedSheet, layout: FormLayout): SheetModel {
  const columns = layout.widths.map((width) => ({ width, hidden: false }))
  return {
    name: sheet.name,
    columns,
    rows: { [Symbol.iterator]: () => formRows(book, sheet, layout, columns) },
    freeze: { rows: 0, columns: 0 },
    orientation: sheet.layout.orientation,
    titleRows: null,
    chart: null,
    streamed: true,
  }
}
