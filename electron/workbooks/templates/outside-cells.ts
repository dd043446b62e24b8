import { piecesOf } from '../../../shared/domain/reports/templates/placeholder.ts'
import { attributesOf } from '../gate/xml-tokens.ts'
import type { ZipParts } from '../gate/zip-parts.ts'
import { relationsOf } from '../imports/xlsx/workbook-parts.ts'
import type { UnknownPlaceholder } from './plan-filling.ts'
import { innerText, tagsOf, type SheetXml } from './sheet-xml.ts'
import { bytesOf, type TemplateFile } from './template-file.ts'
import { outsidePlaces } from './vocabulary.ts'

type Place = (typeof outsidePlaces)[keyof typeof outsidePlaces]

interface Said {
  readonly place: Place
  readonly text: string
}

/** Which part belongs to what, by the kind of its relation. */
const places: Readonly<Record<string, Place>> = {
  drawing: outsidePlaces.drawing,
  vmlDrawing: outsidePlaces.drawing,
  chartUserShapes: outsidePlaces.drawing,
  diagramData: outsidePlaces.drawing,
  chart: outsidePlaces.chart,
  chartEx: outsidePlaces.chart,
  comments: outsidePlaces.note,
  threadedComment: outsidePlaces.note,
}

/** The text of every element of some names, runs put together. What a chart remembers of cells is no text of its own. */
function textsOf(xml: string, units: ReadonlySet<string>, runs: ReadonlySet<string>): readonly string[] {
  const texts: string[] = []
  let unit: string | null = null
  let run: { readonly name: string; readonly from: number } | null = null
  for (const { kind, name, start, end, ...tag } of tagsOf(xml)) {
    if (kind === 'open') {
      if ('selfClosing' in tag && tag.selfClosing) continue
      if (units.has(name)) unit = ''
      if (unit !== null && runs.has(name)) run = { name, from: end }
      continue
    }
    if (run?.name === name) {
      unit = (unit ?? '') + innerText(xml, run.from, start)
      run = null
    }
    if (units.has(name) && unit !== null) {
      texts.push(unit)
      unit = null
    }
  }
  return texts
}

const paragraphs: ReadonlySet<string> = new Set(['p'])
const notes: ReadonlySet<string> = new Set(['comment', 'threadedComment'])
const listTexts: ReadonlySet<string> = new Set(['formula1', 'formula2'])
const listHints = ['prompt', 'promptTitle', 'error', 'errorTitle'] as const

/** What stands beside the rows in the part of a sheet: lists to choose from with their hints. */
function aroundRows({ xml, dataStart, dataEnd }: SheetXml): readonly Said[] {
  const frame = xml.slice(0, dataStart) + xml.slice(dataEnd)
  const hints = Array.from(tagsOf(frame)).flatMap((tag) => {
    if (tag.kind !== 'open' || tag.name !== 'dataValidation') return []
    const attributes = attributesOf(tag.attributes)
    return listHints.map((name) => attributes.get(name) ?? '')
  })
  return [...textsOf(frame, listTexts, new Set([...listTexts, 'f'])), ...hints].map((text) => ({ place: outsidePlaces.list, text }))
}

/** Old drawings are not always well-formed: their tags are left out as they come. */
function wordsOfPart(type: string, xml: string): readonly string[] {
  if (type === 'vmlDrawing') return [xml.replace(/<[^>]*>/g, '')]
  return places[type] === outsidePlaces.note ? textsOf(xml, notes, new Set(['t', 'text'])) : textsOf(xml, paragraphs, new Set(['t']))
}

async function inRelated(zip: ZipParts, owner: string, seen: Set<string>): Promise<readonly Said[]> {
  const said: Said[] = []
  for (const { type, target } of await relationsOf(zip, owner)) {
    const place = places[type]
    const part = zip.get(target)
    if (place === undefined || part === undefined || seen.has(target)) continue
    seen.add(target)
    said.push(...wordsOfPart(type, (await bytesOf(part)).toString('utf8')).map((text) => ({ place, text })), ...(await inRelated(zip, target, seen)))
  }
  return said
}

/** Placeholders that stand in no cell and so are never filled, with the kind of their place in the place of the cell. @throws XmlError */
export async function placeholdersOutside(zip: ZipParts, { sheets }: Pick<TemplateFile, 'sheets'>): Promise<readonly UnknownPlaceholder[]> {
  const found: UnknownPlaceholder[] = []
  for (const { name: sheet, part, source } of sheets) {
    for (const { place, text } of [...aroundRows(source), ...(await inRelated(zip, part, new Set()))]) {
      for (const piece of piecesOf(text)) if (piece.kind === 'placeholder') found.push({ sheet, cell: place, text: piece.text })
    }
  }
  return found
}
