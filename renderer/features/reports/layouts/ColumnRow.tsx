import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useId, type ReactNode } from 'react'
import type { ColumnChange } from '../../../../shared/domain/papers/edit-layout.ts'
import { narrowestColumn, widestColumn } from '../../../../shared/domain/papers/layout-room.ts'
import type { ColumnLayout } from '../../../../shared/domain/papers/layout.ts'
import { withTokenNames, withTokens } from '../../../../shared/domain/papers/vocabulary.ts'
import { editorWords } from './vocabulary.ts'

export interface ColumnRowProps {
  readonly column: ColumnLayout
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly fault: string | null
  readonly isDragged: boolean
  readonly onChange?: (change: ColumnChange) => void
  readonly onMove?: (by: -1 | 1) => void
  /** The field that is taken up. */
  readonly onDrag?: (field: string) => void
  readonly onDrop?: () => void
}

/** One column: its headings, its width, whether it is shown, and its place by mouse or keyboard. */
export function ColumnRow({ column, isFirst, isLast, fault, isDragged, onChange, onMove, onDrag, onDrop }: ColumnRowProps): ReactNode {
  const note = useId()
  const { field, heading, group = '', width, hidden } = column
  const shownHeading = withTokenNames(heading)
  const named = (part: string) => editorWords.columnField(shownHeading, part)
  const disabled = onChange === undefined
  const status = fault === null ? '' : 'error'
  return (
    <>
      <tr
        className={isDragged ? 'layout-dragged' : undefined}
        onDragOver={onDrop === undefined ? undefined : (event) => event.preventDefault()}
        onDrop={
          onDrop === undefined
            ? undefined
            : (event) => {
                event.preventDefault()
                onDrop()
              }
        }
      >
        <td className="layout-grip">{onDrag === undefined ? null : <span draggable aria-hidden="true" onDragStart={() => onDrag(field)}>⠿</span>}</td>
        <td>
          <Input
            size="small"
            aria-label={named(editorWords.heading)}
            aria-describedby={fault === null ? undefined : note}
            aria-invalid={fault !== null}
            status={status}
            disabled={disabled}
            value={shownHeading}
            onChange={({ target }) => onChange?.({ heading: withTokens(target.value) })}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              onMove?.(event.key === 'ArrowUp' ? -1 : 1)
            }}
          />
        </td>
        <td><Input size="small" aria-label={named(editorWords.group)} disabled={disabled} value={group} onChange={({ target }) => onChange?.({ group: target.value })} /></td>
        <td className="layout-width"><InputNumber size="small" controls={false} aria-label={named(editorWords.width)} disabled={disabled} min={narrowestColumn} max={widestColumn} value={width} onChange={(value) => (value === null ? undefined : onChange?.({ width: value }))} /></td>
        <td className="layout-shown"><Checkbox aria-label={named(editorWords.shown)} disabled={disabled} checked={!hidden} onChange={({ target }) => onChange?.({ hidden: !target.checked })} /></td>
        <td className="layout-moves">
          {onMove === undefined ? null : (
            <>
              <Button size="small" type="text" disabled={isFirst} aria-label={editorWords.upOf(shownHeading)} onClick={() => onMove(-1)}>↑</Button>
              <Button size="small" type="text" disabled={isLast} aria-label={editorWords.downOf(shownHeading)} onClick={() => onMove(1)}>↓</Button>
            </>
          )}
        </td>
      </tr>
      {fault === null ? null : (
        <tr><td /><td colSpan={5} id={note} className="layout-fault">{fault}</td></tr>
      )}
    </>
  )
}
