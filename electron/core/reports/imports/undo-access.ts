import { eq, getTableName } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { importKinds } from '../../../../shared/domain/reports/imports/types.ts'
import { remembering } from '../../../../shared/domain/reports/imports/remembering.ts'
import { assignment, circular, deduction, honour, leave, registerRow, serviceEvent, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { reaches } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { modulesConcerned } from '../../people/assignments.ts'
import { subjectOfRow } from '../../registers/access.ts'
import { requireRegister } from '../../registers/stored.ts'
import { subjectOfDraft } from '../../tasks/tasks/describe.ts'
import { importFault } from './kinds/import-fault.ts'
import { importDefinitions } from './kinds/import-kinds.ts'
import { mayCorrectIdNo } from './kinds/staff.ts'

type Row = Readonly<Record<string, unknown>>

/** A row that an import wrote: as it was, null for a new one, and as it was after. */
export interface WrittenRow {
  readonly tableName: string
  readonly rowId: string
  readonly before: Row | null
  readonly after: Row
}

const peopleAsked = 10_000

/**
 * Holds every row of an import that is taken back to what its kind asks of whoever brings such rows, as they stand today.
 * Refusals: `about_self`, `out_of_scope`.
 */
export function requireMayTakeBack(read: Read, guard: Guarded, kind: string, rows: readonly WrittenRow[]): void {
  const { rule } = importDefinitions[requireRow(importKinds.find((known) => known === kind), nouns.importBatch)]
  const subjectsOf = subjectsOfRows(read, guard)
  const mayRestore = ownRules(read, guard)
  if (!rows.every(mayRestore)) throw new Refusal('out_of_scope')
  const subjects = rule.wholeTownship ? [{}] : rows.flatMap(subjectsOf)
  for (const subject of subjects) {
    const fault = importFault(guard, rule, subject)
    if (fault !== null) throw new Refusal(fault)
  }
}

/**
 * What a kind asks beside the reach over a subject, also of those who import for the whole township: rows of a register of whoever may enter them,
 * an ID number that is kept of whoever may replace it.
 */
function ownRules(read: Read, { actor }: Guarded): (row: WrittenRow) => boolean {
  const register = remembering((id: string) => requireRegister(read, id).row, peopleAsked)
  return ({ tableName, before, after }) => {
    switch (tableName) {
      case getTableName(registerRow):
        return reaches(actor, 'register.enter', subjectOfRow(actor, register(String(after['registerId'])), typeof after['enteredBy'] === 'string' ? after['enteredBy'] : null))
      case getTableName(staff):
        return typeof before?.['idNoIndex'] !== 'string' || before['idNoIndex'] === after['idNoIndex'] || mayCorrectIdNo({ actor })
      default:
        return true
    }
  }
}

/** What a written row is about. Rows that only come with others (a new 岗位, the log of a task), and those with a rule of their own, say nothing here. */
function subjectsOfRows(read: Read, { now }: Guarded): (row: WrittenRow) => readonly Subject[] {
  const today = dayInChina(now)
  const concerned = remembering((staffId: string) => modulesConcerned(read, staffId, today), peopleAsked)
  const person = (staffId: string) => ({ staff: [staffId], modules: concerned(staffId) })
  return ({ tableName, rowId, before, after }) => {
    const text = (name: string) => String(after[name])
    switch (tableName) {
      case getTableName(staff):
        return [person(rowId)]
      case getTableName(assignment):
      case getTableName(leave):
      case getTableName(honour):
      case getTableName(circular):
      case getTableName(deduction):
        return [person(text('staffId'))]
      case getTableName(serviceEvent):
        // The 团长 of the village enters records there; what was known before is corrected by its doer and his head.
        return [{ ...person(text('staffId')), teams: before === null ? [text('villageId')] : [] }]
      case getTableName(task): {
        const doers = read.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, rowId)).all().map(({ staffId }) => staffId)
        return [...new Set([text('moduleId'), ...(before === null ? [] : [String(before['moduleId'])])])].map((moduleId) => subjectOfDraft(moduleId, doers))
      }
      default:
        return []
    }
  }
}
