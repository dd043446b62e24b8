import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { QuarterInput } from '../../plans/case.ts'
import { person, quarterCase } from '../example.testing.ts'
import { parseCase } from '../reading/parse-case.ts'
import { defaultYearRule } from '../../plans/plan-document.ts'
import { defaultPlan } from '../../plans/plan-presets.ts'
import type { Plan } from '../../plans/plan.ts'
import { evaluateQuarter } from '../computing/quarter.ts'
import { Draw, randomQuarterCase } from '../random-case.testing.ts'
import { randomTownship, townshipSeeds } from '../random-township.testing.ts'
import { randomPlan } from '../random-plan.testing.ts'
import { inputUnder, isMoved, trialDoubts, tryPlan, type Trial } from './trial.ts'

const folder = new URL('../cases/', import.meta.url)

function inputOf(json: unknown): QuarterInput | null {
  const parsed = parseCase(json)
  return parsed.kind === 'quarter' ? parsed.input : null
}

function tried(input: QuarterInput, plan: Plan): Trial {
  const answer = tryPlan(input, plan)
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.issues))
  return answer.trial
}

function expectNothingMoved(input: QuarterInput): void {
  expect(inputUnder(input, input.plan)).toEqual(input)
  const { people, pools } = tried(input, structuredClone(input.plan))
  expect(people.length).toBe(evaluateQuarter(input).people.length)
  for (const one of people) expect([one.causes, one.after]).toEqual([[], one.before])
  for (const { before, after } of pools) expect(after).toEqual(before)
  expect(people.some(isMoved)).toBe(false)
}

describe('unchanged constants change nothing', () => {
  test('in random townships', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const input = inputOf(randomQuarterCase(seed))
        if (input !== null) expectNothingMoved(input)
      }),
      { seed: 20260626, numRuns: 200 },
    )
  })

  test('in whole townships where people tie and pools fill', () => {
    for (const seed of townshipSeeds(20)) expectNothingMoved(randomTownship(seed))
  })

  test.each(readdirSync(folder).filter((name) => name.endsWith('.case.json')))('%s', (name) => {
    const input = inputOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (input !== null) expectNothingMoved(input)
  })
})

test('what a total changes by is what its causes add up to, under any plan', () => {
  let trials = 0
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, other) => {
      const input = inputOf(randomQuarterCase(seed))
      if (input === null) return
      const answer = tryPlan(input, randomPlan(new Draw(other)))
      if (answer.kind === 'refused') return
      trials += 1
      for (const { before, after, causes } of answer.trial.people) {
        expect(causes.reduce((sum, { delta }) => sum + delta, 0)).toBe(after.total - before.total)
        expect(causes.every(({ delta }) => delta !== 0)).toBe(true)
      }
      for (const { before, after } of answer.trial.pools) {
        for (const side of [before, after]) if (side !== null) expect(Object.values(side.grades).reduce((sum, count) => sum + count, 0)).toBe(side.people)
      }
    }),
    { seed: 20260627, numRuns: 200 },
  )
  expect(trials).toBeGreaterThan(100)
})

const rated = quarterCase({
  staff: ['a', 'b', 'c', 'd'].map((id) => person({ id, name: id })),
  headRatings: [
    { scorer: 'h', staff: 'a', module: 'm1', band: 'A', score: null },
    { scorer: 'h', staff: 'b', module: 'm1', band: null, score: '9' },
    { scorer: 'h', staff: 'c', module: 'm1', band: 'C', score: null },
    { scorer: 'h', staff: 'd', module: 'm1', band: null, score: '5' },
  ],
  leaderScores: ['a', 'b', 'c', 'd'].map((staff) => ({ scorer: 'l', staff, score: '4' })),
})

test('direct scores are taken in proportion to another maximum, and the leaf that moved a total is named', () => {
  const input = inputOf(rated)
  if (input === null) throw new Error('refused')
  const plan: Plan = { ...defaultPlan, dimensions: { ...defaultPlan.dimensions, module: '45' }, module: { ...defaultPlan.module, leader: '10' } }
  expect(inputUnder(input, plan).leaderScores.map(({ score }) => score)).toEqual(['8.000000', '8.000000', '8.000000', '8.000000'])
  const [first] = tried(input, plan).people
  expect(first?.causes.find(({ cause }) => cause === 'M4')).toEqual({ cause: 'M4', delta: 400 })
})

test('another quota moves grades and no total', () => {
  const input = inputOf(rated)
  if (input === null) throw new Error('refused')
  const low: Plan = { ...input.plan, quarterGrades: { ...input.plan.quarterGrades, good: '0', quota: '0.25', fairGood: '0', average: '0' } }
  const { people, pools } = tried({ ...input, plan: low }, { ...low, quarterGrades: { ...low.quarterGrades, quota: '0.5' } })
  expect(people.map(({ causes }) => causes)).toEqual([[], [], [], []])
  expect(people.map(({ before, after }) => [before.grade, after.grade])).toEqual([['good', 'good'], ['fair_good', 'good'], ['fair_good', 'fair_good'], ['fair_good', 'fair_good']])
  expect(pools.map(({ pool, before, after }) => [pool, before?.quota, after?.quota])).toEqual([['civil', 1, 2]])
})

test('a band that was given and is not in the plan refuses the trial', () => {
  const input = inputOf(rated)
  if (input === null) throw new Error('refused')
  expect(tryPlan(input, { ...defaultPlan, module: { ...defaultPlan.module, headBands: { A: '10', B: '8' } } })).toMatchObject({ kind: 'refused', issues: [{ path: 'headRatings[2].band', code: 'unknown_value' }] })
})

test('what makes no sense about the plan that is tried is named, but for what the period’s own plan says already', () => {
  const own = { quarter: defaultPlan, year: defaultYearRule }
  const votesOf = (minVotes: number) => ({ ...own, quarter: { ...defaultPlan, module: { ...defaultPlan.module, minVotes } } })
  expect(trialDoubts(own, votesOf(1))).toEqual([{ path: 'quarter.module.minVotes', message: '为 1 票，须至少 3 票，否则能从得分看出谁投了什么' }])
  expect(trialDoubts(votesOf(2), votesOf(2))).toEqual([])
  expect(trialDoubts(votesOf(2), votesOf(1)).length).toBe(1)
  expect(trialDoubts(own, { ...own, quarter: { ...defaultPlan, tracks: { leader: { module: { minVotes: 2 } } } } }).map(({ path }) => path)).toEqual(['quarter.tracks.leader.module.minVotes'])
})
