import { z } from 'zod'
import { layoutSchema } from '../../../../shared/contract/reports/layout.ts'
import { columnFaults, sheetNameFaults } from '../../../../shared/domain/papers/check-layout.ts'
import { layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'

/** A layout file that does not hold together; the message says where. */
export class LayoutError extends Error {}

/** Two sheets or tables of one key, which nothing could tell apart. */
function keysTwice({ sheets }: Layout): readonly string[] {
  const keys = [...sheets.map((sheet) => `sheet ${sheet.key}`), ...sheets.flatMap((sheet) => sheet.tables.map((table) => `table ${table.key}`))]
  return keys.filter((key, at) => keys.indexOf(key) !== at)
}

/** Checks what a layout file holds. @throws LayoutError */
export function parseLayout(text: string): Layout {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new LayoutError('not JSON')
  }
  const parsed = layoutSchema.safeParse(json)
  if (!parsed.success) throw new LayoutError(z.prettifyError(parsed.error))
  const twice = keysTwice(parsed.data)
  if (twice.length > 0) throw new LayoutError(`named twice: ${twice.join(', ')}`)
  const faults = [...sheetNameFaults(parsed.data), ...columnFaults(parsed.data)]
  if (faults.length > 0) throw new LayoutError(faults.map(layoutFaultText).join(' '))
  return parsed.data
}
