import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { grantsOf } from '../../../../shared/domain/township/access/scope.ts'
import { handoverNote, moduleOffice, moduleTable, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { requireOpenForInput, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { rateesOf } from './sheets.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'

export interface NoteInput {
  readonly staffId: string
  readonly note: string | null
  readonly version: number | null
}

export interface NotesInput {
  readonly periodId: string
  readonly moduleId: string
  readonly entries: readonly NoteInput[]
}

interface Head {
  readonly staffId: string
  readonly name: string
  readonly from: string
  readonly to: string | null
}

/** Who has been head of a module on a day of the period, in the order they took office. */
function headsIn(read: Read, row: PeriodRow, moduleId: string): readonly Head[] {
  return read
    .select({ staffId: staff.id, name: staff.name, from: moduleOffice.from, to: moduleOffice.to })
    .from(moduleOffice)
    .innerJoin(staff, eq(staff.id, moduleOffice.staffId))
    .where(and(eq(moduleOffice.moduleId, moduleId), eq(moduleOffice.office, 'head'), lte(moduleOffice.from, row.end), or(isNull(moduleOffice.to), gte(moduleOffice.to, row.start))))
    .orderBy(asc(moduleOffice.from))
    .all()
}

/** The head of a module in office on a day, if the caller is him; else somebody whom he is not. */
function headOn(heads: readonly Head[], day: string): string | null {
  return heads.find(({ from, to }) => from <= day && (to === null || to >= day))?.staffId ?? null
}

/** Where the caller may write 交接意见 in a period, with what is written. */
export function listHandover({ read, actor, now }: Guarded, row: PeriodRow) {
  const self = actor.standing.staffId
  const isProxy = grantsOf('score.proxy', actor.standing.roles).length > 0
  const isHead = grantsOf('score.head', actor.standing.roles).length > 0
  const ratees = rateesOf(read, row)
  const notes = notesOf(read, row)
  const people = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const names = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
  return read.select().from(moduleTable).orderBy(asc(moduleTable.seq)).all().flatMap(({ id: moduleId, name: moduleName }) => {
    const heads = headsIn(read, row, moduleId)
    const present = headOn(heads, dayInChina(now))
    const authors = isProxy ? heads : heads.filter(({ staffId }) => isHead && staffId === self && staffId === present)
    if (authors.length === 0) return []
    const mayWrite = new Map(authors.map(({ staffId, name }) => [staffId, name]))
    return [
      {
        moduleId,
        moduleName,
        authors: [...mayWrite].map(([staffId, name]) => ({ staffId, name })),
        people: ratees
          .filter((ratee) => ratee.moduleId === moduleId && ratee.staffId !== self && (mayWrite.size > 1 || !mayWrite.has(ratee.staffId)))
          .map(({ staffId }) => ({
            staffId,
            staffName: names.get(staffId) ?? '',
            postName: people.get(staffId)?.postName ?? '',
            notes: notes.filter((note) => note.moduleId === moduleId && note.staffId === staffId && mayWrite.has(note.authorId)).map(({ authorId, author, note, writtenOn, version }) => ({ authorId, author, note, writtenOn, version })),
          })),
      },
    ]
  })
}

/** Every 交接意见 of a period, by module and person, the earlier author first. */
export function notesOf(read: Read, row: PeriodRow) {
  return read
    .select({ moduleId: handoverNote.moduleId, staffId: handoverNote.staffId, authorId: handoverNote.authorId, author: staff.name, note: handoverNote.note, writtenOn: handoverNote.writtenOn, version: handoverNote.version })
    .from(handoverNote)
    .innerJoin(staff, eq(staff.id, handoverNote.authorId))
    .where(eq(handoverNote.periodId, row.id))
    .orderBy(asc(handoverNote.writtenOn), asc(staff.seq))
    .all()
}

/** Writes the notes of the head in office: the caller. */
export function writeNotes(guard: Guarded, input: NotesInput, newId: () => string) {
  const author = (read: Read) => headOn(headsIn(read, requirePeriodById(read, input.periodId), input.moduleId), dayInChina(guard.now))
  return writeAs(guard, input, newId, author)
}

/** 督考 types in the notes of a head of the period. */
export function writeNotesByProxy(guard: Guarded, { authorId, ...input }: NotesInput & { readonly authorId: string }, newId: () => string) {
  const author = (read: Read) => headsIn(read, requirePeriodById(read, input.periodId), input.moduleId).find(({ staffId }) => staffId === authorId)?.staffId ?? null
  return writeAs(guard, input, newId, author)
}

function writeAs(guard: Guarded, { periodId, moduleId, entries }: NotesInput, newId: () => string, authorOf: (read: Read) => string | null) {
  return guard.mutate({
    about: (read) => ({ staff: entries.map(({ staffId }) => staffId), scorer: authorOf(read) }),
    write(tx, now) {
      const row = requirePeriodById(tx, periodId)
      requireOpenForInput(row, evaluationWords.writeHandover)
      const authorId = requireRow(authorOf(tx) ?? undefined, evaluationWords.headOfPeriod)
      const ratees = new Set(rateesOf(tx, row).filter((ratee) => ratee.moduleId === moduleId && ratee.staffId !== authorId).map(({ staffId }) => staffId))
      return {
        versions: entries.map((entry) => {
          if (!ratees.has(entry.staffId)) throw new Refusal('not_found', { what: nouns.ratee })
          return { staffId: entry.staffId, version: writeNote(tx, { periodId, moduleId, authorId, writtenOn: dayInChina(now) }, entry, newId) }
        }),
      }
    },
    audit: () => ({ subject: periodId, detail: { moduleId, staff: entries.map(({ staffId }) => staffId) } }),
  })
}

interface NotePlace {
  readonly periodId: string
  readonly moduleId: string
  readonly authorId: string
  readonly writtenOn: string
}

/** Gives the version it has then, null once it is gone. */
function writeNote(tx: Write, { writtenOn, ...place }: NotePlace, { staffId, note, version: seen }: NoteInput, newId: () => string): number | null {
  const mine = and(eq(handoverNote.periodId, place.periodId), eq(handoverNote.moduleId, place.moduleId), eq(handoverNote.authorId, place.authorId), eq(handoverNote.staffId, staffId))
  const present = tx.select().from(handoverNote).where(mine).get()
  if ((present?.version ?? null) !== seen) throw new Refusal('changed_meanwhile')
  if (note === null || note === '') {
    tx.delete(handoverNote).where(mine).run()
    return null
  }
  if (present === undefined) {
    tx.insert(handoverNote).values({ id: newId(), ...place, staffId, note, writtenOn }).run()
    return 1
  }
  const version = present.version + 1
  tx.update(handoverNote).set({ note, writtenOn, version }).where(mine).run()
  return version
}
