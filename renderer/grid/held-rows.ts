import type { Range } from './range.ts'
import type { RowStore } from './row-store.ts'

/**
 * The rows of a range as they stood when the user asked, whatever a reload does meanwhile; those that were not on hand are loaded.
 * When the others have moved by then, these may be any rows and are left out.
 */
export async function heldRows<Row>(store: Pick<RowStore<Row>, 'rowAt' | 'ensure'>, { top, bottom }: Range, key: (row: Row) => string): Promise<(at: number) => Row | undefined> {
  const held = new Map<number, Row>()
  for (let at = top; at <= bottom; at += 1) {
    const row = store.rowAt(at)
    if (row !== undefined) held.set(at, row)
  }
  if (held.size > bottom - top) return (at) => held.get(at)
  const { rows } = await store.ensure(top, bottom + 1)
  const moved = [...held].some(([at, row]) => {
    const now = rows[at - top]
    return now === undefined || key(now) !== key(row)
  })
  return (at) => held.get(at) ?? (moved ? undefined : rows[at - top])
}
