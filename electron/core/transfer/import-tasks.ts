import { and, asc, eq } from 'drizzle-orm'
import type { KnownTask, TaskDirectory } from '../../../shared/domain/import/directory.ts'
import type { TaskRules } from '../../../shared/domain/import/task-rules.ts'
import type { TaskRow } from '../../../shared/domain/import/types.ts'
import { remembering } from '../../../shared/domain/import/remembering.ts'
import { normalizeName } from '../../../shared/domain/people/person-name.ts'
import type { TaskState } from '../../../shared/domain/tasks/codes.ts'
import { isBeforeIssue } from '../../../shared/domain/tasks/edit-rights.ts'
import { partyStateOf } from '../../../shared/domain/tasks/party-state.ts'
import { searchKeyOf } from '../../../shared/domain/search/search-key.ts'
import { moduleTable, staff, task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { viewFor } from '../app/access.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { codeOf, nextSeq, requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import { frozenQuarters } from '../evaluation/periods.ts'
import { departedReason } from '../people/in-service.ts'
import { rightsOver } from '../tasks/describe.ts'
import { noteArrival, noteOnTask } from '../tasks/task-log.ts'
import { changeSeparator, changeText } from '../tasks/vocabulary.ts'
import type { Importing } from './kinds/importing.ts'
import { mainAssignments } from './staff-directory.ts'

/** The tasks and people of the database, as a ledger's rows ask for them. */
export function taskDirectory(read: Read, asOf: string): TaskDirectory {
  const modules = new Map(read.select().from(moduleTable).all().map((row) => [row.id, row]))
  const parties = Map.groupBy(
    read
      .select({ taskId: taskParty.taskId, role: taskParty.role, id: staff.id, name: staff.name })
      .from(taskParty)
      .innerJoin(staff, eq(staff.id, taskParty.staffId))
      .orderBy(asc(taskParty.seq))
      .all(),
    ({ taskId }) => taskId,
  )
  const known = read
    .select()
    .from(task)
    .orderBy(asc(task.seq))
    .all()
    .map((row): KnownTask => {
      const inModule = modules.get(row.moduleId)
      const of = (role: 'host' | 'cohost') => (parties.get(row.id) ?? []).filter((party) => party.role === role).map(({ id, name }) => ({ id, name }))
      return { id: row.id, docNo: row.docNo, title: row.title, module: inModule?.code ?? '', moduleName: inModule?.name ?? '', hosts: of('host'), cohosts: of('cohost'), weight: row.weight, issuedOn: row.issuedOn, due: row.due }
    })
  const main = mainAssignments(read, asOf)
  const people = read.select({ id: staff.id, name: staff.name }).from(staff).orderBy(asc(staff.seq)).all().map((row) => ({ ...row, module: main.get(row.id)?.module ?? null }))
  const byDocNo = Map.groupBy(known, ({ docNo }) => docNo)
  const byTitle = Map.groupBy(known, ({ title, module }) => JSON.stringify([title, module]))
  const byName = Map.groupBy(people, ({ name }) => normalizeName(name))
  return {
    byDocNo: (docNo) => byDocNo.get(docNo) ?? [],
    byTitle: (title, module) => byTitle.get(JSON.stringify([title, module])) ?? [],
    byName: (name) => byName.get(name) ?? [],
  }
}

/** The rules of editing as they stand for the caller. Who may import the whole township may draft there; the console stands beside 督考. */
export function taskRules(read: Read, { actor, view, now }: Guarded): TaskRules {
  const today = dayInChina(now)
  const frozen = frozenQuarters(read)
  return {
    self: actor.standing.staffId,
    departed: remembering((staffId) => departedReason(read, staffId, today), 10_000),
    isFrozen: (day) => frozen.some(({ start, end }) => start <= day && day <= end),
    standingOf(id) {
      const row = requireRow(read.select().from(task).where(eq(task.id, id)).get(), nouns.task)
      const doers = read.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, id)).all().map(({ staffId }) => staffId)
      const rights = rightsOver(actor, row, doers)
      return {
        state: row.state,
        doers,
        rights: { ...rights, mayDraft: rights.mayDraft || view.kind === 'all', maySupervise: rights.maySupervise || actor.kind === 'console' },
      }
    },
  }
}

