import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { good } from '../../../../shared/domain/cells/fault.ts'
import type { PartyRole } from '../../../../shared/domain/plans/task-codes.ts'
import { taskFields, type TaskField } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { checkTaskCell, type TaskChange, type TaskKnowledge, type TaskValues } from '../../../../shared/domain/tasks/tasks/task-cell.ts'
import { taskFieldNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { moduleTable, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { runBatch, type BatchAct, type CellRows } from '../../app/batch.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { peopleDirectory } from '../../app/people-directory.ts'
import { atField, requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { departedReason } from '../../people/in-service.ts'
import { partiesOf } from './describe.ts'
import { openGroups, requireOpenGroup } from './group-of-task.ts'
import { subjectAfter, taskEditPlanner, type TaskEdit, type WantedValue } from './plan-edit.ts'
import { writeTaskEdit } from './write-edit.ts'

/** Cells of many tasks as typed or pasted. */
export function editTaskCells(app: App, guard: Guarded, { rows, mode }: CellRows<TaskField>) {
  const known = knowledge(guard)
  const planFor = taskEditPlanner(guard)
  const plans = rows.map(({ id, version, changes }) => planFor(id, version, wantedCells(changes, known)))
  const batch = { ready: plans.flatMap(({ edit }) => edit ?? []), refused: plans.flatMap(({ refused }) => refused) }
  return runBatch(guard, mode, batch, editing(app, guard))
}

type PlainField = Exclude<TaskField, 'module' | 'lead' | 'hosts' | 'cohosts' | 'group'>

/** The values of a form, by id; what is left out stays. */
export type FormValues = { readonly [Field in PlainField]?: TaskValues[Field] | undefined } & {
  readonly moduleId?: string | undefined
  readonly leadStaffId?: string | null | undefined
  readonly groupId?: string | null | undefined
  readonly parties?: readonly { readonly staffId: string; readonly role: PartyRole }[] | undefined
}

/** Values of one task from a form, by the rules of the cells. Throws the first refusal, with all of them as issues. */
export function editTask(app: App, guard: Guarded, input: { readonly id: string; readonly version: number; readonly changes: FormValues }): { readonly version: number } {
  const { edit, refused } = taskEditPlanner(guard)(input.id, input.version, wantedValues(guard, input.id, input.changes))
  const [first] = refused
  if (first !== undefined) throw new Refusal(first.refusal.code, first.refusal.data, refused.map(({ field, code, refusal }) => ({ path: field ?? '', code, message: refusal.message })))
  const [written] = runBatch(guard, 'all', { ready: edit === null ? [] : [edit], refused: [] }, editing(app, guard)).applied
  return { version: written?.version ?? input.version }
}

function editing(app: App, guard: Guarded): BatchAct<TaskEdit> {
  return {
    about: (_, { before, after }) => [subjectAfter(before), subjectAfter(after)],
    write: (tx, now, edit) => writeTaskEdit(tx, app, guard, now, edit),
  }
}

/** Names are looked up once for the batch, and only when a cell names somebody. */
function knowledge({ read, now }: Guarded): TaskKnowledge {
  let peopleNamed: TaskKnowledge['peopleNamed'] | null = null
  return {
    peopleNamed: (name) => (peopleNamed ??= peopleDirectory(read, dayInChina(now)))(name),
    modules: read.select({ id: moduleTable.id, code: moduleTable.code, name: moduleTable.name, alias: moduleTable.alias }).from(moduleTable).all(),
    groups: openGroups(read),
  }
}

function wantedCells(changes: CellRows<TaskField>['rows'][number]['changes'], known: TaskKnowledge): readonly WantedValue[] {
  return taskFields.flatMap((field) => {
    const cell = changes[field]
    return cell === undefined ? [] : [{ field, read: () => checkTaskCell(field, cell === null ? null : String(cell), known) }]
  })
}

/** The form sends what its schema has read already; only what it points to may be gone, or have left. */
function wantedValues({ read, now }: Guarded, id: string, values: FormValues): readonly WantedValue[] {
  const { moduleId, leadStaffId, groupId, parties } = values
  if (moduleId !== undefined) requireRow(read.select({ id: moduleTable.id }).from(moduleTable).where(eq(moduleTable.id, moduleId)).get(), nouns.module)
  requirePeopleInService(read, id, values, dayInChina(now))
  if (groupId) requireOpenGroup(read, groupId)
  const of = (role: PartyRole) => parties?.filter((party) => party.role === role).map(({ staffId }) => staffId)
  const changes: readonly TaskChange[] = [
    ...given('docNo', values.docNo),
    ...given('form', values.form),
    ...given('source', values.source),
    ...given('title', values.title),
    ...given('content', values.content),
    ...given('module', moduleId),
    ...given('lead', leadStaffId),
    ...given('hosts', of('host')),
    ...given('cohosts', of('cohost')),
    ...given('weight', values.weight),
    ...given('due', values.due),
    ...given('group', groupId),
  ]
  return changes.map((change) => ({ field: change.field, read: () => good(change) }))
}

/** Whoever is put on the task anew is in service; who is on it already may have left since. */
function requirePeopleInService(read: Read, id: string, { leadStaffId, parties }: FormValues, today: string): void {
  const lead = read.select({ id: task.leadStaffId }).from(task).where(eq(task.id, id)).get()?.id ?? null
  const doers = new Set((partiesOf(read, [id]).get(id) ?? []).map(({ staffId }) => staffId))
  const named = [
    ...(leadStaffId && leadStaffId !== lead ? [{ field: 'lead' as const, staffId: leadStaffId }] : []),
    ...(parties ?? []).filter(({ staffId }) => !doers.has(staffId)).map(({ staffId, role }) => ({ field: role === 'host' ? ('hosts' as const) : ('cohosts' as const), staffId })),
  ]
  for (const { field, staffId } of named) {
    const reason = departedReason(read, staffId, today)
    if (reason !== null) throw atField(field, taskFieldNames[field], reason)
  }
}

function given<Field extends TaskField>(field: Field, value: TaskValues[Field] | undefined): readonly { readonly field: Field; readonly value: TaskValues[Field] }[] {
  return value === undefined ? [] : [{ field, value }]
}
