import { isOutdated } from '../../../../shared/domain/evaluation/rulings/amend-year.ts'
import type { Read } from '../../../db/types.ts'
import { publishedYear } from '../computing/amend-snapshot.ts'
import { gatherYear } from '../computing/compute-year.ts'
import { namesByCode } from '../computing/names-by-code.ts'
import { isPublic, type PeriodRow } from '../../plans/periods.ts'

/** Who stands in a published year with quarters that have been corrected since. */
export function onOlderQuarters(read: Read, row: PeriodRow): { readonly staffId: string; readonly staffName: string }[] {
  if (row.kind !== 'year' || !isPublic(row)) return []
  const present = new Map(gatherYear(read, row).staff.map(({ id, quarters }) => [id, quarters]))
  const names = namesByCode(read).staff
  return publishedYear(read, row).input.staff.flatMap(({ id, quarters }) => {
    const person = names.get(id)
    return person === undefined || !isOutdated(quarters, present.get(id) ?? []) ? [] : [{ staffId: person.id, staffName: person.name }]
  })
}
