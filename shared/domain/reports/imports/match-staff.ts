import { compact } from '../../cells/clean-text.ts'
import { maskIdNumber } from '../../people/id-number.ts'
import { isNameCorrection, normalizeName } from '../../people/person-name.ts'
import { identityLabels, sexLabels } from '../../people/vocabulary.ts'
import type { StaffKey } from './columns.ts'
import type { KnownStaff, StaffDirectory } from './directory.ts'
import { staffLabel } from './read-staff.ts'
import type { FieldChange, ImportScope, ReadRow, RowIssue, StaffDraft, StaffIssueCode, StaffRow } from './types.ts'
import { issueMessages } from './vocabulary.ts'

type Read = ReadRow<StaffDraft, StaffIssueCode>

/** Whom a row belongs to. `other` holds the ID number that the row claims. */
type Match =
  | { readonly is: 'none' }
  | { readonly is: 'one'; readonly known: KnownStaff }
  | { readonly is: 'several'; readonly known: readonly KnownStaff[] }
  | { readonly is: 'other'; readonly known: KnownStaff }

function oneOf(known: readonly KnownStaff[]): Match {
  const [first, ...more] = known
  if (first === undefined) return { is: 'none' }
  return more.length === 0 ? { is: 'one', known: first } : { is: 'several', known }
}

function sameName(known: KnownStaff, name: string): boolean {
  return normalizeName(known.name) === name
}

/** People whom 工号, else 姓名 and 模块, point to; without a number, whoever has the name in another module too. */
function withoutIdNo(draft: StaffDraft, directory: StaffDirectory): Match {
  const byStaffNo = draft.staffNo === null ? [] : directory.byStaffNo(draft.staffNo)
  if (byStaffNo.length > 0) return oneOf(byStaffNo)
  if (draft.name === null) return { is: 'none' }
  const near = directory.byNameAndModule(draft.name, draft.module)
  if (near.length > 0 || draft.staffNo !== null) return oneOf(near)
  // Nothing but the name tells a newcomer from somebody who has moved here: a click decides.
  const elsewhere = directory.byName(draft.name)
  return elsewhere.length === 0 ? { is: 'none' } : { is: 'several', known: elsewhere }
}

/** The ID number is of one person; a row that names another one, or whose 工号 is another's, is that other person's mistake. */
function byIdNo(draft: StaffDraft, holder: KnownStaff, directory: StaffDirectory): Match {
  const numbered = draft.staffNo === null ? [] : directory.byStaffNo(draft.staffNo)
  if (numbered.some(({ id }) => id !== holder.id)) return { is: 'other', known: holder }
  if (draft.name === null || sameName(holder, draft.name)) return { is: 'one', known: holder }
  const namesakes = directory.byNameAndModule(draft.name, draft.module)
  return namesakes.length === 0 && isNameCorrection(normalizeName(holder.name), draft.name) ? { is: 'one', known: holder } : { is: 'other', known: holder }
}

/** The ID number is new here. 工号 with the same name corrects a number; a namesake with another number is another person. */
function byNewIdNo(draft: StaffDraft, directory: StaffDirectory): Match {
  const numbered = draft.staffNo === null ? [] : directory.byStaffNo(draft.staffNo)
  if (numbered.length > 0) return numbered.every((known) => draft.name !== null && sameName(known, draft.name)) ? oneOf(numbered) : { is: 'several', known: numbered }
  return draft.name === null ? { is: 'none' } : oneOf(directory.byNameAndModule(draft.name, draft.module).filter(({ maskedIdNo }) => maskedIdNo === null))
}

function matchOf(draft: StaffDraft, directory: StaffDirectory): Match {
  if (draft.idNo === null) return withoutIdNo(draft, directory)
  const holder = directory.byIdNo(draft.idNo)[0]
  return holder ? byIdNo(draft, holder, directory) : byNewIdNo(draft, directory)
}

