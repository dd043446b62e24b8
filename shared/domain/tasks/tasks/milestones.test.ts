import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayText } from '../../../lib/calendar-day.ts'
import { milestoneFaults, proposeMilestones } from './milestones.ts'
import { usualMilestones } from './vocabulary.ts'

test.each([
  ['2026-03-01', '2026-03-31', ['2026-03-04', '2026-03-16', '2026-03-25', '2026-03-31']],
  ['2026-03-01', '2026-03-03', ['2026-03-02', '2026-03-03']],
  ['2026-03-01', '2026-03-01', ['2026-03-01']],
  ['2026-03-02', '2026-03-01', []],
])('from %s to %s: %j', (begin, due, days) => {
  expect(proposeMilestones(begin, due, usualMilestones).map((milestone) => milestone.due)).toEqual(days)
})

test('what is proposed has no fault, and its last one is the deadline', () => {
  const day = fc.integer({ min: 20_000, max: 20_400 })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 200 }), (first, length) => {
      const [issuedOn, due] = [dayText(first), dayText(first + length)]
      const proposed = proposeMilestones(issuedOn, due, usualMilestones)
      expect([milestoneFaults(proposed, { issuedOn, due }), proposed.at(-1)?.due]).toEqual([[], due])
    }),
  )
})

test('each fault is found at its place', () => {
  const given = [
    { name: '部署', due: '2026-02-27' },
    { name: ' ', due: '2026-03-10' },
    { name: '整改', due: '2026-03-09' },
    { name: '收尾', due: '2026-04-01' },
  ]
  expect(milestoneFaults(given, { issuedOn: '2026-03-01', due: '2026-03-31' })).toEqual([
    { kind: 'beforeIssue', place: 0, issuedOn: '2026-03-01' },
    { kind: 'nameless', place: 1 },
    { kind: 'backwards', place: 2 },
    { kind: 'afterDue', place: 3, due: '2026-03-31' },
  ])
})
