import type { InspectedFile } from '../gate/inspect-file.ts'
import type { ReadLimits } from '../imports/limits.ts'
import { ReadRefusal } from '../imports/refusal.ts'
import { feedPart, workbookParts } from '../imports/xlsx/workbook-parts.ts'
import type { CellContent } from '../exports/verify/cell-digest.ts'
import { cellsHandler, sharedTextsHandler } from '../exports/verify/read-cells.ts'

export interface FoundCell extends CellContent {
  readonly address: string
}

/** What the reading process tells of a score book: its sheets, hidden ones too, each followed by its cells. */
export type CellsMessage = { readonly kind: 'cell_sheet'; readonly name: string } | { readonly kind: 'cells'; readonly cells: readonly FoundCell[] }

const cellsPerMessage = 1_000

function isBlank({ value, formula }: CellContent): boolean {
  return formula === null && (value === null || (value.kind !== 'number' && value.text === ''))
}

/** Sends all cells that hold something. @throws ReadRefusal, GateRefusal, XmlError */
export async function sendCells(file: InspectedFile, limits: ReadLimits, send: (message: CellsMessage) => Promise<void>): Promise<void> {
  if (file.kind === 'csv') throw new ReadRefusal('unreadable')
  const { sheets, strings } = await workbookParts(file.parts)
  if (sheets.length > limits.sheets) throw new ReadRefusal('too_large')
  let [cells, characters] = [0, 0]
  const spend = (count: number) => {
    characters += count
    if (characters > limits.characters) throw new ReadRefusal('too_large')
  }
  const shared = sharedTextsHandler(spend)
  if (strings) await feedPart(strings, shared.handler)
  for (const { name, part } of sheets) {
    await send({ kind: 'cell_sheet', name })
    let waiting: FoundCell[] = []
    const flush = async () => {
      if (waiting.length > 0) await send({ kind: 'cells', cells: waiting })
      waiting = []
    }
    const take = cellsHandler(shared.texts, (address, content) => {
      if (isBlank(content)) return
      cells += 1
      if (cells > limits.cells) throw new ReadRefusal('too_large')
      spend((content.formula?.length ?? 0) + (content.value === null || content.value.kind === 'number' ? 0 : content.value.text.length))
      waiting.push({ address, ...content })
    })
    await feedPart(part, take, async () => {
      if (waiting.length >= cellsPerMessage) await flush()
    })
    await flush()
  }
}
