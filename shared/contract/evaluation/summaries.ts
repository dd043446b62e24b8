import { z } from 'zod'
import { summaryLimits } from '../../domain/evaluation/summaries/self-summary.ts'
import { command, day, id, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

export const summaryStates = ['none', 'draft', 'submitted'] as const

const text = z.string().trim().max(summaryLimits.most, faults.tooLong(summaryLimits.most))

/** `version` as the caller saw his own; null while there is none. */
const written = z.object({ periodId: id, text, version: rowVersion.nullable() })

export const summaries = {
  /** The caller's own 个人小结 of a period, and what his records propose to write. */
  own: query('self.work', ['summary', 'period', 'task', 'event', 'point', 'group', 'staff'])
    .input(z.object({ periodId: id }))
    .output(
      z.object({
        /** False for who is not evaluated in the period: nothing is to be written. */
        isEvaluated: z.boolean(),
        state: z.enum(summaryStates),
        text: z.string().nullable(),
        /** The modules he works in during the period. */
        moduleNames: z.array(z.string()),
        submittedOn: day.nullable(),
        proposal: z.string(),
        /** In 个人小结, and then until the freeze. */
        mayWrite: z.boolean(),
        /** The planned last day; null where it is not planned. */
        due: day.nullable(),
        version: rowVersion.nullable(),
      }),
    ),
  save: command('self.work', { changes: ['summary'], errors: ['period_not_open'] }).input(written).output(z.object({ version: rowVersion })),
  /** Saves it and hands it in; it may be handed in again until the freeze. */
  submit: command('self.work', { changes: ['summary'], errors: ['period_not_open'] }).input(written).output(z.object({ version: rowVersion })),
  /** Takes one that was handed in back to be rewritten, until the freeze. */
  takeBack: command('self.work', { changes: ['summary'], errors: ['period_not_open', 'not_in_state'] })
    .input(z.object({ periodId: id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Who has handed in and who has not: of the caller's modules, of the people on his sheets, or of all. */
  list: query('summary.read', ['summary', 'period', 'staff', 'module', 'score', 'calendar'])
    .input(z.object({ periodId: id }))
    .output(
      z.object({
        due: day.nullable(),
        rows: z.array(
          z.object({
            staffId: id,
            code: z.string(),
            name: z.string(),
            moduleNames: z.array(z.string()),
            state: z.enum(summaryStates),
            submittedOn: day.nullable(),
            /** Working days it is late, or was; 0 when it is in time or nothing is planned. */
            daysLate: z.int(),
            /** What was handed in; a draft is its writer's alone. */
            text: z.string().nullable(),
          }),
        ),
      }),
    ),
}
