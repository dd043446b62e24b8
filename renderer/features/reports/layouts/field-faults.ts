import type { LayoutFault } from '../../../../shared/domain/papers/check-layout.ts'
import { layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'

/** The sentence of the first fault of these kinds at a place, for the field below which it stands. */
export function faultAt(faults: readonly LayoutFault[], sheet: string | null, kinds: readonly LayoutFault['kind'][]): string | undefined {
  const found = faults.find((fault) => fault.sheetKey === sheet && kinds.includes(fault.kind))
  return found === undefined ? undefined : layoutFaultText(found)
}

/** The lines of a text area; empty ones at its end are none. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  while (lines.at(-1) === '') lines.pop()
  return lines
}
