import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridParts, gridTotal, markText, missingRoles, mostOfPart, rankGrids, readGridPart } from './grid-score.ts'

test.each([
  ['routine', '50', { kind: 'good', value: 5000 }],
  ['routine', '50.01', { kind: 'out_of_range', most: 50 }],
  ['handling', ' 28.5 ', { kind: 'good', value: 2850 }],
  ['opinion', '１９．２５', { kind: 'good', value: 1925 }],
  ['opinion', '', { kind: 'good', value: null }],
  ['bonus', '10.5', { kind: 'out_of_range', most: 10 }],
  ['bonus', '-1', { kind: 'not_a_score' }],
  ['handling', '3.456', { kind: 'not_a_score' }],
  ['handling', '优', { kind: 'not_a_score' }],
] as const)('%s %j', (part, text, reading) => {
  expect(readGridPart(part, text)).toEqual(reading)
})

test('what is written is read again, exactly', () => {
  fc.assert(
    fc.property(fc.constantFrom(...gridParts), fc.nat(5000), (part, value) => {
      const most = mostOfPart[part]
      expect(readGridPart(part, markText(value))).toEqual(value > most ? { kind: 'out_of_range', most: most / 100 } : { kind: 'good', value })
    }),
  )
})

test('the total needs the three parts; places are shared', () => {
  expect([gridTotal({ routine: 4850, handling: 2900, opinion: 1925, bonus: null }), gridTotal({ routine: 5000, handling: 3000, opinion: 2000, bonus: 1000 }), gridTotal({ routine: 5000, handling: null, opinion: 2000, bonus: 1000 })]).toEqual([9675, 11000, null])
  expect(rankGrids([9000, 9500, null, 9000, 8000])).toEqual([2, 1, null, 2, 4])
})

test('一长三员: what is missing on a day', () => {
  expect(missingRoles([{ role: 'head', from: '2026-01-01', to: null }, { role: 'part_time', from: '2026-01-01', to: '2026-03-31' }], '2026-04-01')).toEqual(['full_time', 'part_time', 'instructor'])
})
