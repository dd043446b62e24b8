import type { PrintWay } from '../../../shared/contract/books.ts'
import type { DraftSheet } from '../../workbooks/export/arrange/draft.ts'
import { paperFileName, paperPages, type PageStretch } from '../../workbooks/export/papers/pages.ts'
import type { App } from '../app/app.ts'
import { wholeTownship, type Guarded } from '../app/guard.ts'
import type { PeriodRow } from '../evaluation/periods.ts'
import { bookForm } from '../layouts/book-form.ts'
import { fileStemOf } from '../../../shared/lib/file-name.ts'
import { logExport } from '../transfer/export-log.ts'
import { exportMeta } from '../transfer/gather-common.ts'
import { printedWords } from '../transfer/vocabulary.ts'

/** What a paper is made from. */
export interface Paper {
  /** What it is called in the name of its PDF. */
  readonly name: string
  readonly period: PeriodRow | null
  /** Each on pages of its own. */
  readonly sheets: readonly DraftSheet[]
}

export interface ShownPaper {
  readonly fileName: string
  readonly stretches: readonly PageStretch[]
}

/** A paper cut into pages by the layout in use. Looking leaves no record. */
export async function layPaper(app: App, { read, actor, now }: Guarded, { name, period, sheets }: Paper): Promise<ShownPaper> {
  const { layout } = await bookForm(read, 'papers')
  const meta = exportMeta(read, { exportId: app.environment.newId(), exportedBy: actor.name, now }, period, null)
  return { fileName: paperFileName(layout, meta, name), stretches: sheets.map((sheet) => paperPages(layout, meta, sheet)) }
}

/** Enters into the export log that a paper was printed or saved as a PDF. */
export function logPaper(app: App, guard: Guarded, { fileName, pages, way }: { readonly fileName: string; readonly pages: number; readonly way: PrintWay }): Record<string, never> {
  const id = app.environment.newId()
  const name = fileStemOf([fileName.replace(/\.pdf$/, ''), printedWords.ways[way]])
  return guard.mutate({
    about: wholeTownship,
    write(tx, at) {
      logExport(tx, { id, fileName: name, workbook: 'paper', copy: 'official', periodCode: null, at, actor: guard.actor.name, fileDigest: '', form: printedWords.ways[way] }, [])
      return {}
    },
    audit: () => ({ subject: id, detail: { fileName: name, pages, way } }),
  })
}
