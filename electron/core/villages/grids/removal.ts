import { and, desc, eq, isNotNull, ne, or } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { grid, gridPerson, gridScore } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded } from '../../app/guard.ts'
import { countRows, nextVersion, requireRow, requireSaneDay, wrongField } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { requireRangeOpen } from '../../plans/periods.ts'
import { keepersOf } from '../../township/organisation/keepers.ts'
import { requireGrid } from './standing.ts'
import { gridFaults } from './vocabulary.ts'

/** What was entered by mistake goes; what has been used is put out of use, and its past stays. */
export const removalProcedures = {
  remove: guarded.grids.remove.handler(({ input, context: { guard } }) => {
    const before = requireGrid(guard.read, input.id)
    return guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const row = requireGrid(tx, input.id)
        nextVersion(row, input.version)
        const what = userOf(tx, row.id)
        if (what !== null) throw new Refusal('grid_used', { name: row.name, what })
        // Marks that were typed and taken out again.
        tx.delete(gridScore).where(eq(gridScore.gridId, row.id)).run()
        tx.delete(grid).where(eq(grid.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: before }),
    })
  }),

  stop: guarded.grids.stop.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const { id, stoppedOn } = input
        const row = requireGrid(tx, id)
        const version = nextVersion(row, input.version)
        const today = dayInChina(guard.now)
        requireSaneDay(stoppedOn, today, 'stoppedOn')
        if (stoppedOn > today) throw wrongField('stoppedOn', gridFaults.stopAhead)
        const last = lastMarkedMonth(tx, id)
        if (last !== null && stoppedOn.slice(0, 7) < last) throw wrongField('stoppedOn', gridFaults.markedAfter(last))
        tx.update(grid).set({ stoppedOn, version }).where(eq(grid.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { stoppedOn: input.stoppedOn } }),
    }),
  ),

  resume: guarded.grids.resume.handler(({ input, context: { guard } }) => {
    const { stoppedOn } = requireGrid(guard.read, input.id)
    return guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const version = nextVersion(requireGrid(tx, input.id), input.version)
        tx.update(grid).set({ stoppedOn: null, version }).where(eq(grid.id, input.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { stoppedOn } }),
    })
  }),

  removePerson: guarded.grids.removePerson.handler(({ input, context: { guard } }) => {
    const before = requirePerson(guard.read, input.id)
    return guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const row = requirePerson(tx, input.id)
        nextVersion(row, input.version)
        requireRangeOpen(tx, row, acts.removeGridPerson)
        tx.delete(gridPerson).where(eq(gridPerson.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: before }),
    })
  }),
}

function requirePerson(read: Read, id: string): typeof gridPerson.$inferSelect {
  return requireRow(read.select().from(gridPerson).where(eq(gridPerson.id, id)).get(), nouns.gridPerson)
}

/** What names a grid already; null where nothing does. */
function userOf(read: Read, id: string): string | null {
  if (countRows(read, gridPerson, eq(gridPerson.gridId, id)) > 0) return nouns.gridPerson
  return lastMarkedMonth(read, id) === null ? null : nouns.gridScore
}

/** The newest month with anything entered for a grid: `2026-05`. */
function lastMarkedMonth(read: Read, gridId: string): string | null {
  const hasContent = or(isNotNull(gridScore.routine), isNotNull(gridScore.handling), isNotNull(gridScore.opinion), ne(gridScore.bonus, 0), isNotNull(gridScore.note))
  return read.select({ month: gridScore.month }).from(gridScore).where(and(eq(gridScore.gridId, gridId), hasContent)).orderBy(desc(gridScore.month)).get()?.month ?? null
}
