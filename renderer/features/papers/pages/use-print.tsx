import { useEffect, useState, type ReactNode } from 'react'
import { mostPrinted } from '../../../../shared/contract/reports/books.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { BookPage } from './BookPage.tsx'
import type { BookAsked, ShownPages } from './use-book.ts'
import { gatherSheaf, type PrintRange, type Sheaf, type Stretch } from './gather-sheaf.ts'
import { pageWords, pdfName, type PrintWay } from './vocabulary.ts'

interface Printing {
  readonly way: PrintWay
  readonly ranges: readonly PrintRange[]
  readonly sheaf: readonly Sheaf[]
}

export interface BookPrinting {
  /** How many pages have been fetched of those wanted; null when nothing is on its way. */
  readonly preparing: { readonly done: number; readonly of: number } | null
  readonly print: (way: PrintWay, ranges: readonly PrintRange[]) => Promise<void>
  /** What stands on paper: to be put anywhere on the page. It stays until the next printing, so that the browser may take its time. */
  readonly sheaf: ReactNode
}

/** Prints pages of a workbook or saves them as a PDF, and enters it into the export log. */
export function usePrint({ book, layout = null }: BookAsked, opened: ShownPages, name: string): BookPrinting {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [preparing, setPreparing] = useState<BookPrinting['preparing']>(null)
  const [printing, setPrinting] = useState<Printing | null>(null)

  useEffect(() => {
    if (printing !== null) void hand(printing)
  }, [printing])

  async function print(way: PrintWay, ranges: readonly PrintRange[]): Promise<void> {
    const of = ranges.reduce((total, { from, to }) => total + to - from + 1, 0)
    if (of > mostPrinted) {
      notice.failed(pageWords.tooMany(mostPrinted))
      return
    }
    setPreparing({ done: 0, of })
    try {
      const ask = ({ sheet, from, count, preview }: Stretch) => client.books.pages({ book, layout, sheet, from, count, preview })
      const sheaf = await gatherSheaf(ask, opened.preview, ranges, (done) => setPreparing({ done, of }))
      if (sheaf === null) notice.failed(pageWords.changing)
      else setPrinting({ way, ranges, sheaf })
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setPreparing(null)
    }
  }

  async function hand({ way, ranges, sheaf }: Printing): Promise<void> {
    const sheets = ranges.map(({ sheet }) => sheet)
    try {
      const orientation = sheaf[0]?.form.orientation ?? 'portrait'
      const end = way === 'pdf' ? await desktop.savePdf(pdfName(name, sheets[0] ?? '')) : await desktop.print({ orientation })
      if (end.kind === 'failed') notice.failed(end.reason)
      else if (end.kind === 'cancelled' && way === 'pdf') notice.failed(pageWords.notSaved)
      else if (end.kind !== 'cancelled') await client.books.printed({ book, sheets, pages: Math.max(1, sheaf.length), way })
      if (end.kind === 'saved') notice.done(pageWords.saved(end.name))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  const sheaf = printing === null ? null : <PrintSheet>{printing.sheaf.map(({ form, page }) => <BookPage key={`${form.name} ${String(page.number)}`} form={form} page={page} />)}</PrintSheet>
  return { preparing, print, sheaf }
}
