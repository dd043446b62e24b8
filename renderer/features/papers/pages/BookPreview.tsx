import { Button, Drawer, InputNumber, Select } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { Failure } from '../../../ui/Failure.tsx'
import { sentenceOf } from '../../../api/failure.ts'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { Working } from '../../../ui/Working.tsx'
import { BookPages } from './BookPages.tsx'
import './preview.css'
import { zooms, type Zoom } from './page-blocks.ts'
import { PrintButtons } from './PrintButtons.tsx'
import { useEndOfBook, useOpenBook, type BookAsked, type ShownPages } from './use-book.ts'
import { usePrint } from './use-print.tsx'
import { pageWords } from './vocabulary.ts'

export interface BookPreviewProps {
  readonly asked: BookAsked
  /** What the workbook is called, for the title and the name of a PDF. */
  readonly name: string
  /** The sheet that is opened first, by its key in the layout: a township may call it what it likes. */
  readonly sheet?: string
  readonly onClose: () => void
}

/** 预览与打印: a workbook page by page over the whole window, as the printer will show it. */
export function BookPreview({ asked, name, sheet, onClose }: BookPreviewProps): ReactNode {
  const opened = useOpenBook(asked)
  return (
    <Drawer open title={pageWords.title(name)} size="100vw" onClose={onClose} destroyOnHidden styles={{ header: { padding: '10px 16px' }, body: { padding: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' } }}>
      {opened.data !== undefined ? (
        <Opened asked={asked} name={name} opened={opened.data} wished={sheet ?? null} />
      ) : opened.error !== null ? (
        <Failure sentence={sentenceOf(opened.error)} onRetry={() => void opened.refetch()} />
      ) : (
        <div className="book-opening"><Working label={pageWords.arranging(name)} onCancel={onClose} /></div>
      )}
    </Drawer>
  )
}

function Opened({ asked, name, opened, wished }: { readonly asked: BookAsked; readonly name: string; readonly opened: ShownPages; readonly wished: string | null }): ReactNode {
  const [chosen, setChosen] = useState(() => opened.sheets.find(({ key }) => key !== null && key === wished)?.name ?? null)
  const [zoom, setZoom] = useState<Zoom>('width')
  const [page, setPage] = useState(1)
  const goTo = useRef<(number: number) => void>(() => undefined)
  useEndOfBook(opened.preview)
  const { preparing, print, sheaf } = usePrint(asked, opened, name)
  const sheet = opened.sheets.find((one) => one.name === chosen) ?? opened.sheets[0]
  if (sheet === undefined) return null
  const go = (number: number | null) => (number === null ? undefined : goTo.current(Math.min(sheet.pages, Math.max(1, number))))
  return (
    <>
      <div className="book-tools">
        <Toolbar
          label={pageWords.preview}
          end={preparing === null ? <PrintButtons key={sheet.name} sheets={opened.sheets} sheet={sheet} onPrint={(way, ranges) => void print(way, ranges)} /> : <ProgressBar label={pageWords.preparing(preparing.done, preparing.of)} done={preparing.done} total={preparing.of} />}
        >
          <Select className="book-sheet" aria-label={pageWords.sheet} value={sheet.name} options={opened.sheets.map((one) => ({ value: one.name, label: pageWords.sheetOption(one.name, one.pages) }))} onChange={setChosen} showSearch />
          <Button aria-label={pageWords.previous} disabled={page <= 1} onClick={() => go(page - 1)}>‹</Button>
          <InputNumber className="book-number" aria-label={pageWords.page} controls={false} precision={0} min={1} max={sheet.pages} value={page} onChange={go} />
          <span>{pageWords.pageOf(sheet.pages)}</span>
          <Button aria-label={pageWords.next} disabled={page >= sheet.pages} onClick={() => go(page + 1)}>›</Button>
          <Select className="book-zoom" aria-label={pageWords.zoom} value={zoom} options={zooms.map((value) => ({ value, label: typeof value === 'number' ? pageWords.percent(value) : pageWords.zooms[value] }))} onChange={setZoom} />
          <span className="book-paper">{pageWords.papers[sheet.orientation]}</span>
        </Toolbar>
        {asked.book.workbook === 'roster' ? <p className="book-note">{pageWords.idNumbersMasked}</p> : null}
      </div>
      <BookPages asked={asked} opened={opened} sheet={sheet.name} zoom={zoom} onPage={setPage} goTo={goTo} />
      {sheaf}
    </>
  )
}
