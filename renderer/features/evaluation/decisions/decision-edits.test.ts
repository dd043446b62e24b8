import { expect, test } from 'vitest'
import type { DecisionRow } from './api-types.ts'
import { bySuggestion, readEdits } from './decision-edits.ts'

const person = (staffId: string, changes: Partial<DecisionRow> = {}): readonly [string, DecisionRow] => [
  staffId,
  {
    staffId, staffCode: staffId, staffName: staffId, moduleName: '', postName: '', identity: 'civil', pool: 'civil', module: null, team: null, special: null, deduct: null, total: '90.00',
    place: 'withinQuota', order: 1, suggested: 'good', barred: '', decided: null, reason: null, meeting: null, clause: null, ...changes,
  },
]

const people = new Map([person('a'), person('b', { decided: 'fair_good', reason: '会议研究' })])
const edit = (key: string, changes: Record<string, string | null>) => ({ key, version: 1, changes })

test.each([
  { what: 'the suggestion needs no reason', edits: [edit('a', { decided: 'good' })], rows: [['a', 'good', null]], departing: [], withoutGrade: [] },
  { what: 'a departure does', edits: [edit('a', { decided: 'average' })], rows: [['a', 'average', null]], departing: ['a'], withoutGrade: [] },
  { what: 'a departure pasted with its reason', edits: [edit('a', { decided: 'average', reason: '研究' })], rows: [['a', 'average', '研究']], departing: [], withoutGrade: [] },
  { what: 'another grade drops the old reason', edits: [edit('b', { decided: 'good' })], rows: [['b', 'good', null]], departing: [], withoutGrade: [] },
  { what: 'a new reason keeps the grade', edits: [edit('b', { reason: '重新研究' })], rows: [['b', 'fair_good', '重新研究']], departing: [], withoutGrade: [] },
  { what: 'an emptied grade is taken back', edits: [edit('b', { decided: null })], rows: [['b', null, null]], departing: [], withoutGrade: [] },
  { what: 'a reason alone decides nothing', edits: [edit('a', { reason: '研究' })], rows: [['a', null, '研究']], departing: [], withoutGrade: ['a'] },
])('$what', ({ edits, rows, departing, withoutGrade }) => {
  const read = readEdits(edits, people)
  expect([read.rows.map(({ staffId, grade, reason }) => [staffId, grade, reason]), read.departing.map(({ staffId }) => staffId), read.withoutGrade]).toEqual([rows, departing, withoutGrade])
})

test('按建议审定 leaves 线上同分 to the meeting unless they are ticked, and nobody is decided twice', () => {
  const rows = [person('a'), person('b', { place: 'tiedAtLine' }), person('c', { decided: 'good' })].map(([, row]) => row)
  const names = (selected: readonly string[]) => {
    const { taken, leftOut } = bySuggestion(rows, new Set(selected))
    return [taken, leftOut].map((list) => list.map(({ staffId }) => staffId))
  }
  expect([names([]), names(['b', 'c'])]).toEqual([[['a'], ['b']], [['b'], []]])
})
