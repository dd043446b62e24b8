import type { Me } from '../../../../shared/contract/township/session.ts'
import type { TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { PartyRole } from '../../../../shared/domain/plans/task-codes.ts'
import type { TaskField } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { taskLimits } from '../../../../shared/domain/tasks/tasks/task-cell.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { seesAll } from '../../../frame/may.ts'
import { columnTitles, formWords } from './vocabulary.ts'

export type Weight = 1 | 2 | 3
export const weights = [1, 2, 3] as const satisfies readonly Weight[]

/** What stands in the form of a task; people and modules by id, empty texts ''. */
export interface TaskDraft {
  readonly form: TaskForm
  readonly title: string
  readonly content: string
  readonly source: string
  readonly docNo: string
  readonly moduleId: string | null
  readonly weight: Weight
  readonly lead: string | null
  readonly hosts: readonly string[]
  readonly cohosts: readonly string[]
  readonly due: string | null
  /** 专项组 */
  readonly group: string | null
}

/** A new 交办单 of the lowest weight. */
export const emptyDraft: TaskDraft = { form: 'assignment_order', title: '', content: '', source: '', docNo: '', moduleId: null, weight: 1, lead: null, hosts: [], cohosts: [], due: null, group: null }

export interface DraftInput {
  readonly docNo: string | null
  readonly form: TaskForm
  readonly source: string | null
  readonly title: string
  readonly content: string | null
  readonly weight: Weight
  readonly moduleId: string
  readonly leadStaffId: string | null
  readonly due: string
  readonly groupId: string | null
  readonly parties: { readonly staffId: string; readonly role: PartyRole }[]
}

export type DraftReading = { readonly kind: 'good'; readonly input: DraftInput } | { readonly kind: 'bad'; readonly faults: readonly FieldFault[] }

/** The id of a field's row, for FormErrors to lead to. */
export function fieldId(field: TaskField): string {
  return `task-${field}`
}

/** The FieldRow of a path of the contract's input. */
export function rowOf(path: string): string {
  const [, field = path] = /^changes\.(.+)$/.exec(path) ?? []
  const names: Readonly<Record<string, TaskField>> = { docNo: 'docNo', form: 'form', source: 'source', title: 'title', content: 'content', weight: 'weight', moduleId: 'module', leadStaffId: 'lead', due: 'due', groupId: 'group' }
  const name = field.startsWith('parties') ? 'hosts' : names[field]
  return name === undefined ? '' : fieldId(name)
}

/** The draft as the contract takes it, or what is wrong with it, field by field. `nameOf` names a person in a sentence. */
export function readDraft(draft: TaskDraft, issuedOn: string | null, nameOf: (id: string) => string): DraftReading {
  const { moduleId, due } = draft
  const title = draft.title.trim()
  const wrongDue = dayFaults(fieldId('due'), formWords.due, due)
  const twice = draft.hosts.find((id) => draft.cohosts.includes(id))
  const faults = [
    ...(title === '' ? [{ id: fieldId('title'), sentence: formWords.required(formWords.title) }] : []),
    ...tooLong('title', title),
    ...tooLong('content', draft.content.trim()),
    ...tooLong('source', draft.source.trim()),
    ...tooLong('docNo', draft.docNo.trim()),
    ...(moduleId === null ? [{ id: fieldId('module'), sentence: formWords.choose(formWords.module) }] : []),
    ...(draft.hosts.length === 0 ? [{ id: fieldId('hosts'), sentence: formWords.noHost }] : []),
    ...(twice === undefined ? [] : [{ id: fieldId('cohosts'), sentence: formWords.personTwice(nameOf(twice)) }]),
    ...wrongDue,
    ...(wrongDue.length === 0 && due !== null && issuedOn !== null && due < issuedOn ? [{ id: fieldId('due'), sentence: formWords.beforeIssue(issuedOn) }] : []),
  ]
  if (faults.length > 0 || moduleId === null || due === null) return { kind: 'bad', faults }
  return {
    kind: 'good',
    input: {
      docNo: orNull(draft.docNo),
      form: draft.form,
      source: orNull(draft.source),
      title,
      content: orNull(draft.content),
      weight: draft.weight,
      moduleId,
      leadStaffId: draft.lead,
      due,
      groupId: draft.group,
      parties: [...draft.hosts.map((staffId) => ({ staffId, role: 'host' as const })), ...draft.cohosts.map((staffId) => ({ staffId, role: 'cohost' as const }))],
    },
  }
}

function tooLong(field: 'title' | 'content' | 'source' | 'docNo', text: string): readonly FieldFault[] {
  return text.length > taskLimits[field] ? [{ id: fieldId(field), sentence: formWords.tooLong(columnTitles[field], taskLimits[field]) }] : []
}

function orNull(text: string): string | null {
  const plain = text.trim()
  return plain === '' ? null : plain
}

/** What has changed, of the fields that may: what `tasks.edit` takes. */
export function changesOf(before: DraftInput, after: DraftInput, editable: readonly TaskField[]): Partial<DraftInput> {
  const isEditable = (key: keyof DraftInput): boolean => {
    switch (key) {
      case 'moduleId':
        return editable.includes('module')
      case 'leadStaffId':
        return editable.includes('lead')
      case 'groupId':
        return editable.includes('group')
      case 'parties':
        return editable.includes('hosts') || editable.includes('cohosts')
      default:
        return editable.includes(key)
    }
  }
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => {
    const known = inputKeys.find((name) => name === key)
    return known !== undefined && isEditable(known) && JSON.stringify(value) !== JSON.stringify(before[known])
  }))
}

const inputKeys = ['docNo', 'form', 'source', 'title', 'content', 'weight', 'moduleId', 'leadStaffId', 'due', 'groupId', 'parties'] as const satisfies readonly (keyof DraftInput)[]

type Caller = Pick<Me, 'kind' | 'roles' | 'staffId' | 'memberOf' | 'heads' | 'leads'>

/** The modules for which the caller may draft; null is every one. Who only works in a module drafts for himself there. */
export function modulesToDraftFor(me: Caller): readonly string[] | null {
  return seesAll(me) ? null : [...new Set([...me.heads, ...me.leads, ...me.memberOf])]
}

/** Whether drafts of the caller are for nobody but himself. */
export function draftsForSelf(me: Caller, moduleId: string | null): boolean {
  return !seesAll(me) && !(moduleId !== null && [...me.heads, ...me.leads].includes(moduleId)) && me.staffId !== null
}

/** Whether the caller may issue such a task at once: never one's own work, only for the own modules. */
export function mayIssue(me: Caller, { moduleId, hosts, cohosts }: Pick<TaskDraft, 'moduleId' | 'hosts' | 'cohosts'>): boolean {
  const isDoer = me.staffId !== null && [...hosts, ...cohosts].includes(me.staffId)
  return !isDoer && (seesAll(me) || (moduleId !== null && [...me.heads, ...me.leads].includes(moduleId)))
}
