import type { CustomCellRendererProps } from 'ag-grid-react'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useSheetView } from './sheet-context.ts'
import { words } from './vocabulary.ts'

/** The number before a row, where a row opens a way in under the pointer, and the box that chooses it where rows can be chosen. */
export function RowNumber({ node }: CustomCellRendererProps): ReactNode {
  const { choice, keyAt, onOpenRow } = useSheetView()
  const row = node.rowIndex ?? 0
  const key = choice ? keyAt(row) : undefined
  const number = (
    <>
      <span className="sheet-number-text">{row + 1}</span>
      {onOpenRow === null ? null : (
        // By keyboard a row opens with Alt+Enter.
        <button type="button" className="sheet-open" tabIndex={-1} onClick={() => onOpenRow(row)}>
          {words.open}
        </button>
      )}
    </>
  )
  const className = onOpenRow === null ? 'sheet-number' : 'sheet-number sheet-number-opens'
  if (!choice || key === undefined) return <span className={className}>{number}</span>
  const chosen = choice.selected.has(key)
  const toggle = () => {
    const selected = new Set(choice.selected)
    if (chosen) selected.delete(key)
    else selected.add(key)
    choice.onChange(selected)
  }
  return (
    <span className={className}>
      <Checkbox checked={chosen} onChange={toggle} tabIndex={-1} aria-label={words.selectRow(row + 1)} />
      {number}
    </span>
  )
}
