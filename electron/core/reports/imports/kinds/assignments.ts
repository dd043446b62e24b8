import { asc, eq } from 'drizzle-orm'
import { compact } from '../../../../../shared/domain/cells/clean-text.ts'
import type { KeyOf } from '../../../../../shared/domain/reports/imports/lists/specs.ts'
import { groupBy } from '../../../../../shared/lib/group-by.ts'
import { dayNumber, dayText } from '../../../../../shared/lib/calendar-day.ts'
import { assignment, moduleTable, post } from '../../../../db/schema/index.ts'
import { codeOf, nextSeq, requireRow } from '../../../app/rows.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { listWords } from '../vocabulary.ts'
import type { Scene } from './import-kind.ts'
import { defineList, type ListIssue, type ListRow, type ListTools, type Verdict } from './list-kind.ts'
import { peopleIndex } from './people-index.ts'
import { personOf } from './person-of-row.ts'

type Key = KeyOf<'assignments'>

interface ReadyAssignment {
  readonly staffId: string
  readonly moduleId: string
  readonly postName: string
  readonly from: string
  readonly to: string | null
  /** 主: what is held without an end, and an earlier 主 of the list, is ended the day before. */
  readonly endsOthers: boolean
}

interface Held {
  readonly id: string | null
  /** 主 of this list, without an end of its own. */
  readonly isMain?: boolean
  readonly moduleId: string
  readonly post: string
  readonly from: string
  readonly to: string | null
}

const overlap = (a: { readonly from: string; readonly to: string | null }, b: { readonly from: string; readonly to: string | null }) => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)
const dayBefore = (day: string) => dayText(dayNumber(day) - 1)
const endedBy = (one: Held, from: string): Held => (one.isMain && one.from < from && (one.to === null || one.to >= from) ? { ...one, to: dayBefore(from) } : one)

function heldByPerson({ read }: Scene): Map<string, Held[]> {
  const rows = read
    .select({ id: assignment.id, staffId: assignment.staffId, moduleId: assignment.moduleId, post: post.name, from: assignment.from, to: assignment.to })
    .from(assignment)
    .innerJoin(post, eq(post.id, assignment.postId))
    .orderBy(asc(assignment.seq))
    .all()
  return new Map([...groupBy(rows, ({ staffId }) => staffId)].map(([staffId, held]) => [staffId, [...held]]))
}

