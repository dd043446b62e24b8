import type { ReactNode } from 'react'
import type { LayoutBook } from '../../../../shared/domain/books/codes.ts'
import type { Layout } from '../../../../shared/domain/books/layout.ts'
import { LayoutSketch } from './LayoutSketch.tsx'
import { previewWords } from './vocabulary.ts'

export interface LayoutPreviewProps {
  readonly book: LayoutBook
  readonly layout: Layout
  /** Key of the sheet that is looked at. */
  readonly sheet: string
}

/** The open sheet as it will be printed. */
export function LayoutPreview({ layout, sheet }: LayoutPreviewProps): ReactNode {
  const found = layout.sheets.find(({ key }) => key === sheet)
  return (
    <section className="layout-preview" aria-label={previewWords.title}>
      <h3>{previewWords.title}<small>{previewWords.sample}</small></h3>
      {found === undefined ? null : <LayoutSketch layout={layout} sheet={found} />}
    </section>
  )
}
