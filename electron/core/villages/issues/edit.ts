import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Checked } from '../../../../shared/domain/cells/fault.ts'
import { good } from '../../../../shared/domain/cells/fault.ts'
import { isSaneDay } from '../../../../shared/domain/cells/sane-day.ts'
import { issueEditFault } from '../../../../shared/domain/villages/issues/edit-rights.ts'
import { issueFields, type IssueField } from '../../../../shared/domain/villages/issues/fields.ts'
import { checkIssueCell, type IssueChange, type IssueKnowledge, type IssueValues } from '../../../../shared/domain/villages/issues/issue-cell.ts'
import { issueEditFaultReasons, issueFieldNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { publicIssue, staff, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { refusedCell, refusedField, refusedRow, runBatch, type BatchAct, type CellRows, type Refused } from '../../app/batch.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { peopleDirectory } from '../../app/people-directory.ts'
import { requireRow } from '../../app/rows.ts'
import { faults, nouns } from '../../app/vocabulary.ts'
import { changeSeparator, changeText } from '../../tasks/tasks/vocabulary.ts'
import { writeIssueLog, type Report } from './record.ts'
import { standingsOver, subjectOfIssue, type IssueRow } from './standing.ts'
import { requireOfModule } from './steps.ts'
import { issueFaults } from './vocabulary.ts'

interface Wanted {
  readonly field: IssueField
  readonly read: () => Checked<IssueChange>
}

interface IssueEdit {
  readonly row: IssueRow
  readonly changes: readonly IssueChange[]
}

/** Cells of many issues as typed or pasted. */
export function editIssueCells(app: App, guard: Guarded, { rows, mode }: CellRows<IssueField>) {
  const known = knowledge(guard)
  const plans = rows.map(({ id, version, changes }) => plan(guard, id, version, issueFields.flatMap((field) => {
    const cell = changes[field]
    return cell === undefined ? [] : [{ field, read: () => checkIssueCell(field, cell === null ? null : String(cell), known) }]
  })))
  return runBatch(guard, mode, { ready: plans.flatMap(({ edit }) => edit ?? []), refused: plans.flatMap(({ refused }) => refused) }, editing(app, guard))
}

export type IssueFormValues = { readonly [Field in keyof Report]?: Report[Field] | undefined } & { readonly handlerId?: string | null | undefined; readonly due?: string | undefined }

/** Values of one issue from a form, by the rules of the cells. Throws the first refusal, with all of them as issues. */
export function editIssue(app: App, guard: Guarded, input: { readonly id: string; readonly version: number; readonly changes: IssueFormValues }): { readonly version: number } {
  const { edit, refused } = plan(guard, input.id, input.version, wantedValues(guard.read, input.changes))
  const [first] = refused
  if (first !== undefined) throw new Refusal(first.refusal.code, first.refusal.data, refused.map(({ field, code, refusal }) => ({ path: pathOf(field), code, message: refusal.message })))
  const [written] = runBatch(guard, 'all', { ready: edit === null ? [] : [edit], refused: [] }, editing(app, guard)).applied
  return { version: written?.version ?? input.version }
}

function pathOf(field: IssueField | null): string {
  if (field === 'village') return 'villageId'
  return field === 'handler' ? 'handlerId' : (field ?? '')
}

function knowledge({ read, now }: Guarded): IssueKnowledge {
  let peopleNamed: IssueKnowledge['peopleNamed'] | null = null
  return {
    peopleNamed: (name) => (peopleNamed ??= peopleDirectory(read, dayInChina(now)))(name),
    villages: read.select({ id: village.id, name: village.name }).from(village).all(),
  }
}

/** The form sends what its schema has read already; only what it points to may be gone. */
function wantedValues(read: Read, { villageId, handlerId, ...values }: IssueFormValues): readonly Wanted[] {
  if (villageId !== undefined) requireRow(read.select({ id: village.id }).from(village).where(eq(village.id, villageId)).get(), nouns.village)
  if (handlerId) requireRow(read.select({ id: staff.id }).from(staff).where(eq(staff.id, handlerId)).get(), nouns.person)
  const changes: readonly IssueChange[] = [
    ...given('title', values.title),
    ...given('content', values.content),
    ...given('village', villageId),
    ...given('source', values.source),
    ...given('reporter', values.reporter),
    ...given('phone', values.phone),
    ...given('reportedOn', values.reportedOn),
    ...given('handler', handlerId),
    ...given('due', values.due),
  ]
  return changes.map((change) => ({ field: change.field, read: () => good(change) }))
}

function given<Field extends IssueField>(field: Field, value: IssueValues[Field] | undefined): readonly { readonly field: Field; readonly value: IssueValues[Field] }[] {
  return value === undefined ? [] : [{ field, value }]
}

interface Plan {
  /** Null where nothing is left to write. */
  readonly edit: IssueEdit | null
  readonly refused: readonly Refused<IssueField>[]
}

function plan({ read, actor, now }: Guarded, id: string, version: number, wanted: readonly Wanted[]): Plan {
  const row = read.select().from(publicIssue).where(eq(publicIssue.id, id)).get()
  if (row === undefined) return { edit: null, refused: [refusedRow(id, new Refusal('not_found', { what: nouns.publicIssue }))] }
  if (row.version !== version) return { edit: null, refused: [refusedRow(id, new Refusal('changed_meanwhile'))] }
  const who = standingsOver(read, actor, [row])(row)
  const before = valuesOf(row)
  const refused: Refused<IssueField>[] = []
  const legible = wanted.flatMap(({ field, read: readValue }): readonly IssueChange[] => {
    const value = readValue()
    if (value.kind === 'good' && value.value.value === before[field]) return []
    const barred = issueEditFault(field, row.state, who)
    if (barred !== null) refused.push(refusedField(id, field, new Refusal('not_editable', { field: issueFieldNames[field], reason: issueEditFaultReasons[barred] })))
    else if (value.kind === 'bad') refused.push(refusedCell(id, field, issueFieldNames[field], value.fault))
    else return [value.value]
    return []
  })
  const after = withChanges(before, legible)
  const changes = legible.filter((change) => {
    const refusal = refusalAmong(read, row, change, after, dayInChina(now))
    if (refusal !== null) refused.push(refusedField(id, change.field, refusal))
    return refusal === null
  })
  return { edit: changes.length === 0 ? null : { row, changes }, refused }
}

/** What is wrong with a legible value beside the others. */
function refusalAmong(read: Read, row: IssueRow, { field, value }: IssueChange, after: IssueValues, today: string): Refusal | null {
  const wrong = (reason: string) => new Refusal('invalid_input', { field: issueFieldNames[field], reason })
  if (field === 'reportedOn' && value > today) return wrong(issueFaults.inFuture)
  if ((field === 'reportedOn' || field === 'due') && value !== null && !isSaneDay(value, today)) return wrong(faults.insaneDay)
  if (field === 'due' && value !== null && value < after.reportedOn) return wrong(issueFaults.beforeReport(after.reportedOn))
  if (field !== 'handler' || row.moduleId === null) return null
  try {
    requireOfModule(read, value, row.moduleId, today)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function editing(app: App, guard: Guarded): BatchAct<IssueEdit> {
  return {
    // The rule of the fields has passed it: whoever may change one of them is concerned.
    about: () => [subjectOfIssue(guard.actor, true)],
    write(tx, now, { row, changes }) {
      const version = row.version + 1
      const { village: villageId, handler: handlerId, ...columns } = withChanges(valuesOf(row), changes)
      tx.update(publicIssue).set({ ...columns, villageId, handlerId, version, searchKey: searchKeyOf(columns.title) }).where(eq(publicIssue.id, row.id)).run()
      const note = changes.map(({ field, value }) => changeText(issueFieldNames[field], shown(tx, field, valuesOf(row)[field]), shown(tx, field, value))).join(changeSeparator)
      writeIssueLog(tx, app, guard, now, { issueId: row.id, action: 'edit', fromState: row.state, toState: row.state, note })
      return { id: row.id, version, detail: { id: row.id, changed: changes.map(({ field }) => field) } }
    },
  }
}

/** A value as the log shows it: people and villages by name, a telephone number not at all. */
function shown(read: Read, field: IssueField, value: IssueValues[IssueField]): string {
  if (value === null) return ''
  if (field === 'phone') return '…'
  if (field === 'handler') return read.select({ name: staff.name }).from(staff).where(eq(staff.id, value)).get()?.name ?? ''
  return field === 'village' ? (read.select({ name: village.name }).from(village).where(eq(village.id, value)).get()?.name ?? '') : value
}

function valuesOf({ title, content, villageId, source, reporter, phone, reportedOn, handlerId, due }: IssueRow): IssueValues {
  return { title, content, village: villageId, source, reporter, phone, reportedOn, handler: handlerId, due }
}

function withChanges(values: IssueValues, changes: readonly IssueChange[]): IssueValues {
  return changes.reduce((all, { field, value }) => ({ ...all, [field]: value }), values)
}
