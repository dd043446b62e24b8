import type { Me } from '../../shared/contract/township/session.ts'
import type { Capability } from '../../shared/domain/township/access/permissions.ts'

/** Whether an action is to be offered at all; the host decides about the single case. */
export function may(me: Me, capability: Capability): boolean {
  return me.capabilities.includes(capability)
}

/** Whether the caller sees every module and everybody: whose reach for people is the whole township. */
export function seesAll(me: Pick<Me, 'kind' | 'roles'>): boolean {
  return me.kind === 'console' || me.roles.some((role) => role === 'principal' || role === 'inspector' || role === 'setup')
}

/** Whether the caller may change people, posts and establishment of a module: its head, and whoever sees all. */
export function mayEditPeople(me: Me, moduleId: string | undefined): boolean {
  return may(me, 'staff.edit') && (seesAll(me) || (moduleId !== undefined && me.heads.includes(moduleId)))
}

/** Whether the caller sees all tasks of a module, and not only those he takes part in. */
export function mayReview(me: Pick<Me, 'kind' | 'roles' | 'heads' | 'leads'>, moduleId: string): boolean {
  return seesAll(me) || me.heads.includes(moduleId) || me.leads.includes(moduleId)
}
