import { checkValue } from './cell-text.ts'
import type { SeenRow } from './known-rows.ts'
import type { GridColumn } from './types.ts'

export interface SeenContext<Row> {
  readonly key: string
  readonly version: number
  readonly columns: readonly GridColumn<Row>[]
  readonly today: string
}

/** A loaded row as the edits look at it. */
export function seenRow<Row>(row: Row, { key, version, columns, today }: SeenContext<Row>): SeenRow {
  return {
    key,
    version,
    cell: (field) => {
      const column = columns.find((other) => other.field === field)
      if (!column?.edit) return null
      const { edit, title } = column
      return {
        value: edit.read(row),
        text: column.text(row),
        isFree: edit.kind === 'text',
        refuses: (value) => {
          const allowed = edit.editable?.(row) ?? true
          if (allowed !== true) return allowed
          const checked = checkValue(edit, value, { row, title, today })
          return checked.kind === 'fault' ? checked.reason : null
        },
      }
    },
  }
}
