import { inArray, isNull, or, type SQL } from 'drizzle-orm'
import { contract } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { Subject } from '../../../shared/domain/township/access/scope.ts'
import { register, type registerRow } from '../../db/schema/index.ts'
import { accessFault, type View } from '../app/access.ts'
import type { Actor } from '../app/session.ts'

export type RegisterRow = typeof register.$inferSelect
export type LedgerRow = typeof registerRow.$inferSelect

/** Whoever works in a module, heads or leads it reads its registers; the 三库, that belong to no module, are for everyone. */
export function visibleRegisters(actor: Actor, view: View): SQL | undefined {
  if (view.kind === 'all') return undefined
  const modules = readModules(actor)
  return or(isNull(register.moduleId), modules.length === 0 ? undefined : inArray(register.moduleId, [...modules]))
}

function readModules({ standing }: Actor): readonly string[] {
  return [...new Set([...standing.memberOf, ...standing.heads, ...standing.leads])]
}

export function requireVisible(actor: Actor, view: View, { moduleId }: Pick<RegisterRow, 'moduleId'>): void {
  if (view.kind === 'all' || seesRegister(actor, { moduleId })) return
  throw new Refusal('out_of_scope')
}

/** Whether the caller works in, heads or leads the module of a register, or it belongs to none. */
export function seesRegister(actor: Actor, { moduleId }: Pick<RegisterRow, 'moduleId'>): boolean {
  return moduleId === null || readModules(actor).includes(moduleId)
}

/**
 * What entering a row concerns. A module's row: the module, and whoever entered it, so that a clerk reaches his own. A row of the
 * 三库 concerns the modules that the caller heads, else leads: any head or 班子成员 enters them, a clerk none.
 */
export function subjectOfRow(actor: Actor, { moduleId }: Pick<RegisterRow, 'moduleId'>, enteredBy: string | null): Subject {
  const { standing } = actor
  if (moduleId === null) return { modules: standing.heads.length > 0 ? standing.heads : standing.leads }
  // A clerk enters only where he works, whatever he entered before he was moved.
  const isNear = readModules(actor).includes(moduleId)
  return { modules: [moduleId], ...(isNear && enteredBy !== null ? { staff: [enteredBy] } : {}) }
}

/** The subject of defining a register: its module; the 三库 are the whole township's. */
export function subjectOfDefinition(moduleId: string | null): Subject {
  return moduleId === null ? {} : { modules: [moduleId] }
}

export function mayEnter(actor: Actor, register: Pick<RegisterRow, 'moduleId'>, enteredBy: string | null): boolean {
  return accessFault(actor, contract.registers.add['~orpc'].meta, subjectOfRow(actor, register, enteredBy)) === null
}

/** Whether the caller may export a register: one of the modules he exports, or of the 三库. */
export function mayExport(actor: Actor, register: Pick<RegisterRow, 'moduleId'>): boolean {
  return accessFault(actor, contract.exports.run['~orpc'].meta, subjectOfRow(actor, register, null)) === null
}

export function mayDefine(actor: Actor, moduleId: string | null): boolean {
  return accessFault(actor, contract.registers.define['~orpc'].meta, subjectOfDefinition(moduleId)) === null
}
