import type { TownshipClient } from '../../../api/connection.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { bulkWords } from './vocabulary.ts'

export type Suggestion = Awaited<ReturnType<TownshipClient['system']['suggestAccounts']>>[number]
export type GrantableRole = Suggestion['roles'][number]

/** The roles that are given in bulk; the three of the administration are given one by one. */
export const bulkRoles = ['clerk', 'head', 'leader', 'principal', 'inspector'] as const satisfies readonly GrantableRole[]

/** A person who may get an account, as edited. */
export interface AccountDraft extends Readonly<Omit<Suggestion, 'roles'>> {
  readonly roles: readonly GrantableRole[]
  readonly isChosen: boolean
}

export function draftsOf(suggestions: readonly Suggestion[]): readonly AccountDraft[] {
  return suggestions.map((suggestion) => ({ ...suggestion, isChosen: true }))
}

/** The draft with a role given or taken. */
export function withRole(draft: AccountDraft, role: GrantableRole, isHeld: boolean): AccountDraft {
  return { ...draft, roles: isHeld ? [...draft.roles.filter((held) => held !== role), role] : draft.roles.filter((held) => held !== role) }
}

export function loginInputId(staffId: string): string {
  return `login-${staffId}`
}

const mostCharacters = 50

/** What is wrong with the login names of the chosen people: none, too long, used twice, or taken already. */
export function bulkFaults(drafts: readonly AccountDraft[], taken: readonly string[]): readonly FieldFault[] {
  const chosen = drafts.filter(({ isChosen }) => isChosen)
  return chosen.flatMap(({ staffId, staffName, name }, place) => {
    const id = loginInputId(staffId)
    const login = name.trim()
    if (login === '') return [{ id, sentence: bulkWords.missing(staffName) }]
    if (login.length > mostCharacters) return [{ id, sentence: bulkWords.tooLong(staffName) }]
    if (taken.includes(login)) return [{ id, sentence: bulkWords.taken(login) }]
    return chosen.findIndex((other) => other.name.trim() === login) < place ? [{ id, sentence: bulkWords.twice(login) }] : []
  })
}

/** What is sent; without the right to give roles nobody gets one. */
export function entriesOf(drafts: readonly AccountDraft[], mayGiveRoles: boolean): { staffId: string; name: string; roles: GrantableRole[] }[] {
  return drafts.filter(({ isChosen }) => isChosen).map(({ staffId, name, roles }) => ({ staffId, name: name.trim(), roles: mayGiveRoles ? [...roles] : [] }))
}

/** The rows in which a word is found: in name, module or login name. */
export function findDrafts(drafts: readonly AccountDraft[], typed: string): readonly AccountDraft[] {
  const word = typed.trim().toLowerCase()
  return word === '' ? drafts : drafts.filter(({ staffName, moduleName, name }) => [staffName, moduleName, name].some((text) => text.toLowerCase().includes(word)))
}
