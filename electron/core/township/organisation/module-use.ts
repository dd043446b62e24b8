import { eq, inArray } from 'drizzle-orm'
import { assignment, establishment, meeting, moduleOffice, modulePk, publicIssue, register, registerColumn, registerRow, scoreSheet, supervisionDay, task } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { moduleUseWords } from './vocabulary.ts'

/** What a module is used by, in words; null for one that nothing belongs to but registers without a row. */
export function useOfModule(read: Read, moduleId: string): string | null {
  const users = [
    [moduleUseWords.assignment, assignment],
    [moduleUseWords.office, moduleOffice],
    [moduleUseWords.establishment, establishment],
    [moduleUseWords.task, task],
    [moduleUseWords.sheet, scoreSheet],
    [moduleUseWords.pkFactor, modulePk],
    [moduleUseWords.supervisionDay, supervisionDay],
    [moduleUseWords.meeting, meeting],
    [moduleUseWords.issue, publicIssue],
  ] as const
  const user = users.find(([, table]) => read.select({ moduleId: table.moduleId }).from(table).where(eq(table.moduleId, moduleId)).limit(1).get() !== undefined)
  if (user !== undefined) return user[0]
  const row = read.select({ id: registerRow.id }).from(registerRow).innerJoin(register, eq(register.id, registerRow.registerId)).where(eq(register.moduleId, moduleId)).limit(1).get()
  return row === undefined ? null : moduleUseWords.register
}

/** Takes away the registers of a module, none of which has a row. */
export function removeRegistersOf(tx: Write, moduleId: string): void {
  const own = tx.select({ id: register.id }).from(register).where(eq(register.moduleId, moduleId)).all().map(({ id }) => id)
  tx.delete(registerColumn).where(inArray(registerColumn.registerId, own)).run()
  tx.delete(register).where(inArray(register.id, own)).run()
}
