import { z } from 'zod'
import { circularKinds, deductionRules, pointStates, vetoEffects } from '../domain/points/codes.ts'
import { command, day, id, name, note, query, rowVersion } from './procedure.ts'
import { faults } from './vocabulary.ts'

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

const memberInput = z.object({ groupId: id, staffId: id, role: z.string().min(1), from: day, to: day.nullable() })

export const points = {
  list: query('register.enter', ['point', 'staff']).input(z.object({ periodId: id })).output(z.array(pointRow)),
  declareHonour: command('point.declare', { changes: ['point'], errors: ['period_not_open'] })
    .input(z.object({ staffId: id, periodId: id, matter: name, level: z.string().min(1) }))
    .output(z.object({ id })),
  declareCircular: command('point.declare', { changes: ['point'], errors: ['period_not_open'] })
    .input(z.object({ staffId: id, periodId: id, kind: z.enum(circularKinds), matter: name }))
    .output(z.object({ id })),
  declareDeduction: command('point.declare', { changes: ['point'], notAboutSelf: true })
    .input(z.object({ staffId: id, rule: z.enum(deductionRules), date: day, matter: name }))
    .output(z.object({ id })),
  verify: command('point.verify', { changes: ['point'], errors: ['not_in_state'], notAboutSelf: true }).input(pointStep).output(z.object({ version: rowVersion })),
  approve: command('point.approve', { changes: ['point'], errors: ['not_in_state'], notAboutSelf: true }).input(pointStep).output(z.object({ version: rowVersion })),
  reject: command('point.approve', { changes: ['point'], errors: ['not_in_state', 'reason_required'], notAboutSelf: true })
    .input(pointStep.extend({ reason: z.string().trim() }))
    .output(z.object({ version: rowVersion })),
  /** 尽责豁免: the deduction stays visible and counts nothing. */
  exempt: command('ruling.decide', { changes: ['point'], errors: ['reason_required'], notAboutSelf: true })
    .input(z.object({ id, reason: z.string().trim(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  veto: command('ruling.decide', { changes: ['point'], errors: ['reason_required'], notAboutSelf: true })
    .input(z.object({ staffId: id, periodId: id, effect: z.enum(vetoEffects), clause: z.string().trim() }))
    .output(z.object({ id })),
}

const groupRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  approvalNo: z.string().nullable(),
  goal: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  members: z.array(z.object({ id, staffId: id, staffName: z.string(), role: z.string(), from: day, to: day.nullable() })),
  version: rowVersion,
})

export const groups = {
  list: query('register.enter', ['group', 'staff']).output(z.array(groupRow)),
  /** The approved groups at work in a period, with their grade; null where none has been given. Empty for who sees no scores yet. */
  grades: query('result.read', ['group', 'period'])
    .input(z.object({ periodId: id }))
    .output(z.array(z.object({ groupId: id, code: z.string(), name: z.string(), members: z.int(), grade: z.string().nullable() }))),
  propose: command('group.propose', { changes: ['group'], errors: ['dates_backwards'] })
    .input(z.object({ name, goal: note.nullable(), from: day, to: day.nullable() }))
    .output(z.object({ id })),
  approve: command('group.approve', { changes: ['group'] })
    .input(z.object({ id, approvalNo: name, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  addMember: command('group.propose', { changes: ['group'], errors: ['dates_backwards'], notAboutSelf: true }).input(memberInput).output(z.object({ id })),
  /** null: not graded after all. */
  grade: command('group.grade', { changes: ['group'], errors: ['period_not_open'] })
    .input(z.object({ groupId: id, periodId: id, grade: z.string().min(1).nullable() }))
    .output(z.object({})),
  /** Many at once, all or none. */
  gradeMany: command('group.grade', { changes: ['group'], errors: ['period_not_open'] })
    .input(z.object({ periodId: id, grades: z.array(z.object({ groupId: id, grade: z.string().min(1).nullable() })).min(1, faults.empty) }))
    .output(z.object({})),
}
