import { gridRoles, type GridRole } from '../villages/codes.ts'

/** 网格月度考核: 日常履职 50, 事件办理 30, 群众评议 20, 附加 at most 10. */
export const gridParts = ['routine', 'handling', 'opinion', 'bonus'] as const
export type GridPart = (typeof gridParts)[number]

/** The most a part may have, in hundredths. */
export const mostOfPart: Readonly<Record<GridPart, number>> = { routine: 5000, handling: 3000, opinion: 2000, bonus: 1000 }

/** A part not entered yet is null; no 附加 is none. */
export type GridMarks = Readonly<Record<GridPart, number | null>>

export type GridPartReading = { readonly kind: 'good'; readonly value: number | null } | { readonly kind: 'not_a_score' } | { readonly kind: 'out_of_range'; readonly most: number }

/** What was typed for a part, in hundredths: `48`, `48.5`, `４８．２５`; blank is not entered. */
export function readGridPart(part: GridPart, text: string): GridPartReading {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { kind: 'good', value: null }
  const found = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(plain)
  if (found === null) return { kind: 'not_a_score' }
  const value = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return value > mostOfPart[part] ? { kind: 'out_of_range', most: mostOfPart[part] / 100 } : { kind: 'good', value }
}

/** 4850 → `48.5` */
export function markText(value: number): string {
  return String(value / 100)
}

/** The sum in hundredths; null while one of the three parts is missing. */
export function gridTotal({ routine, handling, opinion, bonus }: GridMarks): number | null {
  return routine === null || handling === null || opinion === null ? null : routine + handling + opinion + (bonus ?? 0)
}

/** 名次 within a month: equal totals share a place and the next one is left free; null without a total. */
export function rankGrids(totals: readonly (number | null)[]): readonly (number | null)[] {
  return totals.map((total) => (total === null ? null : 1 + totals.filter((other) => other !== null && other > total).length))
}

/** The places of 一长三员 that nobody holds on a day. */
export function missingRoles(people: readonly { readonly role: GridRole; readonly from: string; readonly to: string | null }[], on: string): readonly GridRole[] {
  return gridRoles.filter((role) => !people.some((person) => person.role === role && person.from <= on && (person.to === null || person.to >= on)))
}
