import { useMemo, useState } from 'react'
import { checkLayout, type LayoutFault } from '../../../../shared/domain/papers/check-layout.ts'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'

export interface LayoutDraft {
  readonly layout: Layout
  readonly isDirty: boolean
  /** All that is wrong with it now. */
  readonly faults: readonly LayoutFault[]
  readonly change: (change: (layout: Layout) => Layout) => void
  /** Puts another layout in its place, as one begins with it. */
  readonly replace: (layout: Layout) => void
}

/** A layout that is being changed, checked with every key. */
export function useLayoutDraft(stored: Layout, shipped: Layout, book: LayoutBook): LayoutDraft {
  const [start, setStart] = useState(stored)
  const [layout, setLayout] = useState(stored)
  const faults = useMemo(() => checkLayout(layout, shipped, book), [layout, shipped, book])
  const isDirty = useMemo(() => layout !== start && JSON.stringify(layout) !== JSON.stringify(start), [layout, start])
  return {
    layout,
    isDirty,
    faults,
    change: (change) => setLayout(change),
    replace(next) {
      setStart(next)
      setLayout(next)
    },
  }
}
