import { eq } from 'drizzle-orm'
import type { StaffDraft, StaffRow } from '../../../shared/domain/import/types.ts'
import { nameKeyOf } from '../../../shared/domain/search/search-key.ts'
import { dayNumber, dayText } from '../../../shared/lib/calendar-day.ts'
import { idNoDigest, sealIdNo, type DerivedKeys } from '../../db/derived-keys.ts'
import { assignment, moduleTable, post, staff } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import { codeOf, nextSeq, requireRow } from '../app/rows.ts'
import type { ImportRecord } from './import-record.ts'
import { mainAssignments } from './staff-directory.ts'
import { unsetPostName } from './vocabulary.ts'
import { nouns } from '../app/vocabulary.ts'

export interface Importing {
  readonly tx: Write
  readonly keys: DerivedKeys
  readonly record: ImportRecord
  readonly newId: () => string
  /** New assignments start on this day. */
  readonly asOf: string
}

/** Writes the good rows of a roster: new people with their assignment, and what changed of known ones. Returns how many rows were taken. */
export function takeStaff(importing: Importing, rows: readonly StaffRow[]): number {
  let taken = 0
  for (const row of rows) {
    if (row.state === 'new') addPerson(importing, row.draft)
    else if (row.state === 'changed' && row.matchId !== null) changePerson(importing, row.matchId, row.draft)
    else continue
    taken += 1
  }
  return taken
}

function addPerson(importing: Importing, draft: StaffDraft): void {
  const { tx, record, newId, asOf } = importing
  if (draft.name === null || draft.identity === null) throw new Error('a good row has a name and an identity')
  const id = newId()
  const seq = nextSeq(tx, staff)
  tx.insert(staff)
    .values({ id, seq, code: freeCode(tx, draft.staffNo, seq), name: draft.name, searchKey: nameKeyOf(draft.name), identity: draft.identity, track: draft.track, joinedOn: asOf, ...fieldsOf(importing, draft) })
    .run()
  record.note(staff, id, null)
  if (draft.module !== null) assign(importing, id, draft.module, draft.post ?? unsetPostName)
}

function changePerson(importing: Importing, id: string, draft: StaffDraft): void {
  const { tx, record, asOf } = importing
  const before = requireRow(tx.select().from(staff).where(eq(staff.id, id)).get(), nouns.person)
  const named = { ...(draft.name === null ? {} : { name: draft.name, searchKey: nameKeyOf(draft.name) }), ...(draft.identity === null ? {} : { identity: draft.identity }) }
  tx.update(staff)
    .set({ ...named, ...fieldsOf(importing, draft), version: before.version + 1 })
    .where(eq(staff.id, id))
    .run()
  record.note(staff, id, before)
  const held = mainAssignments(tx, asOf).get(id)
  const module = draft.module ?? held?.module
  const postName = draft.post ?? held?.post
  if (module === undefined || (module === held?.module && postName === held.post)) return
  if (held !== undefined) endAssignment(importing, held.id)
  assign(importing, id, module, postName ?? unsetPostName)
}

/** An empty cell never erases: only what the row has is written. */
function fieldsOf({ keys }: Importing, draft: StaffDraft) {
  const given = {
    sex: draft.sex,
    birthMonth: draft.birth,
    political: draft.political,
    sendingUnit: draft.sendingUnit,
    rankTitle: draft.rankTitle,
    phone: draft.phone,
    workStart: draft.workStart,
    remark: draft.remark,
    idNoSealed: draft.idNo === null ? null : sealIdNo(keys, draft.idNo),
    idNoIndex: draft.idNo === null ? null : idNoDigest(keys, draft.idNo),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
}

function assign({ tx, record, newId, asOf }: Importing, staffId: string, moduleCode: string, postName: string): void {
  const inModule = requireRow(tx.select().from(moduleTable).where(eq(moduleTable.code, moduleCode)).get(), nouns.module)
  const known = tx.select().from(post).where(eq(post.name, postName)).get()
  const postId = known?.id ?? newId()
  if (known === undefined) {
    const postSeq = nextSeq(tx, post)
    tx.insert(post).values({ id: postId, seq: postSeq, code: codeOf('P', postSeq), name: postName }).run()
    record.note(post, postId, null)
  }
  const id = newId()
  tx.insert(assignment).values({ id, seq: nextSeq(tx, assignment), staffId, moduleId: inModule.id, postId, from: asOf, to: null }).run()
  record.note(assignment, id, null)
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
function freeCode(tx: Write, staffNo: string | null, seq: number): string {
  const isFree = (code: string) => tx.select({ id: staff.id }).from(staff).where(eq(staff.code, code)).get() === undefined
  if (staffNo !== null && isFree(staffNo)) return staffNo
  let next = seq
  while (!isFree(codeOf('S', next))) next += 1
  return codeOf('S', next)
}
