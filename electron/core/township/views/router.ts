import { and, asc, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { gridView } from '../../../db/schema/index.ts'
import { guarded, wholeTownship, type Guarded } from '../../app/guard.ts'
import { nextSeq, requireRow } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'

export const viewsRouter = {
  list: guarded.views.list.handler(({ input, context: { guard } }) => {
    const { actor, read } = guard
    if (actor.kind === 'console') return []
    return read
      .select({ id: gridView.id, name: gridView.name, state: gridView.state, version: gridView.version })
      .from(gridView)
      .where(and(eq(gridView.accountId, actor.accountId), eq(gridView.grid, input.grid)))
      .orderBy(asc(gridView.seq))
      .all()
  }),

  save: guarded.views.save.handler(({ input, context: { app, guard } }) => {
    const accountId = requireAccount(guard)
    return guard.mutate({
      about: wholeTownship,
      write(tx) {
        const { grid, name, state } = input
        const present = tx.select().from(gridView).where(and(eq(gridView.accountId, accountId), eq(gridView.grid, grid), eq(gridView.name, name))).get()
        if (present === undefined) {
          const id = app.environment.newId()
          tx.insert(gridView).values({ id, seq: nextSeq(tx, gridView), accountId, grid, name, state }).run()
          return { id, version: 1 }
        }
        const version = present.version + 1
        tx.update(gridView).set({ state, version }).where(eq(gridView.id, present.id)).run()
        return { id: present.id, version }
      },
      audit: ({ id }) => ({ subject: id, detail: { grid: input.grid, name: input.name } }),
    })
  }),

  remove: guarded.views.remove.handler(({ input, context: { guard } }) => {
    const accountId = requireAccount(guard)
    return guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireRow(tx.select().from(gridView).where(and(eq(gridView.id, input.id), eq(gridView.accountId, accountId))).get(), nouns.view)
        tx.delete(gridView).where(eq(gridView.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: {} }),
    })
  }),
}

/** The console has no account to keep a view for. */
function requireAccount({ actor }: Guarded): string {
  if (actor.kind === 'console') throw new Refusal('forbidden', { capability: acts.saveView })
  return actor.accountId
}
