import { asc } from 'drizzle-orm'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { HolidayYear } from '../../../../shared/domain/township/calendar/holiday-year.ts'
import { holidaysOfYears, type Holidays } from '../../../../shared/domain/township/calendar/working-days.ts'
import { appRoot } from '../../../app-root.ts'
import { holidayYear } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { readArrangement } from './stored-year.ts'

/** An arrangement with where it comes from: shipped with the program, or chosen here as a file. */
export interface KnownYear extends HolidayYear {
  readonly origin: 'shipped' | 'stored'
}

/** Every year an arrangement is known of, in order; a stored one stands in place of the shipped one. */
export function knownYears(read: Read): readonly KnownYear[] {
  const years = new Map<number, KnownYear>(shippedYears.map((year) => [year.year, { ...year, origin: 'shipped' }]))
  for (const { year, document } of read.select().from(holidayYear).orderBy(asc(holidayYear.year)).all()) years.set(year, { ...required(readArrangement(document), String(year)), origin: 'stored' })
  return [...years.values()].sort((a, b) => a.year - b.year)
}

/** What working days are counted by: the shipped arrangements and those stored in the township. */
export function holidaysOf(read: Read): Holidays {
  return holidaysOfYears(knownYears(read))
}

/** The arrangements that the program ships with. */
export const shippedYears: readonly HolidayYear[] = readShippedYears()

/** What lies in `resources/calendar`. @throws Error when a file is not as it should be */
function readShippedYears(): readonly HolidayYear[] {
  const folder = path.join(appRoot, 'resources', 'calendar')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => required(readArrangement(readFileSync(path.join(folder, name), 'utf8')), name))
}

function required(read: ReturnType<typeof readArrangement>, what: string): HolidayYear {
  if (read.kind === 'bad') throw new Error(`${what}: ${read.reason}`)
  return read.year
}
