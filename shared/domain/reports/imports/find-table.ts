import type { KindSpec } from './columns.ts'
import { headingForms, matchHeading, type HeadingMatch } from './headings.ts'
import type { RawSheet, RawWorkbook } from '../../cells/raw-workbook.ts'
import { gridOf, lastHeadRow, type GridRow, type SheetGrid } from './sheet-grid.ts'
import type { ImportChoice, RecognisedColumn, RecognisedTable, RememberedReading } from './types.ts'

/** A table found on a sheet: where it is for people, and column numbers by key for reading. */
export interface FoundTable<Key extends string> {
  readonly table: RecognisedTable
  readonly grid: SheetGrid
  readonly columnOf: ReadonlyMap<Key, number>
  /** A person decided which column is what. */
  readonly isChosen: boolean
}

/** Rows of headings, from the top one to the bottom one. */
interface Head {
  readonly top: number
  readonly bottom: number
}

const tallestHead = 3

/** Text of a heading cell; a cell inside a merged range shows what the range shows. */
function headText(grid: SheetGrid, row: number, column: number): string {
  const own = grid.cell(row, column)?.text ?? ''
  if (own !== '') return own
  const merge = grid.headMerge(row, column)
  return merge ? (grid.cell(merge.top, merge.left)?.text ?? '') : ''
}

function stackOf(grid: SheetGrid, head: Head, column: number): readonly string[] {
  const texts: string[] = []
  for (let row = head.top; row <= head.bottom; row++) {
    const text = headText(grid, row, column)
    if (text !== '' && text !== texts.at(-1)) texts.push(text)
  }
  return texts
}

function columnsOf(grid: SheetGrid, head: Head): readonly number[] {
  const columns = new Set<number>()
  for (const { row, cells } of grid.rows) {
    if (row > head.bottom) break
    if (row >= head.top) for (const column of cells.keys()) columns.add(column)
  }
  return [...columns].sort((a, b) => a - b)
}

/** Best column of each key. A heading merged across several columns counts at its first. */
function keysOf<Key extends string>(kind: KindSpec<Key>, grid: SheetGrid, head: Head): ReadonlyMap<Key, HeadingMatch<Key> & { readonly column: number }> {
  const best = new Map<Key, HeadingMatch<Key> & { readonly column: number }>()
  for (const column of columnsOf(grid, head)) {
    const match = matchHeading(kind, stackOf(grid, head, column))
    const known = match && best.get(match.key)
    if (match && (!known || match.rank < known.rank)) best.set(match.key, { ...match, column })
  }
  return best
}

function bestHead<Key extends string>(kind: KindSpec<Key>, grid: SheetGrid, chosen: number | undefined): Head | null {
  let best: { readonly head: Head; readonly count: number } | null = null
  const bottoms = grid.rows.filter(({ row, cells }) => (chosen === undefined ? row <= lastHeadRow && cells.size > 1 : row === chosen)).map(({ row }) => row)
  for (const bottom of bottoms) {
    for (let height = 1; height <= Math.min(tallestHead, bottom); height++) {
      const head = { top: bottom - height + 1, bottom }
      const keys = keysOf(kind, grid, head)
      if (keys.has(kind.anchor) && keys.size >= kind.minimum && keys.size > (best?.count ?? 0)) best = { head, count: keys.size }
    }
  }
  return best?.head ?? null
}

/** Headings merged downwards reach to the end of their ranges. */
function throughMerges(grid: SheetGrid, head: Head): Head {
  const bottoms = columnsOf(grid, head).map((column) => grid.headMerge(head.bottom, column)?.bottom ?? head.bottom)
  return { top: head.top, bottom: Math.min(Math.max(head.bottom, ...bottoms), head.top + tallestHead - 1) }
}

/** Whether the row below holds nothing but lower headings (手机, 短号 under 联系电话): each stands under a wide heading or is a heading itself. */
function isLowerHead<Key extends string>(kind: KindSpec<Key>, grid: SheetGrid, head: Head, below: GridRow, anchorColumn: number | undefined): boolean {
  if (anchorColumn !== undefined && below.cells.has(anchorColumn)) return false
  return [...below.cells].every(([column, cell]) => {
    const above = grid.headMerge(head.bottom, column)
    return cell.raw.kind === 'text' && ((above !== undefined && above.right > above.left) || (below.cells.size > 1 && matchHeading(kind, [cell.text]) !== null))
  })
}

