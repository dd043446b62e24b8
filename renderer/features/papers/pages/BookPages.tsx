import { useLayoutEffect, type ReactNode, type Ref } from 'react'
import { BookPage } from './BookPage.tsx'
import { blocksOf, pageGap, pageSize, pagesInView, zoomFactor, type Zoom } from './page-blocks.ts'
import { usePageBlocks, type BookAsked, type ShownPages } from './use-book.ts'
import { usePane } from './use-pane.ts'
import { pageWords } from './vocabulary.ts'

export interface BookPagesProps {
  readonly asked: BookAsked
  readonly opened: ShownPages
  /** The name of the sheet that is shown. */
  readonly sheet: string
  readonly zoom: Zoom
  /** Told which page stands at the top of the view. */
  readonly onPage?: (number: number) => void
  /** Scrolls to a page. */
  readonly goTo?: Ref<(number: number) => void>
}

/** The pages of a sheet below each other; only those in view are fetched and drawn, so that thousands are no burden. */
export function BookPages({ asked, opened, sheet, zoom, onPage, goTo }: BookPagesProps): ReactNode {
  const { pane, view } = usePane()
  const { pages: of, orientation } = opened.sheets.find(({ name }) => name === sheet) ?? opened.sheets[0] ?? { pages: 0, orientation: 'landscape' }
  const factor = zoomFactor(zoom, orientation, view)
  const size = pageSize(orientation, factor)
  const { first, last } = pagesInView(view.scrolled, view.height, size.height, of)
  const blocks = usePageBlocks(asked, opened, sheet, blocksOf(first, last))
  const step = size.height + pageGap

  useLayoutEffect(() => {
    pane.current?.scrollTo({ top: 0 })
  }, [sheet])
  const current = Math.min(of, Math.max(1, Math.floor((view.scrolled + view.height / 3) / step) + 1))
  useLayoutEffect(() => onPage?.(current), [onPage, current])
  useLayoutEffect(() => {
    const go = (number: number) => pane.current?.scrollTo({ top: (number - 1) * step })
    if (typeof goTo === 'function') goTo(go)
    else if (goTo) goTo.current = go
  }, [goTo, step])

  const found = new Map(blocks.flatMap((block) => (block === undefined ? [] : block.pages.map((page) => [page.number, { form: block.form, page }] as const))))
  return (
    <div className="book-pane" ref={pane} tabIndex={0} role="region" aria-label={pageWords.pages}>
      <div className="book-stack" style={{ height: of * step + pageGap, minWidth: size.width + 2 * pageGap }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map((number) => {
          const shown = found.get(number)
          return (
            <div key={number} className="book-slot" style={{ top: pageGap + (number - 1) * step, width: size.width, height: size.height }}>
              {shown === undefined ? <span className="book-waiting">{pageWords.loadingPage}</span> : <div style={{ zoom: factor }}><BookPage form={shown.form} page={shown.page} /></div>}
            </div>
          )
        })}
      </div>
    </div>
  )
}
