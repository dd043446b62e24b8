import type { Read } from '../../../db/types.ts'
import type { View } from '../../app/guard.ts'
import { mainModulesOf } from '../../people/assignments.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { newestPublished, type VersionRow } from '../computing/result-versions.ts'
import { requireNewestVersion } from './results.ts'

/** The version that a caller goes by who does not see the whole township: the newest published one, and before there is one the newest. */
export function versionFor(read: Read, view: View, row: PeriodRow): VersionRow {
  return (view.kind === 'all' ? null : newestPublished(read, row.id)) ?? requireNewestVersion(read, row)
}

/** By office: everybody's results, or those of the own modules. */
export function isConcerned(read: Read, view: View, row: PeriodRow, staffId: string): boolean {
  return view.kind === 'all' || mainModulesOf(read, staffId, row.end).some((id) => view.modules.includes(id))
}
