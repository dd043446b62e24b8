import type { TownshipClient } from '../../../api/connection.ts'
import type { CellValue, EditOutcome, RowEdit } from '../../../grid/types.ts'
import { refusedCells } from '../../../frame/cell-edits.ts'

export type PostRow = Awaited<ReturnType<TownshipClient['organisation']['posts']>>[number]
type PostInput = Parameters<TownshipClient['organisation']['editPost']>[0]

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

type PostsClient = Pick<TownshipClient['organisation'], 'editPosts'>

/** Writes the edits of one step at once. */
export async function writePosts(edits: readonly RowEdit[], mode: 'all' | 'good', { rows, client }: { readonly rows: readonly PostRow[]; readonly client: PostsClient }): Promise<EditOutcome> {
  const posts = edits.flatMap((edit) => {
    const row = rows.find(({ id }) => id === edit.key)
    return row === undefined ? [] : [changedPost(row, edit)]
  })
  if (posts.length === 0) return { applied: [], refused: [] }
  const { applied, refused } = await client.editPosts({ posts, mode })
  return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
}
