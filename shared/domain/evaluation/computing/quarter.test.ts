import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decimalText } from '../../../lib/decimal.ts'
import { rationalText } from '../../../lib/rational.ts'
import { person, quarterCase } from '../example.testing.ts'
import type { QuarterCaseDocument } from '../example.testing.ts'
import type { QuarterOutcome } from './outcome.ts'
import { parseCase } from '../reading/parse-case.ts'
import { defaultPlan } from '../../plans/plan-presets.ts'
import { evaluateQuarter } from './quarter.ts'
import { quarterResult } from '../results/result-document.ts'

function evaluate(json: unknown): QuarterOutcome {
  const parsed = parseCase(json)
  if (parsed.kind !== 'quarter') throw new Error(JSON.stringify(parsed))
  return evaluateQuarter(parsed.input)
}

function outcomeOf(changes: Partial<QuarterCaseDocument>): QuarterOutcome {
  return evaluate(quarterCase(changes))
}

describe('the worked example, explained', () => {
  const workedExample: unknown = JSON.parse(readFileSync(new URL('../cases/worked-example.case.json', import.meta.url), 'utf8'))
  const outcome = evaluate(workedExample)
  const [zhangSan, liSi, wangWu] = outcome.people

  test('the default plan is its plan', () => {
    const parsed = parseCase(workedExample)
    expect(parsed.kind === 'quarter' && parsed.input.plan).toEqual(defaultPlan)
  })

  test('张三: 10 × 0.90 × 1.05 = 9.45', () => {
    const [rating] = zhangSan?.module.headRating?.ratings ?? []
    expect(rating).toMatchObject({ module: 'govern', scorer: 'head-govern', days: 90 })
    expect(rating?.correction && [rating.correction.trackMean, rating.correction.group.mean, rating.correction.factor, rating.correction.value].map(rationalText)).toEqual([
      '81/10', '9', '9/10', '189/20',
    ])
  })

  test('李四: two modules, no tasks, both filled from their own module', () => {
    expect(liSi?.moduleDays).toEqual([{ module: 'econ', days: 45, latestStart: '2026-02-15' }, { module: 'service', days: 45, latestStart: '2025-06-01' }])
    expect(liSi?.module.taskProgress?.result).toMatchObject({ kind: 'module_mean', modules: [{ module: 'econ', source: 'module', people: 2 }, { module: 'service', people: 2 }] })
    expect(liSi?.flags).toEqual(['noTasks'])
  })

  test('王五: 12 days sick, 78 of coverage', () => {
    expect(wangWu?.team.service).toMatchObject({ coverage: 78, score: 1385 })
    expect(wangWu?.duty).toMatchObject({ coveredDays: 90, dutyDays: 78, valid: true })
    expect(wangWu?.module.how).toMatchObject({ kind: 'rescaled', present: 2160 })
  })

  test('in coefficient mode the totals are 102.01, 80.94, 61.61', () => {
    const { plan, ...rest } = JSON.parse(JSON.stringify(workedExample))
    const inCoefficientMode = evaluate({ ...rest, plan: { ...plan, mode: 'coefficient' } })
    expect(quarterResult(inCoefficientMode).results.slice(0, 3).map((result) => [result.coefficient, result.total])).toEqual([
      ['1.0500', '102.01'], ['1.0000', '80.94'], ['0.9800', '61.61'],
    ])
  })

  test('pools say how the quota came about', () => {
    expect(outcome.pools.map(({ pool, people, exact, quota, good }) => [pool, people, decimalText(exact, 1), quota, good])).toEqual([
      ['civil', 12, '4.8', 4, 1], ['institution', 1, '0.4', 0, 0], ['dispatched', 1, '0.4', 0, 0],
    ])
  })
})

describe('who is scored', () => {
  test('neither 党政正职 nor people without an assignment day', () => {
    const outcome = outcomeOf({
      staff: [person({ id: 'boss', track: 'excluded' }), person({ id: 'gone', assignments: [{ module: 'm1', post: 'p', from: '2025-01-01', to: '2025-12-31' }] }), person()],
    })
    expect(outcome.people.map((scored) => scored.staff)).toEqual(['a'])
    expect(outcome.unscored).toEqual([{ staff: 'boss', why: 'excluded' }, { staff: 'gone', why: 'noAssignmentDay' }])
  })

  test('their ratings and scores move nobody else', () => {
    const rated = ['a', 'b', 'c'].map((id) => ({ scorer: 'h', staff: id, module: 'm1', band: null, score: '8' }))
    const staff = ['a', 'b', 'c'].map((id) => person({ id }))
    const alone = outcomeOf({ staff, headRatings: rated })
    const withBoss = outcomeOf({ staff: [...staff, person({ id: 'boss', track: 'excluded' })], headRatings: [...rated, { scorer: 'h', staff: 'boss', module: 'm1', band: 'A', score: null }] })
    expect(withBoss.people).toEqual(alone.people)
  })

  test('nobody at all is a result too', () => {
    expect(quarterResult(outcomeOf({ staff: [] }))).toEqual({ format: 'township-result/1', period: '2026Q1', results: [] })
  })
})

