import { Button, Checkbox, Popover } from 'antd'
import type { ReactNode } from 'react'
import { movedColumn, withPlace } from './layout.ts'
import type { ColumnPlace } from './layout.ts'
import { words } from './vocabulary.ts'

export interface ColumnChooserProps {
  readonly layout: readonly ColumnPlace[]
  readonly titleOf: (field: string) => string
  readonly onLayout: (layout: readonly ColumnPlace[]) => void
  readonly onReset: () => void
}

/** Which columns are shown, in which order, and which stay in place. */
export function ColumnChooser({ layout, titleOf, onLayout, onReset }: ColumnChooserProps): ReactNode {
  const shownCount = layout.filter(({ hidden }) => !hidden).length
  const list = (
    <div className="sheet-chooser">
      <ul>
        {layout.map(({ field, hidden, pinned }, at) => (
          <li key={field}>
            <Checkbox className="sheet-chooser-name" checked={!hidden} disabled={!hidden && shownCount === 1} onChange={() => onLayout(withPlace(layout, field, { hidden: !hidden }))}>{titleOf(field)}</Checkbox>
            <Checkbox checked={pinned} onChange={() => onLayout(withPlace(layout, field, { pinned: !pinned }))}>{words.frozen}</Checkbox>
            <Button type="text" size="small" disabled={at === 0} aria-label={`${words.moveUp} ${titleOf(field)}`} title={words.moveUp} onClick={() => onLayout(movedColumn(layout, field, -1))}>↑</Button>
            <Button type="text" size="small" disabled={at === layout.length - 1} aria-label={`${words.moveDown} ${titleOf(field)}`} title={words.moveDown} onClick={() => onLayout(movedColumn(layout, field, 1))}>↓</Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onReset}>{words.resetColumns}</Button>
    </div>
  )
  return (
    <Popover content={list} title={words.columnsTitle} trigger="click" placement="bottomRight" arrow={false}>
      <Button type="text">{words.columns}</Button>
    </Popover>
  )
}
