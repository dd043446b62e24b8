import { expect, test } from 'vitest'
import { readEdits, type Entry } from './entry-edits.ts'

const scale = { max: '10', bands: [{ band: 'A', points: '10' }, { band: 'B', points: '8' }] }
const present: readonly Entry[] = [
  { staffId: 'p1', band: 'A', score: null, note: '带队攻坚', version: 1 },
  { staffId: 'p2', band: null, score: '8.5', note: null, version: 3 },
]
const read = (changes: readonly { readonly key: string; readonly changes: Record<string, string | null> }[]) =>
  readEdits(changes.map((row) => ({ ...row, version: 2 })), (staffId) => present.find((entry) => entry.staffId === staffId), () => scale)

test('a band takes the place of a score and the note stays', () => {
  expect(read([{ key: 'p2', changes: { given: 'b' } }, { key: 'p1', changes: { given: '9' } }])).toEqual({
    entries: [
      { staffId: 'p2', band: 'B', score: null, note: null, version: 2 },
      { staffId: 'p1', band: null, score: '9', note: '带队攻坚', version: 2 },
    ],
    refused: [],
  })
})

test('a note leaves the score as it is; an emptied cell clears', () => {
  expect(read([{ key: 'p2', changes: { note: ' 病假较多 ' } }, { key: 'p1', changes: { given: null, note: '' } }]).entries).toEqual([
    { staffId: 'p2', band: null, score: '8.5', note: '病假较多', version: 2 },
    { staffId: 'p1', band: null, score: null, note: null, version: 2 },
  ])
})

test('what is no score is refused in its cell', () => {
  expect(read([{ key: 'p1', changes: { given: 'D' } }])).toEqual({ entries: [], refused: [{ key: 'p1', field: 'given', reason: '“D”不能作为评分，请输入 A、B 之一，或 0 到 10、最多两位小数的分数。' }] })
})
