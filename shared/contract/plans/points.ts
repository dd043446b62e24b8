import { z } from 'zod'
import { circularKinds, deductionRules, pointStates } from '../../domain/plans/points/codes.ts'
import { command, day, id, name, query, rowVersion } from '../procedure.ts'

export const pointKinds = ['honour', 'circular', 'deduction'] as const

const pointRow = z.object({
  id,
  kind: z.enum(pointKinds),
  staffId: id,
  staffName: z.string(),
  what: z.string(),
  matter: z.string().nullable(),
  date: day.nullable(),
  exempt: z.boolean(),
  state: z.enum(pointStates),
  version: rowVersion,
})

const pointStep = z.object({ kind: z.enum(pointKinds), id, version: rowVersion })

export const points = {
  list: query('register.enter', ['point', 'staff']).input(z.object({ periodId: id })).output(z.array(pointRow)),
  declareHonour: command('point.declare', { changes: ['point'], errors: ['period_not_open'] })
    .input(z.object({ staffId: id, periodId: id, matter: name, level: z.string().min(1) }))
    .output(z.object({ id })),
  declareCircular: command('point.declare', { changes: ['point'], errors: ['period_not_open'] })
    .input(z.object({ staffId: id, periodId: id, kind: z.enum(circularKinds), matter: name }))
    .output(z.object({ id })),
  declareDeduction: command('point.declare', { changes: ['point'], errors: ['period_not_open'], notAboutSelf: true })
    .input(z.object({ staffId: id, rule: z.enum(deductionRules), date: day, matter: name }))
    .output(z.object({ id })),
  verify: command('point.verify', { changes: ['point'], errors: ['not_in_state'], notAboutSelf: true }).input(pointStep).output(z.object({ version: rowVersion })),
  approve: command('point.approve', { changes: ['point'], errors: ['not_in_state', 'period_not_open', 'same_hand'], notAboutSelf: true }).input(pointStep).output(z.object({ version: rowVersion })),
  reject: command('point.approve', { changes: ['point'], errors: ['not_in_state', 'reason_required'], notAboutSelf: true })
    .input(pointStep.extend({ reason: z.string().trim() }))
    .output(z.object({ version: rowVersion })),
}
