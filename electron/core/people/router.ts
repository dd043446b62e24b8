import { and, asc, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { nameKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { dayNumber, dayText } from '../../../shared/lib/calendar-day.ts'
import { openIdNo } from '../../db/derived-keys.ts'
import { assignment, leave, moduleTable, post, staff } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { dayInChina } from '../app/environment.ts'
import { guarded, type Guarded } from '../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireOrder, requireReason, requireRow } from '../app/rows.ts'
import { acts, fields, nouns } from '../app/vocabulary.ts'
import { modulesConcerned } from './assignments.ts'
import { describePeople } from './describe.ts'
import { directoryOn } from './directory.ts'
import { editPeopleCells } from './edit-cells.ts'
import { idNoColumns } from './id-numbers.ts'
import { addLeave, endLeave, removeLeave } from './leaves.ts'
import { pageOfPeople } from './list.ts'

export const peopleRouter = {
  list: guarded.people.list.handler(({ input, context: { app, guard } }) => {
    const { rows, total } = pageOfPeople(guard, input)
    return { rows: describePeople(guard, app.keys, rows, input.on), total }
  }),

  directory: guarded.people.directory.handler(({ input, context: { guard } }) => directoryOn(guard.read, input.on)),

  get: guarded.people.get.handler(({ input, context: { app, guard } }) => {
    const { read } = guard
    const row = requireRow(read.select().from(staff).where(eq(staff.id, input.id)).get(), nouns.person)
    const { view } = guard
    const { staff: people, modules } = aboutPerson(read, row.id, guard)
    // Who works in two modules is seen from both.
    const seen = view.kind === 'all' ? modules : modules.filter((moduleId) => view.modules.includes(moduleId))
    guard.requireScope({ staff: people, modules: seen })
    const [person] = describePeople(guard, app.keys, [row], input.on)
    if (person === undefined) throw new Refusal('not_found', { what: nouns.person })
    return {
      ...person,
      assignments: read
        .select({ id: assignment.id, moduleId: assignment.moduleId, moduleName: moduleTable.name, postId: assignment.postId, postName: post.name, from: assignment.from, to: assignment.to, version: assignment.version })
        .from(assignment)
        .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
        .innerJoin(post, eq(post.id, assignment.postId))
        .where(eq(assignment.staffId, row.id))
        .orderBy(asc(assignment.seq))
        .all(),
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
        tx.insert(staff).values({ ...fields, searchKey: nameKeyOf(fields.name), ...idNoColumns(tx, app.keys, idNo, id), id, seq, code: codeOf('S', seq), joinedOn: from }).run()
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
        tx.update(staff).set({ ...fields, searchKey: nameKeyOf(fields.name), version }).where(eq(staff.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  editCells: guarded.people.editCells.handler(({ input, context: { guard } }) => editPeopleCells(guard, input)),

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
        requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, input.moduleId)).get(), nouns.module)
        requireRow(tx.select().from(post).where(eq(post.id, input.postId)).get(), nouns.post)
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

  addLeave: guarded.people.addLeave.handler(({ input, context: { app, guard } }) => addLeave(app, guard, input)),
  endLeave: guarded.people.endLeave.handler(({ input, context: { guard } }) => endLeave(guard, input)),
  removeLeave: guarded.people.removeLeave.handler(({ input, context: { guard } }) => removeLeave(guard, input)),

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
