import { z } from 'zod'
import { command, ownSession } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const year = z.int(faults.year).min(2000, faults.year).max(2099, faults.year)

const holiday = z.object({ name: z.string(), from: z.string(), to: z.string(), work: z.array(z.string()) })

const arrangement = z.object({
  year: z.int(),
  source: z.string(),
  holidays: z.array(holiday),
  /** Shipped with the program, or stored in the township by `store`. */
  origin: z.enum(['shipped', 'stored']),
  /** The program ships one that `forget` would bring back. */
  isShipped: z.boolean(),
})

export const calendar = {
  /** Every 节假日安排 that is known, by year: working days of all other years are counted by weekends alone. */
  years: ownSession({ reads: ['calendar'] }).output(z.array(arrangement)),
  /** The arrangement of a year out of the text of a file, in place of the one that was known. The file names its year. */
  store: command('calendar.edit', { changes: ['calendar', 'period'], errors: ['file_refused'] })
    .input(z.object({ content: z.string().max(100_000, faults.tooLong(100_000)) }))
    .output(z.object({ year: z.int(), holidays: z.int() })),
  /** Takes a stored arrangement away: the shipped one stands again, or none. */
  forget: command('calendar.edit', { changes: ['calendar', 'period'] }).input(z.object({ year })).output(z.object({})),
}
