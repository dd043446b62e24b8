import { expect, test } from 'vitest'
import { meetingsDue, type MeetingFacts } from './meetings-due.ts'
import { groupStateOf } from './state.ts'

const group: MeetingFacts = { approvalNo: '清委〔2026〕1号', from: '2026-01-05', to: null, dissolvedOn: null, lastWeekly: '2026-06-01', lastMonthly: '2026-05-28' }

test.each<[Partial<MeetingFacts>, string, readonly string[]]>([
  [{}, '2026-06-08', []],
  [{}, '2026-06-09', ['weekly']],
  [{}, '2026-06-26', ['weekly', 'monthly']],
  [{ lastWeekly: '2026-06-22' }, '2026-06-25', []],
  [{ lastWeekly: '2026-06-22', lastMonthly: '2026-06-03' }, '2026-06-28', []],
  [{ lastWeekly: null, from: '2026-06-20' }, '2026-06-27', ['monthly']],
  [{ lastWeekly: null, lastMonthly: null, from: '2026-06-20' }, '2026-06-28', ['weekly', 'monthly']],
  [{ lastWeekly: '2026-06-05', lastMonthly: '2026-04-28' }, '2026-06-08', ['monthly']],
  [{ lastWeekly: '2026-06-05', lastMonthly: '2026-06-02' }, '2026-06-08', []],
  [{ lastWeekly: '2026-01-05', lastMonthly: null, from: '2025-12-20' }, '2026-01-06', ['monthly']],
  [{ lastWeekly: '2026-06-05', lastMonthly: null, from: '2026-06-01' }, '2026-06-08', []],
  [{ approvalNo: null }, '2026-06-26', []],
  [{ to: '2026-06-10' }, '2026-06-26', []],
  [{ dissolvedOn: '2026-06-10' }, '2026-06-26', []],
  [{ from: '2026-07-01' }, '2026-06-26', []],
])('%j on %s', (change, today, due) => {
  expect(meetingsDue({ ...group, ...change }, today)).toEqual(due)
})

test('where a group stands', () => {
  expect([groupStateOf({ ...group, approvalNo: null }, '2026-06-01'), groupStateOf(group, '2026-06-01'), groupStateOf({ ...group, to: '2026-05-31' }, '2026-06-01'), groupStateOf({ ...group, dissolvedOn: '2026-05-31' }, '2026-06-01')]).toEqual(['proposed', 'active', 'expired', 'dissolved'])
})
