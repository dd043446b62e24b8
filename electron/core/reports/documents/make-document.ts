import { createHash } from 'node:crypto'
import { documentFileName, fillTemplate, type DocumentData } from '../../../workbooks/documents/fill-template.ts'
import { readTemplate, type DocumentName } from '../../../workbooks/documents/template.ts'
import { writeAside } from '../../../workbooks/documents/write-aside.ts'
import { fillTokens } from '../../../workbooks/exports/arrange/tokens.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { logExport } from '../exports/export-log.ts'
import { documentWords as words } from './vocabulary.ts'

export interface Making {
  readonly template: DocumentName
  readonly periodCode: string | null
  /** One or more documents, each on pages of its own. */
  readonly documents: readonly DocumentData[]
  /** What the audit keeps of it besides the name of the file. */
  readonly detail: object
}

/** Words every template may use. */
function townshipTokens({ read, now }: Guarded): Readonly<Record<string, string>> {
  const { name, reportingUnit } = requireTownshipRow(read)
  const today = dayInChina(now)
  return { township: name, reportingUnit, today: words.day(today), compactDate: today.replaceAll('-', '') }
}

/** Writes a document and enters it into the export log; whoever may read what it says may have it. */
export async function makeDocument(app: App, guard: Guarded, { template: name, periodCode, documents, detail }: Making): Promise<{ readonly file: File }> {
  const template = await readTemplate(name)
  const common = townshipTokens(guard)
  const tokens = { ...common, ...documents[0]?.tokens }
  const filled = documents.map(({ tokens: own, lists }) => fillTemplate(template, { tokens: { ...common, ...own }, lists }))
  const bytes = await writeAside(app.environment.workers, filled, { title: fillTokens(template.title, tokens), author: guard.actor.name })
  const fileName = documentFileName(template, tokens)
  const fileDigest = createHash('sha256').update(bytes).digest('hex')
  const id = app.environment.newId()
  const { view, actor } = guard
  guard.mutate({
    about: () => ({ modules: view.kind === 'all' ? [] : view.modules, ...(actor.standing.staffId === null ? {} : { staff: [actor.standing.staffId] }) }),
    write: (tx, at) => logExport(tx, { id, fileName, workbook: 'document', copy: 'official', periodCode, at, actor: actor.name, fileDigest, form: null }, []),
    audit: () => ({ subject: id, detail: { ...detail, fileName, fileDigest } }),
  })
  return { file: new File([new Uint8Array(bytes)], fileName) }
}
