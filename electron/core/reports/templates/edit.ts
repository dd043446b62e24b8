import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { WorkbookBook } from '../../../../shared/domain/papers/codes.ts'
import { emptyMapping, type CellMapping, type TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { upperTemplate } from '../../../db/schema/index.ts'
import type { OutlineProbe, TemplateOutline } from '../../../workbooks/templates/outline.ts'
import type { App } from '../../app/app.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion } from '../../app/rows.ts'
import { mappingOf, outlineOf, requireFreeTemplateName, requireTemplate } from './stored.ts'
import { templateWords } from './vocabulary.ts'

const nothingShown = { window: { sheet: 0, first: 1, rows: 1 }, catalogue: [], probes: [] } as const

async function bytesOf(file: BinaryFile): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
}

/** A name of a file without its folders, as it is kept. */
function fileNameOf({ name }: BinaryFile): string {
  const base = name.split(/[\\/]/).at(-1)?.trim() ?? ''
  return base === '' ? templateWords.unnamed : base.slice(0, 200)
}

/** Keeps a file that passed the gate. */
export async function addTemplate(app: App, guard: Guarded, { file, name, book }: { readonly file: BinaryFile; readonly name: string; readonly book: WorkbookBook }): Promise<{ id: string }> {
  guard.requireScope({})
  requireFreeTemplateName(guard.read, name, null)
  const bytes = await bytesOf(file)
  await outlineOf(app, bytes, { ...nothingShown, mapping: emptyMapping })
  const fileName = fileNameOf(file)
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      requireFreeTemplateName(tx, name, null)
      const id = app.environment.newId()
      tx.insert(upperTemplate).values({ id, seq: nextSeq(tx, upperTemplate), name, fileName, file: bytes, book, mapping: JSON.stringify(emptyMapping) }).run()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: { name, fileName, book } }),
  })
}

export function renameTemplate(guard: Guarded, { id, version: seen, name }: { readonly id: string; readonly version: number; readonly name: string }): { version: number } {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const version = nextVersion(requireTemplate(tx, id), seen)
      requireFreeTemplateName(tx, name, id)
      tx.update(upperTemplate).set({ name, version }).where(eq(upperTemplate.id, id)).run()
      return { version }
    },
    audit: () => ({ subject: id, detail: { name } }),
  })
}

/** Why a mapping cannot be kept, by its first fault; null: every cell is one of the file and stands once. */
function mappingFault({ cells }: TemplateMapping, { sheets, probes }: TemplateOutline): string | null {
  const seen = new Set<string>()
  for (const [index, place] of cells.entries()) {
    const { sheet, cell } = place
    if (seen.has(keyOf(place))) return templateWords.mappedTwice(sheet, cell)
    seen.add(keyOf(place))
    if (!sheets.some(({ name }) => name === sheet)) return templateWords.missingSheet(sheet, cell)
    if (probes[index]?.state === 'missing') return templateWords.outsideSheet(sheet, cell)
    if (probes[index]?.state === 'inner') return templateWords.innerCell(sheet, cell)
  }
  return null
}

export async function saveTemplateMapping(app: App, guard: Guarded, { id, version: seen, mapping }: { readonly id: string; readonly version: number; readonly mapping: TemplateMapping }): Promise<{ version: number }> {
  guard.requireScope({})
  const row = requireTemplate(guard.read, id)
  nextVersion(row, seen)
  const outline = await outlineOf(app, row.file, { ...nothingShown, mapping: emptyMapping, probes: mapping.cells.map(({ sheet, cell }) => ({ sheet, cell })) })
  const fault = mappingFault(mapping, outline)
  if (fault !== null) throw new Refusal('mapping_refused', { reason: fault })
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const version = nextVersion(requireTemplate(tx, id), seen)
      tx.update(upperTemplate).set({ mapping: JSON.stringify(mapping), version }).where(eq(upperTemplate.id, id)).run()
      return { version }
    },
    audit: () => ({ subject: id, detail: { mapping } }),
  })
}

function keyOf({ sheet, cell }: Pick<CellMapping, 'sheet' | 'cell'>): string {
  return `${sheet}\n${cell}`
}

/** A mapping still fits where its cell is there, not inside of merged cells, of the kind it was, and says what it said before. */
function fittingMapping(mapping: TemplateMapping, before: readonly OutlineProbe[], after: readonly OutlineProbe[]): { readonly mapping: TemplateMapping; readonly dropped: { sheet: string; cell: string }[] } {
  const old = new Map(before.map((probe) => [keyOf(probe), probe]))
  const now = new Map(after.map((probe) => [keyOf(probe), probe]))
  const fits = (cell: CellMapping) => {
    const [was, is] = [old.get(keyOf(cell)), now.get(keyOf(cell))]
    return (is?.state === 'there' || is?.state === 'formula') && is.state === was?.state && is.text === was.text
  }
  const cells = mapping.cells.filter(fits)
  const sheets = new Set(cells.map(({ sheet }) => sheet))
  return { mapping: { cells, spare: mapping.spare.filter(({ sheet }) => sheets.has(sheet)) }, dropped: mapping.cells.filter((cell) => !fits(cell)).map(({ sheet, cell }) => ({ sheet, cell })) }
}

/** Another file in the place of a template's. */
export async function replaceTemplateFile(app: App, guard: Guarded, { id, version: seen, file }: { readonly id: string; readonly version: number; readonly file: BinaryFile }) {
  guard.requireScope({})
  const row = requireTemplate(guard.read, id)
  nextVersion(row, seen)
  const mapping = mappingOf(row)
  const bytes = await bytesOf(file)
  const probes = mapping.cells.map(({ sheet, cell }) => ({ sheet, cell }))
  const after = await outlineOf(app, bytes, { ...nothingShown, mapping: emptyMapping, probes })
  const before = await outlineOf(app, row.file, { ...nothingShown, mapping: emptyMapping, probes })
  const fitting = fittingMapping(mapping, before.probes, after.probes)
  const fileName = fileNameOf(file)
  const { version } = guard.mutate({
    about: wholeTownship,
    write(tx) {
      const next = nextVersion(requireTemplate(tx, id), seen)
      tx.update(upperTemplate).set({ file: bytes, fileName, mapping: JSON.stringify(fitting.mapping), version: next }).where(eq(upperTemplate.id, id)).run()
      return { version: next }
    },
    audit: () => ({ subject: id, detail: { fileName, dropped: fitting.dropped.length } }),
  })
  return { version, dropped: fitting.dropped }
}

export function removeTemplate(guard: Guarded, { id, version }: { readonly id: string; readonly version: number }): Record<string, never> {
  guard.mutate({
    about: wholeTownship,
    write(tx) {
      const row = requireTemplate(tx, id)
      nextVersion(row, version)
      tx.delete(upperTemplate).where(eq(upperTemplate.id, id)).run()
      return row
    },
    // What was removed stays readable in the audit, and its file is known again by the digest.
    audit: ({ name, fileName, book, file, mapping }) => ({ subject: id, detail: { name, fileName, book, mapping: mappingOf({ mapping }), fileDigest: createHash('sha256').update(file).digest('hex') } }),
  })
  return {}
}
