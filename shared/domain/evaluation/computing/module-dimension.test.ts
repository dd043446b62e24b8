import { describe, expect, test } from 'vitest'
import { hundredths } from '../../../lib/hundredths.ts'
import { decimal, planWith, presenceWith } from '../example.testing.ts'
import { scoreHeadRatings } from './head-rating.ts'
import { scoreLeaders } from './leader-score.ts'
import { moduleFillSource, scoreModule, scoreOwnModule } from './module-dimension.ts'
import type { ModuleLeaves } from './module-dimension.ts'
import { scorePeers } from './peer.ts'
import { taskFills } from './task-fill.ts'
import { scoreOwnTasks, scoreTaskProgress, taskRules } from './task-progress.ts'

const plan = planWith()

/** Leaf outcomes with the given scores in hundredths: null missing, undefined not in the plan. */
function leaves(m1?: number | null, m2?: number | null, m3?: number | null, m4?: number | null): ModuleLeaves {
  const scored = (score: number | null) => (score === null ? null : hundredths(score))
  const presence = presenceWith({ module: 'm', post: 'p', from: '2025-06-01', to: null })
  const tasks = scoreTaskProgress(scoreOwnTasks([], taskRules(plan, '2026-04-05')), presence, plan, taskFills([]))
  return {
    headRating: m1 === undefined ? null : { ...scoreHeadRatings([], plan), score: scored(m1) },
    taskProgress: m2 === undefined ? null : { ...tasks, score: scored(m2) },
    peer: m3 === undefined ? null : { ...scorePeers(null, plan), score: scored(m3) },
    leaderScore: m4 === undefined ? null : { ...scoreLeaders([], plan), score: scored(m4) },
  }
}

function m(outcomes: ModuleLeaves, others: readonly number[] = [], rules = plan) {
  const { how, score } = scoreModule(scoreOwnModule(outcomes, rules), outcomes, rules, moduleFillSource(others.map(hundredths)))
  return [how.kind, score]
}

describe('M', () => {
  test('张三: the sum of all leaves', () => {
    expect(m(leaves(945, 1911, 433, 450))).toEqual(['sum', 3739])
  })

  test('王五: M4 missing, 21.60 / 35 × 40 = 24.69', () => {
    expect(m(leaves(660, 1200, 300, null))).toEqual(['rescaled', 2469])
    expect(scoreOwnModule(leaves(660, 1200, 300, null), plan)).toMatchObject({ how: { present: 2160, presentMax: decimal('35') } })
  })

  test('half of the maximum is enough to rescale, less is filled from the track', () => {
    expect(m(leaves(800, null, 300, 400), [3000])).toEqual(['rescaled', 3000])
    expect(m(leaves(800, null, 300, null), [3000, 3101])).toEqual(['filled', 3051])
  })

  test('with nobody to fill from it is 0 and flagged, never silently', () => {
    expect(m(leaves(null, null, null, 500))).toEqual(['noScore', 0])
  })

  test('nothing present is not rescaled even where 0 would be enough', () => {
    expect(m(leaves(null, null, null, null), [3000], planWith({ module: { rescaleAt: '0' } }))).toEqual(['filled', 3000])
  })

  test('leaves the plan does not have are not missing', () => {
    const threeLeaves = planWith({ module: { head: '15', peer: '0' } })
    expect(m(leaves(945, 1911, undefined, 450), [], threeLeaves)).toEqual(['sum', 3306])
    expect(m(leaves(), [], planWith({ dimensions: { module: '0' }, module: { head: '0', tasks: '0', peer: '0', leader: '0' } }))).toEqual(['sum', 0])
  })
})
