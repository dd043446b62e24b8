import { createEditBook } from './edit-book.ts'
import type { SeenRow } from './known-rows.ts'
import type { CellChange } from './paste-plan.ts'
import type { CellRefusal, EditMode, EditOutcome, RowEdit } from './types.ts'

export const at = new Date('2026-08-01T09:41:00')
export const change = (key: string, field: string, before: string, after: string): CellChange => ({ key, field, before, after, beforeText: before, afterText: after })

/** What a host declines for good. */
export class Declined extends Error {}

/** A row as loaded, with these texts in its cells; a cell takes anything but what is forbidden. */
export const row = (key: string, version: number, cells: Readonly<Record<string, string>> = {}, forbidden: string | null = null): SeenRow => ({
  key,
  version,
  cell: (field) => {
    const value = cells[field]
    return value === undefined ? null : { value, text: value, isFree: false, refuses: (after) => (after === forbidden ? '不能为空。' : null) }
  },
})

/** A server of rows with versions, which refuses what `refuse` says and a version that is not its own. */
export function server(refuse: (edit: RowEdit, field: string) => string | null = () => null) {
  const versions = new Map([['r1', 1], ['r2', 1]])
  const calls: { edits: readonly RowEdit[]; mode: EditMode }[] = []
  let failure: Error | null = null
  const apply = async (edits: readonly RowEdit[], mode: EditMode): Promise<EditOutcome> => {
    calls.push({ edits, mode })
    await Promise.resolve()
    if (failure) throw failure
    const refused: CellRefusal[] = edits.flatMap((edit) =>
      Object.keys(edit.changes).flatMap((field) => {
        const reason = edit.version !== versions.get(edit.key) ? '已被他人修改。' : refuse(edit, field)
        return reason === null ? [] : [{ key: edit.key, field, reason }]
      }),
    )
    if (mode === 'all' && refused.length > 0) return { applied: [], refused }
    const applied = edits
      .filter(({ key, changes }) => Object.keys(changes).some((field) => !refused.some((refusal) => refusal.key === key && refusal.field === field)))
      .map(({ key }) => {
        versions.set(key, (versions.get(key) ?? 0) + 1)
        return { key, version: versions.get(key) ?? 0 }
      })
    return { applied, refused }
  }
  const book = createEditBook({ apply, refusal: (error) => (error instanceof Declined ? error.message : null) }, () => at)
  book.seen([...versions].map(([key, version]) => row(key, version)))
  return { book, calls, versions, setFailure: (value: Error | null) => (failure = value) }
}

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
