import { expect, test } from 'vitest'
import { isOffered, pointSteps, stepsOf } from './point-steps.ts'

const head = { capabilities: ['point.declare', 'point.verify'], staffId: 'h1' } as const
const leader = { capabilities: ['point.approve'], staffId: 'l1' } as const

test('a role knows its own steps', () => {
  expect([stepsOf(head), stepsOf(leader), stepsOf({ capabilities: [], staffId: null })]).toEqual([['verify'], ['approve', 'reject'], []])
})

test.each([
  { who: head, point: { state: 'declared', staffId: 'p1' }, offered: ['verify'] },
  { who: head, point: { state: 'verified', staffId: 'p1' }, offered: [] },
  { who: head, point: { state: 'declared', staffId: 'h1' }, offered: [] },
  { who: leader, point: { state: 'declared', staffId: 'p1' }, offered: ['reject'] },
  { who: leader, point: { state: 'verified', staffId: 'p1' }, offered: ['approve', 'reject'] },
  { who: leader, point: { state: 'approved', staffId: 'p1' }, offered: [] },
  { who: leader, point: { state: 'verified', staffId: 'l1' }, offered: [] },
] as const)('$point.state of $point.staffId offers $offered', ({ who, point, offered }) => {
  expect(pointSteps.filter((step) => isOffered(step, point, who))).toEqual(offered)
})
