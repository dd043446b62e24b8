import { z } from 'zod'
import { periodStages } from '../../domain/plans/cycle.ts'
import { command, day, id, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const stage = z.enum(periodStages)

/**
 * done: left behind · passed: left behind, and nothing is known of when · current: to be finished next · ahead. A period stands in `frozen` or `computed` while
 * what follows them is `current`: they are done by being entered.
 */
export const stepStates = ['done', 'passed', 'current', 'ahead'] as const

const step = z.object({
  stage,
  state: z.enum(stepStates),
  /** null where nobody has planned it. */
  plannedFrom: day.nullable(),
  plannedTo: day.nullable(),
  /** The person who was named; null: whoever holds the office by default. */
  ownerId: id.nullable(),
  /** That person, or the holder of the office; null while nobody holds it. */
  ownerStaffId: id.nullable(),
  ownerName: z.string().nullable(),
  enteredOn: day.nullable(),
  enteredBy: z.string().nullable(),
  /** Working days that it is, or was, finished too late. */
  daysLate: z.int(),
  /** Null while nothing of it is stored. */
  version: rowVersion.nullable(),
})

const proposed = z.object({ stage, from: day, to: day })

const edited = z.object({ stage, plannedFrom: day.nullable(), plannedTo: day.nullable(), ownerId: id.nullable(), version: rowVersion.nullable() })

export const periodSteps = {
  /** The stages of a period in order: planned, entered, late. */
  list: query('result.read', ['period', 'calendar', 'staff', 'account'])
    .input(z.object({ periodId: id }))
    .output(
      z.object({
        steps: z.array(step),
        /** False where a working day was counted in a year without a holiday arrangement. */
        known: z.boolean(),
        /** Until when 公示 has to stand; null unless the period is in it. */
        publicityEnd: day.nullable(),
      }),
    ),
  /** The dates that would be proposed now, in working days; nothing is written. */
  propose: query('result.read', ['period', 'calendar']).input(z.object({ periodId: id })).output(z.object({ steps: z.array(proposed), known: z.boolean() })),
  /** Plans stages: their days and owners. The planned day of 冻结 is the period's own until it is frozen. */
  edit: command('period.run', { changes: ['period'] })
    .input(z.object({ periodId: id, steps: z.array(edited).min(1, faults.empty).max(periodStages.length, faults.tooMuch(periodStages.length)) }))
    .output(z.object({})),
}
