import { z } from 'zod'
import { periodStages } from '../../domain/plans/cycle.ts'
import { command, day, id, query } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const year = z.int(faults.year).min(2000, faults.year).max(2098, faults.year)

export const rollover = {
  /** 年度结转, what it would do, and what it still waits for; nothing is written. */
  preview: query('period.run', ['period', 'plan', 'result', 'task', 'staff', 'calendar'])
    .input(z.object({ year }))
    .output(
      z.object({
        /** What keeps it from being done; empty when nothing does. */
        obstacles: z.array(z.object({ periodId: id, periodCode: z.string(), message: z.string() })),
        /** The periods of the year: those that were never begun are archived with it. */
        periods: z.array(z.object({ code: z.string(), stage: z.enum(periodStages), isArchivedWith: z.boolean() })),
        /** The periods it opens; empty when the next year is opened already. */
        opens: z.array(z.object({ code: z.string(), start: day, end: day, freeze: day })),
        /** False where the dates run into a year without a holiday arrangement. */
        known: z.boolean(),
        /** The draft that the plan is copied to; null when the next year is opened already. */
        plan: z.object({ from: z.string(), name: z.string(), planVersion: z.int() }).nullable(),
        people: z.int(),
        openTasks: z.int(),
        /** How many of them are past their deadline, and the first of these. */
        overdue: z.object({ total: z.int(), rows: z.array(z.object({ id, title: z.string(), moduleName: z.string(), due: day })) }),
        /** It has been done, and can be taken back. */
        isUndoable: z.boolean(),
        isDone: z.boolean(),
      }),
    ),
  /** Archives a year that has been 归档 or 已上报 and opens the next one, with its plan copied as a draft. */
  close: command('period.run', { changes: ['period', 'plan'], errors: ['rollover_early', 'duplicate'] })
    .input(z.object({ year }))
    .output(z.object({ opened: z.array(z.string()) })),
  /** Takes it back: the periods it opened go, with the copy of the plan if nobody has touched it. Until the first of them is advanced or something is entered. */
  undo: command('period.run', { changes: ['period', 'plan'], errors: ['rollover_used'] }).input(z.object({ year })).output(z.object({})),
}
