import { asc, eq } from 'drizzle-orm'
import type { KnownTask, TaskDirectory } from '../../../../shared/domain/reports/imports/directory.ts'
import type { TaskRules } from '../../../../shared/domain/reports/imports/task-rules.ts'
import type { TaskRow } from '../../../../shared/domain/reports/imports/types.ts'
import { remembering } from '../../../../shared/domain/reports/imports/remembering.ts'
import { normalizeName } from '../../../../shared/domain/people/person-name.ts'
import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { isBeforeIssue } from '../../../../shared/domain/tasks/tasks/edit-rights.ts'
import { partyStateOf } from '../../../../shared/domain/tasks/tasks/party-state.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { moduleTable, staff, task, taskLog, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { viewFor } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { codeOf, nextSeq, requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { frozenQuarters } from '../../plans/periods.ts'
import { departedReason } from '../../people/in-service.ts'
import { rightsOver } from '../../tasks/tasks/describe.ts'
import { arrivalLine, sideLine } from '../../tasks/tasks/task-log.ts'
import { changeSeparator, changeText } from '../../tasks/tasks/vocabulary.ts'
import { type Importing } from './kinds/importing.ts'
import { insertMany } from './insert-many.ts'
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

interface Taking extends Importing {
  readonly guard: Guarded
  /** Of a new task. */
  readonly state: 'active' | 'pending'
  /** Ids of modules by their codes. */
  readonly modules: ReadonlyMap<string, string>
  readonly next: { task: number; party: number; line: number }
  /** Waiting to be written together: tasks, parties by task and person, and lines of the log (those of tasks that stood before are not taken back). */
  readonly tasks: (typeof task.$inferInsert)[]
  readonly parties: Map<string, typeof taskParty.$inferInsert>
  readonly arrivals: (typeof taskLog.$inferInsert)[]
  readonly changes: (typeof taskLog.$inferInsert)[]
}

/**
 * Writes the good rows of a ledger. A running township's ledger is taken over by 督考, its setup or the console: a new task is
 * 办理中 from its 交办时间. A module's new task is 待签发. Returns how many rows were taken.
 */
export function takeTasks(importing: Importing, guard: Guarded, rows: readonly TaskRow[]): number {
  const { tx, record } = importing
  const taking: Taking = {
    ...importing,
    guard,
    state: guard.view.kind === 'all' || viewFor(guard.actor, 'task.supervise') !== null ? 'active' : 'pending',
    modules: new Map(tx.select().from(moduleTable).all().map(({ code, id }) => [code, id])),
    next: { task: nextSeq(tx, task), party: nextSeq(tx, taskParty), line: nextSeq(tx, taskLog) },
    tasks: [],
    parties: new Map(),
    arrivals: [],
    changes: [],
  }
  let taken = 0
  for (const row of rows) {
    if (row.state === 'new') addTask(taking, row)
    else if (row.state === 'changed' && row.matchId !== null) changeTask(taking, row.matchId, row)
    else continue
    taken += 1
  }
  record.noteNew(task, insertMany(tx, task, taking.tasks))
  record.noteNew(taskParty, insertMany(tx, taskParty, [...taking.parties.values()]))
  record.noteNew(taskLog, insertMany(tx, taskLog, taking.arrivals))
  insertMany(tx, taskLog, taking.changes)
  return taken
}

function addTask(taking: Taking, row: TaskRow): void {
  const { guard, state, modules, next, newId, asOf } = taking
  const { draft } = row
  if (draft.title === null || draft.module === null || draft.due === null) throw new Error('a good row has a title, a module and a due day')
  const id = newId()
  const seq = next.task++
  taking.tasks.push({
    id, seq, code: codeOf('T', seq), docNo: draft.docNo, form: 'assignment_order', title: draft.title, searchKey: searchKeyOf(draft.title), weight: draft.weight ?? 1,
    moduleId: requireRow(modules.get(draft.module), nouns.module), issuedOn: state === 'active' ? (draft.issuedOn ?? asOf) : null, due: draft.due, state, draftedBy: guard.actor.name,
  })
  for (const party of partiesOf(row)) addParty(taking, id, state, party)
  taking.arrivals.push({ ...arrivalLine(guard, { id, state }, 'import'), id: newId(), seq: next.line++ })
}

/** What `applyTaskRules` has let through; the log tells what changed since it was proposed. */
function changeTask(taking: Taking, id: string, row: TaskRow): void {
  const { tx, record, guard, modules, next, newId } = taking
  const { draft } = row
  const before = requireRow(tx.select().from(task).where(eq(task.id, id)).get(), nouns.task)
  const title = draft.title ?? before.title
  const moduleId = draft.module === null ? before.moduleId : requireRow(modules.get(draft.module), nouns.module)
  tx.update(task)
    .set({ docNo: draft.docNo ?? before.docNo, title, searchKey: searchKeyOf(title), weight: draft.weight ?? before.weight, due: draft.due ?? before.due, moduleId, version: before.version + 1 })
    .where(eq(task.id, id))
    .run()
  record.note(task, id, before)
  if (isBeforeIssue(before.state)) changeParties(taking, id, before.state, row)
  if (before.state !== 'draft') taking.changes.push({ ...sideLine(guard, guard.now, before, 'import', row.changes.map(({ column, from, to }) => changeText(column, from, to)).join(changeSeparator)), id: newId(), seq: next.line++ })
}

type Party = Pick<typeof taskParty.$inferInsert, 'staffId' | 'role'>

function partiesOf({ hostIds, cohostIds }: TaskRow): readonly Party[] {
  return [...hostIds.map((staffId) => ({ staffId, role: 'host' as const })), ...cohostIds.map((staffId) => ({ staffId, role: 'cohost' as const }))]
}

/** Puts one on a task who does not stand on it yet; named again by a later row, the role is that row's. */
function addParty({ parties, next, newId }: Taking, taskId: string, state: TaskState, party: Party): void {
  const place = `${taskId} ${party.staffId}`
  const waiting = parties.get(place)
  parties.set(place, waiting === undefined ? { id: newId(), seq: next.party++, taskId, ...party, state: partyStateOf(state, { submittedOn: null, completedOn: null }) } : { ...waiting, role: party.role })
}

/** Adds those who are not yet on the task and sets the role of those who are; nobody is taken off by a list. */
function changeParties(taking: Taking, taskId: string, state: TaskState, row: TaskRow): void {
  const { tx, record } = taking
  const standing = new Map(tx.select().from(taskParty).where(eq(taskParty.taskId, taskId)).all().map((party) => [party.staffId, party]))
  for (const party of partiesOf(row)) {
    const before = standing.get(party.staffId)
    if (before === undefined) addParty(taking, taskId, state, party)
    else if (before.role !== party.role) {
      tx.update(taskParty).set({ role: party.role, version: before.version + 1 }).where(eq(taskParty.id, before.id)).run()
      record.note(taskParty, before.id, before)
    }
  }
}
