import { and, eq, ne } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { post } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { refusedRow, runBatch, type Refused } from '../../app/batch.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { nextVersion, requireRow, scoreColumns } from '../../app/rows.ts'
import { named, nouns } from '../../app/vocabulary.ts'

interface PostInput {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly score: string | null
  readonly coefficient: string | null
  readonly workload: string | null
  readonly difficulty: string | null
  readonly risk: string | null
}

/** A roster names the post of a person, so that two of one name would be mistaken for each other. */
export function requireFreePostName(read: Read, name: string, except: string | null): void {
  const other = read
    .select({ id: post.id })
    .from(post)
    .where(except === null ? eq(post.name, name) : and(eq(post.name, name), ne(post.id, except)))
    .get()
  if (other !== undefined) throw new Refusal('duplicate', { what: named(nouns.postName, name) })
}

function requireEdit(read: Read, { id, name, version }: PostInput): number {
  const row = requireRow(read.select().from(post).where(eq(post.id, id)).get(), nouns.post)
  requireFreePostName(read, name, id)
  return nextVersion(row, version)
}

/** The new version. */
export function writePost(tx: Write, input: PostInput): number {
  const { id, ...fields } = input
  const version = requireEdit(tx, input)
  tx.update(post).set({ ...fields, ...scoreColumns(input.score), version }).where(eq(post.id, id)).run()
  return version
}

/** In one transaction with one audit entry. */
export function editPosts(guard: Guarded, { posts, mode }: { readonly posts: readonly PostInput[]; readonly mode: 'all' | 'good' }) {
  guard.requireScope(wholeTownship())
  const ready: PostInput[] = []
  const refused: Refused<never>[] = []
  for (const input of posts) {
    const refusal = refusalOf(guard.read, input)
    if (refusal === null) ready.push(input)
    else refused.push(refusedRow(input.id, refusal))
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: () => [wholeTownship()],
    write: (tx, _now, input) => ({ id: input.id, version: writePost(tx, input), detail: input }),
  })
}

function refusalOf(read: Read, input: PostInput): Refusal | null {
  try {
    requireEdit(read, input)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
