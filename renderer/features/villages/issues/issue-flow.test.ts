import { expect, test } from 'vitest'
import { issueButtonsOf, issueFlowSteps, mainIssueStep } from './issue-flow.ts'

const log = [
  { at: '2026-04-01T02:00:00Z', action: 'record', fromState: null, toState: 'recorded' },
  { at: '2026-04-02T02:00:00Z', action: 'dispatch', fromState: 'recorded', toState: 'dispatched' },
  { at: '2026-04-03T18:00:00Z', action: 'accept', fromState: 'dispatched', toState: 'handling' },
] as const

test('done with its day, where it stands, what is ahead', () => {
  expect(issueFlowSteps({ state: 'handling', light: 'red', log }).map(({ key, state, date }) => [key, state, date])).toEqual([
    ['recorded', 'done', '04-01'],
    ['dispatched', 'done', '04-02'],
    ['handling', 'late', '04-04'],
    ['resolved', 'ahead', undefined],
    ['closed', 'ahead', undefined],
  ])
  expect(issueFlowSteps({ state: 'declined', light: 'grey', log: log.slice(0, 1) })[0]).toMatchObject({ state: 'current', note: '不予受理' })
})

test('one button for a 回访, and one that brings it on', () => {
  expect([issueButtonsOf(['close', 'rework']), mainIssueStep(['dispatch', 'settle', 'decline']), mainIssueStep(['decline'])]).toEqual([['close'], 'dispatch', null])
})
