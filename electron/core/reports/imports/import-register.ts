import { and, asc, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { ReadRow, RegisterDraft, RegisterShape } from '../../../../shared/domain/reports/imports/types.ts'
import { parseCells } from '../../../../shared/domain/registers/column.ts'
import { registerMatcher, type RegisterMatch } from '../../../../shared/domain/reports/imports/match-register.ts'
import { registerRow } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { reaches } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { subjectOfRow } from '../../registers/access.ts'
import { proposedInRegister, recordedColumns } from '../../registers/describe.ts'
import { registerDirectory, rowSearchKey } from '../../registers/directory.ts'
import { nextRowSeq, requireInUse, withChanges } from '../../registers/edit.ts'
import { requireRegister, type StoredRegister } from '../../registers/stored.ts'
import { registerWords } from '../../registers/vocabulary.ts'
import { type Importing } from './kinds/importing.ts'
import { insertMany } from './insert-many.ts'
import { importWords } from './vocabulary.ts'

/** The register that an import names; refused unless the caller may enter its rows. */
export function registerToImport({ read, actor }: Guarded, id: string | undefined): StoredRegister {
  if (id === undefined) throw new Refusal('invalid_input', { field: nouns.register, reason: importWords.chooseRegister })
  const stored = requireRegister(read, id)
  if (!reaches(actor, 'register.enter', subjectOfRow(actor, stored.row, actor.standing.staffId))) throw new Refusal('out_of_scope')
  requireInUse(stored)
  return stored
}

export function shapeOf({ columns }: StoredRegister): RegisterShape {
  return { columns: columns.map(({ id, title, type, required }) => ({ key: id, title, type, required })) }
}

/** What each row of a file would do to the register as it stands. */
export function matcherOfRegister(read: Read, { actor, now }: Guarded, stored: StoredRegister, given: readonly string[]): (row: ReadRow<RegisterDraft, string>) => RegisterMatch {
  const { row: of, columns } = stored
  const [proposed, recorded, nothing] = [proposedInRegister(read, of.id), recordedColumns(stored), new Set<string>()]
  const standing = read
    .select()
    .from(registerRow)
    .where(and(eq(registerRow.registerId, of.id), isNull(registerRow.removedAt)))
    .orderBy(asc(registerRow.seq))
    .all()
    .map(({ id, cells, enteredBy }) => ({ id, cells: parseCells(cells), mayChange: reaches(actor, 'register.enter', subjectOfRow(actor, of, enteredBy)), fixed: proposed.has(id) ? recorded : nothing }))
  return registerMatcher({ columns, standing, given, directory: registerDirectory(read, dayInChina(now)), outOfScope: importWords.othersRow, fixedCell: registerWords.hasRecord })
}

/** Writes the good rows of a register. Returns how many were taken. */
export function takeRegisterRows({ tx, record, newId }: Importing, { actor, now }: Guarded, { row: of, columns }: StoredRegister, rows: readonly RegisterMatch[]): number {
  const directory = registerDirectory(tx, dayInChina(now))
  const accountId = actor.kind === 'account' ? actor.accountId : null
  let seq = nextRowSeq(tx, of.id)
  const fresh: (typeof registerRow.$inferInsert)[] = []
  let taken = 0
  for (const { state, matchId, values } of rows) {
    if (state === 'new') {
      fresh.push({ id: newId(), seq, registerId: of.id, cells: JSON.stringify(values), searchKey: rowSearchKey(columns, values, directory), enteredBy: actor.standing.staffId, accountId, enteredAt: now })
      seq += 1
    } else if (state === 'changed' && matchId !== null) {
      const before = requireRow(tx.select().from(registerRow).where(eq(registerRow.id, matchId)).get(), nouns.registerRow)
      const cells = withChanges(parseCells(before.cells), values)
      tx.update(registerRow).set({ cells: JSON.stringify(cells), searchKey: rowSearchKey(columns, cells, directory), version: before.version + 1 }).where(eq(registerRow.id, matchId)).run()
      record.note(registerRow, matchId, before)
    } else continue
    taken += 1
  }
  record.noteNew(registerRow, insertMany(tx, registerRow, fresh))
  return taken
}

/** What a row is called in the preview: its first text. */
export function nameOfRow({ columns }: StoredRegister, { draft }: RegisterMatch): string | null {
  const named = columns.find(({ id, type }) => type === 'text' && draft.cells[id] !== undefined) ?? columns.find(({ id }) => draft.cells[id] !== undefined)
  return named === undefined ? null : (draft.cells[named.id] ?? null)
}
