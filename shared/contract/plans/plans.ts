import { z } from 'zod'
import { planStates } from '../../domain/plans/cycle.ts'
import { planPresetNames } from '../../domain/plans/plan-presets.ts'
import { command, id, name, query, rowVersion } from '../procedure.ts'

const planRow = z.object({
  id,
  code: z.string(),
  planVersion: z.int(),
  name: z.string(),
  state: z.enum(planStates),
  approvedBy: z.string().nullable(),
  /** The moment; null for a draft and for what was approved before it was kept. */
  approvedAt: z.string().nullable(),
  inUse: z.boolean(),
  /** Codes of the periods that are evaluated by it. */
  periods: z.array(z.string()),
  version: rowVersion,
})

const draftErrors = ['plan_in_use', 'plan_approved'] as const

export const plans = {
  list: query('result.read', ['plan', 'period']).output(z.array(planRow)),
  get: query('result.read', ['plan', 'period']).input(z.object({ id })).output(planRow.extend({ document: z.unknown() })),
  /** A new plan, as a draft, with the constants of a preset. */
  fromPreset: command('plan.edit', { changes: ['plan'] }).input(z.object({ preset: z.enum(planPresetNames), name })).output(z.object({ id })),
  /** A new version copied from another, as a draft. */
  copy: command('plan.edit', { changes: ['plan'] }).input(z.object({ id, name })).output(z.object({ id })),
  /** A new version with these constants, as a draft: what a trial ended with, or a draft that was removed by mistake. */
  draft: command('plan.edit', { changes: ['plan'] }).input(z.object({ code: z.string(), name, document: z.unknown() })).output(z.object({ id })),
  edit: command('plan.edit', { changes: ['plan'], errors: draftErrors })
    .input(z.object({ id, name, document: z.unknown(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Of a draft. */
  rename: command('plan.edit', { changes: ['plan'], errors: draftErrors }).input(z.object({ id, name, version: rowVersion })).output(z.object({ version: rowVersion })),
  /** A draft that no period is evaluated by. */
  remove: command('plan.edit', { changes: ['plan'], errors: [...draftErrors, 'plan_has_periods'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  approve: command('plan.approve', { changes: ['plan'], errors: ['not_in_state'] }).input(z.object({ id, version: rowVersion })).output(z.object({ version: rowVersion })),
}
