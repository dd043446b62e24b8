import type { GridColumn, GridState } from './types.ts'

export interface ColumnPlace {
  readonly field: string
  readonly width: number
  readonly hidden: boolean
  readonly pinned: boolean
}

/** Every column of the definition in the order and dress of the state; a column the state does not know stands where the definition puts it. */
export function layoutOf<Row>(columns: readonly GridColumn<Row>[], state: GridState['columns'] = []): readonly ColumnPlace[] {
  const known = new Map(state.map((place) => [place.field, place]))
  const defined = columns.map(({ field, width, hidden = false, pinned }) => known.get(field) ?? { field, width, hidden, pinned: pinned === 'left' })
  const byField = new Map(defined.map((place) => [place.field, place]))
  const order = state.map(({ field }) => field).filter((field) => byField.has(field))
  for (const [at, { field }] of defined.entries()) {
    if (known.has(field)) continue
    const before = defined[at - 1]
    order.splice(before ? order.indexOf(before.field) + 1 : 0, 0, field)
  }
  return order.flatMap((field) => byField.get(field) ?? [])
}

/** A column that is shown: its definition, and where it stands, in px from the left edge of the content. */
export interface ShownColumn<Row> {
  readonly column: GridColumn<Row>
  readonly left: number
  readonly width: number
  /** How much of the width was added to fill the window. */
  readonly grown: number
  readonly pinned: boolean
}

/** The columns that are shown, frozen ones first, from `start` px on; where they are narrower than `available`, one grows. */
export function shownColumns<Row>(columns: readonly GridColumn<Row>[], layout: readonly ColumnPlace[], start: number, available = 0): readonly ShownColumn<Row>[] {
  const byField = new Map(columns.map((column) => [column.field, column]))
  const visible = layout.filter(({ hidden }) => !hidden)
  const ordered = [...visible.filter((place) => place.pinned), ...visible.filter((place) => !place.pinned)].flatMap((place) => {
    const column = byField.get(place.field)
    return column ? [{ ...place, column }] : []
  })
  const growing = ordered.find(({ column }) => column.grow) ?? ordered.findLast(({ column, pinned }) => !pinned && column.align !== 'right')
  const spare = Math.max(0, available - ordered.reduce((width, place) => width + place.width, start))
  let left = start
  return ordered.map((place) => {
    const grown = place === growing ? spare : 0
    const shown = { column: place.column, left, width: place.width + grown, grown, pinned: place.pinned }
    left += shown.width
    return shown
  })
}

/** The frozen part's width, `start` included. */
export function pinnedWidth<Row>(shown: readonly ShownColumn<Row>[], start: number): number {
  return shown.filter(({ pinned }) => pinned).reduce((width, column) => width + column.width, start)
}

/** The column at `x` px from the left edge of the content; the nearest beyond the edges. */
export function columnAt<Row>(shown: readonly ShownColumn<Row>[], x: number): number {
  const found = shown.findIndex(({ left, width }) => x < left + width)
  return found < 0 ? Math.max(0, shown.length - 1) : found
}

/** The layout with the column moved by one place among all columns. */
export function movedColumn(layout: readonly ColumnPlace[], field: string, by: 1 | -1): readonly ColumnPlace[] {
  const from = layout.findIndex((place) => place.field === field)
  const other = layout[from + by]
  const own = layout[from]
  if (!own || !other) return layout
  return layout.map((place, at) => (at === from ? other : at === from + by ? own : place))
}

/** The layout in the order of `fields`, which names the shown columns; hidden ones stay behind the column they followed. */
export function reordered(layout: readonly ColumnPlace[], fields: readonly string[]): readonly ColumnPlace[] {
  const shown = new Set(fields)
  const followers = new Map<string, ColumnPlace[]>()
  let last = ''
  for (const place of layout) {
    if (shown.has(place.field)) last = place.field
    else followers.set(last, [...(followers.get(last) ?? []), place])
  }
  const byField = new Map(layout.map((place) => [place.field, place]))
  return [...(followers.get('') ?? []), ...fields.flatMap((field) => [...(byField.has(field) ? [byField.get(field)] : []), ...(followers.get(field) ?? [])])].filter((place) => place !== undefined)
}

export function withPlace(layout: readonly ColumnPlace[], field: string, part: Partial<Omit<ColumnPlace, 'field'>>): readonly ColumnPlace[] {
  return layout.map((place) => (place.field === field ? { ...place, ...part } : place))
}
