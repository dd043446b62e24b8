import { expect, test } from 'vitest'
import type { TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { lastSubmittedOn, stepsOf } from './batch.ts'

const task = (id: string, ...allowedSteps: TaskAction[]) => ({ id, allowedSteps })

test('the steps of many tasks, each with those that allow it, in the order of the flow; a feedback is no step of many', () => {
  const [a, b, c] = [task('a', 'accept', 'revoke'), task('b', 'feedback', 'submit', 'revoke'), task('c')]
  expect(stepsOf([a, b, c])).toEqual([{ step: 'accept', tasks: [a] }, { step: 'submit', tasks: [b] }, { step: 'revoke', tasks: [a, b] }])
  expect(stepsOf([c])).toEqual([])
})

test.each([
  [['2026-06-03', null, '2026-06-12'], '2026-06-12'],
  [[null], null],
  [[], null],
] as const)('of %j the last day of handing in is %s', (days, last) => {
  expect(lastSubmittedOn(days.map((submittedOn) => ({ submittedOn })))).toBe(last)
})