/**
 * Writes the good rows of a ledger. A running township's ledger is taken over by 督考, its setup or the console: a new task is
 * 办理中 from its 交办时间. A module's new task is 待签发. Returns how many rows were taken.
 */
export function takeTasks(importing: Importing, app: App, guard: Guarded, rows: readonly TaskRow[]): number {
  const state = guard.view.kind === 'all' || viewFor(guard.actor, 'task.supervise') !== null ? 'active' : 'pending'
  let taken = 0
  for (const row of rows) {
    if (row.state === 'new') addTask(importing, app, guard, row, state)
    else if (row.state === 'changed' && row.matchId !== null) changeTask(importing, app, guard, row.matchId, row)
    else continue
    taken += 1
  }
  return taken
}

function addTask(importing: Importing, app: App, guard: Guarded, row: TaskRow, state: 'active' | 'pending'): void {
  const { tx, record, newId, asOf } = importing
  const { draft } = row
  if (draft.title === null || draft.module === null || draft.due === null) throw new Error('a good row has a title, a module and a due day')
  const id = newId()
  const seq = nextSeq(tx, task)
  const inModule = requireRow(tx.select().from(moduleTable).where(eq(moduleTable.code, draft.module)).get(), nouns.module)
  const issuedOn = state === 'active' ? (draft.issuedOn ?? asOf) : null
  tx.insert(task)
    .values({
      id, seq, code: codeOf('T', seq), docNo: draft.docNo, form: 'assignment_order', title: draft.title, searchKey: searchKeyOf(draft.title), weight: draft.weight ?? 1,
      moduleId: inModule.id, issuedOn, due: draft.due, state, draftedBy: guard.actor.name,
    })
    .run()
  record.note(task, id, null)
  addParties(importing, id, state, row)
  record.note(taskLog, noteArrival(tx, app, guard, { id, state }, 'import'), null)
}

/** What `applyTaskRules` has let through; the log tells what changed since it was proposed. */
function changeTask(importing: Importing, app: App, guard: Guarded, id: string, row: TaskRow): void {
  const { tx, record } = importing
  const { draft } = row
  const before = requireRow(tx.select().from(task).where(eq(task.id, id)).get(), nouns.task)
  const title = draft.title ?? before.title
  const moduleId = draft.module === null ? before.moduleId : requireRow(tx.select().from(moduleTable).where(eq(moduleTable.code, draft.module)).get(), nouns.module).id
  tx.update(task)
    .set({ docNo: draft.docNo ?? before.docNo, title, searchKey: searchKeyOf(title), weight: draft.weight ?? before.weight, due: draft.due ?? before.due, moduleId, version: before.version + 1 })
    .where(eq(task.id, id))
    .run()
  record.note(task, id, before)
  if (isBeforeIssue(before.state)) addParties(importing, id, before.state, row)
  if (before.state !== 'draft') noteOnTask(tx, app, guard, guard.now, before, 'import', row.changes.map(({ column, from, to }) => changeText(column, from, to)).join(changeSeparator))
}

/** Adds those who are not yet on the task and sets the role of those who are; nobody is taken off by a list. */
function addParties({ tx, record, newId }: Importing, taskId: string, state: TaskState, row: TaskRow): void {
  const wanted = [...row.hostIds.map((staffId) => ({ staffId, role: 'host' as const })), ...row.cohostIds.map((staffId) => ({ staffId, role: 'cohost' as const }))]
  for (const party of wanted) {
    const before = tx.select().from(taskParty).where(and(eq(taskParty.taskId, taskId), eq(taskParty.staffId, party.staffId))).get()
    if (before === undefined) {
      const id = newId()
      tx.insert(taskParty).values({ id, seq: nextSeq(tx, taskParty), taskId, ...party, state: partyStateOf(state, { submittedOn: null, completedOn: null }) }).run()
      record.note(taskParty, id, null)
    } else if (before.role !== party.role) {
      tx.update(taskParty).set({ role: party.role, version: before.version + 1 }).where(eq(taskParty.id, before.id)).run()
      record.note(taskParty, before.id, before)
    }
  }
}
