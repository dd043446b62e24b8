import { and, desc, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { secondment, specialGroup, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, type Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireOrder, requireRow } from '../../app/rows.ts'
import { fields, nouns } from '../../app/vocabulary.ts'
import { modulesConcerned } from '../../people/assignments.ts'
import { visibleStaff } from '../../people/list.ts'
import { requireGroup } from './standing.ts'

export const secondmentsRouter = {
  list: guarded.secondments.list.handler(({ input, context: { guard: { read, view, now } } }) =>
    read
      .select({ row: secondment, staffCode: staff.code, staffName: staff.name, groupName: specialGroup.name })
      .from(secondment)
      .innerJoin(staff, eq(staff.id, secondment.staffId))
      .leftJoin(specialGroup, eq(specialGroup.id, secondment.groupId))
      .where(and(visibleStaff(read, view, dayInChina(now)), input.staffId === undefined ? undefined : eq(secondment.staffId, input.staffId), input.groupId === undefined ? undefined : eq(secondment.groupId, input.groupId)))
      .orderBy(desc(secondment.from), desc(secondment.seq))
      .all()
      .map(({ row, ...names }) => ({ ...row, ...names })),
  ),

  add: guarded.secondments.add.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutPerson(read, input.staffId, guard),
      write(tx) {
        requireTerm(tx, input, null)
        const id = app.environment.newId()
        tx.insert(secondment).values({ ...input, id, seq: nextSeq(tx, secondment) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  edit: guarded.secondments.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => aboutPerson(read, requireSecondment(read, input.id).staffId, guard),
      write(tx) {
        const { id, version: seen, ...columns } = input
        const row = requireSecondment(tx, id)
        requireTerm(tx, { ...columns, staffId: row.staffId }, id)
        const version = nextVersion(row, seen)
        tx.update(secondment).set({ ...columns, version }).where(eq(secondment.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  remove: guarded.secondments.remove.handler(({ input, context: { guard } }) => {
    const before = requireSecondment(guard.read, input.id)
    return guard.mutate({
      about: (read) => aboutPerson(read, before.staffId, guard),
      write(tx) {
        nextVersion(requireSecondment(tx, input.id), input.version)
        tx.delete(secondment).where(eq(secondment.id, before.id)).run()
        return {}
      },
      audit: () => ({ subject: before.id, detail: before }),
    })
  }),
}

function requireSecondment(read: Read, id: string) {
  return requireRow(read.select().from(secondment).where(eq(secondment.id, id)).get(), nouns.secondment)
}

function aboutPerson(read: Read, staffId: string, { now }: Guarded) {
  requireRow(read.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  return { staff: [staffId], modules: modulesConcerned(read, staffId, dayInChina(now)) }
}

interface Term {
  readonly staffId: string
  readonly groupId: string | null
  readonly from: string
  readonly to: string | null
}

/** Nobody is seconded twice at the same time. */
function requireTerm(read: Read, { staffId, groupId, from, to }: Term, except: string | null): void {
  requireOrder(from, to, fields.range)
  if (groupId !== null) requireGroup(read, groupId)
  const other = read
    .select()
    .from(secondment)
    .where(and(eq(secondment.staffId, staffId), to === null ? undefined : lte(secondment.from, to), or(isNull(secondment.to), gte(secondment.to, from)), except === null ? undefined : ne(secondment.id, except)))
    .get()
  if (other !== undefined) throw new Refusal('secondment_overlaps', { from: other.from, to: other.to ?? fields.openEnd, unit: other.unit })
}
