import { expect, test } from 'vitest'
import { exactPlans, planOfTrack } from './plan-of-track.ts'
import { defaultPlan } from './plan-presets.ts'
import type { Plan } from './plan.ts'

const plan: Plan = {
  ...defaultPlan,
  tracks: { leader: { mode: 'coefficient', module: { headBands: { B: '8.5', S: '9.5' }, minVotes: 5 }, tasks: { late: [{ days: null, factor: '0' }] } } },
}

test('an override changes what it names and keeps the rest; arrays are replaced whole', () => {
  const leader = planOfTrack(plan, 'leader')
  expect(leader.mode).toBe('coefficient')
  expect(leader.module).toEqual({ ...defaultPlan.module, headBands: { A: '10', B: '8.5', C: '6', S: '9.5' }, minVotes: 5 })
  expect(leader.tasks).toEqual({ ...defaultPlan.tasks, late: [{ days: null, factor: '0' }] })
  expect(leader.team).toEqual(defaultPlan.team)
})

test('other tracks keep the base', () => {
  expect(planOfTrack(plan, 'staff')).toBe(plan)
})

test('an override that was never validated is an error', () => {
  expect(() => planOfTrack({ ...plan, tracks: { mid: { module: { head: '11' } } } }, 'mid')).toThrow(TypeError)
})

test('each track is read once', () => {
  const planFor = exactPlans(plan, ['leader', 'staff', 'leader'])
  expect(planFor('leader')).toBe(planFor('leader'))
  expect(planFor('leader').minVotes).toBe(5)
  expect(() => planFor('mid')).toThrow(RangeError)
})
