import type { CellUse } from '../../../shared/domain/reports/templates/template.ts'
import type { RawRange } from '../../../shared/domain/cells/raw-workbook.ts'
import type { CellLook } from './looks.ts'
import type { UnknownPlaceholder } from './plan-filling.ts'

/** A cell as the screen draws it; `kind` says what stands in it. */
export interface OutlineCell extends CellLook {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly kind: 'text' | 'number' | 'formula' | 'blank'
  /** A list to choose from hangs at it. */
  readonly hasList: boolean
}

/** A stretch of rows of one sheet; `widths` in characters from column A on. */
export interface OutlineWindow {
  readonly sheet: number
  readonly first: number
  readonly widths: readonly number[]
  readonly merges: readonly RawRange[]
  readonly cells: readonly OutlineCell[]
}

/** What is filled into a cell: as mapped on the screen, or as its placeholders say. */
export interface OutlineUse {
  readonly sheet: string
  readonly cell: string
  readonly from: 'mapping' | 'placeholder'
  readonly uses: readonly CellUse[]
}

/** Rows that come once for each row of a table; `spare` blank rows below could be used first. */
export interface OutlineRepeat {
  readonly sheet: string
  readonly first: number
  readonly last: number
  readonly table: string
  readonly spare: number
}

/** What a mapped cell of the file is like: `inner` of a merge, a `formula`, words, nothing, or `missing` with its sheet. */
export interface OutlineProbe {
  readonly sheet: string
  readonly cell: string
  readonly state: 'missing' | 'inner' | 'formula' | 'there'
  readonly text: string
}

/** What the screen shows of a template. `fault`: why it cannot be filled as it stands. */
export interface TemplateOutline {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number; readonly columns: number }[]
  readonly uses: readonly OutlineUse[]
  readonly unknown: readonly UnknownPlaceholder[]
  readonly repeats: readonly OutlineRepeat[]
  readonly fault: string | null
  readonly window: OutlineWindow
  readonly probes: readonly OutlineProbe[]
}
