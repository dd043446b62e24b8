import type { CustomCellRendererProps } from 'ag-grid-react'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useSheetView } from './sheet-context.ts'
import { words } from './vocabulary.ts'

/** The number before a row, and the box that chooses it where rows can be chosen. */
export function RowNumber({ node }: CustomCellRendererProps): ReactNode {
  const { choice, keyAt } = useSheetView()
  const row = node.rowIndex ?? 0
  const key = choice ? keyAt(row) : undefined
  if (!choice || key === undefined) return <span className="sheet-number">{row + 1}</span>
  const chosen = choice.selected.has(key)
  const toggle = () => {
    const selected = new Set(choice.selected)
    if (chosen) selected.delete(key)
    else selected.add(key)
    choice.onChange(selected)
  }
  return (
    <span className="sheet-number">
      <Checkbox checked={chosen} onChange={toggle} tabIndex={-1} aria-label={words.selectRow(row + 1)} />
      {row + 1}
    </span>
  )
}
