import { z } from 'zod'
import { periodKinds, periodStages, planStates, resultStates, sheetKinds, sheetStates } from '../domain/evaluation/cycle.ts'
import { command, day, decimal, id, name, note, ownSession, query, rowVersion } from './procedure.ts'

const planRow = z.object({ id, code: z.string(), planVersion: z.int(), name: z.string(), state: z.enum(planStates), inUse: z.boolean(), version: rowVersion })

export const plans = {
  list: query('result.read').output(z.array(planRow)),
  get: query('result.read').input(z.object({ id })).output(planRow.extend({ document: z.unknown() })),
  /** A new version copied from another, as a draft. */
  copy: command('plan.edit', { changes: ['plan'] }).input(z.object({ id, name })).output(z.object({ id })),
  edit: command('plan.edit', { changes: ['plan'], errors: ['plan_in_use'] })
    .input(z.object({ id, name, document: z.unknown(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  approve: command('plan.approve', { changes: ['plan'] }).input(z.object({ id, version: rowVersion })).output(z.object({ version: rowVersion })),
}

const periodRow = z.object({
  id,
  code: z.string(),
  kind: z.enum(periodKinds),
  start: day,
  end: day,
  freeze: day,
  stage: z.enum(periodStages),
  planId: id,
  version: rowVersion,
})

const missingRow = z.object({ kind: z.string(), subject: z.string(), message: z.string() })

export const periods = {
  list: query('result.read').output(z.array(periodRow)),
  /** What the engine still lacks, before the freeze. */
  missing: query('result.read').input(z.object({ periodId: id })).output(z.array(missingRow)),
  setPkFactor: command('period.run', { changes: ['period'], errors: ['period_not_open'] })
    .input(z.object({ periodId: id, moduleId: id, factor: decimal }))
    .output(z.object({})),
  /** collecting → summarising → scoring, by hand. */
  advance: command('period.run', { changes: ['period'], errors: ['period_not_open'] })
    .input(z.object({ id, to: z.enum(['collecting', 'summarising', 'scoring']), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  compute: command('period.run', { changes: ['period', 'result'], errors: ['inputs_missing', 'plan_not_approved', 'post_without_score', 'snapshot_refused', 'nothing_published'] })
    .input(z.object({ code: z.string() }))
    .output(z.object({ document: z.unknown(), resultVersion: z.int(), isNew: z.boolean() })),
  publish: command('period.run', { changes: ['period', 'result'], errors: ['not_frozen'] }).input(z.object({ code: z.string() })).output(z.object({})),
  decide: command('ruling.decide', { changes: ['result'], errors: ['not_frozen', 'reason_required'], notAboutSelf: true })
    .input(z.object({ code: z.string(), staffId: id, grade: z.string(), reason: note.nullable(), meeting: name }))
    .output(z.object({})),
}

const entryRow = z.object({ staffId: id, staffName: z.string(), band: z.string().nullable(), score: z.string().nullable(), note: z.string().nullable() })

const sheetRow = z.object({
  id,
  kind: z.enum(sheetKinds),
  periodCode: z.string(),
  moduleId: id.nullable(),
  scorer: z.string(),
  state: z.enum(sheetStates),
  entries: z.array(entryRow),
  version: rowVersion,
})

const entryInput = z.object({
  sheetId: id,
  staffId: id,
  band: z.string().nullable(),
  score: decimal.nullable(),
  note: note.nullable(),
})

const scoreErrors = ['sheet_locked', 'score_out_of_range', 'band_or_score', 'period_not_open'] as const

export const scores = {
  /** The sheets of a period that the caller scores; the inspector sees all. */
  sheets: ownSession([]).input(z.object({ periodId: id })).output(z.array(sheetRow)),
  /** Makes the sheets of a period by the plan's table of who scores whom. */
  open: command('period.run', { changes: ['score'], errors: ['period_not_open'] }).input(z.object({ periodId: id })).output(z.object({ sheets: z.int() })),
  enterHead: command('score.head', { changes: ['score'], errors: scoreErrors, notAboutSelf: true }).input(entryInput).output(z.object({})),
  enterLeader: command('score.leader', { changes: ['score'], errors: scoreErrors, notAboutSelf: true }).input(entryInput).output(z.object({})),
  enterByProxy: command('score.proxy', { changes: ['score'], errors: scoreErrors, notAboutSelf: true }).input(entryInput).output(z.object({})),
  submitHead: command('score.head', { changes: ['score'], errors: ['sheet_locked', 'sheet_incomplete', 'band_limits', 'period_not_open'] })
    .input(z.object({ sheetId: id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  submitLeader: command('score.leader', { changes: ['score'], errors: ['sheet_locked', 'sheet_incomplete', 'period_not_open'] })
    .input(z.object({ sheetId: id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  submitByProxy: command('score.proxy', { changes: ['score'], errors: ['sheet_locked', 'sheet_incomplete', 'band_limits', 'period_not_open'] })
    .input(z.object({ sheetId: id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** One ballot over all colleagues at once: no draft, no return, nothing that says who gave what. */
  castBallot: command('self.ballot', { changes: ['score'], errors: ['already_voted', 'self_vote', 'period_not_open'] })
    .input(z.object({ periodId: id, votes: z.array(z.object({ staffId: id, band: z.string().nullable() })).min(1) }))
    .output(z.object({})),
}

const resultRow = z.object({
  staffId: id,
  staffName: z.string(),
  post: z.string(),
  module: z.string(),
  team: z.string(),
  special: z.string(),
  deduct: z.string(),
  total: z.string(),
  rankTown: z.int(),
  rankModule: z.int(),
  rankPool: z.int(),
  grade: z.string(),
  decidedGrade: z.string().nullable(),
})

export const results = {
  list: query('result.read', 'not_frozen')
    .input(z.object({ code: z.string() }))
    .output(z.object({ resultVersion: z.int(), state: z.enum(resultStates), rows: z.array(resultRow) })),
  own: ownSession([], 'not_frozen').input(z.object({ code: z.string() })).output(resultRow.nullable()),
}
