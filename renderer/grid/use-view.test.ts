import { expect, test } from 'vitest'
import { sortAfter } from './use-view.ts'

const up = (field: string) => ({ field, descending: false })
const down = (field: string) => ({ field, descending: true })

test.each([
  ['ascending first', [], 'a', false, [up('a')]],
  ['then descending', [up('a')], 'a', false, [down('a')]],
  ['then none', [down('a')], 'a', false, []],
  ['another column takes its place', [down('a')], 'b', false, [up('b')]],
  ['or follows it', [down('a')], 'b', true, [down('a'), up('b')]],
  ['and turns alone', [down('a'), up('b')], 'b', true, [down('a'), down('b')]],
])('%s', (_, before, field, additional, after) => {
  expect(sortAfter(before, field, additional)).toEqual(after)
})
