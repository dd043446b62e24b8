import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { usePeriod } from '../../../api/period.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { BookPages } from '../../papers/pages/BookPages.tsx'
import '../../papers/pages/preview.css'
import { useEndOfBook, useOpenBook, type BookAsked, type ShownPages } from '../../papers/pages/use-book.ts'
import { LayoutSketch } from './LayoutSketch.tsx'
import { previewBook } from './preview-book.ts'
import { useSettled } from './use-settled.ts'
import { previewWords } from './vocabulary.ts'

export interface LayoutPreviewProps {
  readonly book: LayoutBook
  readonly layout: Layout
  /** Something is wrong with it: the pages stay as they were until it is right. */
  readonly isFaulty: boolean
  /** Key of the sheet that is looked at. */
  readonly sheet: string
}

/** How long nothing must be typed before the pages are made anew: a book is gathered each time. */
const pause = 700

/** The open sheet as it will be printed, with the township's own data; without any, a page drawn from the layout alone. */
export function LayoutPreview({ book, layout, isFaulty, sheet }: LayoutPreviewProps): ReactNode {
  const { orpc } = useApi()
  const chosen = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  const [sound, setSound] = useState(layout)
  if (!isFaulty && sound !== layout) setSound(layout)
  const settled = useSettled(sound, pause)
  const shown = periods.data === undefined ? null : previewBook(book, periods.data, chosen?.code ?? null)
  const sketch = <Sketch layout={layout} sheet={sheet} />
  if (periods.data === undefined) return <section className="layout-preview" aria-label={previewWords.title}>{null}</section>
  if (shown === null) return <section className="layout-preview layout-sketched" aria-label={previewWords.title}><Head note={book === 'papers' ? previewWords.papers : previewWords.noResult} />{sketch}</section>
  return (
    <section className="layout-preview" aria-label={previewWords.title}>
      <Pages asked={{ book: shown, layout: settled }} isWaiting={!isFaulty && settled !== layout} note={isFaulty ? previewWords.faulty : previewWords.of('period' in shown && shown.period !== '' ? periodTitle(shown.period) : previewWords.today)} sheet={sheet} sketch={sketch} />
    </section>
  )
}

interface PagesProps {
  readonly asked: BookAsked & { readonly layout: Layout }
  readonly isWaiting: boolean
  readonly note: string
  readonly sheet: string
  /** In place of pages that cannot be made. */
  readonly sketch: ReactNode
}

function Pages({ asked, isWaiting, note, sheet, sketch }: PagesProps): ReactNode {
  const opened = useOpenBook(asked)
  // Pages are asked of the book they belong to: while another is being made the last one stays.
  const [last, setLast] = useState<{ readonly asked: PagesProps['asked']; readonly opened: ShownPages } | null>(null)
  if (opened.data !== undefined && !opened.isPlaceholderData && last?.opened !== opened.data) setLast({ asked, opened: opened.data })
  useEndOfBook(last?.opened.preview ?? null)
  if (opened.error !== null) return <div className="layout-sketched"><Head note={sentenceOf(opened.error)} />{sketch}</div>
  const isMaking = opened.isFetching || isWaiting
  const name = last?.asked.layout.sheets.find(({ key }) => key === sheet)?.name ?? ''
  return (
    <>
      <Head note={isMaking && last !== null ? previewWords.making(note) : note} />
      {last === null ? <div className="layout-sketched">{sketch}</div> : <BookPages asked={last.asked} opened={last.opened} sheet={last.opened.sheets.find((one) => one.name === name)?.name ?? last.opened.sheets[0]?.name ?? ''} zoom="width" />}
    </>
  )
}

function Head({ note }: { readonly note: string }): ReactNode {
  return <h3>{previewWords.title}<small role="status">{note}</small></h3>
}

function Sketch({ layout, sheet }: { readonly layout: Layout; readonly sheet: string }): ReactNode {
  const found = layout.sheets.find(({ key }) => key === sheet)
  return found === undefined ? null : <LayoutSketch layout={layout} sheet={found} />
}
