import { posix } from 'node:path'
import type { TemplateMapping } from '../../../shared/domain/reports/templates/template.ts'
import { XmlError } from '../gate/xml-tokens.ts'
import type { PackedEntry, ZipParts } from '../gate/zip-parts.ts'
import { cellAddress } from '../exports/model/address.ts'
import { relationsOf } from '../imports/xlsx/workbook-parts.ts'
import type { BookValues } from './book-values.ts'
import { movedChain } from './calc-chain.ts'
import { TemplateFault } from './fault.ts'
import { fillSheet } from './fill-sheet.ts'
import { formulaCells } from './formula-cells.ts'
import type { Movement } from './move-formula.ts'
import { moveDrawing, moveNotes, movePart, moveReferences } from './move-frame.ts'
import { movedPivotSource } from './pivot-source.ts'
import { planFilling } from './plan-filling.ts'
import { blockAt, copiesOf, isInCopy, movesRows, noShift, rowStart } from './row-shift.ts'
import { attributeOf } from './sheet-xml.ts'
import { staleFormulas } from './stale-formulas.ts'
import { bytesOf, readTemplateFile, sheetForPlanning, type TemplateFile } from './template-file.ts'
import { templateSentences } from './vocabulary.ts'
import { movedWorkbook, withoutPart } from './workbook-xml.ts'
import { withContents, writePackage } from './write-package.ts'

/** Parts by name that read differently after filling; null: the part goes. */
type ChangedParts = Map<string, string | null>

const contentTypes = '[Content_Types].xml'
const pivotParts = /\/pivotCache\/pivotCacheDefinition\d*\.xml$/i
const chartParts = /\/charts\/chart(?:Ex)?\d*\.xml$/i

/** Everything that belongs to one sheet and says where on it: drawings, notes, tables. */
async function moveRelated(zip: ZipParts, sheetPart: string, sheet: string, movement: Movement, changed: ChangedParts): Promise<void> {
  const shift = movement.of(sheet)
  for (const { type, target } of await relationsOf(zip, sheetPart)) {
    const part = zip.get(target)
    if (part === undefined) continue
    const change =
      type === 'drawing' ? (xml: string) => moveDrawing(xml, shift)
      : type === 'vmlDrawing' ? (xml: string) => moveNotes(xml, shift)
      : ['comments', 'threadedComment', 'table', 'pivotTable'].includes(type) ? (xml: string) => movePart(xml, { sheet, shift, movement })
      : null
    if (change !== null) changed.set(target, change((await bytesOf(part)).toString('utf8')))
  }
}

async function textOf(zip: ZipParts, name: string): Promise<string> {
  const part = zip.get(name)
  return part === undefined ? '' : (await bytesOf(part)).toString('utf8')
}

/** The calculation chain, and where nothing of it is left, every mention of it. */
async function moveChain(zip: ZipParts, workbook: string, xml: string, name: string, file: TemplateFile, movement: Movement, filled: (sheet: string, row: number, column: number) => boolean, changed: ChangedParts): Promise<void> {
  const chain = movedChain(xml, (sheetId, row, column) => {
    const sheet = file.sheets.find((one) => one.sheetId === sheetId)
    if (sheet === undefined) return [cellAddress(row, column)]
    if (filled(sheet.name, row, column)) return []
    const shift = movement.of(sheet.name)
    const block = blockAt(shift, row)
    if (block === null) return [cellAddress(rowStart(shift, row), column)]
    if (isInCopy(block, row)) return copiesOf(shift, block, row).map((to) => cellAddress(to, column))
    return row < block.first + block.copies * block.height ? [] : [cellAddress(rowStart(shift, row), column)]
  })
  changed.set(name, chain)
  if (chain !== null) return
  const rels = posix.join(posix.dirname(workbook), '_rels', `${posix.basename(workbook)}.rels`)
  changed.set(contentTypes, withoutPart(await textOf(zip, contentTypes), (tag) => attributeOf(tag, 'PartName') === `/${name}`))
  changed.set(rels, withoutPart(await textOf(zip, rels), (tag) => /\/calcChain$/.test(attributeOf(tag, 'Type') ?? '')))
}

