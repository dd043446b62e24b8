import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { amendableYear } from '../../../../shared/domain/evaluation/rulings/amend-year.ts'
import { amendableOf } from '../../../../shared/domain/evaluation/rulings/amendable.ts'
import type { Amendable } from '../../../../shared/domain/evaluation/rulings/amendable-line.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { deduction, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { latestSnapshot, snapshotInput } from '../computing/compute-quarter.ts'
import { gatherYear } from '../computing/compute-year.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { newestVersion } from '../computing/result-versions.ts'
import { publishedYear } from '../computing/amend-snapshot.ts'

/** What a ruling may set right of a person's frozen quarter or published year. Refusals: `not_found`, `not_frozen`, `amendment_needless`. */
export function amendableFor(read: Read, row: PeriodRow, staffId: string): Amendable {
  const person = requireRow(read.select({ code: staff.code, name: staff.name }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  return requireRow((row.kind === 'year' ? ofYear(read, row, person) : ofQuarter(read, row, person.code)) ?? undefined, nouns.result)
}

function ofQuarter(read: Read, row: PeriodRow, code: string): Amendable | null {
  const frozen = newestVersion(read, row.id) === null ? null : latestSnapshot(read, row.id)
  if (frozen === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
  const ledger = read.select({ code: deduction.code }).from(deduction).all().map((one) => one.code)
  return amendableOf(snapshotInput(frozen), code, ledger)
}

function ofYear(read: Read, row: PeriodRow, { code, name }: { readonly code: string; readonly name: string }): Amendable | null {
  const present = gatherYear(read, row).staff.find(({ id }) => id === code)?.quarters ?? []
  return amendableYear(publishedYear(read, row).input, code, present, () => name)
}
