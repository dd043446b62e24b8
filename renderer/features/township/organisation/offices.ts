import type { TownshipClient } from '../../../api/connection.ts'

export type ModuleRow = Awaited<ReturnType<TownshipClient['organisation']['modules']>>[number]
export type OfficeRow = ModuleRow['offices'][number]
export type Office = OfficeRow['office']

/** Who holds the office on a day, and who held or will hold it, the latest first. */
export function holdersOf({ offices }: Pick<ModuleRow, 'offices'>, office: Office, day: string): { readonly present: OfficeRow | null; readonly others: readonly OfficeRow[] } {
  const held = offices.filter((row) => row.office === office).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const present = held.find(({ from, to }) => from <= day && (to === null || to >= day)) ?? null
  return { present, others: held.filter((row) => row !== present) }
}

/** The ids in the order after one was moved by a place; the same order where it cannot move. */
export function movedIds(rows: readonly { readonly id: string }[], id: string, by: -1 | 1): string[] {
  const ids = rows.map((row) => row.id)
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
