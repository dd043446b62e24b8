import type { ErrorCode } from '../../../shared/contract/errors.ts'
import type { ProcedureMeta } from '../../../shared/contract/procedure.ts'
import type { Capability, Reach } from '../../../shared/domain/township/access/permissions.ts'
import { covers, grantsOf, type Subject } from '../../../shared/domain/township/access/scope.ts'
import type { Actor } from './session.ts'

/** What a query may see: everything, or what the caller's own person and modules are concerned with. */
export type View =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly staffId: string | null; readonly own: boolean; readonly modules: readonly string[]; readonly published: boolean }

export type AccessCode = Extract<ErrorCode, 'forbidden' | 'about_self' | 'doer_verifies' | 'out_of_scope'>

/** How far the actor's roles reach for a procedure; empty where it asks for no capability, or he has none. */
export function grantsFor(actor: Actor, meta: Pick<ProcedureMeta, 'access' | 'console'>): readonly Reach[] {
  if (meta.access.kind !== 'capability') return []
  if (actor.kind === 'console') return actor.mayEverything || meta.console ? ['all'] : []
  return grantsOf(meta.access.capability, actor.standing.roles)
}

/** Why the actor may not call a procedure about this subject; null when he may. The one rule of the guard, of batches and of what a screen offers. */
export function accessFault(actor: Actor, meta: Pick<ProcedureMeta, 'access' | 'console'>, subject: Subject): AccessCode | null {
  const { access } = meta
  if (access.kind !== 'capability') return access.kind === 'denied' ? 'forbidden' : null
  const { standing } = actor
  const self = standing.staffId
  const grants = grantsFor(actor, meta)
  if (grants.length === 0) return 'forbidden'
  if (access.notAboutSelf && self !== null && subject.staff?.includes(self)) return 'about_self'
  if (access.notByDoer && self !== null && subject.doers?.includes(self)) return 'doer_verifies'
  return grants.some((reach) => covers(reach, standing, subject)) ? null : 'out_of_scope'
}

export function viewOf(actor: Actor, grants: readonly Reach[]): View {
  if (grants.includes('all')) return { kind: 'all' }
  const { standing } = actor
  const modules = grants.flatMap((reach) => {
    if (reach === 'member') return standing.memberOf
    if (reach === 'headed') return standing.heads
    return reach === 'led' ? standing.leads : []
  })
  return { kind: 'some', staffId: standing.staffId, own: grants.includes('own'), modules: [...new Set(modules)], published: grants.includes('published') }
}

/** Whether the actor holds a capability, other than the one he was let in for, over this subject. */
export function reaches(actor: Actor, capability: Capability, subject: Subject): boolean {
  return accessFault(actor, { access: { kind: 'capability', capability }, console: false }, subject) === null
}

/** What the actor sees by a capability other than the one he was let in for; null when he does not hold it. */
export function viewFor(actor: Actor, capability: Capability): View | null {
  const grants = grantsFor(actor, { access: { kind: 'capability', capability }, console: false })
  return grants.length === 0 ? null : viewOf(actor, grants)
}
