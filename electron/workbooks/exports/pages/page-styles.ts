import { pageAligns, type PageStyle } from '../../../../shared/domain/papers/pages.ts'
import type { CellRole, CellStyle } from '../model/model.ts'
import { roleTypes } from '../model/typography.ts'

/** Every look a cell can have on paper, each once. */
export const pageStyles: readonly PageStyle[] = Object.values(roleTypes)
  .flatMap((type) => pageAligns.map((align) => ({ ...type, align })))
  .filter((style, at, all) => all.findIndex((other) => isSame(style, other)) === at)

const places = new Map<string, number>(
  Object.entries(roleTypes).flatMap(([role, type]) => pageAligns.map((align) => [`${role} ${align}`, pageStyles.findIndex((style) => isSame(style, { ...type, align }))] as const)),
)

function isSame(one: PageStyle, other: PageStyle): boolean {
  return one.face === other.face && one.points === other.points && one.boxed === other.boxed && one.align === other.align
}

/** The place of a cell's look among {@link pageStyles}. */
export function pageStyleOf({ role, align }: CellStyle): number {
  return places.get(`${role} ${align}`) ?? 0
}

export function isBoxed(role: CellRole): boolean {
  return roleTypes[role].boxed
}
