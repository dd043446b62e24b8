import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { holidayYear } from '../../../db/schema/index.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { knownYears, shippedYears } from './holidays.ts'
import { readArrangement } from './stored-year.ts'
import { calendarWords } from './vocabulary.ts'

export const calendarRouter = {
  years: guarded.calendar.years.handler(({ context: { guard: { read } } }) => {
    const shipped = new Set(shippedYears.map(({ year }) => year))
    return knownYears(read).map((year) => ({ ...year, holidays: year.holidays.map((holiday) => ({ ...holiday, work: [...holiday.work] })), isShipped: shipped.has(year.year) }))
  }),

  store: guarded.calendar.store.handler(({ input, context: { guard } }) => {
    const arrangement = readArrangement(input.content)
    if (arrangement.kind === 'bad') throw new Refusal('file_refused', { reason: calendarWords.refused(arrangement.reason) })
    const { year, holidays } = arrangement.year
    return guard.mutate({
      about: wholeTownship,
      write(tx) {
        const document = JSON.stringify(arrangement.year)
        const present = tx.select().from(holidayYear).where(eq(holidayYear.year, year)).get()
        tx.insert(holidayYear)
          .values({ year, document })
          .onConflictDoUpdate({ target: holidayYear.year, set: { document, version: (present?.version ?? 0) + 1 } })
          .run()
        return { year, holidays: holidays.length }
      },
      audit: () => ({ subject: String(year), detail: arrangement.year }),
    })
  }),

  forget: guarded.calendar.forget.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireRow(tx.select().from(holidayYear).where(eq(holidayYear.year, input.year)).get(), calendarWords.stored(input.year))
        tx.delete(holidayYear).where(eq(holidayYear.year, input.year)).run()
        return {}
      },
      audit: () => ({ subject: String(input.year), detail: {} }),
    }),
  ),
}
