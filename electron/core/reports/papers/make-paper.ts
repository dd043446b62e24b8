import { mostPrinted, type PrintWay } from '../../../../shared/contract/reports/books.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { fileStemOf } from '../../../../shared/lib/file-name.ts'
import type { DraftSheet } from '../../../workbooks/exports/arrange/draft.ts'
import { paperFileName, paperPages, type PageStretch } from '../../../workbooks/exports/papers/pages.ts'
import type { GuardedContext } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import type { Connection } from '../../app/session.ts'
import { nouns } from '../../app/vocabulary.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { bookForm } from '../layouts/book-form.ts'
import { logExport } from '../exports/export-log.ts'
import { exportMeta } from '../exports/export-meta.ts'
import { printedWords } from '../exports/vocabulary.ts'
import { holdShown, shownUnder, type ShownRecord } from './shown-papers.ts'

/** What a paper is made from. */
export interface Paper {
  /** What it is called in the name of its PDF. */
  readonly name: string
  readonly period: PeriodRow | null
  /** Each on pages of its own. */
  readonly sheets: readonly DraftSheet[]
  /** Whom it is about. */
  readonly staffIds?: readonly string[]
}

export interface ShownPaper {
  readonly id: string
  readonly fileName: string
  readonly stretches: readonly PageStretch[]
}

/** A paper cut into pages by the layout in use. Looking leaves no record. Refusal: `pages_too_many`. */
export async function layPaper({ app, connection, guard }: GuardedContext, { name, period, sheets, staffIds = [] }: Paper): Promise<ShownPaper> {
  if (sheets.length > mostPrinted) throw tooManyPages()
  const { read, actor, now } = guard
  const { layout } = await bookForm(read, 'papers')
  const meta = exportMeta(read, { exportId: app.environment.newId(), exportedBy: actor.name, now }, period, null)
  const stretches = sheets.map((sheet) => paperPages(layout, meta, sheet))
  return showPaper(connection, { id: meta.exportId, fileName: paperFileName(layout, meta, name), stretches }, { periodCode: period?.code ?? null, staffIds })
}

function tooManyPages(): Refusal {
  return new Refusal('pages_too_many', { most: mostPrinted })
}

/** Keeps what is shown, so that its printing can be told by its id. Refusal: `pages_too_many`. */
export function showPaper(connection: Connection, paper: ShownPaper, about: Pick<ShownRecord, 'periodCode' | 'staffIds'>): ShownPaper {
  const pages = paper.stretches.reduce((total, stretch) => total + stretch.pages.length, 0)
  if (pages > mostPrinted) throw tooManyPages()
  holdShown(connection, paper.id, { ...about, fileName: paper.fileName, pages })
  return paper
}

/** Enters into the export log that a paper, as it was shown, was printed or saved as a PDF. Refusal: `not_found` of one that this session was not shown. */
export function logPaper({ app, connection, guard }: GuardedContext, { id: shownId, way }: { readonly id: string; readonly way: PrintWay }): Record<string, never> {
  const { fileName, ...shown } = requireRow(shownUnder(connection, shownId), nouns.paper)
  const id = app.environment.newId()
  const name = fileStemOf([fileName.replace(/\.pdf$/, ''), printedWords.ways[way]])
  return guard.mutate({
    about: () => [],
    write(tx, at) {
      logExport(tx, { id, fileName: name, workbook: 'paper', copy: 'official', periodCode: shown.periodCode, at, actor: guard.actor.name, fileDigest: '', form: printedWords.ways[way] }, [])
      return {}
    },
    audit: () => ({ subject: id, detail: { ...shown, fileName: name, way } }),
  })
}
