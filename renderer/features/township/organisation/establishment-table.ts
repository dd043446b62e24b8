import type { Identity } from '../../../../shared/domain/people/codes.ts'
import type { TownshipClient } from '../../../api/connection.ts'

export type EstablishmentRow = Awaited<ReturnType<TownshipClient['organisation']['establishment']>>[number]

/** 核定 and 在岗 of a module and identity; what is vacant follows. */
export interface Places {
  readonly approved: number
  readonly inPost: number
}

export interface EstablishmentLine {
  readonly moduleId: string
  readonly moduleName: string
  readonly places: Readonly<Record<Identity, Places>>
  readonly total: Places
}

export interface EstablishmentTable {
  readonly lines: readonly EstablishmentLine[]
  readonly totals: Readonly<Record<Identity, Places>>
  readonly total: Places
}

/** Module × identity with sums both ways; a pair that the data does not know stands with zeros. */
export function establishmentTable(modules: readonly { readonly id: string; readonly name: string }[], rows: readonly EstablishmentRow[]): EstablishmentTable {
  const lines = modules.map(({ id, name }) => {
    const own = rows.filter(({ moduleId }) => moduleId === id)
    return { moduleId: id, moduleName: name, places: byIdentity((identity) => sum(own.filter((row) => row.identity === identity))), total: sum(own) }
  })
  return { lines, totals: byIdentity((identity) => sum(lines.map(({ places }) => places[identity]))), total: sum(lines.map(({ total }) => total)) }
}

function byIdentity(places: (identity: Identity) => Places): Readonly<Record<Identity, Places>> {
  return { civil: places('civil'), ref_civil: places('ref_civil'), institution: places('institution'), dispatched: places('dispatched'), seconded_in: places('seconded_in'), contract: places('contract'), support: places('support') }
}

function sum(places: readonly Places[]): Places {
  return { approved: places.reduce((all, { approved }) => all + approved, 0), inPost: places.reduce((all, { inPost }) => all + inPost, 0) }
}

/** The number as typed, or null when it is no count of places. */
export function placesTyped(text: string): number | null {
  const typed = text.trim()
  return /^\d{1,3}$/.test(typed) ? Number(typed) : typed === '' ? 0 : null
}
