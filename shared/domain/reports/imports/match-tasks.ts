import type { TaskKey } from './columns.ts'
import type { KnownTask, TaskDirectory } from './directory.ts'
import type { ModuleIndex } from './modules.ts'
import { nameAndModule } from './name-and-module.ts'
import { taskLabel } from './read-tasks.ts'
import type { FieldChange, ImportScope, ReadRow, RowIssue, TaskDraft, TaskIssueCode, TaskRow } from './types.ts'
import { issueMessages } from './vocabulary.ts'

type Read = ReadRow<TaskDraft, TaskIssueCode>
type Issue = RowIssue<TaskIssueCode>

export interface TaskMatching {
  readonly directory: TaskDirectory
  readonly scope: ImportScope
  readonly moduleNamed: ModuleIndex
  /** Which of several tasks was chosen for an ambiguous row. */
  readonly picked?: (row: number, ids: readonly string[]) => string | undefined
}

interface Found {
  readonly ids: readonly string[]
  readonly errors: readonly Issue[]
}

/** Namesakes are told apart by the module written behind the name, else by the task's own module. */
function personNamed(text: string, draft: TaskDraft, matching: TaskMatching): { readonly id: string } | 'unknown' | 'ambiguous' {
  const { name, module } = nameAndModule(text)
  const people = matching.directory.byName(name)
  const wanted = module === null ? draft.module : (matching.moduleNamed(module)?.code ?? null)
  const near = people.filter((person) => person.module === wanted)
  const chosen = module === null && people.length === 1 ? people : near
  const [first, ...more] = chosen
  if (first === undefined) return people.length === 0 || module !== null ? 'unknown' : 'ambiguous'
  return more.length === 0 ? { id: first.id } : 'ambiguous'
}

function people(key: 'hosts' | 'cohosts', draft: TaskDraft, matching: TaskMatching): Found {
  const ids: string[] = []
  const errors: Issue[] = []
  for (const name of draft[key]) {
    const found = personNamed(name, draft, matching)
    if (found === 'unknown') errors.push({ column: taskLabel(key), code: 'person_unknown', message: issueMessages.personUnknown(name.slice(0, 20)) })
    else if (found === 'ambiguous') errors.push({ column: taskLabel(key), code: 'person_ambiguous', message: issueMessages.personAmbiguous(name.slice(0, 20)) })
    else if (!ids.includes(found.id)) ids.push(found.id)
  }
  return { ids, errors }
}

function sameIds(ids: readonly string[], known: readonly { readonly id: string }[]): boolean {
  return ids.length === known.length && known.every(({ id }) => ids.includes(id))
}

function changesOf(draft: TaskDraft, known: KnownTask, hosts: readonly string[], cohosts: readonly string[]): readonly FieldChange[] {
  const names = (list: KnownTask['hosts']) => list.map(({ name }) => name).join('、')
  const fields: readonly (readonly [TaskKey, boolean, string, string])[] = [
    ['docNo', draft.docNo !== null && draft.docNo !== known.docNo, known.docNo ?? '', draft.docNo ?? ''],
    ['title', draft.title !== null && draft.title !== known.title, known.title, draft.title ?? ''],
    ['module', draft.module !== null && draft.module !== known.module, known.moduleName, draft.moduleName ?? ''],
    ['hosts', hosts.length > 0 && !sameIds(hosts, known.hosts), names(known.hosts), draft.hosts.join('、')],
    ['cohosts', cohosts.length > 0 && !sameIds(cohosts, known.cohosts), names(known.cohosts), draft.cohosts.join('、')],
    ['weight', draft.weight !== null && draft.weight !== known.weight, String(known.weight), String(draft.weight ?? '')],
    ['issuedOn', draft.issuedOn !== null && draft.issuedOn !== known.issuedOn, known.issuedOn ?? '', draft.issuedOn ?? ''],
    ['due', draft.due !== null && draft.due !== known.due, known.due, draft.due ?? ''],
  ]
  return fields.flatMap(([key, differs, from, to]) => (differs ? [{ column: taskLabel(key), from, to }] : []))
}

/** Tasks that 文号, else 事项 within its module, point to. */
function knownTasks({ docNo, title, module }: TaskDraft, directory: TaskDirectory): readonly KnownTask[] {
  if (docNo !== null) return directory.byDocNo(docNo)
  return title === null || module === null ? [] : directory.byTitle(title, module)
}

function addedErrors(read: Read, matching: TaskMatching, known: readonly KnownTask[], firstRowOf: ReadonlyMap<string, number>): readonly Issue[] {
  const { draft, errors } = read
  const added: Issue[] = []
  const above = draft.docNo === null ? undefined : firstRowOf.get(draft.docNo)
  if (above !== undefined) added.push({ column: taskLabel('docNo'), code: 'doc_no_duplicate', message: issueMessages.docNoDuplicateInFile(above) })
  const { scope } = matching
  const modules = [draft.module, ...known.map(({ module }) => module)].filter((module) => module !== null)
  const outside = scope !== 'all' && modules.some((module) => !scope.includes(module))
  if (outside && errors.every(({ code }) => code !== 'module_unknown')) added.push({ column: taskLabel('module'), code: 'out_of_scope', message: issueMessages.outOfScope })
  return added
}

/** What each row of a task ledger does, in the order of the file: new, changed, same, ambiguous or error with every reason. A 文号 belongs to the first good row that has it. */
export function taskMatcher(matching: TaskMatching): (read: Read) => TaskRow {
  const firstRowOf = new Map<string, number>()
  return (read): TaskRow => {
    const { draft } = read
    const found = knownTasks(draft, matching.directory)
    const pick = found.length > 1 ? matching.picked?.(read.row, found.map(({ id }) => id)) : undefined
    const picked = found.find(({ id }) => id === pick)
    const known = picked === undefined ? found : [picked]
    const hosts = people('hosts', draft, matching)
    const cohosts = people('cohosts', draft, matching)
    const twice = cohosts.ids.filter((id) => hosts.ids.includes(id))
    const twiceErrors = twice.map((id): Issue => ({ column: taskLabel('cohosts'), code: 'person_ambiguous', message: issueMessages.personTwice(draft.cohosts[cohosts.ids.indexOf(id)] ?? '') }))
    const errors = [...read.errors, ...addedErrors(read, matching, known, firstRowOf), ...hosts.errors, ...cohosts.errors, ...twiceErrors]
    const plain = { ...read, errors, matchId: null, candidates: [], changes: [], hostIds: hosts.ids, cohostIds: cohosts.ids }
    if (errors.length > 0) return { ...plain, state: 'error', hostIds: [], cohostIds: [] }
    if (draft.docNo !== null) firstRowOf.set(draft.docNo, read.row)
    const [first, ...more] = known
    if (first === undefined) return { ...plain, state: 'new' }
    if (more.length > 0) return { ...plain, state: 'ambiguous', candidates: known.map(({ id }) => id) }
    const changes = changesOf(draft, first, hosts.ids, cohosts.ids)
    return { ...plain, state: changes.length > 0 ? 'changed' : 'same', matchId: first.id, changes }
  }
}
