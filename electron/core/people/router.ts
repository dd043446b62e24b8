import { and, asc, eq, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { isIdNumber, maskIdNumber, readIdNumber } from '../../../shared/domain/people/id-number.ts'
import { dayNumber, dayText } from '../../../shared/lib/calendar-day.ts'
import { idNoDigest, openIdNo, sealIdNo, type DerivedKeys } from '../../db/derived-keys.ts'
import { assignment, leave, moduleTable, post, staff } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { dayInChina } from '../app/environment.ts'
import { guarded, type Guarded, type View } from '../app/guard.ts'
import { codeOf, countRows, nextSeq, nextVersion, requireOrder, requireReason, requireRow } from '../app/rows.ts'
import { coversDay } from '../app/standing.ts'
import { modulesConcerned, staffOfModules } from './assignments.ts'
import { acts, faults, fields, nouns } from '../app/vocabulary.ts'

export const peopleRouter = {
  list: guarded.people.list.handler(({ input, context: { app, guard } }) => {
    const { read, view } = guard
    const conditions = [visibleStaff(read, view, dayInChina(guard.now))]
    if (input.moduleId !== undefined) conditions.push(inArray(staff.id, staffOfModules(read, [input.moduleId], input.on)))
    if (input.search) conditions.push(like(staff.name, `%${input.search}%`))
    const where = and(...conditions)
    const rows = read.select().from(staff).where(where).orderBy(asc(staff.seq)).limit(input.limit).offset(input.offset).all()
    return { rows: describePeople(read, app.keys, rows, input.on), total: countRows(read, staff, where) }
  }),

  get: guarded.people.get.handler(({ input, context: { app, guard } }) => {
    const { read } = guard
    const row = requireRow(read.select().from(staff).where(eq(staff.id, input.id)).get(), nouns.person)
    const { view } = guard
    const { staff: people, modules } = aboutPerson(read, row.id, guard)
    // Who works in two modules is seen from both.
    const seen = view.kind === 'all' ? modules : modules.filter((moduleId) => view.modules.includes(moduleId))
    guard.requireScope({ staff: people, modules: seen })
    const [person] = describePeople(read, app.keys, [row], input.on)
    if (person === undefined) throw new Refusal('not_found', { what: nouns.person })
    return {
      ...person,
      assignments: read.select().from(assignment).where(eq(assignment.staffId, row.id)).orderBy(asc(assignment.seq)).all(),
      leaves: read.select().from(leave).where(eq(leave.staffId, row.id)).orderBy(asc(leave.seq)).all(),
    }
  }),

  add: guarded.people.add.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ modules: [input.moduleId] }),
      write(tx) {
        const { idNo, moduleId, postId, from, ...fields } = input
        requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, moduleId)).get(), nouns.module)
        requireRow(tx.select().from(post).where(eq(post.id, postId)).get(), nouns.post)
        const seq = nextSeq(tx, staff)
        const id = app.environment.newId()
        tx.insert(staff).values({ ...fields, ...idNoColumns(tx, app.keys, idNo, id), id, seq, code: codeOf('S', seq), joinedOn: from }).run()
        tx.insert(assignment).values({ id: app.environment.newId(), seq: nextSeq(tx, assignment), staffId: id, moduleId, postId, from, to: null }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: { name: input.name, identity: input.identity, moduleId: input.moduleId, from: input.from } }),
    }),
  ),

  edit: guarded.people.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => aboutPerson(read, input.id, guard),
      write(tx) {
        const { id, version: seen, ...fields } = input
        const version = nextVersion(requireRow(tx.select().from(staff).where(eq(staff.id, id)).get(), nouns.person), seen)
        tx.update(staff).set({ ...fields, version }).where(eq(staff.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  setIdNo: guarded.people.setIdNo.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ staff: [input.id] }),
      write(tx) {
        const row = requireRow(tx.select().from(staff).where(eq(staff.id, input.id)).get(), nouns.person)
        tx.update(staff)
          .set({ ...idNoColumns(tx, app.keys, input.idNo, row.id), version: row.version + 1 })
          .where(eq(staff.id, row.id))
          .run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),

  assign: guarded.people.assign.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about(read) {
        const { staff: people, modules } = aboutPerson(read, input.staffId, guard)
        // Nobody's person is not for a module to take: without a module of his own the reach of a module covers nothing.
        return { staff: people, modules: modules.length === 0 ? [] : [input.moduleId, ...modules] }
      },
      write(tx) {
        const { endOthers, ...fields } = input
        if (endOthers) endPresentAssignments(tx, input.staffId, input.from)
        const id = app.environment.newId()
        tx.insert(assignment).values({ ...fields, id, seq: nextSeq(tx, assignment), to: null }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  endAssignment: guarded.people.endAssignment.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about(read) {
        const row = requireRow(read.select().from(assignment).where(eq(assignment.id, input.id)).get(), nouns.assignment)
        return { staff: [row.staffId], modules: [row.moduleId] }
      },
      write(tx) {
        const row = requireRow(tx.select().from(assignment).where(eq(assignment.id, input.id)).get(), nouns.assignment)
        requireOrder(row.from, input.to, fields.assignmentRange)
        tx.update(assignment).set({ to: input.to, version: nextVersion(row, input.version) }).where(eq(assignment.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: { to: input.to } }),
    }),
  ),

  addLeave: guarded.people.addLeave.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutPerson(read, input.staffId, guard),
      write(tx) {
        requireOrder(input.from, input.to, fields.leaveRange)
        const id = app.environment.newId()
        tx.insert(leave).values({ ...input, id, seq: nextSeq(tx, leave) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  unmaskIdNo: guarded.people.unmaskIdNo.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ staff: [input.id] }),
      write(tx) {
        requireReason(input.reason, acts.unmaskIdNo)
        const row = requireRow(tx.select().from(staff).where(eq(staff.id, input.id)).get(), nouns.person)
        return { idNo: row.idNoSealed === null ? null : openIdNo(app.keys, row.idNoSealed) }
      },
      audit: () => ({ subject: input.id, detail: { reason: input.reason } }),
    }),
  ),
}

