import { memo, type ReactNode } from 'react'
import { pageFoot, type Page, type PageForm } from '../../../../shared/domain/papers/pages.ts'
import './book-pages.css'
import { boxedPlaces, cellBox, cellClass, millimetres, rowTops, roomOf } from './draw-page.ts'
import { PageChart } from './PageChart.tsx'
import { pageWords } from './vocabulary.ts'

export interface BookPageProps {
  readonly form: PageForm
  readonly page: Page
}

/** One page of a sheet as it lies on paper, in real sizes: the same on the screen, from the printer and in a PDF. */
export const BookPage = memo(function BookPage({ form, page }: BookPageProps): ReactNode {
  const room = roomOf(form)
  const tops = rowTops(page.rows, room.factor)
  const isBoxed = boxedPlaces(page.rows, form.styles)
  const heightOf = (from: number, rows: number) => (tops[from + rows] ?? tops.at(-1) ?? 0) - (tops[from] ?? 0)
  return (
    <section className={`book-page book-page-${form.orientation}`} aria-label={pageWords.pageLabel(page.number, form.pages)}>
      <div className="book-body" role="table" style={{ left: millimetres(room.left), top: millimetres(room.top), width: millimetres(room.width) }}>
        {page.rows.map((row, at) => (
          <div key={at} className="book-row" role="row" style={{ top: millimetres(tops[at] ?? 0), height: millimetres(heightOf(at, 1)) }}>
            {row.cells.map((cell) => {
              const style = form.styles[cell.style]
              return style === undefined ? null : (
                <div key={cell.at} role="cell" className={cellClass(style, cell, at, isBoxed)} style={{ ...cellBox(form, room, cell, heightOf(at, cell.down)), fontSize: `${String(style.points * room.factor)}pt` }}>
                  <span>{cell.text}</span>
                </div>
              )
            })}
          </div>
        ))}
        {page.chart === null ? null : (
          <div className="book-chart" style={{ top: millimetres(tops[page.chart.from] ?? 0), width: millimetres(room.width), height: millimetres(heightOf(page.chart.from, page.chart.to - page.chart.from + 1)) }}>
            <PageChart chart={page.chart} width={room.width / room.factor} height={heightOf(page.chart.from, page.chart.to - page.chart.from + 1) / room.factor} />
          </div>
        )}
      </div>
      <footer className="book-foot" style={{ bottom: millimetres(form.margins.foot) }}>{pageFoot(page.number, form.pages)}</footer>
    </section>
  )
})
