import { expect, test } from 'vitest'
import { changeTexts, goodRows, isImportable, issueTexts, refusedRows, statesOf } from './import-rows.ts'

const summary = { new: 3, changed: 2, same: 0, ambiguous: 1, error: 4, taken: 0, importedBefore: null }

test('new and changed rows are taken, unclear and wrong ones stay behind', () => {
  expect([goodRows({ summary }), refusedRows({ summary })]).toEqual([5, 5])
})

test('only the states that occur are offered', () => {
  expect(statesOf({ summary })).toEqual([
    { state: 'new', count: 3 },
    { state: 'changed', count: 2 },
    { state: 'ambiguous', count: 1 },
    { state: 'error', count: 4 },
  ])
})

test('an empty side of a change is named', () => {
  expect([issueTexts({ errors: [{ column: '身份证号', code: 'x', message: '少一位' }] }), changeTexts({ changes: [{ column: '电话', from: null, to: '0570' }] })]).toEqual([['身份证号：少一位'], ['电话：（空） → 0570']])
})

test.each([
  ['花名册.xlsx', true],
  ['花名册.CSV', true],
  ['花名册.xls', false],
  ['xlsx', false],
])('%s', (name, expected) => {
  expect(isImportable(name)).toBe(expected)
})