/** Group headings above: several texts, at least one of them across columns. */
function isUpperHead(grid: SheetGrid, row: number): boolean {
  const texts = new Set<string>()
  let wide = false
  for (const column of columnsOf(grid, { top: row, bottom: row })) {
    texts.add(headText(grid, row, column))
    const merge = grid.headMerge(row, column)
    wide ||= merge !== undefined && merge.right > merge.left
  }
  return texts.size > 1 && wide
}

function wholeHead<Key extends string>(kind: KindSpec<Key>, grid: SheetGrid, core: Head): Head {
  let head = throughMerges(grid, core)
  const below = grid.rows.find(({ row }) => row === head.bottom + 1)
  const anchorColumn = keysOf(kind, grid, head).get(kind.anchor)?.column
  if (below && isLowerHead(kind, grid, head, below, anchorColumn)) head = { ...head, bottom: head.bottom + 1 }
  while (head.top > 1 && head.bottom - head.top < tallestHead && isUpperHead(grid, head.top - 1)) head = { ...head, top: head.top - 1 }
  return head
}

function isKey<Key extends string>(kind: KindSpec<Key>, text: string | null | undefined): text is Key {
  return kind.columns.some((column) => column.key === text)
}

function withChoice<Key extends string>(kind: KindSpec<Key>, found: ReadonlyMap<Key, number>, choice: ImportChoice): ReadonlyMap<Key, number> {
  const chosen = Object.entries(choice.columns ?? {}).map(([column, key]) => ({ column: Number(column), key }))
  const kept = [...found].filter(([key, column]) => chosen.every((one) => one.column !== column && one.key !== key))
  return new Map([...kept, ...chosen.flatMap(({ column, key }): readonly [Key, number][] => (isKey(kind, key) ? [[key, column]] : []))])
}

function describe<Key extends string>(kind: KindSpec<Key>, grid: SheetGrid, head: Head, columnOf: ReadonlyMap<Key, number>): readonly RecognisedColumn[] {
  const columns = [...new Set([...columnsOf(grid, head), ...columnOf.values()])].sort((a, b) => a - b)
  return columns.map((column) => {
    const key = [...columnOf].find(([, taken]) => taken === column)?.[0] ?? null
    return { column, heading: stackOf(grid, head, column).at(-1) ?? '', key, label: kind.columns.find((spec) => spec.key === key)?.label ?? null }
  })
}

/** Headings of the columns that hold something below and are not read, unless a person said so. */
function unreadOf(grid: SheetGrid, head: Head, columns: readonly RecognisedColumn[], choice: ImportChoice): readonly string[] {
  const filled = new Set(grid.rows.flatMap(({ row, cells }) => (row > head.bottom ? [...cells.keys()] : [])))
  const left = columns.filter(({ column, heading, key }) => key === null && heading !== '' && filled.has(column) && choice.columns?.[column] === undefined)
  return [...new Set(left.map(({ heading }) => heading))]
}

function tableOn<Key extends string>(kind: KindSpec<Key>, sheet: RawSheet, choice: ImportChoice): FoundTable<Key> | null {
  const grid = gridOf(sheet)
  const core = bestHead(kind, grid, choice.headerRow)
  const top = choice.headerRow === undefined ? null : { top: choice.headerRow, bottom: choice.headerRow }
  const start = core ?? top
  if (start === null) return null
  const head = choice.headerRow === undefined ? wholeHead(kind, grid, start) : start
  const columnOf = withChoice(kind, new Map([...keysOf(kind, grid, head)].map(([key, { column }]) => [key, column])), choice)
  if (!columnOf.has(kind.anchor)) return null
  const columns = describe(kind, grid, head, columnOf)
  return { table: { sheet: sheet.name, headerRow: head.bottom, headerTop: head.top, columns, otherSheets: [], unread: unreadOf(grid, head, columns, choice) }, grid, columnOf, isChosen: choice.columns !== undefined }
}

