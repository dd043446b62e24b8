import type { administratorRoles } from '../../../../shared/contract/township/system.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { officerWords as words } from './vocabulary.ts'

type AdministratorRole = (typeof administratorRoles)[number]

/** How the three offices of the administration are divided. */
export type OfficerMode = 'one' | 'some' | 'three'

export interface OfficerDraft {
  readonly mode: OfficerMode
  readonly secadmin: string | null
  readonly auditor: string | null
}

export const officerIds = { secadmin: 'officer-secadmin', auditor: 'officer-auditor' } as const

/** What is wrong with the choice: an office nobody holds, or one account in two of three offices. */
export function officerFaults({ mode, secadmin, auditor }: OfficerDraft, ownId: string): readonly FieldFault[] {
  if (mode === 'one') return []
  const missing = [
    ...(secadmin === null ? [{ id: officerIds.secadmin, sentence: words.missing(words.secadmin) }] : []),
    ...(auditor === null ? [{ id: officerIds.auditor, sentence: words.missing(words.auditor) }] : []),
  ]
  if (missing.length > 0 || mode === 'some') return missing
  if (secadmin === ownId) return [{ id: officerIds.secadmin, sentence: words.same }]
  return auditor === ownId || auditor === secadmin ? [{ id: officerIds.auditor, sentence: words.same }] : []
}

/** What is sent: the offices besides that of sysadmin, which whoever made the township keeps. */
export function administratorsOf({ mode, secadmin, auditor }: OfficerDraft, ownId: string): { accountId: string; role: AdministratorRole }[] {
  return [
    { accountId: mode === 'one' ? ownId : (secadmin ?? ownId), role: 'secadmin' },
    { accountId: mode === 'one' ? ownId : (auditor ?? ownId), role: 'auditor' },
  ]
}
