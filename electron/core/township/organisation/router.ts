import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm'
import { ownSections, type OwnSection } from '../../../../shared/domain/township/organisation/own-sections.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { assignment, establishment, moduleOffice, moduleTable, post, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireOrder, requireRow, scoreColumns, scoreText } from '../../app/rows.ts'
import { coversDay } from '../../app/standing.ts'
import { fields, named, nouns } from '../../app/vocabulary.ts'
import { editPosts, requireFreePostName, writePost } from './posts.ts'
import { removeRegistersOf, useOfModule } from './module-use.ts'
import { orderWords } from './vocabulary.ts'

export const organisationRouter = {
  modules: guarded.organisation.modules.handler(({ context: { guard } }) => {
    const offices = guard.read
      .select({ id: moduleOffice.id, moduleId: moduleOffice.moduleId, office: moduleOffice.office, staffId: moduleOffice.staffId, staffName: staff.name, from: moduleOffice.from, to: moduleOffice.to })
      .from(moduleOffice)
      .innerJoin(staff, eq(staff.id, moduleOffice.staffId))
      .orderBy(asc(moduleOffice.from))
      .all()
    return guard.read.select().from(moduleTable).orderBy(asc(moduleTable.seq)).all().map((row) => ({ ...row, sections: [...sectionsOf(row.sections)], offices: offices.filter(({ moduleId }) => moduleId === row.id) }))
  }),

  addModule: guarded.organisation.addModule.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireFreeModuleName(tx, input.name, null)
        const seq = nextSeq(tx, moduleTable)
        const id = app.environment.newId()
        tx.insert(moduleTable).values({ ...input, sections: input.sections.join(','), id, seq, code: codeOf('M', seq) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  editModule: guarded.organisation.editModule.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: () => ({ modules: [input.id] }),
      write(tx) {
        const { id, version: seen, ...fields } = input
        const row = requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, id)).get(), nouns.module)
        requireFreeModuleName(tx, input.name, id)
        const version = nextVersion(row, seen)
        tx.update(moduleTable).set({ ...fields, sections: fields.sections.join(','), version }).where(eq(moduleTable.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  removeModule: guarded.organisation.removeModule.handler(({ input, context: { guard } }) => {
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, input.id)).get(), nouns.module)
        nextVersion(row, input.version)
        const use = useOfModule(tx, row.id)
        if (use !== null) throw new Refusal('module_used', { name: row.name, what: use })
        removeRegistersOf(tx, row.id)
        tx.delete(moduleTable).where(eq(moduleTable.id, row.id)).run()
        return row.name
      },
      audit: (name) => ({ subject: input.id, detail: { name } }),
    })
    return {}
  }),

  reorderModules: guarded.organisation.reorderModules.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const present = tx.select({ id: moduleTable.id }).from(moduleTable).all()
        const isComplete = new Set(input.ids).size === input.ids.length && input.ids.length === present.length && present.every(({ id }) => input.ids.includes(id))
        if (!isComplete) throw new Refusal('invalid_input', { field: orderWords.field, reason: orderWords.incomplete })
        input.ids.forEach((id, index) => tx.update(moduleTable).set({ seq: index + 1, version: sql`${moduleTable.version} + 1` }).where(eq(moduleTable.id, id)).run())
        return {}
      },
      audit: () => ({ subject: null, detail: input }),
    }),
  ),

  appoint: guarded.organisation.appoint.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, input.moduleId)).get(), nouns.module)
        const present = tx
          .select()
          .from(moduleOffice)
          .where(and(eq(moduleOffice.moduleId, input.moduleId), eq(moduleOffice.office, input.office), isNull(moduleOffice.to)))
          .get()
        if (present !== undefined) {
          const lastDay = dayText(dayNumber(input.from) - 1)
          requireOrder(present.from, lastDay, fields.assignmentRange)
          tx.update(moduleOffice).set({ to: lastDay, version: present.version + 1 }).where(eq(moduleOffice.id, present.id)).run()
        }
        const id = app.environment.newId()
        tx.insert(moduleOffice).values({ ...input, id }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  posts: guarded.organisation.posts.handler(({ context: { guard } }) =>
    guard.read.select().from(post).orderBy(asc(post.seq)).all().map((row) => ({ ...row, score: scoreText(row) })),
  ),

  addPost: guarded.organisation.addPost.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireFreePostName(tx, input.name, null)
        const seq = nextSeq(tx, post)
        const id = app.environment.newId()
        tx.insert(post).values({ ...input, ...scoreColumns(input.score), id, seq, code: codeOf('P', seq) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  editPost: guarded.organisation.editPost.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        return { version: writePost(tx, input) }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  editPosts: guarded.organisation.editPosts.handler(({ input, context: { guard } }) => editPosts(guard, input)),

  establishment: guarded.organisation.establishment.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const inPost = read
      .select({ moduleId: assignment.moduleId, identity: staff.identity, people: count() })
      .from(assignment)
      .innerJoin(staff, eq(staff.id, assignment.staffId))
      .where(coversDay(assignment.from, assignment.to, input.on))
      .groupBy(assignment.moduleId, staff.identity)
      .all()
    const approved = read.select().from(establishment).all()
    return read
      .select()
      .from(moduleTable)
      .orderBy(asc(moduleTable.seq))
      .all()
      .filter(({ id }) => view.kind === 'all' || view.modules.includes(id))
      .flatMap((row) => {
        const identities = new Set([...approved, ...inPost].filter(({ moduleId }) => moduleId === row.id).map(({ identity }) => identity))
        return [...identities].map((identity) => {
          const isOf = (other: { moduleId: string; identity: string }) => other.moduleId === row.id && other.identity === identity
          const places = approved.find(isOf)?.approved ?? 0
          const people = inPost.find(isOf)?.people ?? 0
          return { moduleId: row.id, moduleName: row.name, identity, approved: places, inPost: people, vacant: places - people }
        })
      })
  }),

  setEstablishment: guarded.organisation.setEstablishment.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: () => ({ modules: [input.moduleId] }),
      write(tx) {
        requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, input.moduleId)).get(), nouns.module)
        tx.insert(establishment)
          .values(input)
          .onConflictDoUpdate({ target: [establishment.moduleId, establishment.identity], set: { approved: input.approved } })
          .run()
        return {}
      },
      audit: () => ({ subject: input.moduleId, detail: input }),
    }),
  ),
}

/** The sections that stand in a module's row; a code of a later program is left out. */
function sectionsOf(text: string): readonly OwnSection[] {
  return text.split(',').flatMap((code) => ownSections.find((section) => section === code) ?? [])
}

function requireFreeModuleName(read: Read, name: string, except: string | null): void {
  const other = read
    .select({ id: moduleTable.id })
    .from(moduleTable)
    .where(except === null ? eq(moduleTable.name, name) : and(eq(moduleTable.name, name), ne(moduleTable.id, except)))
    .get()
  if (other !== undefined) throw new Refusal('duplicate', { what: named(nouns.moduleName, name) })
}
