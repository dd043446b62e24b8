import type { Subject } from '../../../../../shared/domain/township/access/scope.ts'
import { accessFault } from '../../../app/access.ts'
import type { Guarded } from '../../../app/guard.ts'
import type { ImportRule } from './import-kind.ts'

/** Why the caller may not bring, or take back, a row about this subject; null when he may. Who imports for the whole township reaches all but himself. */
export function importFault({ actor, view }: Pick<Guarded, 'actor' | 'view'>, { capability, notAboutSelf }: ImportRule, subject: Subject): 'about_self' | 'out_of_scope' | null {
  const self = actor.standing.staffId
  if (notAboutSelf && self !== null && subject.staff?.includes(self)) return 'about_self'
  if (view.kind === 'all') return null
  return accessFault(actor, { access: { kind: 'capability', capability }, console: false }, subject) === null ? null : 'out_of_scope'
}
