import { and, asc, eq, ne } from 'drizzle-orm'
import { checkLayout } from '../../../../shared/domain/papers/check-layout.ts'
import { layoutBooks, type LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { bookLayout } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { readLayout } from '../../../workbooks/exports/layout/read-layout.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { alreadyThere, nextSeq, nextVersion, requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { faultsOf, layoutOf, refuseFaults, type LayoutRow } from './stored-layouts.ts'

/** 版式: the township's own forms of its workbooks. Which of them is in use is asked by every export. */
export const layoutsRouter = {
  list: guarded.layouts.list.handler(async ({ context: { guard } }) => {
    const rows = guard.read.select().from(bookLayout).orderBy(asc(bookLayout.seq)).all()
    const shipped = new Map(await Promise.all([...new Set(rows.map(({ book }) => book))].map(async (book) => [book, await readLayout(book)] as const)))
    return layoutBooks.flatMap((book) => rows.filter((row) => row.book === book).flatMap((row) => describe(row, shipped.get(book))))
  }),

  get: guarded.layouts.get.handler(async ({ input, context: { guard } }) => {
    const shipped = await readLayout(input.book)
    if (input.id === null) return { row: null, layout: shipped, shipped }
    const row = requireOwn(guard.read, input.id, input.book)
    const [described = null] = describe(row, shipped)
    return { row: described, layout: layoutOf(row, shipped), shipped }
  }),

  copy: guarded.layouts.copy.handler(async ({ input, context: { app, guard } }) => {
    const shipped = await readLayout(input.book)
    return guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireFreeName(tx, input.book, input.name, null)
        const id = app.environment.newId()
        const content = JSON.stringify(input.from === null ? shipped : layoutOf(requireOwn(tx, input.from, input.book), shipped))
        tx.insert(bookLayout).values({ id, seq: nextSeq(tx, bookLayout), book: input.book, name: input.name, content, inUse: 'no' }).run()
        return { id, version: 1 }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    })
  }),

  save: guarded.layouts.save.handler(async ({ input, context: { guard } }) => {
    const shipped = await readLayout(requireOwn(guard.read, input.id).book)
    const layout = { ...input.layout, fileName: input.layout.fileName.trim() }
    return guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireOwn(tx, input.id)
        const version = nextVersion(row, input.version)
        refuseFaults(checkLayout(layout, shipped, row.book))
        tx.update(bookLayout).set({ content: JSON.stringify(layout), version }).where(eq(bookLayout.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: layout }),
    })
  }),

  rename: guarded.layouts.rename.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireOwn(tx, input.id)
        const version = nextVersion(row, input.version)
        requireFreeName(tx, row.book, input.name, row.id)
        tx.update(bookLayout).set({ name: input.name, version }).where(eq(bookLayout.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { name: input.name } }),
    }),
  ),

  use: guarded.layouts.use.handler(async ({ input, context: { guard } }) => {
    const shipped = await readLayout(requireOwn(guard.read, input.id).book)
    return guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireOwn(tx, input.id)
        const version = nextVersion(row, input.version)
        refuseFaults(checkLayout(layoutOf(row, shipped), shipped, row.book))
        for (const other of tx.select().from(bookLayout).where(and(eq(bookLayout.book, row.book), eq(bookLayout.inUse, 'yes'), ne(bookLayout.id, row.id))).all()) {
          tx.update(bookLayout).set({ inUse: 'no', version: other.version + 1 }).where(eq(bookLayout.id, other.id)).run()
        }
        tx.update(bookLayout).set({ inUse: 'yes', version }).where(eq(bookLayout.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    })
  }),

  stopUsing: guarded.layouts.stopUsing.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireOwn(tx, input.id)
        const version = nextVersion(row, input.version)
        tx.update(bookLayout).set({ inUse: 'no', version }).where(eq(bookLayout.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),

  remove: guarded.layouts.remove.handler(({ input, context: { guard } }) => {
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireOwn(tx, input.id)
        nextVersion(row, input.version)
        if (row.inUse === 'yes') throw new Refusal('layout_in_use', { name: row.name })
        tx.delete(bookLayout).where(eq(bookLayout.id, row.id)).run()
        return row
      },
      // What was removed stays readable in the audit.
      audit: ({ book, name, content }) => ({ subject: input.id, detail: { book, name, content } }),
    })
    return {}
  }),
}

function describe(row: LayoutRow, shipped: Layout | undefined) {
  return shipped === undefined ? [] : [{ id: row.id, book: row.book, name: row.name, inUse: row.inUse === 'yes', faults: [...faultsOf(row, shipped)], version: row.version }]
}

function requireOwn(read: Read, id: string, book?: LayoutBook): LayoutRow {
  return requireRow(read.select().from(bookLayout).where(book === undefined ? eq(bookLayout.id, id) : and(eq(bookLayout.id, id), eq(bookLayout.book, book))).get(), nouns.layout)
}

function requireFreeName(read: Read, book: LayoutBook, name: string, except: string | null): void {
  const present = read.select().from(bookLayout).where(and(eq(bookLayout.book, book), eq(bookLayout.name, name))).get()
  if (present !== undefined && present.id !== except) throw alreadyThere('name', nouns.layoutName)
}
