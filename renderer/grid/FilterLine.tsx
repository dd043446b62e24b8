import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Toolbar } from '../ui/Toolbar.tsx'
import { useLatest } from './use-latest.ts'
import { words } from './vocabulary.ts'

export interface FilterChip {
  readonly field: string
  readonly text: string
}

export interface FilterLineProps {
  /** The placeholder of the search box, or undefined for none. */
  readonly search: string | undefined
  readonly searched: string
  readonly onSearch: (text: string) => void
  readonly tools: ReactNode
  readonly chips: readonly FilterChip[]
  readonly onDrop: (field: string) => void
  readonly onClear: () => void
  readonly undo: { readonly canUndo: boolean; readonly canRedo: boolean; readonly onUndo: () => void; readonly onRedo: () => void } | null
  /** Views and columns. */
  readonly end: ReactNode
}

/** Typing must not ask the server with every letter. */
const searchPauseMs = 200

/** The one line above the grid: search, the page's own filters, what is filtered, undo, views, columns. */
export function FilterLine({ search, searched, onSearch, tools, chips, onDrop, onClear, undo, end }: FilterLineProps): ReactNode {
  return (
    <div className="sheet-line">
      <Toolbar
        label={words.toolbar}
        end={
          <>
            {undo === null ? null : (
              <>
                <Button type="text" disabled={!undo.canUndo} onClick={undo.onUndo} title="Ctrl+Z">{words.undo}</Button>
                <Button type="text" disabled={!undo.canRedo} onClick={undo.onRedo} title="Ctrl+Y">{words.redo}</Button>
              </>
            )}
            {end}
          </>
        }
      >
        {search === undefined ? null : <Search placeholder={search} text={searched} onSearch={onSearch} />}
        {tools}
        {chips.map(({ field, text }) => (
          <span key={field} className="sheet-chip">
            <span className="sheet-chip-text" title={text}>{text}</span>
            <button type="button" aria-label={words.dropFilter(text)} onClick={() => onDrop(field)}>×</button>
          </span>
        ))}
        {chips.length === 0 ? null : <Button type="link" size="small" onClick={onClear}>{words.clearFilters}</Button>}
      </Toolbar>
    </div>
  )
}

function Search({ placeholder, text, onSearch }: { readonly placeholder: string; readonly text: string; readonly onSearch: (text: string) => void }): ReactNode {
  const [typed, setTyped] = useState(text)
  const [composing, setComposing] = useState(false)
  const latest = useLatest({ text, onSearch })
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (composing || typed === latest.current.text) return
    const timer = setTimeout(() => latest.current.onSearch(typed), searchPauseMs)
    return () => clearTimeout(timer)
  }, [typed, composing, latest])
  return (
    <Input
      className="sheet-search"
      allowClear
      placeholder={placeholder}
      aria-label={placeholder}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={() => onSearch(typed)}
    />
  )
}
