import { createHash } from 'node:crypto'
import { fileWords } from '../../papers/vocabulary.ts'
import type { PagesInput, PrintedBook } from '../../../../shared/contract/reports/books.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { fileStemOf } from '../../../../shared/lib/file-name.ts'
import { layoutFault, type ShownPages } from '../../../workbooks/exports/write/export-job.ts'
import { startBookArranger, WriterEnded, WriterFailed } from '../../../workbooks/exports/write/run-export.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded, GuardedContext } from '../../app/guard.ts'
import type { OpenPreview, Preview } from '../../app/previews.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { bookForm } from '../layouts/book-form.ts'
import { logExport } from './export-log.ts'
import { fileNameOf } from './export-file-name.ts'
import { gatherSteadily, requireExportable } from './gather-book.ts'
import { exportFileWords, printedWords } from './vocabulary.ts'

/** Some pages of a workbook as it is printed. What is shown first is gathered anew; the next pages come from the process that holds it. */
export async function showPages({ app, house, connection, guard }: GuardedContext, input: PagesInput, signal: AbortSignal | undefined) {
  requireExportable(guard, input.book)
  const subject = createHash('sha256').update(JSON.stringify([guard.actor.name, guard.view, input.book, input.layout])).digest('hex')
  const { previews } = house
  const held = input.preview === null ? null : previews.find(connection, input.preview, subject)
  const shown = held === null ? null : await pagesFrom(held, input)
  if (shown !== null) return shown
  if (held !== null) previews.close(connection, held.id)
  if (signal?.aborted === true) throw new Refusal('export_failed', { reason: exportFileWords.cancelled })
  // Several stretches of pages are asked for at once: one that is gone is made anew for all of them, whoever gives up meanwhile.
  const opened = input.preview === null ? previews.keep(connection, await arrange(app, guard, input, subject, signal)) : await previews.renew(connection, subject, () => arrange(app, guard, input, subject, undefined))
  const first = await pagesFrom(opened, input)
  if (first === null) throw new Refusal('export_failed', { reason: fileWords.writerEnded })
  return first
}

/** Null where the process has gone. */
async function pagesFrom({ id, preview }: OpenPreview, { sheet, from, count }: PagesInput) {
  const named = preview.sheets.find(({ name }) => name === sheet) ?? preview.sheets[0]
  if (named === undefined) throw new Error('a workbook without sheets')
  const shown = await preview.pages({ sheet: named.name, from, count }).catch((error: unknown): ShownPages | null => {
    if (error instanceof WriterEnded) return null
    throw error
  })
  return shown === null ? null : { preview: id, sheets: preview.sheets, ...shown }
}

async function arrange(app: App, guard: Guarded, { book, layout }: PagesInput, subject: string, signal: AbortSignal | undefined): Promise<Preview> {
  const stop = new AbortController()
  const abort = () => stop.abort()
  signal?.addEventListener('abort', abort)
  const writer = startBookArranger(app.environment.workers, stop.signal)
  try {
    const about = { exportId: app.environment.newId(), exportedBy: guard.actor.name, now: guard.now }
    const content = await gatherSteadily({ app, guard, input: book, about, purpose: 'looked at', report: () => undefined, writer })
    const form = layout ?? (await bookForm(guard.read, content.workbook)).layout
    const arranged = await writer.arrange({ ...content, copy: book.copy, layout: form }, () => undefined)
    const keys = new Map(form.sheets.map(({ name, key }) => [name, key]))
    return { subject, sheets: arranged.map((sheet) => ({ ...sheet, key: keys.get(sheet.name) ?? null })), pages: writer.pages, close: writer.close }
  } catch (error) {
    writer.close()
    // Who asked has turned to something else, such as the next form of it.
    if (signal?.aborted === true) throw new Refusal('export_failed', { reason: exportFileWords.cancelled })
    if (error instanceof WriterFailed && error.code === layoutFault) throw new Refusal('pages_failed', { reason: printedWords.layoutUnfit })
    throw error instanceof WriterEnded ? new Refusal('export_failed', { reason: fileWords.writerEnded }) : error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** Enters into the export log that sheets of a workbook were printed or saved as a PDF; there is no file to compare later. */
export function logPrinted(app: App, guard: Guarded, input: PrintedBook) {
  const { book, sheets, pages, way } = input
  requireExportable(guard, book)
  const { read } = guard
  const id = app.environment.newId()
  const periodCode = book.workbook === 'roster' || book.workbook === 'register' ? null : requirePeriod(read, book.period).code
  const file = fileNameOf(read, book, { township: requireTownshipRow(read).name, periodCode }, dayInChina(guard.now))
  const fileName = fileStemOf([file.replace(/\.xlsx$/, ''), printedWords.sheets(sheets[0] ?? '', sheets.length), printedWords.ways[way]])
  return guard.mutate({
    about: () => ({ modules: guard.view.kind === 'all' ? [] : guard.view.modules }),
    write(tx, at) {
      logExport(tx, { id, fileName, workbook: book.workbook === 'register' ? 'registers' : book.workbook, copy: book.copy, periodCode, at, actor: guard.actor.name, fileDigest: '', form: printedWords.ways[way] }, [])
      return {}
    },
    audit: () => ({ subject: id, detail: { ...book, sheets, pages, way, fileName } }),
  })
}