/** Fields that a row may change, as a reader sees them; null is an empty cell and changes nothing. */
function comparedFields(draft: StaffDraft, known: KnownStaff, holdsIdNo: boolean): readonly (readonly [StaffKey, string | null, string | null])[] {
  return [
    ['staffNo', draft.staffNo, known.staffNo],
    ['name', draft.name, normalizeName(known.name)],
    ['sex', draft.sex && sexLabels[draft.sex], known.sex && sexLabels[known.sex]],
    ['idNo', draft.idNo === null || holdsIdNo ? null : maskIdNumber(draft.idNo), known.maskedIdNo],
    ['birth', draft.birth, known.birth],
    ['political', draft.political, known.political],
    ['identity', draft.identity && identityLabels[draft.identity], identityLabels[known.identity]],
    ['sendingUnit', draft.sendingUnit, known.sendingUnit],
    // A row that names another module he serves in besides tells nothing of where and as what he mainly serves.
    ['module', draft.module !== null && known.modules.includes(draft.module) ? null : draft.moduleName, known.moduleName],
    // Without a module there is no 任职 that could hold a post.
    ['post', (draft.module === null && known.module === null) || isBeside(draft, known) ? null : draft.post, known.post],
    ['rankTitle', draft.rankTitle, known.rankTitle],
    ['workStart', draft.workStart, known.workStart],
    ['phone', draft.phone, known.phone],
    ['remark', draft.remark, known.remark],
  ]
}

function isBeside({ module }: StaffDraft, known: KnownStaff): boolean {
  return module !== null && module !== known.module && known.modules.includes(module)
}

function changesOf(draft: StaffDraft, known: KnownStaff, holdsIdNo: boolean): readonly FieldChange[] {
  return comparedFields(draft, known, holdsIdNo).flatMap(([key, to, from]) => {
    // A masked number may look the same before and after, so for it every value given is a change.
    if (to === null || (key !== 'idNo' && compact(to) === compact(from ?? ''))) return []
    return [{ column: staffLabel(key), from: from ?? '', to }]
  })
}

/** Whether the row is about a person, or brings him into a module, that is not the caller's alone: as on screen, every module that has a say counts. */
function outside(scope: ImportScope, draft: StaffDraft, match: Match): boolean {
  if (scope === 'all') return false
  const modules = [...(draft.module === null ? [] : [draft.module]), ...(match.is === 'one' ? match.known.modules : [])]
  // A person of no module (党政正职, 班子) is for the whole township alone.
  if (match.is === 'one' && match.known.modules.length === 0) return true
  return modules.length === 0 || modules.some((module) => !scope.includes(module))
}

/** 党政正职 and 班子 often belong to no module; everyone else who is new needs one where the roster has such a column. */
function missing(draft: StaffDraft, given: readonly string[]): readonly StaffKey[] {
  const needed: StaffKey[] = []
  if (draft.identity === null) needed.push('identity')
  if (draft.module === null && draft.track === 'staff' && given.includes('module')) needed.push('module')
  return needed
}

/** `self`: the one who imports, whom his own file does not change; null for somebody who is no worker of the township. `mayCorrectIdNo`: whether a number that is kept may be replaced. `given`: keys of the columns the file has. `scope`: modules the actor may bring rows for. `picked`: who of several was chosen for an ambiguous row. */
export interface StaffMatching {
  readonly directory: StaffDirectory
  readonly self: string | null
  readonly mayCorrectIdNo: boolean
  readonly scope: ImportScope
  readonly given: readonly string[]
  readonly picked?: (row: number, ids: readonly string[]) => string | undefined
}