/**
 * The table of this kind in a workbook: of the visible sheets the one with most recognised headings, then most rows, then the first.
 * null when no sheet has the anchor heading and `minimum` headings in one place.
 */
export function findTable<Key extends string>(kind: KindSpec<Key>, workbook: RawWorkbook, choice: ImportChoice = {}): FoundTable<Key> | null {
  const sheets = workbook.sheets.filter((sheet) => (choice.sheet === undefined ? !sheet.hidden : sheet.name === choice.sheet))
  const found = sheets.flatMap((sheet) => tableOn(kind, sheet, choice) ?? [])
  const weight = ({ columnOf, grid }: FoundTable<Key>) => columnOf.size * 1e7 + grid.rows.length
  const best = found.reduce<FoundTable<Key> | null>((winner, table) => (winner === null || weight(table) > weight(winner) ? table : winner), null)
  if (best === null) return null
  return { ...best, table: { ...best.table, otherSheets: found.filter((table) => table !== best).map(({ table }) => table.sheet) } }
}

/** Each column's heading as it is remembered: its bare form, with its number from the second of the same on (`开始日期`, `开始日期 2`). */
function rememberedForms(columns: readonly Pick<RecognisedColumn, 'column' | 'heading'>[]): ReadonlyMap<number, string> {
  const times = new Map<string, number>()
  const forms = new Map<number, string>()
  for (const { column, heading } of columns) {
    const [form] = headingForms(heading)
    if (form === undefined) continue
    const time = (times.get(form) ?? 0) + 1
    times.set(form, time)
    forms.set(column, time === 1 ? form : `${form} ${String(time)}`)
  }
  return forms
}

/** What is remembered of how a table was read: every heading with what it was taken for. */
export function rememberedHeadings(columns: readonly RecognisedColumn[]): RememberedReading['headings'] {
  const keys = new Map(columns.map(({ column, key }) => [column, key]))
  return Object.fromEntries([...rememberedForms(columns)].map(([column, form]) => [form, keys.get(column) ?? null]))
}

/** The remembered headings by column, of the head that ends in this row: as tall as it takes to have most of them; null unless all that were read are there. */
function headingsAbove(grid: SheetGrid, bottom: number, headings: RememberedReading['headings']): ReadonlyMap<number, string> | null {
  let best: ReadonlyMap<number, string> | null = null
  for (let top = bottom; top >= Math.max(1, bottom - tallestHead); top--) {
    const head = { top, bottom }
    const forms = rememberedForms(columnsOf(grid, head).map((column) => ({ column, heading: stackOf(grid, head, column).at(-1) ?? '' })))
    const known = new Map([...forms].filter(([, form]) => Object.hasOwn(headings, form)))
    const present = new Set(known.values())
    if (known.size > (best?.size ?? 0) && Object.keys(headings).every((form) => headings[form] === null || present.has(form))) best = known
  }
  return best
}

/** The choice that a remembered reading stands for in this workbook: the first visible sheet with a head that has all its headings. */
function choiceOf({ headings, words }: RememberedReading, workbook: RawWorkbook): ImportChoice | null {
  if (Object.values(headings).filter((key) => key !== null).length < 2) return null
  for (const sheet of workbook.sheets) {
    const grid = gridOf({ ...sheet, rows: sheet.hidden ? [] : sheet.rows.filter(({ row }) => row <= lastHeadRow) })
    for (const { row } of grid.rows) {
      const found = headingsAbove(grid, row, headings)
      if (found === null) continue
      return { sheet: sheet.name, headerRow: row, columns: Object.fromEntries([...found].map(([column, form]) => [column, headings[form] ?? null])), words }
    }
  }
  return null
}

/** The first remembered reading whose headings the workbook has. */
export function recallReading(workbook: RawWorkbook, remembered: readonly RememberedReading[]): { readonly sender: string; readonly choice: ImportChoice } | null {
  for (const reading of remembered) {
    const choice = choiceOf(reading, workbook)
    if (choice !== null) return { sender: reading.sender, choice }
  }
  return null
}
