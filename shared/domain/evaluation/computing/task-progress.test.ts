import { describe, expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import type { CaseTask, TaskParty } from '../../plans/case.ts'
import { firstQuarter, planWith, presenceWith } from '../example.testing.ts'
import { taskFills } from './task-fill.ts'
import { isDueIn, lateFactor, scoreOwnTasks, scorePart, scoreTaskProgress, taskRules } from './task-progress.ts'
import type { PartyOfTask } from './task-progress.ts'

const plan = planWith()
const rules = taskRules(plan, firstQuarter.freeze)
const presence = presenceWith({ module: 'm1', post: 'p', from: '2025-06-01', to: null })

function part(task: Partial<CaseTask> = {}, party: Partial<TaskParty> = {}): PartyOfTask {
  return {
    task: {
      id: 't', title: '事项', module: 'm1', weight: 1, due: '2026-02-10', status: 'completed', completedOn: '2026-02-10', reworks: 0, quality: null, parties: [],
      ...task,
    },
    party: { staff: 'a', role: 'host', completedOn: null, reworks: null, quality: null, ...party },
  }
}

function m2(parts: readonly PartyOfTask[], rulesOfTrack = rules) {
  const own = scoreOwnTasks(parts, rulesOfTrack)
  return scoreTaskProgress(own, presence, rulesOfTrack.plan, taskFills([]))
}

describe('the factor', () => {
  test.each([
    ['on the due day', part(), ['onTime', 0, '1']],
    ['before it, returned once', part({ completedOn: '2026-01-01', reworks: 1 }), ['returned', 0, '9/10']],
    ['1 day late', part({ completedOn: '2026-02-11' }), ['late', 1, '4/5']],
    ['3 days late and returned: returned no longer matters', part({ completedOn: '2026-02-13', reworks: 2 }), ['late', 3, '4/5']],
    ['4 days late', part({ completedOn: '2026-02-14' }), ['late', 4, '3/5']],
    ['10 days late', part({ completedOn: '2026-02-20' }), ['late', 10, '3/5']],
    ['11 days late', part({ completedOn: '2026-02-21' }), ['late', 11, '2/5']],
    ['on the freeze day', part({ completedOn: '2026-04-05' }), ['late', 54, '2/5']],
    ['after the freeze day', part({ completedOn: '2026-04-06' }), ['afterFreeze', null, '0']],
    ['not completed', part({ status: 'open', completedOn: null }), ['notCompleted', null, '0']],
    ['good', part({ quality: 'good' }), ['onTime', 0, '9/10']],
    ['late and poor', part({ completedOn: '2026-02-12', quality: 'poor' }), ['late', 2, '12/25']],
    ['excellent is the same as unset', part({ quality: 'excellent' }), ['onTime', 0, '1']],
  ])('%s', (_, given, expected) => {
    const { timing, daysLate, factor } = scorePart(given, rules)
    expect([timing, daysLate, rationalText(factor)]).toEqual(expected)
  })

  test('what a party carries itself wins over the task, what is null does not', () => {
    const task = { completedOn: '2026-02-21', reworks: 1, quality: 'poor' } as const
    expect(scorePart(part(task, { completedOn: '2026-02-09', reworks: 0, quality: 'good' }), rules)).toMatchObject({ timing: 'onTime', reworks: 0, quality: 'good' })
    expect(scorePart(part(task), rules)).toMatchObject({ timing: 'late', daysLate: 11, reworks: 1, quality: 'poor' })
    expect(scorePart(part({ status: 'open', completedOn: null }, { completedOn: '2026-02-09' }), rules)).toMatchObject({ timing: 'onTime' })
  })

  test('lateness beyond the last step of a plan without an open end earns nothing', () => {
    const closed = planWith({ tasks: { late: [{ days: 3, factor: '0.8' }] } })
    expect(rationalText(lateFactor(3, closed))).toBe('4/5')
    expect(rationalText(lateFactor(4, closed))).toBe('0')
  })
})

describe('M2', () => {
  test('张三: 4.3 / 4.5 × 20 = 19.11', () => {
    const outcome = m2([
      part({ weight: 2, due: '2026-01-20', completedOn: '2026-01-18' }),
      part({ weight: 1, due: '2026-02-10', completedOn: '2026-02-13' }),
      part({ weight: 3, due: '2026-03-10', completedOn: '2026-03-10' }, { role: 'cohost' }),
    ])
    expect([rationalText(outcome.contributions), rationalText(outcome.bases), outcome.score]).toEqual(['43/10', '9/2', 1911])
  })

  test('王五: 1.8 / 3 × 20 = 12.00', () => {
    const outcome = m2([part({ status: 'open', completedOn: null }), part({ weight: 2, completedOn: '2026-02-09', reworks: 1 })])
    expect([rationalText(outcome.contributions), outcome.score]).toEqual(['9/5', 1200])
  })

  test('revoked, suspended and exempt tasks count for nobody but are shown', () => {
    const outcome = m2([part({ status: 'revoked' }), part({ status: 'suspended' }), part({ status: 'exempt' }), part({ completedOn: '2026-02-11' })])
    expect(outcome).toMatchObject({ score: 1600, leftOut: [{ status: 'revoked' }, { status: 'suspended' }, { status: 'exempt' }] })
  })

  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('a task due on %s belongs to the quarter: %s', (due, expected) => {
    expect(isDueIn(part({ due }).task, firstQuarter)).toBe(expected)
  })
})

describe('no task', () => {
  test('fixed: share × M2max', () => {
    const fixed = planWith({ module: { zeroTask: 'fixed', zeroTaskShare: '0.75' } })
    expect(m2([], taskRules(fixed, firstQuarter.freeze))).toMatchObject({ score: 1500, result: { kind: 'fixed' } })
  })

  test('redistribute: missing', () => {
    const redistribute = planWith({ module: { zeroTask: 'redistribute' } })
    expect(m2([part({ status: 'exempt' })], taskRules(redistribute, firstQuarter.freeze))).toMatchObject({ score: null, result: { kind: 'redistribute' } })
  })

  test('parts of a role without weight are no tasks either (Σ w·r = 0)', () => {
    const hostsOnly = planWith({ tasks: { roles: { cohost: '0' } }, module: { zeroTask: 'fixed' } })
    expect(m2([part({}, { role: 'cohost' })], taskRules(hostsOnly, firstQuarter.freeze))).toMatchObject({ score: 1600, parts: [{ task: 't' }] })
  })
})
