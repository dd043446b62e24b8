import { and, asc, eq, ne } from 'drizzle-orm'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { templateMapping } from '../../../../shared/contract/reports/template-outline.ts'
import type { TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { upperTemplate } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { inspectTemplate, type Inspection } from '../../../workbooks/templates/inspect-template.ts'
import type { TemplateOutline } from '../../../workbooks/templates/outline.ts'
import type { App } from '../../app/app.ts'
import { alreadyThere, requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'

export type TemplateRow = typeof upperTemplate.$inferSelect

export function requireTemplate(read: Read, id: string): TemplateRow {
  return requireRow(read.select().from(upperTemplate).where(eq(upperTemplate.id, id)).get(), nouns.template)
}

/** All of them without their files. */
export function listedTemplates(read: Read) {
  const { id, name, fileName, book, version } = upperTemplate
  return read.select({ id, name, fileName, book, version }).from(upperTemplate).orderBy(asc(upperTemplate.seq)).all()
}

export function mappingOf({ mapping }: Pick<TemplateRow, 'mapping'>): TemplateMapping {
  return templateMapping.parse(JSON.parse(mapping))
}

export function requireFreeTemplateName(read: Read, name: string, own: string | null): void {
  const other = read.select({ id: upperTemplate.id }).from(upperTemplate).where(and(eq(upperTemplate.name, name), own === null ? undefined : ne(upperTemplate.id, own))).get()
  if (other !== undefined) throw alreadyThere('name', nouns.templateName)
}

/** A folder of its own for one piece of work, gone with it. */
export async function withFolder<Result>(app: App, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(app.environment.temporary, 'template-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the reading process says of a file in the folder. @throws Refusal `file_refused` */
export async function outlineOfFile(app: App, inspection: Inspection): Promise<TemplateOutline> {
  const outcome = await inspectTemplate(inspection, app.environment.workers)
  if (outcome.kind === 'refused') throw new Refusal('file_refused', { reason: outcome.refusal.message, why: outcome.refusal.code })
  return outcome.outline
}

/** The same of the bytes of a template. */
export function outlineOf(app: App, bytes: Buffer, inspection: Omit<Inspection, 'path'>): Promise<TemplateOutline> {
  return withFolder(app, (folder) => {
    const file = path.join(folder, 'template.xlsx')
    writeFileSync(file, bytes, { mode: 0o600 })
    return outlineOfFile(app, { ...inspection, path: file })
  })
}
