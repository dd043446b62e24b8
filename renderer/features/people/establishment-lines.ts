import { identities, type Identity } from '../../../shared/domain/people/codes.ts'

export interface EstablishmentRow {
  readonly moduleId: string
  readonly identity: Identity
  readonly approved: number
  readonly inPost: number
}

/** 核定、实有、空缺 of one identity; `vacant` is negative where there are more people than approved. */
export interface EstablishmentLine {
  readonly identity: Identity
  readonly approved: number
  readonly inPost: number
  readonly vacant: number
}

/** The establishment of a module, or of all modules together, by identity in its usual order; identities without posts and people are left out. */
export function establishmentLines(rows: readonly EstablishmentRow[], moduleId: string | undefined): readonly EstablishmentLine[] {
  const own = rows.filter((row) => moduleId === undefined || row.moduleId === moduleId)
  return identities
    .map((identity) => {
      const of = own.filter((row) => row.identity === identity)
      const approved = of.reduce((sum, row) => sum + row.approved, 0)
      const inPost = of.reduce((sum, row) => sum + row.inPost, 0)
      return { identity, approved, inPost, vacant: approved - inPost }
    })
    .filter(({ approved, inPost }) => approved > 0 || inPost > 0)
}