describe('tracks', () => {
  const leaderPlan = {
    ...defaultPlan,
    tracks: { leader: { mode: 'coefficient', dimensions: { module: '50' }, module: { head: '20', headBands: { A: '20' } }, team: { tiers: ['20', '10', '5'] } } },
  } as const

  test('an override changes mode, maxima, bands and tiers of its track alone', () => {
    const outcome = outcomeOf({
      plan: leaderPlan,
      staff: [person({ id: 'a' }), person({ id: 'l', track: 'leader' })],
      headRatings: ['a', 'l'].map((id) => ({ scorer: 'h', staff: id, module: 'm1', band: 'A', score: null })),
      villages: [{ id: 'v1', name: '', quarterRank: 1 }, { id: 'v2', name: '', quarterRank: 2 }],
      teamMembers: ['a', 'l'].map((id) => ({ staff: id, village: 'v2', from: '2025-01-01', to: null })),
    })
    expect(outcome.people.map(({ mode, leaves, pool }) => [mode, leaves.M1, leaves.T1, pool])).toEqual([
      ['additive', 1000, 1600, 'civil'], ['coefficient', 2000, 1000, 'leader'],
    ])
  })

  test('means and fills are taken within the track, ranks across', () => {
    const outcome = outcomeOf({
      staff: [person({ id: 'a' }), person({ id: 'b' }), person({ id: 'l', track: 'leader' })],
      leaderScores: [{ scorer: 'x', staff: 'a', score: '5' }, { scorer: 'x', staff: 'l', score: '2' }],
      tasks: [
        {
          id: 't', title: '', module: 'm1', weight: 1, due: '2026-02-01', status: 'completed', completedOn: '2026-02-01', reworks: 0, quality: null,
          parties: [{ staff: 'a', role: 'host', completedOn: null, reworks: null, quality: null }],
        },
      ],
    })
    expect(outcome.people.map(({ module, leaves, ranks }) => [module.how.kind, leaves.M2, ranks.town])).toEqual([['rescaled', 2000, 1], ['rescaled', 2000, 1], ['rescaled', 1600, 3]])
  })
})

describe('pieces that do not exist', () => {
  test('a plan without points has no leaves, no flags of leaves, and a total of 0', () => {
    const nothing = {
      ...defaultPlan,
      dimensions: { post: '0', module: '0', team: '0', specialCap: '0', deductCap: '0' },
      module: { ...defaultPlan.module, head: '0', tasks: '0', peer: '0', leader: '0' },
      team: { ...defaultPlan.team, result: '0', service: { ...defaultPlan.team.service, max: '0' } },
    }
    const outcome = outcomeOf({ plan: nothing, teamMembers: [{ staff: 'a', village: 'v1', from: '2025-01-01', to: null }] })
    expect(quarterResult(outcome).results[0]).toMatchObject({ leaves: {}, total: '0.00', flags: [], grade: 'poor' })
  })

  test('someone about whom nothing is known is flagged, not silently 0', () => {
    const outcome = outcomeOf({ plan: { ...defaultPlan, module: { ...defaultPlan.module, zeroTask: 'redistribute' } } })
    expect(quarterResult(outcome).results[0]).toMatchObject({ leaves: { P: '18.00', X: '0.00', D: '0.00' }, flags: ['noScore', 'noTasks', 'noTeam'] })
  })

  test('a person outside every pool ranks among such people', () => {
    const outcome = outcomeOf({ plan: { ...defaultPlan, pools: [] }, staff: [person(), person({ id: 'b' })] })
    expect(quarterResult(outcome).results.map((result) => [result.pool, result.rankPool])).toEqual([[null, 1], [null, 1]])
  })
})

describe('a valid period', () => {
  const staff = (leave: 'sick' | 'annual', to: string) => [person({ leaves: [{ kind: leave, from: '2026-01-01', to }] })]

  test.each([
    ['45 of 90 days on duty', staff('sick', '2026-02-14'), true],
    ['44 of them', staff('sick', '2026-02-15'), false],
    ['leave of another kind', staff('annual', '2026-03-31'), true],
  ])('%s', (_, people, valid) => {
    expect(outcomeOf({ staff: people }).people[0]?.duty.valid).toBe(valid)
  })

  test('a grade needs it', () => {
    expect(outcomeOf({ staff: staff('sick', '2026-03-01') }).people[0]?.grade).toMatchObject({ grade: 'no_grade', reason: { kind: 'periodNotValid' } })
  })
})