async function changedParts(zip: ZipParts, mapping: TemplateMapping, values: BookValues): Promise<ChangedParts> {
  const file = await readTemplateFile(zip)
  const plans = planFilling(file.sheets.map((sheet) => sheetForPlanning(sheet, file.strings)), mapping, values)
  const planOf = new Map(plans.map((plan) => [plan.sheet, plan]))
  const shifts = new Map(plans.map(({ sheet, blocks }) => [sheet.toLowerCase(), { blocks }]))
  const movement: Movement = { of: (sheet) => shifts.get(sheet.toLowerCase()) ?? noShift }
  const formulas = new Map(file.sheets.map(({ name, source }) => [name, formulaCells(source)]))
  const stale = staleFormulas(file.sheets.map(({ name }) => ({ name, formulas: formulas.get(name) ?? [], filled: planOf.get(name)?.cells ?? [], blocks: movement.of(name).blocks })))
  const anyMoves = plans.some(({ blocks }) => movesRows({ blocks }))
  const changed: ChangedParts = new Map()
  for (const { name, part, source } of file.sheets) {
    const filling = { sheet: name, source, plan: planOf.get(name) ?? null, formulas: formulas.get(name) ?? [], stale: stale.get(name) ?? new Set<string>(), formats: file.formats, date1904: file.date1904, movement }
    changed.set(part, fillSheet(filling, anyMoves))
    if (movesRows(movement.of(name))) await moveRelated(zip, part, name, movement, changed)
  }
  const workbook = file.parts.workbook.name
  changed.set(workbook, movedWorkbook(await textOf(zip, workbook), movement, [...stale.values()].some(({ size }) => size > 0)))
  if (anyMoves) for (const name of zip.keys()) if (chartParts.test(name)) changed.set(name, moveReferences(await textOf(zip, name), movement))
  const isFilled = (sheet: string) => plans.some((plan) => plan.sheet.toLowerCase() === sheet.toLowerCase())
  for (const name of zip.keys()) if (plans.length > 0 && pivotParts.test(name)) changed.set(name, movedPivotSource(await textOf(zip, name), movement, isFilled))
  const chain = (await relationsOf(zip, workbook)).find(({ type }) => type === 'calcChain')?.target
  const filledCells = new Set(plans.flatMap(({ sheet, cells }) => cells.map(({ row, column }) => `${sheet}\n${String(row)},${String(column)}`)))
  if (chain !== undefined && zip.has(chain)) {
    await moveChain(zip, workbook, await textOf(zip, chain), chain, file, movement, (sheet, row, column) => filledCells.has(`${sheet}\n${String(row)},${String(column)}`), changed)
  }
  return changed
}

/**
 * A template filled: the same package in the same order, every part that nothing changes in with the same bytes, packed as they came.
 * @throws TemplateFault, GateRefusal, ReadRefusal
 */
export async function fillTemplate(zip: ZipParts, mapping: TemplateMapping, values: BookValues): Promise<Buffer> {
  const changed = await changedParts(zip, mapping, values).catch((error: unknown) => {
    throw error instanceof XmlError ? new TemplateFault(templateSentences.unreadable) : error
  })
  const entries: PackedEntry[] = []
  for (const part of zip.values()) {
    // Reading an entry checks it, also one that is handed on as it is packed.
    const bytes = await bytesOf(part)
    const text = changed.get(part.name)
    if (text === null) continue
    const packed = await part.packed()
    const isSame = text === undefined || text === bytes.toString('utf8')
    entries.push(isSame ? packed : withContents(packed, Buffer.from(text, 'utf8')))
  }
  return writePackage(entries)
}
