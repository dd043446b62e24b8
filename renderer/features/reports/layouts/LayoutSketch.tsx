import type { ReactNode } from 'react'
import { tokensIn } from '../../../../shared/domain/books/layout-tokens.ts'
import type { ColumnLayout, Layout, SheetLayout, TableLayout } from '../../../../shared/domain/books/layout.ts'
import { tokenNames } from '../../../../shared/domain/books/vocabulary.ts'
import { previewWords } from './vocabulary.ts'

const sampleRows = [1, 2, 3] as const

/** The words of a text with the names of its tokens in their places. */
function filled(text: string): string {
  return tokensIn(text).reduce((now, token) => now.replace(`{${token}}`, `〔${tokenNames[token] ?? token}〕`), text)
}

function Headings({ columns }: { readonly columns: readonly ColumnLayout[] }): ReactNode {
  const isGrouped = columns.some(({ group }) => group !== undefined)
  if (!isGrouped) return <tr>{columns.map(({ field, heading }) => <th key={field}>{heading}</th>)}</tr>
  const upper = columns.flatMap((column, at) => {
    if (column.group !== undefined && columns[at - 1]?.group === column.group) return []
    const next = columns.findIndex((other, index) => index > at && other.group !== column.group)
    const span = column.group === undefined ? 1 : (next === -1 ? columns.length : next) - at
    return [<th key={column.field} colSpan={span} rowSpan={column.group === undefined ? 2 : 1}>{column.group ?? column.heading}</th>]
  })
  return (
    <>
      <tr>{upper}</tr>
      <tr>{columns.flatMap(({ field, heading, group }) => (group === undefined ? [] : [<th key={field}>{heading}</th>]))}</tr>
    </>
  )
}

function SketchTable({ table }: { readonly table: TableLayout }): ReactNode {
  const columns = table.columns.filter(({ hidden }) => !hidden)
  const whole = columns.reduce((total, { width }) => total + width, 0)
  return (
    <table>
      {table.caption === undefined ? null : <caption>{filled(table.caption)}</caption>}
      <colgroup>{columns.map(({ field, width }) => <col key={field} style={{ width: `${String((width / whole) * 100)}%` }} />)}</colgroup>
      <thead><Headings columns={columns} /></thead>
      <tbody>{sampleRows.map((row) => <tr key={row}>{columns.map(({ field, kind }) => <td key={field}>{kind === 'index' && field === 'seq' ? row : ''}</td>)}</tr>)}</tbody>
    </table>
  )
}

/** A page drawn from its layout alone: titles, headings and widths, without data. */
export function LayoutSketch({ layout, sheet }: { readonly layout: Layout; readonly sheet: SheetLayout }): ReactNode {
  const { unit, date } = sheet.unitLine ?? layout.unitLine
  return (
    <div className={`layout-paper layout-${sheet.orientation}`}>
      <strong>{filled(sheet.title)}</strong>
      <p className="layout-ends"><span>{filled(unit)}</span><span>{filled(date)}</span><span>{filled(sheet.measure)}</span></p>
      {sheet.tables.map((table) => <SketchTable key={table.key} table={table} />)}
      {sheet.form === undefined ? null : (
        <table>
          <tbody>{sheet.form.rows.map(({ cells }, row) => <tr key={row}>{cells.flatMap(({ label, span }, cell) => [<th key={`l${String(cell)}`}>{label}</th>, <td key={`f${String(cell)}`} colSpan={span} />])}</tr>)}</tbody>
        </table>
      )}
      {sheet.signed ? <p className="layout-ends">{layout.signers.map((signer) => <span key={signer}>{signer}</span>)}</p> : null}
      {sheet.notes.map((note) => <p key={note}>{filled(note)}</p>)}
      <p className="layout-foot">{previewWords.pageFoot}</p>
    </div>
  )
}
