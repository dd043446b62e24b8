import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { groupMember, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireOrder, requireRow } from '../../app/rows.ts'
import { acts, fields, named, nouns } from '../../app/vocabulary.ts'
import { planOnDay, requireRangeOpen } from '../../plans/periods.ts'
import { requirePlanWord } from '../../plans/stored-plan.ts'
import { requireInService } from '../../people/in-service.ts'
import { dayBefore } from './day-before.ts'
import { requireGroup, requireGroupState, subjectOfGroup } from './standing.ts'

/** 成员: dated, with a role of the plan; another role is another row. */
export const memberProcedures = {
  addMember: guarded.groups.addMember.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => ({ staff: [input.staffId], ...subjectOfGroup(requireGroup(read, input.groupId)) }),
      write(tx) {
        requireOrder(input.from, input.to, fields.range)
        requireGroupState(requireGroup(tx, input.groupId), dayInChina(guard.now), ['proposed', 'active', 'expired'], acts.addGroupMember)
        const person = requireRow(tx.select({ name: staff.name }).from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        requireInService(tx, input.staffId, input.from, 'staffId')
        requirePlanWord(planOnDay(tx, input.from).quarter.special.roles, input.role, fields.groupRole)
        requireFree(tx, input, person.name, null)
        const id = app.environment.newId()
        tx.insert(groupMember).values({ ...input, id, seq: nextSeq(tx, groupMember) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  endMember: guarded.groups.endMember.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => subjectOfMember(read, input.id),
      write(tx) {
        const row = requireMember(tx, input.id)
        requireOrder(row.from, input.to, fields.range)
        const version = nextVersion(row, input.version)
        tx.update(groupMember).set({ to: input.to, version }).where(eq(groupMember.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { to: input.to } }),
    }),
  ),

  removeMember: guarded.groups.removeMember.handler(({ input, context: { guard } }) => {
    const before = requireMember(guard.read, input.id)
    return guard.mutate({
      about: (read) => subjectOfMember(read, input.id),
      write(tx) {
        const row = requireMember(tx, input.id)
        nextVersion(row, input.version)
        requireRangeOpen(tx, row, acts.removeMember)
        tx.delete(groupMember).where(eq(groupMember.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: before }),
    })
  }),

  changeRole: guarded.groups.changeRole.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => subjectOfMember(read, input.id),
      write(tx) {
        const row = requireMember(tx, input.id)
        requireOrder(row.from, dayBefore(input.from), fields.range)
        requireOrder(input.from, row.to, fields.range)
        requireInService(tx, row.staffId, input.from, 'from')
        requirePlanWord(planOnDay(tx, input.from).quarter.special.roles, input.role, fields.groupRole)
        const version = nextVersion(row, input.version)
        tx.update(groupMember).set({ to: dayBefore(input.from), version }).where(eq(groupMember.id, row.id)).run()
        const next = { groupId: row.groupId, staffId: row.staffId, role: input.role, from: input.from, to: row.to }
        const person = requireRow(tx.select({ name: staff.name }).from(staff).where(eq(staff.id, row.staffId)).get(), nouns.person)
        requireFree(tx, next, person.name, row.id)
        const id = app.environment.newId()
        tx.insert(groupMember).values({ ...next, id, seq: nextSeq(tx, groupMember) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: { role: input.role, from: input.from } }),
    }),
  ),
}

function requireMember(read: Read, id: string) {
  return requireRow(read.select().from(groupMember).where(eq(groupMember.id, id)).get(), nouns.groupMember)
}

function subjectOfMember(read: Read, id: string): Subject {
  const { staffId, groupId } = requireMember(read, id)
  return { staff: [staffId], ...subjectOfGroup(requireGroup(read, groupId)) }
}

interface Term {
  readonly groupId: string
  readonly staffId: string
  readonly from: string
  readonly to: string | null
}

/** Nobody is twice in the same group on the same day. */
function requireFree(read: Read, { groupId, staffId, from, to }: Term, name: string, except: string | null): void {
  const other = read
    .select({ id: groupMember.id })
    .from(groupMember)
    .where(and(eq(groupMember.groupId, groupId), eq(groupMember.staffId, staffId), to === null ? undefined : lte(groupMember.from, to), or(isNull(groupMember.to), gte(groupMember.to, from)), except === null ? undefined : ne(groupMember.id, except)))
    .get()
  if (other !== undefined) throw new Refusal('duplicate', { what: named(nouns.groupMember, name) })
}
