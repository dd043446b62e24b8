import type { ZipParts } from '../../gate/zip-parts.ts'
import type { ReadLimits } from '../limits.ts'
import type { RawSink } from '../raw-sink.ts'
import { ReadRefusal } from '../refusal.ts'
import { stylesHandler } from './number-formats.ts'
import { sharedStringsHandler } from './shared-strings.ts'
import { sheetHandler } from './sheet-handler.ts'
import { feedPart, workbookParts } from './workbook-parts.ts'

/** Reads the visible sheets of a workbook; a hidden one is named, its rows are not read. @throws ReadRefusal, XmlError */
export async function readXlsx(parts: ZipParts, limits: ReadLimits, sink: RawSink): Promise<void> {
  const { sheets, date1904, strings, styles } = await workbookParts(parts)
  let characters = 0
  const shared = sharedStringsHandler((count) => {
    characters += count
    if (characters > limits.characters) throw new ReadRefusal('too_large')
  })
  if (strings) await feedPart(strings, shared.handler)
  const style = stylesHandler()
  if (styles) await feedPart(styles, style.handler)
  const around = { strings: shared.strings, formats: style.formats(), date1904 }
  for (const { name, hidden, part } of sheets) {
    sink.sheet(name, hidden)
    if (!hidden) await feedPart(part, sheetHandler(around, sink), () => sink.flush(false))
  }
}
