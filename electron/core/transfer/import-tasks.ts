import { and, asc, eq } from 'drizzle-orm'
import type { KnownTask, TaskDirectory } from '../../../shared/domain/import/directory.ts'
import type { TaskRow } from '../../../shared/domain/import/types.ts'
import { normalizeName } from '../../../shared/domain/people/person-name.ts'
import { partyStateOf } from '../../../shared/domain/tasks/party-state.ts'
import { searchKeyOf } from '../../../shared/domain/search/search-key.ts'
import { moduleTable, staff, task, taskParty } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { codeOf, nextSeq, requireRow } from '../app/rows.ts'
import type { Importing } from './import-staff.ts'
import { mainAssignments } from './staff-directory.ts'
import { nouns } from '../app/vocabulary.ts'

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

/** Writes the good rows of a ledger; a new task is 办理中 from its 交办时间. Returns how many rows were taken. */
export function takeTasks(importing: Importing, rows: readonly TaskRow[]): number {
  let taken = 0
  for (const row of rows) {
    if (row.state === 'new') addTask(importing, row)
    else if (row.state === 'changed' && row.matchId !== null) changeTask(importing, row.matchId, row)
    else continue
    taken += 1
  }
  return taken
}

function addTask(importing: Importing, row: TaskRow): void {
  const { tx, record, newId, asOf } = importing
  const { draft } = row
  if (draft.title === null || draft.module === null || draft.due === null) throw new Error('a good row has a title, a module and a due day')
  const id = newId()
  const seq = nextSeq(tx, task)
  const inModule = requireRow(tx.select().from(moduleTable).where(eq(moduleTable.code, draft.module)).get(), nouns.module)
  tx.insert(task)
    .values({
      id, seq, code: codeOf('T', seq), docNo: draft.docNo, form: 'assignment_order', title: draft.title, searchKey: searchKeyOf(draft.title), weight: draft.weight ?? 1,
      moduleId: inModule.id, issuedOn: draft.issuedOn ?? asOf, due: draft.due, state: 'active',
    })
    .run()
  record.note(task, id, null)
  addParties(importing, id, row)
}

function changeTask(importing: Importing, id: string, row: TaskRow): void {
  const { tx, record } = importing
  const { draft } = row
  const before = requireRow(tx.select().from(task).where(eq(task.id, id)).get(), nouns.task)
  const title = draft.title ?? before.title
  const moduleId = draft.module === null ? before.moduleId : requireRow(tx.select().from(moduleTable).where(eq(moduleTable.code, draft.module)).get(), nouns.module).id
  tx.update(task)
    .set({
      docNo: draft.docNo ?? before.docNo, title, searchKey: searchKeyOf(title), weight: draft.weight ?? before.weight,
      issuedOn: draft.issuedOn ?? before.issuedOn, due: draft.due ?? before.due, moduleId, version: before.version + 1,
    })
    .where(eq(task.id, id))
    .run()
  record.note(task, id, before)
  addParties(importing, id, row)
}

/** Adds those who are not yet on the task and sets the role of those who are; nobody is taken off by a list. */
function addParties({ tx, record, newId }: Importing, taskId: string, row: TaskRow): void {
  const { state } = requireRow(tx.select({ state: task.state }).from(task).where(eq(task.id, taskId)).get(), nouns.task)
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
