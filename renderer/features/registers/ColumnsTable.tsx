import { Button, Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { registerColumnTypes } from '../../../shared/domain/registers/codes.ts'
import { neverUnique } from '../../../shared/domain/registers/definition.ts'
import { columnTypeNames } from '../../../shared/domain/registers/vocabulary.ts'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { moved, type ColumnDraft } from './definition-form.ts'
import { defineWords as words } from './vocabulary.ts'

export interface ColumnsTableProps {
  readonly columns: readonly ColumnDraft[]
  readonly faults: readonly FieldFault[]
  readonly onTouch: (id: string) => void
  readonly onChange: (columns: readonly ColumnDraft[]) => void
  readonly onRemove: (column: ColumnDraft) => void
}

const ticks = ['required', 'isUnique', 'inList', 'total'] as const
const types = registerColumnTypes.map((value) => ({ value, label: columnTypeNames[value] }))

/** The columns of a definition, one a line, in the order they stand in the list. */
export function ColumnsTable({ columns, faults, onTouch, onChange, onRemove }: ColumnsTableProps): ReactNode {
  const isWrong = (id: string) => faults.some((fault) => fault.id === id)

  function set(index: number, field: string, change: Partial<ColumnDraft>): void {
    onTouch(`columns.${String(index)}.${field}`)
    onChange(columns.map((column, place) => (place === index ? { ...column, ...change } : column)))
  }

  return (
    <table className="define-columns">
      <thead>
        <tr>
          <th>{words.columnTitle}</th>
          <th>{words.type}</th>
          <th>{words.unit}</th>
          <th>{words.options}</th>
          {ticks.map((tick) => <th key={tick}>{words[tick]}</th>)}
          <th>{words.order}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) => {
          const idOf = (field: string) => `columns.${String(index)}.${field}`
          const marked = (field: string) => ({ id: idOf(field), status: isWrong(idOf(field)) ? ('error' as const) : ('' as const), 'aria-invalid': isWrong(idOf(field)) })
          const isNumeric = column.type === 'number' || column.type === 'amount'
          return (
            <tr key={column.key}>
              <td><Input {...marked('title')} aria-label={words.field(index, words.columnTitle)} style={{ width: 150 }} value={column.title} onChange={({ target }) => set(index, 'title', { title: target.value })} /></td>
              <td><Select {...marked('type')} aria-label={words.field(index, words.type)} style={{ width: 96 }} value={column.type} options={types} onChange={(type) => set(index, 'type', { type, ...(type === 'number' || type === 'amount' ? {} : { total: false }) })} /></td>
              <td>{isNumeric ? <Input {...marked('unit')} aria-label={words.field(index, words.unit)} style={{ width: 68 }} value={column.unit} onChange={({ target }) => set(index, 'unit', { unit: target.value })} /> : null}</td>
              <td>{column.type === 'choice' ? <Input.TextArea {...marked('options')} aria-label={words.field(index, words.options)} autoSize={{ minRows: 1, maxRows: 4 }} style={{ width: 280 }} placeholder={words.optionsHint} value={column.options} onChange={({ target }) => set(index, 'options', { options: target.value })} /> : null}</td>
              {ticks.map((tick) => (
                <td key={tick} className="define-tick">
                  <Checkbox id={idOf(tick)} aria-label={words.field(index, words[tick])} aria-invalid={isWrong(idOf(tick))} disabled={(tick === 'total' && !isNumeric) || (tick === 'isUnique' && neverUnique.includes(column.type) && !column.isUnique)} checked={column[tick]} onChange={({ target }) => set(index, tick, { [tick]: target.checked })} />
                </td>
              ))}
              <td className="define-buttons">
                <Button size="small" type="text" disabled={index === 0} aria-label={words.up(column.title)} onClick={() => onChange(moved(columns, index, -1))}>{words.upShort}</Button>
                <Button size="small" type="text" disabled={index === columns.length - 1} aria-label={words.down(column.title)} onClick={() => onChange(moved(columns, index, 1))}>{words.downShort}</Button>
                <Button size="small" type="text" aria-label={words.removeColumn(column.title)} onClick={() => onRemove(column)}>{words.remove}</Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
