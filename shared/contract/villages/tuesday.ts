import { z } from 'zod'
import { tuesdayThemes } from '../../domain/villages/villages/codes.ts'
import { tuesdayContentLimit } from '../../domain/villages/tuesday/tuesday-cell.ts'
import { tuesdayFields } from '../../domain/villages/villages/codes.ts'
import { batchModes, batchOutcome, cellEdits } from '../grid.ts'
import { command, day, id, note, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

/** What the caller may do with a line of the plan now. */
export const tuesdayActions = ['edit', 'checkIn'] as const

const planRow = z.object({
  id,
  date: day,
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  villageId: id,
  villageName: z.string(),
  theme: z.enum(tuesdayThemes),
  content: z.string().nullable(),
  checkedInAt: z.string().nullable(),
  result: z.string().nullable(),
  allowed: z.array(z.enum(tuesdayActions)),
  version: rowVersion,
})

const content = z.string().trim().max(tuesdayContentLimit, faults.tooLong(tuesdayContentLimit)).nullable()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, faults.monthOfYear)

export const tuesday = {
  /** Each Tuesday of a month: how many are planned to go, and how many have checked in. */
  month: query('register.enter', ['tuesday'])
    .input(z.object({ month }))
    .output(z.array(z.object({ date: day, planned: z.int(), checkedIn: z.int() }))),
  /** Who goes where on a Tuesday, in the order of the villages. */
  list: query('register.enter', ['tuesday', 'village', 'staff']).input(z.object({ date: day })).output(z.array(planRow)),
  /** By the 组团 of the day: whom the caller may plan for and who has no plan yet, each with his village; several villages by turns. */
  propose: query('tuesday.plan', ['tuesday', 'village', 'staff'])
    .input(z.object({ date: day }))
    .output(z.array(z.object({ staffId: id, staffName: z.string(), villageId: id, villageName: z.string(), theme: z.enum(tuesdayThemes) }))),
  /** All or none. No Tuesday, and the same person in the same village twice, are refused. */
  add: command('tuesday.plan', { changes: ['tuesday'], errors: ['duplicate'] })
    .input(z.object({ date: day, rows: z.array(z.object({ staffId: id, villageId: id, theme: z.enum(tuesdayThemes), content })).min(1, faults.empty).max(500, faults.tooMuch(500)) }))
    .output(z.object({ ids: z.array(id) })),
  /** Cells as typed, of lines where nobody has checked in: village and theme by name. */
  editCells: command('tuesday.plan', { changes: ['tuesday'] }).input(cellEdits(tuesdayFields)).output(batchOutcome(tuesdayFields)),
  /** Takes out lines where nobody has checked in. */
  remove: command('tuesday.plan', { changes: ['tuesday'] })
    .input(z.object({ rows: z.array(z.object({ id, version: rowVersion })).min(1, faults.empty).max(500, faults.tooMuch(500)), mode: z.enum(batchModes) }))
    .output(batchOutcome(tuesdayFields)),
  /**
   * 签到 on the day, or up to three days later with a reason; by the person himself, or whoever plans for him. Proposes a 周二到村
   * record for the team leader to verify (`proposed`), where the plan of the day counts them and he has none of that day yet, in any village.
   */
  checkIn: command('tuesday.plan', { changes: ['tuesday', 'event'], errors: ['not_in_state', 'reason_required', 'period_not_open'] })
    .input(z.object({ id, result: note.min(1, faults.empty), lateReason: z.string().trim().max(200, faults.tooLong(200)).nullable(), version: rowVersion }))
    .output(z.object({ version: rowVersion, proposed: z.boolean() })),
}
