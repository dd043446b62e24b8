import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import { moveSheet, omitSheet, takeSheet } from '../../../../shared/domain/papers/edit-layout.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { fixedSheets, needersOf, requiredSheets } from '../../../../shared/domain/papers/sheet-needs.ts'
import { editorWords } from './vocabulary.ts'

/** Open in place of a sheet: what belongs to the book as a whole. */
export const wholeBook = ''

export interface SheetListProps {
  readonly book: LayoutBook
  readonly layout: Layout
  readonly shipped: Layout
  readonly open: string
  readonly onOpen: (sheet: string) => void
  /** The sheets on which something is wrong. */
  readonly faulty: readonly string[]
  readonly onChange?: (change: (layout: Layout) => Layout) => void
}

/** The sheets in their order, the open one with what can be done with it, and those that are left out. */
export function SheetList({ book, layout, shipped, open, onOpen, faulty, onChange }: SheetListProps): ReactNode {
  const standing = layout.sheets.map(({ key }) => key)
  const omitted = shipped.sheets.filter(({ key }) => !standing.includes(key))
  const at = standing.indexOf(open)
  const mayOmit = at >= 0 && !requiredSheets[book].includes(open) && needersOf(book, open, standing).length === 0
  const item = (key: string, name: string) => (
    <li key={key}>
      <button type="button" className="layout-sheet" aria-current={key === open ? 'true' : undefined} onClick={() => onOpen(key)}>
        {name}
        {faulty.includes(key) ? <span className="layout-wrong" aria-hidden="true">!</span> : null}
      </button>
    </li>
  )
  return (
    <nav className="layout-sheets" aria-label={editorWords.sheets}>
      <ul>
        {item(wholeBook, editorWords.whole)}
        {layout.sheets.map(({ key, name }) => item(key, name))}
      </ul>
      {onChange === undefined || at < 0 || fixedSheets.includes(open) ? null : (
        <div className="layout-sheet-commands">
          <Button size="small" disabled={at === 0} onClick={() => onChange((now) => moveSheet(now, open, -1))}>{editorWords.up}</Button>
          <Button size="small" disabled={at === standing.length - 1} onClick={() => onChange((now) => moveSheet(now, open, 1))}>{editorWords.down}</Button>
          <Button
            size="small"
            disabled={!mayOmit}
            onClick={() => {
              onChange((now) => omitSheet(now, open))
              onOpen(standing[at + 1] ?? standing[at - 1] ?? wholeBook)
            }}
          >
            {editorWords.omit}
          </Button>
        </div>
      )}
      {omitted.length === 0 ? null : (
        <>
          <h3>{editorWords.omitted}</h3>
          <ul>
            {omitted.map(({ key, name }) => (
              <li key={key} className="layout-omitted">
                <span>{name}</span>
                {onChange === undefined ? null : (
                  <Button
                    size="small"
                    type="link"
                    onClick={() => {
                      onChange((now) => takeSheet(now, shipped, key))
                      onOpen(key)
                    }}
                  >
                    {editorWords.take}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}