type StaffRow = typeof staff.$inferSelect

function describePeople(read: Read, keys: DerivedKeys, rows: readonly StaffRow[], day: string) {
  const held = read
    .select({ staffId: assignment.staffId, moduleId: assignment.moduleId, postName: post.name })
    .from(assignment)
    .innerJoin(post, eq(post.id, assignment.postId))
    .where(and(inArray(assignment.staffId, rows.map(({ id }) => id)), coversDay(assignment.from, assignment.to, day)))
    .orderBy(asc(assignment.seq))
    .all()
  return rows.map(({ idNoSealed, ...row }) => {
    const own = held.filter(({ staffId }) => staffId === row.id)
    return {
      ...row,
      idNoMasked: idNoSealed === null ? null : maskIdNumber(openIdNo(keys, idNoSealed)),
      moduleIds: [...new Set(own.map(({ moduleId }) => moduleId))],
      postNames: [...new Set(own.map(({ postName }) => postName))],
    }
  })
}

/** The sealed number and its digest; refuses a wrong number and one that another person has. */
export function idNoColumns(read: Read, keys: DerivedKeys, text: string | null, owner: string) {
  if (text === null || text === '') return { idNoSealed: null, idNoIndex: null }
  const reading = readIdNumber(text)
  if (reading.kind !== 'valid' || !isIdNumber(reading.idNo)) throw new Refusal('invalid_input', { field: fields.idNo, reason: faults.idNo })
  const idNoIndex = idNoDigest(keys, reading.idNo)
  const holder = read.select({ id: staff.id }).from(staff).where(eq(staff.idNoIndex, idNoIndex)).get()
  if (holder !== undefined && holder.id !== owner) throw new Refusal('duplicate', { what: nouns.idNo })
  return { idNoSealed: sealIdNo(keys, reading.idNo), idNoIndex }
}

function aboutPerson(read: Read, staffId: string, guard: Guarded) {
  return { staff: [staffId], modules: modulesConcerned(read, staffId, dayInChina(guard.now)) }
}

function endPresentAssignments(tx: Write, staffId: string, from: string): void {
  const lastDay = dayText(dayNumber(from) - 1)
  const present = tx.select().from(assignment).where(and(eq(assignment.staffId, staffId), isNull(assignment.to))).all()
  for (const row of present) {
    requireOrder(row.from, lastDay, fields.assignmentRange)
    tx.update(assignment).set({ to: lastDay, version: row.version + 1 }).where(eq(assignment.id, row.id)).run()
  }
}

function visibleStaff(read: Read, view: View, day: string): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : eq(staff.id, view.staffId)
  return or(own, inArray(staff.id, staffOfModules(read, view.modules, day)))
}