function addedErrors(read: Read, match: Match, matching: StaffMatching, holdsIdNo: boolean, firstRowOf: ReadonlyMap<string, number>): readonly RowIssue<StaffIssueCode>[] {
  const { draft, errors } = read
  const added: RowIssue<StaffIssueCode>[] = []
  const add = (key: StaffKey, code: StaffIssueCode, message: string) => added.push({ column: staffLabel(key), code, message })
  const above = draft.idNo === null ? undefined : firstRowOf.get(draft.idNo)
  if (above !== undefined) add('idNo', 'id_duplicate', issueMessages.idDuplicateInFile(above))
  else if (match.is === 'other') add('idNo', 'id_duplicate', issueMessages.idOfOther(match.known.name))
  else if (draft.idNo !== null && !matching.mayCorrectIdNo && !holdsIdNo && match.is === 'one' && match.known.maskedIdNo !== null) add('idNo', 'out_of_scope', issueMessages.idNoKept)
  if (match.is === 'none') {
    const told = new Set(errors.map(({ column }) => column))
    for (const key of missing(draft, matching.given)) if (!told.has(staffLabel(key))) add(key, 'required', issueMessages.required(staffLabel(key)))
  }
  const moduleUnread = errors.some(({ code }) => code === 'module_unknown')
  if (!moduleUnread && outside(matching.scope, draft, match)) add('module', 'out_of_scope', issueMessages.outOfScope)
  return added
}

/** Errors in the order of the table's columns. */
function inColumnOrder(errors: readonly RowIssue<StaffIssueCode>[]): readonly RowIssue<StaffIssueCode>[] {
  const order = (['staffNo', 'name', 'sex', 'idNo', 'birth', 'political', 'identity', 'sendingUnit', 'module', 'post', 'rankTitle', 'workStart', 'phone', 'remark'] as const).map(staffLabel)
  return [...errors].sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
}

function settled(read: Read, match: Match, errors: readonly RowIssue<StaffIssueCode>[], holdsIdNo: boolean, self: string | null): StaffRow {
  const plain = { ...read, errors, matchId: null, candidates: [], changes: [] }
  const refused = { ...plain, state: 'error', draft: { ...read.draft, idNo: null } } as const
  if (errors.length > 0 || match.is === 'other') return refused
  if (match.is === 'none') return { ...plain, state: 'new' }
  if (match.is === 'several') return { ...plain, state: 'ambiguous', candidates: match.known.map(({ id }) => id) }
  const changes = changesOf(read.draft, match.known, holdsIdNo)
  if (match.known.id === self && changes.length > 0) return { ...refused, errors: changes.map(({ column }) => ({ column, code: 'about_self', message: issueMessages.ownPerson })) }
  return { ...plain, state: changes.length > 0 ? 'changed' : 'same', matchId: match.known.id, changes }
}

/** The one of several that a click chose. */
function chosen(match: Match, picked: (ids: readonly string[]) => string | undefined): Match {
  if (match.is !== 'several') return match
  const pick = picked(match.known.map(({ id }) => id))
  const known = match.known.find(({ id }) => id === pick)
  return known === undefined ? match : { is: 'one', known }
}

/**
 * What each row of a roster does to the database, in the order of the file: new, changed (with old and new values), same, ambiguous, or
 * error with every reason. Match key 身份证号, else 工号, else 姓名 + 模块. Rows know nothing of each other, except that an ID number
 * belongs to the first good row that has it.
 */
export function staffMatcher(matching: StaffMatching): (read: Read) => StaffRow {
  const firstRowOf = new Map<string, number>()
  return (read) => {
    const { idNo } = read.draft
    const match = chosen(matchOf(read.draft, matching.directory), (ids) => matching.picked?.(read.row, ids))
    const holdsIdNo = idNo !== null && match.is === 'one' && matching.directory.byIdNo(idNo).some(({ id }) => id === match.known.id)
    const errors = inColumnOrder([...read.errors, ...addedErrors(read, match, matching, holdsIdNo, firstRowOf)])
    if (errors.length === 0 && idNo !== null) firstRowOf.set(idNo, read.row)
    return settled(read, match, errors, holdsIdNo, matching.self)
  }
}
