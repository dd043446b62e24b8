import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Select } from 'antd'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { Working } from '../../../ui/Working.tsx'
import { BookPage } from './BookPage.tsx'
import { pageGap, pageSize, pagesInView, zoomFactor, zooms, type Zoom } from './page-blocks.ts'
import './preview.css'
import { usePane } from './use-pane.ts'
import { pageWords, type PrintWay } from './vocabulary.ts'

export type ShownPaper = Awaited<ReturnType<TownshipClient['papers']['steps']>>

/** Makes the pages of a paper. */
export type LoadPaper = (client: TownshipClient) => Promise<ShownPaper>

export interface PaperPreviewProps {
  /** What it is called, for the title. */
  readonly name: string
  readonly load: LoadPaper
  readonly onClose: () => void
}

/** 预览与打印 of a paper that is no workbook: all its pages, as the printer will show them. */
export function PaperPreview({ name, load, onClose }: PaperPreviewProps): ReactNode {
  const { client } = useApi()
  // It is made anew each time it is opened, and stays as it was then.
  const paper = useQuery({ queryKey: ['paper', useId()], queryFn: () => load(client), staleTime: Infinity, gcTime: 0, retry: false })
  return (
    <Drawer open title={pageWords.title(name)} size="100vw" onClose={onClose} destroyOnHidden styles={{ header: { padding: '10px 16px' }, body: { padding: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' } }}>
      {paper.data !== undefined ? (
        <Opened paper={paper.data} />
      ) : paper.error !== null ? (
        <Failure sentence={sentenceOf(paper.error)} onRetry={() => void paper.refetch()} />
      ) : (
        <div className="book-opening"><Working label={pageWords.arranging(name)} onCancel={onClose} /></div>
      )}
    </Drawer>
  )
}

function Opened({ paper: { id, fileName, stretches } }: { readonly paper: ShownPaper }): ReactNode {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [zoom, setZoom] = useState<Zoom>('width')
  // What stands on paper stays until the next printing, so that the browser may take its time.
  const [printing, setPrinting] = useState<{ readonly way: PrintWay } | null>(null)
  const { pane, view } = usePane()
  const sheaf = stretches.flatMap(({ form, pages }, stretch) => pages.map((page) => ({ key: `${String(stretch)} ${String(page.number)}`, form, page })))
  // All pages of a paper are of one sheet of the layout, and lie alike.
  const orientation = stretches[0]?.form.orientation ?? 'portrait'
  const factor = zoomFactor(zoom, orientation, view)
  const size = pageSize(orientation, factor)
  const { first, last } = pagesInView(view.scrolled, view.height, size.height, sheaf.length)

  useEffect(() => {
    if (printing !== null) void hand(printing.way)
  }, [printing])

  async function hand(way: PrintWay): Promise<void> {
    try {
      const end = way === 'pdf' ? await desktop.savePdf(fileName) : await desktop.print({ orientation })
      if (end.kind === 'failed') notice.failed(end.reason)
      else if (end.kind === 'cancelled' && way === 'pdf') notice.failed(pageWords.notSaved)
      else if (end.kind !== 'cancelled') await client.papers.printed({ id, way })
      if (end.kind === 'saved') notice.done(pageWords.saved(end.name))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <>
      <div className="book-tools">
        <Toolbar
          label={pageWords.preview}
          end={
            <>
              <Button onClick={() => setPrinting({ way: 'pdf' })}>{pageWords.pdf}</Button>
              <Button type="primary" onClick={() => setPrinting({ way: 'paper' })}>{pageWords.print}</Button>
            </>
          }
        >
          <span>{pageWords.pagesOf(sheaf.length)}</span>
          <Select className="book-zoom" aria-label={pageWords.zoom} value={zoom} options={zooms.map((value) => ({ value, label: typeof value === 'number' ? pageWords.percent(value) : pageWords.zooms[value] }))} onChange={setZoom} />
          <span className="book-paper">{pageWords.papers[orientation]}</span>
        </Toolbar>
      </div>
      <div className="book-pane" ref={pane} tabIndex={0} role="region" aria-label={pageWords.pages}>
        <div className="book-stack" style={{ height: sheaf.length * (size.height + pageGap) + pageGap, minWidth: size.width + 2 * pageGap }}>
          {sheaf.slice(first - 1, last).map(({ key, form, page }, at) => (
            <div key={key} className="book-slot" style={{ ...size, top: pageGap + (first - 1 + at) * (size.height + pageGap) }}><div style={{ zoom: factor }}><BookPage form={form} page={page} /></div></div>
          ))}
        </div>
      </div>
      {printing === null ? null : <PrintSheet>{sheaf.map(({ key, form, page }) => <BookPage key={key} form={form} page={page} />)}</PrintSheet>}
    </>
  )
}
