import { asc, eq } from 'drizzle-orm'
import { compact } from '../../../../../shared/domain/cells/clean-text.ts'
import { post } from '../../../../db/schema/index.ts'
import { nextSeq, requireRow, scoreColumns, scoreText } from '../../../app/rows.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { listWords } from '../vocabulary.ts'
import { freeCodes } from './free-codes.ts'
import { defineList, type ListRow, type Verdict } from './list-kind.ts'
import type { KeyOf } from '../../../../../shared/domain/reports/imports/lists/specs.ts'

type PostRow = typeof post.$inferSelect
type Row = ListRow<KeyOf<'posts'>>

interface ReadyPost {
  readonly code: string | null
  readonly name: string
  /** null leaves what is there. */
  readonly score: string | null
  readonly coefficient: string | null
  readonly workload: string | null
  readonly difficulty: string | null
  readonly risk: string | null
}

const numbers = ['coefficient', 'workload', 'difficulty', 'risk'] as const

function readyOf({ cells }: Row, name: string): ReadyPost {
  const given = (key: KeyOf<'posts'>) => cells.get(key) ?? null
  return { code: given('code'), name, score: given('score'), coefficient: given('coefficient'), workload: given('workload'), difficulty: given('difficulty'), risk: given('risk') }
}

function sameNumber(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Number(a) === Number(b)
}

/** 岗位: known by its number, else by its name; a name belongs to one post. */
export const postsImport = defineList<'posts', ReadyPost>('posts', {
  capability: 'staff.edit',
  wholeTownship: true,
  nameOf: (cells) => cells.get('name') ?? null,
  matcher({ read }, { issue, change }) {
    const posts = read.select().from(post).orderBy(asc(post.seq)).all()
    const byCode = new Map(posts.map((row) => [row.code, row]))
    const byName = new Map(posts.map((row) => [compact(row.name), row]))
    const rowOfCode = new Map<string, number>()
    return (row): Verdict<ReadyPost> => {
      const name = row.cells.get('name')
      if (name === undefined) return { is: 'refused', errors: [] }
      const code = row.cells.get('code')
      const named = byName.get(compact(name))
      const known = code === undefined ? named : byCode.get(code)
      if (named !== undefined && code !== undefined && named.id !== known?.id) return { is: 'refused', errors: [issue('name', 'duplicate', listWords.nameTaken(named.name, named.code))] }
      const ready = readyOf(row, name)
      if (known === undefined) {
        const above = code === undefined ? undefined : rowOfCode.get(code)
        if (above !== undefined) return { is: 'refused', errors: [issue('code', 'duplicate', listWords.twiceInFile(above))] }
        if (code !== undefined && row.isGood) rowOfCode.set(code, row.row)
        return { is: 'new', ready, key: compact(name) }
      }
      const keep = (to: string | null, from: string | null) => (sameNumber(to, from) ? null : to)
      const changes = [
        ...change('name', known.name, compact(known.name) === compact(name) ? null : name),
        ...change('score', scoreText(known), keep(ready.score, scoreText(known))),
        ...numbers.flatMap((key) => change(key, known[key], keep(ready[key], known[key]))),
      ]
      return { is: 'known', id: known.id, ready, changes }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, post)
    const codes = freeCodes('P', tx.select({ code: post.code }).from(post).all())
    const fresh: ReadyPost[] = []
    return {
      take(row) {
        if (row.is === 'new') {
          fresh.push(row.ready)
          return
        }
        const { score, code: _, ...fields } = row.ready
        const before: PostRow = requireRow(tx.select().from(post).where(eq(post.id, row.id)).get(), nouns.post)
        const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
        tx.update(post).set({ ...given, ...(score === null ? {} : scoreColumns(score)), version: before.version + 1 }).where(eq(post.id, row.id)).run()
        record.note(post, row.id, before)
      },
      finish() {
        for (const { code } of fresh) if (code !== null) codes.reserve(code)
        for (const { score, code, ...fields } of fresh) {
          const id = newId()
          tx.insert(post).values({ ...fields, ...scoreColumns(score), id, seq, code: code ?? codes.take(seq) }).run()
          seq += 1
          record.note(post, id, null)
        }
      },
    }
  },
})