/** 任职: known by person, module, post and first day; without a day, by the one that is held on 数据日期. */
export const assignmentsImport = defineList<'assignments', ReadyAssignment>('assignments', {
  capability: 'staff.edit',
  notAboutSelf: true,
  nameOf: (cells) => cells.get('name') ?? cells.get('staffNo') ?? null,
  matcher(scene, tools) {
    const people = peopleIndex(scene)
    const modules = new Map(scene.read.select().from(moduleTable).all().map((row) => [row.code, row]))
    const held = heldByPerson(scene)
    return (row): Verdict<ReadyAssignment> => {
      const { cells } = row
      const from = cells.get('from') ?? scene.asOf
      const inModule = modules.get(cells.get('module') ?? '')
      const postName = cells.get('post')
      // The module of the row is the one he comes to: it tells namesakes apart only where one of them is there already.
      const holds = (id: string) => (held.get(id) ?? []).some((one) => one.id !== null && one.from === from && one.moduleId === inModule?.id && compact(one.post) === compact(postName ?? ''))
      const found = personOf({ row: row.row, cells: withoutModule(cells) }, people, scene, tools, from, holds)
      if (found.is === 'ambiguous') return found
      if (found.is === 'refused' || inModule === undefined || postName === undefined) return { is: 'refused', errors: found.is === 'refused' ? found.errors : [] }
      const { person } = found
      const to = cells.get('to') ?? null
      const ready: ReadyAssignment = { staffId: person.id, moduleId: inModule.id, postName, from, to, endsOthers: to === null && cells.get('role') !== 'side' }
      const own = held.get(person.id) ?? []
      const same = own.filter(({ moduleId, post: name }) => moduleId === inModule.id && compact(name) === compact(postName))
      const known = same.find((one) => (cells.has('from') ? one.from === from : one.from <= from && (one.to === null || one.to >= from)))
      const errors = [...judge(row, tools, ready, own, known), ...tools.scopeErrors('module', { staff: [person.id], modules: person.concerned.length === 0 && known === undefined ? [] : [inModule.id, ...person.concerned] })]
      if (errors.length > 0) return { is: 'refused', errors }
      if (known?.id) return { is: 'known', id: known.id, ready, changes: tools.change('to', known.to, to) }
      if (row.isGood) held.set(person.id, withRow(own, { id: null, isMain: ready.endsOthers, moduleId: inModule.id, post: postName, from, to }))
      return { is: 'new', ready, key: [person.id, inModule.id, compact(postName), from].join(' ') }
    }
  },
  taker({ tx, record, newId }) {
    const posts = new Map(tx.select().from(post).all().map((row) => [compact(row.name), row.id]))
    let [postSeq, seq] = [nextSeq(tx, post), nextSeq(tx, assignment)]
    const lastBefore = seq
    const postId = (name: string) => {
      const known = posts.get(compact(name))
      if (known !== undefined) return known
      const id = newId()
      tx.insert(post).values({ id, seq: postSeq, code: codeOf('P', postSeq), name }).run()
      postSeq += 1
      record.note(post, id, null)
      posts.set(compact(name), id)
      return id
    }
    const end = (row: typeof assignment.$inferSelect, to: string) => {
      tx.update(assignment).set({ to, version: row.version + 1 }).where(eq(assignment.id, row.id)).run()
      record.note(assignment, row.id, row)
    }
    const fresh: ReadyAssignment[] = []
    return {
      take(row) {
        const { ready } = row
        if (row.is === 'new') fresh.push(ready)
        else {
          if (ready.to !== null) end(requireRow(tx.select().from(assignment).where(eq(assignment.id, row.id)).get(), nouns.assignment), ready.to)
        }
      },
      // A list names 主 and 兼 in any order: what was held before it is ended by the first 主, each 主 of the list by the next, and 兼 by none.
      finish() {
        const inOrder = fresh.toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from))
        const mains = groupBy(inOrder.filter(({ endsOthers }) => endsOthers), ({ staffId }) => staffId)
        for (const { endsOthers, staffId, moduleId, postName, from, to } of inOrder) {
          if (endsOthers) {
            const present = tx.select().from(assignment).where(eq(assignment.staffId, staffId)).all().filter((one) => one.to === null && one.seq < lastBefore)
            for (const one of present) end(one, dayBefore(from))
          }
          const next = endsOthers ? mains.get(staffId)?.find((one) => one.from > from) : undefined
          const id = newId()
          tx.insert(assignment).values({ id, seq, staffId, moduleId, postId: postId(postName), from, to: next === undefined ? to : dayBefore(next.from) }).run()
          seq += 1
          record.note(assignment, id, null)
        }
      },
    }
  },
})

/** What he holds with one row of the list more: each 主 of the list lasts until the day before the next. */
function withRow(own: readonly Held[], row: Held): Held[] {
  if (!row.isMain) return [...own, row]
  const ended = own.filter(({ isMain }) => isMain).reduce((one, { from }) => endedBy(one, from), row)
  return [...own.map((one) => endedBy(one, row.from)), ended]
}

function withoutModule(cells: ListRow<Key>['cells']): ListRow<Key>['cells'] {
  return new Map([...cells].filter(([key]) => key !== 'module'))
}

/** An end of its own; 任职 of one module and post that overlap; one that would end before it began. */
function judge({ cells }: ListRow<Key>, { issue }: ListTools<Key>, ready: ReadyAssignment, own: readonly Held[], known: Held | undefined): readonly ListIssue[] {
  const { from, to } = ready
  if (to !== null && to < (known?.from ?? from)) return [issue('to', 'dates_backwards', listWords.endsBefore(known?.from ?? from))]
  const others = own.filter((one) => one !== known && one.moduleId === ready.moduleId && compact(one.post) === compact(ready.postName))
  // 主 of the same post begins anew where the present one ends the day before.
  const left = ready.endsOthers && known === undefined ? others.filter((one) => one.id === null || one.to !== null) : others
  const clash = left.find((one) => overlap({ from: known?.from ?? from, to: to ?? known?.to ?? null }, one))
  if (clash !== undefined) return [issue(cells.has('from') ? 'from' : 'post', 'overlaps', listWords.assignmentOverlaps(clash.from, clash.to))]
  const late = known === undefined && ready.endsOthers ? own.find((one) => one.id !== null && one.to === null && one.from > dayBefore(from)) : undefined
  return late === undefined ? [] : [issue('from', 'dates_backwards', listWords.mainTooEarly(late.from))]
}
