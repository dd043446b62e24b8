import { expect, test } from 'vitest'
import { draftOf, meetingIds, meetingRowOf, readMeeting, type MeetingDraft } from './meeting-form.ts'

const draft: MeetingDraft = { ...draftOf(null, 'm', '2026-06-03'), title: ' 例会 ', time: '9点半' }

test('a whole draft; no exception is kept for another day than a Tuesday', () => {
  expect(readMeeting({ ...draft, exceptionReason: '急', exceptionBy: 'p' })).toEqual({
    kind: 'good',
    input: { title: '例会', date: '2026-06-03', time: '09:30', place: null, moduleId: 'm', convenerId: null, attendees: null, exceptionReason: null, exceptionBy: null, minutes: null },
  })
  expect(readMeeting({ ...draft, date: '2026-06-02', exceptionReason: '防汛', exceptionBy: 'p' })).toMatchObject({ kind: 'good', input: { exceptionReason: '防汛', exceptionBy: 'p' } })
})

test.each([
  [{ title: ' ' }, [meetingIds.title]],
  [{ title: '长'.repeat(201) }, [meetingIds.title]],
  [{ date: '2026-02-30' }, [meetingIds.date]],
  [{ time: '25:00' }, [meetingIds.time]],
  [{ module: null }, [meetingIds.moduleId]],
  [{ date: '2026-06-02' }, [meetingIds.exceptionReason, meetingIds.exceptionBy]],
  [{ date: '2026-06-02', exceptionReason: '防汛' }, [meetingIds.exceptionBy]],
  [{ date: '2026-06-02', exceptionBy: 'p' }, [meetingIds.exceptionReason]],
] as const)('%j', (change, ids) => {
  const reading = readMeeting({ ...draft, ...change })
  expect(reading.kind === 'bad' ? reading.faults.map(({ id }) => id) : []).toEqual(ids)
})

test('a fault of the host finds its row', () => {
  expect(['exceptionBy', 'nonsense'].map(meetingRowOf)).toEqual([meetingIds.exceptionBy, ''])
})
