import { Button } from 'antd'
import type { ReactNode } from 'react'
import { drawnSize } from './sheet-layout.ts'
import type { TemplateOutline } from './types.ts'
import { templateWords as words } from './vocabulary.ts'

export interface SheetTabsProps {
  readonly sheets: TemplateOutline['sheets']
  readonly current: number
  readonly onChoose: (index: number) => void
}

/** The sheets of the template, as at the foot of a workbook. */
export function SheetTabs({ sheets, current, onChoose }: SheetTabsProps): ReactNode {
  return (
    <nav className="template-tabs" aria-label={words.sheets}>
      {sheets.map(({ name, hidden }, index) => (
        <button key={name} type="button" aria-current={index === current ? 'page' : undefined} onClick={() => onChoose(index)}>
          {hidden ? words.hiddenSheet(name) : name}
        </button>
      ))}
    </nav>
  )
}

export interface RowsLineProps {
  readonly outline: TemplateOutline
  readonly most: number
  readonly onShow: (first: number) => void
}

/** Which rows of a long sheet are drawn, and the way to the others. */
export function RowsLine({ outline: { sheets, window }, most, onShow }: RowsLineProps): ReactNode {
  const all = drawnSize(sheets[window.sheet] ?? { rows: 0, columns: 0 }).rows
  if (all <= most) return null
  const last = Math.min(all, window.first + most - 1)
  return (
    <p className="template-rows">
      <Button size="small" disabled={window.first === 1} onClick={() => onShow(Math.max(1, window.first - most))}>{words.earlierRows}</Button>
      <span>{words.rowsShown(window.first, last, all)}</span>
      <Button size="small" disabled={last === all} onClick={() => onShow(window.first + most)}>{words.laterRows}</Button>
    </p>
  )
}
