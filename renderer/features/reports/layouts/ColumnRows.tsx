import { useState, type ReactNode } from 'react'
import type { LayoutFault } from '../../../../shared/domain/papers/check-layout.ts'
import { changeColumn, moveColumn, moveColumnOnto, type ColumnPlace } from '../../../../shared/domain/papers/edit-layout.ts'
import type { Layout, TableLayout } from '../../../../shared/domain/papers/layout.ts'
import { layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'
import { ColumnRow } from './ColumnRow.tsx'
import { editorWords } from './vocabulary.ts'

export interface ColumnRowsProps {
  readonly sheet: string
  readonly table: TableLayout
  /** Those of the sheet. */
  readonly faults: readonly LayoutFault[]
  /** The columns stand for every register's, by type: their order says nothing. */
  readonly isPattern: boolean
  readonly onChange?: (change: (layout: Layout) => Layout) => void
}

/** The columns of a table, those that are shown in their order, the hidden ones folded away. */
export function ColumnRows({ sheet, table, faults, isPattern, onChange }: ColumnRowsProps): ReactNode {
  const [dragged, setDragged] = useState<string | null>(null)
  const placeOf = (field: string): ColumnPlace => ({ sheet, table: table.key, field })
  const shown = table.columns.filter(({ hidden }) => !hidden)
  const hidden = table.columns.filter((column) => column.hidden)
  const rowOf = (column: (typeof table.columns)[number], at: number) => {
    const fault = faults.find(({ field }) => field === column.field)
    return (
      <ColumnRow
        key={column.field}
        column={column}
        isFirst={at === 0}
        isLast={at === shown.length - 1}
        fault={fault === undefined ? null : layoutFaultText(fault)}
        isDragged={dragged === column.field}
        {...(onChange === undefined
          ? {}
          : {
              onChange: (change) => onChange((now) => changeColumn(now, placeOf(column.field), change)),
              ...(isPattern || column.hidden
                ? {}
                : {
                    onMove: (by: -1 | 1) => onChange((now) => moveColumn(now, placeOf(column.field), by)),
                    onDrag: setDragged,
                    onDrop: () => {
                      if (dragged !== null && dragged !== column.field) onChange((now) => moveColumnOnto(now, placeOf(dragged), column.field))
                      setDragged(null)
                    },
                  }),
            })}
      />
    )
  }
  const head = (
    <thead>
      <tr>
        <th className="layout-grip"><span className="ui-unseen">{editorWords.move}</span></th>
        <th>{editorWords.heading}</th>
        <th>{editorWords.group}</th>
        <th className="layout-width">{editorWords.width}</th>
        <th className="layout-shown">{editorWords.shown}</th>
        <th className="layout-moves"><span className="ui-unseen">{editorWords.move}</span></th>
      </tr>
    </thead>
  )
  return (
    <>
      <h3>{editorWords.columns}<small>{isPattern ? editorWords.patternHelp : onChange === undefined ? '' : editorWords.moveHelp}</small></h3>
      <table className="layout-columns">{head}<tbody>{shown.map(rowOf)}</tbody></table>
      {hidden.length === 0 ? null : (
        <details className="layout-hidden">
          <summary>{editorWords.hiddenColumns(hidden.length)}</summary>
          <p className="layout-note">{editorWords.hiddenHelp}</p>
          <table className="layout-columns">{head}<tbody>{hidden.map((column) => rowOf(column, -1))}</tbody></table>
        </details>
      )}
    </>
  )
}
