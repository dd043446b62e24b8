import { and, asc, eq, gte, isNull, ne, or } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { missingRoles } from '../../../../shared/domain/villages/grids/grid-score.ts'
import { isGridStopped } from '../../../../shared/domain/villages/grids/grid-stop.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { grid, gridPerson, staff, village } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, type Guarded } from '../../app/guard.ts'
import { alreadyThere, codeOf, nextSeq, nextVersion, requireOrder, requireRow } from '../../app/rows.ts'
import { fields, named, nouns } from '../../app/vocabulary.ts'
import { keepersOf } from '../../township/organisation/keepers.ts'
import { requireInService } from '../../people/in-service.ts'
import { removalProcedures } from './removal.ts'
import { editScores, scoresOf } from './scores.ts'
import { requireGrid, stoppedRefusal } from './standing.ts'
import { gridActs, gridFaults, gridFieldNames } from './vocabulary.ts'

export const gridsRouter = {
  list: guarded.grids.list.handler(({ context: { guard } }) => {
    const { read } = guard
    const today = dayInChina(guard.now)
    const people = read.select().from(gridPerson).orderBy(asc(gridPerson.seq)).all()
    const rows = read.select({ row: grid, villageName: village.name }).from(grid).innerJoin(village, eq(village.id, grid.villageId)).orderBy(asc(village.seq), asc(grid.seq)).all()
    return {
      rows: rows.map(({ row, villageName }) => {
        const own = people.filter(({ gridId }) => gridId === row.id)
        return { ...row, villageName, people: own, missing: isGridStopped(row.stoppedOn, today) ? [] : [...missingRoles(own, today)] }
      }),
      mayEdit: mayEdit(guard),
    }
  }),

  add: guarded.grids.add.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const place = requireFree(tx, input, null)
        const seq = nextSeq(tx, grid)
        const id = app.environment.newId()
        tx.insert(grid).values({ ...input, searchKey: searchKeyOf(`${place}${input.name}`), id, seq, code: codeOf('W', seq) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  edit: guarded.grids.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const { id, version: seen, ...columns } = input
        const row = requireGrid(tx, id)
        const place = requireFree(tx, columns, id)
        const version = nextVersion(row, seen)
        tx.update(grid).set({ ...columns, searchKey: searchKeyOf(`${place}${columns.name}`), version }).where(eq(grid.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  addPerson: guarded.grids.addPerson.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const { replaces, name, ...columns } = input
        const place = requireGrid(tx, input.gridId)
        if (place.stoppedOn !== null) throw stoppedRefusal(place, gridActs.addPerson)
        if (input.staffId !== null) requireInService(tx, input.staffId, input.from, 'staffId')
        const known = input.staffId === null ? name : requireRow(tx.select({ name: staff.name }).from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person).name
        if (known === null) throw new Refusal('invalid_input', { field: gridFieldNames.name, reason: gridFaults.noPerson })
        if (replaces) endHolders(tx, input)
        const id = app.environment.newId()
        tx.insert(gridPerson).values({ ...columns, name: known, id, seq: nextSeq(tx, gridPerson) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: { gridId: input.gridId, role: input.role, from: input.from } }),
    }),
  ),

  endPerson: guarded.grids.endPerson.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => keepersOf(read, 'grids', guard.actor.standing),
      write(tx) {
        const row = requireRow(tx.select().from(gridPerson).where(eq(gridPerson.id, input.id)).get(), nouns.gridPerson)
        requireOrder(row.from, input.to, fields.range)
        const version = nextVersion(row, input.version)
        tx.update(gridPerson).set({ to: input.to, version }).where(eq(gridPerson.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { to: input.to } }),
    }),
  ),

  ...removalProcedures,

  scores: guarded.grids.scores.handler(({ input, context: { guard } }) => ({ rows: scoresOf(guard.read, input.month), mayEdit: mayEdit(guard) })),
  editScores: guarded.grids.editScores.handler(({ input, context: { app, guard } }) => editScores(app, guard, input)),
}

/** Whether the caller keeps the grids: heads or leads a module that does, or sees the whole township. */
function mayEdit({ read, actor }: Guarded): boolean {
  return accessFault(actor, contract.grids.add['~orpc'].meta, keepersOf(read, 'grids', actor.standing)) === null
}

/** The name of the village, where no other grid of it is called so. */
function requireFree(read: Read, { villageId, name }: { readonly villageId: string; readonly name: string }, except: string | null): string {
  const place = requireRow(read.select({ name: village.name }).from(village).where(eq(village.id, villageId)).get(), nouns.village)
  const isName = and(eq(grid.villageId, villageId), eq(grid.name, name))
  const other = read.select({ id: grid.id }).from(grid).where(except === null ? isName : and(isName, ne(grid.id, except))).get()
  if (other !== undefined) throw alreadyThere('name', named(nouns.gridName, `${place.name}${name}`))
  return place.name
}

function endHolders(tx: Write, { gridId, role, from }: { readonly gridId: string; readonly role: (typeof gridPerson.$inferSelect)['role']; readonly from: string }): void {
  const last = dayText(dayNumber(from) - 1)
  const holders = tx.select().from(gridPerson).where(and(eq(gridPerson.gridId, gridId), eq(gridPerson.role, role), or(isNull(gridPerson.to), gte(gridPerson.to, from)))).all()
  for (const holder of holders) {
    requireOrder(holder.from, last, fields.range)
    tx.update(gridPerson).set({ to: last, version: holder.version + 1 }).where(eq(gridPerson.id, holder.id)).run()
  }
}
