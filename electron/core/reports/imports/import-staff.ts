import { desc, eq } from 'drizzle-orm'
import { staffLabel } from '../../../../shared/domain/reports/imports/read-staff.ts'
import type { StaffDraft, StaffRow } from '../../../../shared/domain/reports/imports/types.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { assignment, moduleTable, post, staff } from '../../../db/schema/index.ts'
import { codeOf, nextSeq, requireRow } from '../../app/rows.ts'
import { type Importing } from './kinds/importing.ts'
import { insertMany } from './insert-many.ts'
import { mainAssignments, type MainAssignment } from './staff-directory.ts'
import { unsetPostName } from './vocabulary.ts'
import { nouns } from '../../app/vocabulary.ts'

interface Taking extends Importing {
  readonly modules: ReadonlyMap<string, string>
  /** Ids of posts by their names, those made on the way too. */
  readonly posts: Map<string, string>
  readonly held: ReadonlyMap<string, MainAssignment>
  readonly codes: Set<string>
  readonly next: { staff: number; post: number; assignment: number }
  /** Waiting to be written together. */
  readonly people: (typeof staff.$inferInsert)[]
  readonly assignments: (typeof assignment.$inferInsert)[]
}

/** Writes the good rows of a roster: new people with their assignment, and what changed of known ones. Returns how many rows were taken. */
export function takeStaff(importing: Importing, rows: readonly StaffRow[]): number {
  const { tx, record, asOf } = importing
  const taking: Taking = {
    ...importing,
    modules: new Map(tx.select().from(moduleTable).all().map(({ code, id }) => [code, id])),
    posts: new Map(tx.select().from(post).orderBy(desc(post.seq)).all().map(({ name, id }) => [name, id])),
    held: mainAssignments(tx, asOf),
    codes: new Set(tx.select({ code: staff.code }).from(staff).all().map(({ code }) => code)),
    next: { staff: nextSeq(tx, staff), post: nextSeq(tx, post), assignment: nextSeq(tx, assignment) },
    people: [],
    assignments: [],
  }
  let taken = 0
  for (const row of rows) {
    if (row.state === 'new') addPerson(taking, row.draft)
    else if (row.state === 'changed' && row.matchId !== null) changePerson(taking, row.matchId, row)
    else continue
    taken += 1
  }
  record.noteNew(staff, insertMany(tx, staff, taking.people))
  record.noteNew(assignment, insertMany(tx, assignment, taking.assignments))
  return taken
}

function addPerson(taking: Taking, draft: StaffDraft): void {
  const { newId, asOf, next, people, cache } = taking
  if (draft.name === null || draft.identity === null) throw new Error('a good row has a name and an identity')
  const id = newId()
  const seq = next.staff++
  people.push({ id, seq, code: freeCode(taking, draft.staffNo, seq), name: draft.name, searchKey: cache.searchKeyOf(draft.name), identity: draft.identity, track: draft.track, joinedOn: asOf, ...fieldsOf(taking, draft) })
  if (draft.module !== null) assign(taking, id, draft.module, draft.post ?? unsetPostName)
}

function changePerson(taking: Taking, id: string, { draft, changes }: StaffRow): void {
  const { tx, record } = taking
  const before = requireRow(tx.select().from(staff).where(eq(staff.id, id)).get(), nouns.person)
  const named = { ...(draft.name === null ? {} : { name: draft.name, searchKey: taking.cache.searchKeyOf(draft.name) }), ...(draft.identity === null ? {} : { identity: draft.identity }) }
  tx.update(staff)
    .set({ ...named, ...fieldsOf(taking, draft), version: before.version + 1 })
    .where(eq(staff.id, id))
    .run()
  record.note(staff, id, before)
  if (!changes.some(({ column }) => column === staffLabel('module') || column === staffLabel('post'))) return
  const held = taking.held.get(id)
  const module = draft.module ?? held?.module
  const postName = draft.post ?? held?.post
  if (module === undefined) return
  if (held !== undefined) endAssignment(taking, held.id)
  assign(taking, id, module, postName ?? unsetPostName)
}

/** An empty cell never erases: only what the row has is written. */
function fieldsOf({ cache }: Importing, draft: StaffDraft) {
  const given = {
    sex: draft.sex,
    birthMonth: draft.birth,
    political: draft.political,
    sendingUnit: draft.sendingUnit,
    rankTitle: draft.rankTitle,
    phone: draft.phone,
    workStart: draft.workStart,
    remark: draft.remark,
    idNoSealed: draft.idNo === null ? null : cache.sealedOf(draft.idNo),
    idNoIndex: draft.idNo === null ? null : cache.digestOf(draft.idNo),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
}

function assign(taking: Taking, staffId: string, moduleCode: string, postName: string): void {
  const { newId, asOf, next, modules, assignments } = taking
  const moduleId = requireRow(modules.get(moduleCode), nouns.module)
  assignments.push({ id: newId(), seq: next.assignment++, staffId, moduleId, postId: postNamed(taking, postName), from: asOf, to: null })
}

function postNamed({ tx, record, newId, next, posts }: Taking, name: string): string {
  const known = posts.get(name)
  if (known !== undefined) return known
  const id = newId()
  const seq = next.post++
  tx.insert(post).values({ id, seq, code: codeOf('P', seq), name }).run()
  record.note(post, id, null)
  posts.set(name, id)
  return id
}

/** Ends it the day before; one that began on or after that day is ended on its own first day, which it keeps. */
function endAssignment({ tx, record, asOf }: Importing, id: string): void {
  const before = requireRow(tx.select().from(assignment).where(eq(assignment.id, id)).get(), nouns.assignment)
  const lastDay = dayText(dayNumber(asOf) - 1)
  tx.update(assignment)
    .set({ to: lastDay < before.from ? before.from : lastDay, version: before.version + 1 })
    .where(eq(assignment.id, id))
    .run()
  record.note(assignment, id, before)
}

/** The roster's 工号 where it is free, else the next code. */
function freeCode({ codes }: Taking, staffNo: string | null, seq: number): string {
  let next = seq
  while (codes.has(codeOf('S', next))) next += 1
  const code = staffNo !== null && !codes.has(staffNo) ? staffNo : codeOf('S', next)
  codes.add(code)
  return code
}
