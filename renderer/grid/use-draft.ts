import { useCallback, useState } from 'react'
import { choicesOf, textOfValue } from './cell-text.ts'
import { matchingChoices } from './choices.ts'
import type { CellAt } from './range.ts'
import type { CellValue, Choice, GridColumn } from './types.ts'

/** A cell while it is being edited. */
export interface Draft<Row> {
  readonly at: CellAt
  /** The row as it was when editing began; a reload does not change what is edited. */
  readonly row: Row
  readonly column: GridColumn<Row>
  readonly text: string
  /** What stood there when editing began, which a reload may have changed since. */
  readonly before: CellValue
  /** The same as text. */
  readonly start: string
  /** `typing` over a cell: arrows leave it. `editing` within it: arrows move the caret. */
  readonly mode: 'typing' | 'editing'
  readonly fault: string | null
  /** Which of the matching choices Enter takes. */
  readonly chosen: number
}

/** What a draft's list offers; all choices until something is typed. */
export function offered<Row>(draft: Draft<Row>): readonly Choice[] {
  const { edit } = draft.column
  if (edit?.kind !== 'choice') return []
  return matchingChoices(choicesOf(edit, draft.row), draft.text === draft.start ? '' : draft.text)
}

export interface DraftControl<Row> {
  readonly draft: Draft<Row> | null
  readonly begin: (at: CellAt, row: Row, column: GridColumn<Row>, present: CellValue, typed: string | null) => void
  readonly type: (text: string) => void
  readonly choose: (chosen: number) => void
  readonly enterText: () => void
  readonly refuse: (fault: string) => void
  readonly end: () => void
}

export function useDraft<Row>(): DraftControl<Row> {
  const [draft, setDraft] = useState<Draft<Row> | null>(null)
  const change = useCallback((part: Partial<Draft<Row>>) => setDraft((present) => present && { ...present, ...part }), [])
  const begin = useCallback((at: CellAt, row: Row, column: GridColumn<Row>, present: CellValue, typed: string | null) => {
    const start = column.edit ? textOfValue(column.edit, present, row) : ''
    const places = column.edit?.kind === 'choice' ? choicesOf(column.edit, row) : []
    const chosen = typed === null ? Math.max(0, places.findIndex(({ value }) => value === present)) : 0
    setDraft({ at, row, column, before: present, start, text: typed ?? start, mode: typed === null ? 'editing' : 'typing', fault: null, chosen })
  }, [])
  return {
    draft,
    begin,
    type: useCallback((text: string) => change({ text, fault: null, chosen: 0 }), [change]),
    choose: useCallback((chosen: number) => change({ chosen }), [change]),
    enterText: useCallback(() => change({ mode: 'editing' }), [change]),
    refuse: useCallback((fault: string) => change({ fault }), [change]),
    end: useCallback(() => setDraft(null), []),
  }
}
