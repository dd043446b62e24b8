import { grantsOf } from '../../../../shared/domain/township/access/scope.ts'
import { useMe } from '../../../api/api.ts'

/** Whether organisation may be changed: of the whole township, or only of the modules one heads. */
export interface OrganisationReach {
  readonly isWhole: boolean
  readonly mayEditModule: (moduleId: string) => boolean
}

export function useOrganisationReach(): OrganisationReach {
  const me = useMe()
  const reaches = grantsOf('staff.edit', me.roles)
  const isWhole = reaches.includes('all') || (me.kind === 'console' && me.capabilities.includes('staff.edit'))
  return { isWhole, mayEditModule: (moduleId) => isWhole || (reaches.includes('headed') && me.heads.includes(moduleId)) }
}
