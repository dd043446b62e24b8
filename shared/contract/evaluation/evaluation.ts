import { z } from 'zod'
import { periodKinds, periodStages, planStates, resultStates, sheetKinds } from '../../domain/plans/cycle.ts'
import { command, day, decimal, id, query, rowVersion } from '../procedure.ts'
import { pointKinds } from '../plans/points.ts'
import { faults } from '../vocabulary.ts'

export { plans } from '../plans/plans.ts'
export { results } from './results.ts'
export { scores } from './scores.ts'

const periodRow = z.object({
  id,
  code: z.string(),
  kind: z.enum(periodKinds),
  start: day,
  end: day,
  freeze: day,
  stage: z.enum(periodStages),
  planId: id,
  planName: z.string(),
  planVersion: z.int(),
  planState: z.enum(planStates),
  /** When its inputs were copied; null before the freeze. */
  frozenAt: z.string().nullable(),
  /** The newest result; null before the first computation. */
  result: z.object({ resultVersion: z.int(), state: z.enum(resultStates), computedAt: z.string() }).nullable(),
  version: rowVersion,
})

const message = z.string()

/** One thing that keeps the period from being computed, with what is needed to open the place where it is entered. */
const missingRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), message }),
  z.object({ kind: z.literal('running'), message }),
  z.object({ kind: z.literal('plan'), message, planId: id }),
  z.object({ kind: z.literal('noSheets'), message }),
  z.object({ kind: z.literal('noScorer'), message, moduleId: id, sheetKind: z.enum(sheetKinds) }),
  z.object({ kind: z.literal('unrated'), message, staffId: id, moduleId: id, sheetKind: z.enum(sheetKinds) }),
  z.object({ kind: z.literal('sheet'), message, sheetId: id, scorerId: id.nullable(), unscored: z.int() }),
  z.object({ kind: z.literal('ballot'), message, notVoted: z.int() }),
  z.object({ kind: z.literal('smallModule'), message, moduleId: id }),
  z.object({ kind: z.literal('task'), message, taskId: id, moduleId: id }),
  z.object({ kind: z.literal('point'), message, pointId: id, pointKind: z.enum(pointKinds), staffId: id }),
  z.object({ kind: z.literal('village'), message, villageId: id }),
  z.object({ kind: z.literal('post'), message, postId: id }),
  z.object({ kind: z.literal('pkFactor'), message, moduleId: id }),
  z.object({ kind: z.literal('groupGrade'), message, groupId: id }),
  z.object({ kind: z.literal('ruling'), message, rulingId: id, rulingKind: z.enum(['exemption', 'veto']) }),
  z.object({ kind: z.literal('snapshot'), message, path: z.string() }),
  z.object({ kind: z.literal('quarters'), message }),
  z.object({ kind: z.literal('openQuarters'), message }),
  z.object({ kind: z.literal('yearInputs'), message }),
])

export const periods = {
  list: query('result.read', ['period', 'plan', 'result']).output(z.array(periodRow)),
  /** The four quarters and the year itself, all to be configured. */
  openYear: command('period.run', { changes: ['period'], errors: ['duplicate'] })
    .input(z.object({ year: z.int(faults.year).min(2000, faults.year).max(2099, faults.year), planId: id }))
    .output(z.object({ codes: z.array(z.string()) })),
  /** Which plan a period is evaluated by, until it is frozen. */
  setPlan: command('period.run', { changes: ['period'], errors: ['period_not_open'] })
    .input(z.object({ id, planId: id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Exactly what `compute` would refuse now, and of a year `openQuarters`, which only `publish` refuses; empty when nothing is. */
  missing: query('result.read', ['period', 'plan', 'score', 'task', 'point', 'group', 'village', 'event', 'module', 'staff', 'account', 'result'])
    .input(z.object({ periodId: id }))
    .output(z.array(missingRow)),
  /** The PK factor of every module in use; null where none has been entered. */
  pkFactors: query('result.read', ['period', 'module'])
    .input(z.object({ periodId: id }))
    .output(z.array(z.object({ moduleId: id, moduleName: z.string(), factor: z.string().nullable() }))),
  /** null: not entered after all. */
  setPkFactor: command('period.run', { changes: ['period'], errors: ['period_not_open'] })
    .input(z.object({ periodId: id, moduleId: id, factor: decimal.nullable() }))
    .output(z.object({})),
  /** Many at once, all or none. */
  setPkFactors: command('period.run', { changes: ['period'], errors: ['period_not_open'] })
    .input(z.object({ periodId: id, factors: z.array(z.object({ moduleId: id, factor: decimal.nullable() })).min(1, faults.empty) }))
    .output(z.object({})),
  /** By hand, along `stageMoves`: between 配置, 采集, 个人小结 and 评分 before the freeze, step by step after the computation; out of 公示 not before its last day. */
  advance: command('period.run', { changes: ['period', 'score'], errors: ['period_not_open', 'publicity_running', 'appeals_open', 'rulings_open', 'quota_exceeded', 'not_frozen', 'ballot_has_votes'] })
    .input(z.object({ id, to: z.enum(periodStages), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  compute: command('period.run', { changes: ['period', 'result', 'score'], errors: ['period_running', 'inputs_missing', 'plan_not_approved', 'post_without_score', 'snapshot_refused', 'nothing_published'] })
    .input(z.object({ code: z.string() }))
    .output(z.object({ document: z.unknown(), resultVersion: z.int(), isNew: z.boolean() })),
  publish: command('period.run', { changes: ['period', 'result'], errors: ['not_frozen', 'period_not_open', 'nothing_published', 'quarters_open', 'inputs_missing', 'result_outdated'] })
    .input(z.object({ code: z.string() }))
    .output(z.object({})),
}
