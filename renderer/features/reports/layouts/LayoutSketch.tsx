import type { ReactNode } from 'react'
import type { ColumnLayout, Layout, SheetLayout, TableLayout } from '../../../../shared/domain/papers/layout.ts'
import { withTokenNames } from '../../../../shared/domain/papers/vocabulary.ts'
import { previewWords } from './vocabulary.ts'

const sampleRows = [1, 2, 3] as const

function Headings({ columns }: { readonly columns: readonly ColumnLayout[] }): ReactNode {
  const isGrouped = columns.some(({ group }) => group !== undefined)
  if (!isGrouped) return <tr>{columns.map(({ field, heading }) => <th key={field}>{withTokenNames(heading)}</th>)}</tr>
  const upper = columns.flatMap((column, at) => {
    if (column.group !== undefined && columns[at - 1]?.group === column.group) return []
    const next = columns.findIndex((other, index) => index > at && other.group !== column.group)
    const span = column.group === undefined ? 1 : (next === -1 ? columns.length : next) - at
    return [<th key={column.field} colSpan={span} rowSpan={column.group === undefined ? 2 : 1}>{column.group ?? withTokenNames(column.heading)}</th>]
  })
  return (
    <>
      <tr>{upper}</tr>
      <tr>{columns.flatMap(({ field, heading, group }) => (group === undefined ? [] : [<th key={field}>{withTokenNames(heading)}</th>]))}</tr>
    </>
  )
}

function SketchTable({ table }: { readonly table: TableLayout }): ReactNode {
  const columns = table.columns.filter(({ hidden }) => !hidden)
  const whole = columns.reduce((total, { width }) => total + width, 0)
  return (
    <table>
      {table.caption === undefined ? null : <caption>{withTokenNames(table.caption)}</caption>}
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
      <strong>{withTokenNames(sheet.title)}</strong>
      <p className="layout-ends"><span>{withTokenNames(unit)}</span><span>{withTokenNames(date)}</span><span>{withTokenNames(sheet.measure)}</span></p>
      {sheet.tables.map((table) => <SketchTable key={table.key} table={table} />)}
      {sheet.form === undefined ? null : (
        <table>
          <tbody>{sheet.form.rows.map(({ cells }, row) => <tr key={row}>{cells.flatMap(({ label, span }, cell) => [<th key={`l${String(cell)}`}>{label}</th>, <td key={`f${String(cell)}`} colSpan={span} />])}</tr>)}</tbody>
        </table>
      )}
      {sheet.signed ? <p className="layout-ends">{(sheet.signers ?? layout.signers).map((signer) => <span key={signer}>{signer}</span>)}</p> : null}
      {sheet.notes.map((note) => <p key={note}>{withTokenNames(note)}</p>)}
      <p className="layout-foot">{previewWords.pageFoot}</p>
    </div>
  )
}
