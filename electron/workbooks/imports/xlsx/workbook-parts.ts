import { posix } from 'node:path'
import type { ZipPart, ZipParts } from '../../gate/zip-parts.ts'
import { attribute, attributesOf, xmlFeed, type XmlHandler } from '../../gate/xml-tokens.ts'
import { ReadRefusal } from '../refusal.ts'

/** A worksheet in the order of its tabs. */
export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  /** What the calculation chain calls it. */
  readonly sheetId: string
  readonly part: ZipPart
}

export interface WorkbookParts {
  readonly workbook: ZipPart
  readonly sheets: readonly SheetPart[]
  /** The names of tabs that have no worksheet behind them: charts, dialogs, what is not there. */
  readonly otherTabs: readonly string[]
  readonly date1904: boolean
  readonly strings: ZipPart | null
  readonly styles: ZipPart | null
}

export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Reads a part through a handler. `between` runs after each chunk, so that long parts let go. */
export async function feedPart(part: ZipPart, handler: XmlHandler, between?: () => Promise<void>): Promise<void> {
  const feed = xmlFeed(handler)
  for await (const chunk of part.read()) {
    feed.write(chunk)
    await between?.()
  }
  feed.end()
}

export function partNamed(parts: ZipParts, name: string): ZipPart | null {
  return parts.get(name) ?? [...parts.values()].find((part) => part.name.toLowerCase() === name.toLowerCase()) ?? null
}

/** The relationships of a part, targets as names in the package. */
export async function relationsOf(parts: ZipParts, owner: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(owner)
  const part = partNamed(parts, posix.join(folder, '_rels', `${posix.basename(owner)}.rels`))
  const relations: Relation[] = []
  if (part === null) return relations
  await feedPart(part, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return
      const found = attributesOf(attributes)
      const target = found.get('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id: found.get('Id') ?? '', type: posix.basename(found.get('Type') ?? ''), target: path })
    },
  })
  return relations
}

/** Finds the parts of a workbook by their relationships. @throws ReadRefusal `unreadable` without a workbook, when two relations have one id, or when two sheets are one part */
export async function workbookParts(parts: ZipParts): Promise<WorkbookParts> {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')
  const workbook = partNamed(parts, main?.target ?? 'xl/workbook.xml')
  if (workbook === null) throw new ReadRefusal('unreadable')
  const relations = await relationsOf(parts, workbook.name)
  if (new Set(relations.map(({ id }) => id)).size < relations.length) throw new ReadRefusal('unreadable')
  const one = (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target
    return target === undefined ? null : partNamed(parts, target)
  }
  const sheets: SheetPart[] = []
  const otherTabs: string[] = []
  let date1904 = false
  await feedPart(workbook, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const found = attributesOf(attributes)
      const relation = relations.find(({ id, type }) => id === found.get('id') && type === 'worksheet')
      const part = relation && partNamed(parts, relation.target)
      // One part is one sheet: a hundred names for it would be a hundred readings.
      if (part && sheets.some((sheet) => sheet.part === part)) throw new ReadRefusal('unreadable')
      const tab = found.get('name') ?? ''
      if (!part) otherTabs.push(tab)
      else sheets.push({ name: tab, hidden: /hidden$/i.test(found.get('state') ?? ''), sheetId: found.get('sheetId') ?? '', part })
    },
  })
  if (sheets.length === 0) throw new ReadRefusal('unreadable')
  return { workbook, sheets, otherTabs, date1904, strings: one('sharedStrings'), styles: one('styles') }
}
