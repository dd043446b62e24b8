import type { TownshipClient } from '../../../api/connection.ts'
import type { CellValue, EditOutcome, RowEdit } from '../../../grid/types.ts'

export type PostRow = Awaited<ReturnType<TownshipClient['organisation']['posts']>>[number]
export type PostInput = Parameters<TownshipClient['organisation']['editPost']>[0]

/** Not negative, at most two decimals: what a score of a post may be. */
export function isPostScore(text: string): boolean {
  return /^\d{1,6}(\.\d{1,2})?$/.test(text)
}

/** 1 to 5 with at most one decimal: workload, difficulty, risk. */
export function isFactor(text: string): boolean {
  return /^([1-4](\.\d)?|5(\.0)?)$/.test(text)
}

function textOr(value: CellValue | undefined, present: string | null): string | null {
  if (value === undefined) return present
  return value === null || value === '' ? null : String(value)
}

/** A post with the changes of one edit laid over it. */
export function changedPost(row: PostRow, { version, changes }: Pick<RowEdit, 'version' | 'changes'>): PostInput {
  return {
    id: row.id,
    version,
    name: textOr(changes['name'], row.name) ?? '',
    score: textOr(changes['score'], row.score),
    coefficient: textOr(changes['coefficient'], row.coefficient),
    workload: textOr(changes['workload'], row.workload),
    difficulty: textOr(changes['difficulty'], row.difficulty),
    risk: textOr(changes['risk'], row.risk),
  }
}

interface Writing {
  readonly rows: readonly PostRow[]
  readonly write: (post: PostInput) => Promise<{ readonly version: number }>
  readonly sentence: (error: unknown) => string
}

/**
 * Writes the edits of one step post by post. With `all`, what was written before a refusal is put back, so that nothing stays
 * written; with `good`, the rest is written.
 */
export async function writePosts(edits: readonly RowEdit[], mode: 'all' | 'good', { rows, write, sentence }: Writing): Promise<EditOutcome> {
  const written: { row: PostRow; key: string; version: number }[] = []
  const refused: EditOutcome['refused'][number][] = []
  for (const edit of edits) {
    const row = rows.find(({ id }) => id === edit.key)
    if (row === undefined) continue
    try {
      written.push({ row, key: edit.key, ...(await write(changedPost(row, edit))) })
    } catch (error) {
      refused.push({ key: edit.key, field: Object.keys(edit.changes)[0] ?? 'name', reason: sentence(error) })
      if (mode === 'all') break
    }
  }
  if (mode === 'good' || refused.length === 0) return { applied: written.map(({ key, version }) => ({ key, version })), refused }
  for (const { row, version } of written.toReversed()) await write({ ...changedPost(row, { version, changes: {} }) })
  return { applied: [], refused }
}
