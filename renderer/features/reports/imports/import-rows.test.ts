import { expect, test } from 'vitest'
import { changeTexts, changedRows, goodRows, isImportable, issueTexts, refusedRows, severalPeopleRows, statesOf, type ImportRow } from './import-rows.ts'

const summary = { new: 3, changed: 2, same: 0, skipped: 2, ambiguous: 1, error: 4, taken: 0, importedBefore: null }

test('new and changed rows are taken, unclear and wrong ones stay behind', () => {
  expect([goodRows({ summary }), refusedRows({ summary })]).toEqual([5, 5])
})

test('only the states that occur are offered', () => {
  expect(statesOf({ summary })).toEqual([
    { state: 'new', count: 3 },
    { state: 'changed', count: 2 },
    { state: 'skipped', count: 2 },
    { state: 'ambiguous', count: 1 },
    { state: 'error', count: 4 },
  ])
})

const row = (number: number, state: ImportRow['state'], name = '张三'): ImportRow => ({ row: number, state, name, errors: [], changes: [], read: '', candidates: [] })

test('rows that name several people are counted, and rows that do something else by now are named once', () => {
  const before = [row(3, 'new'), row(3, 'new', '李四'), row(4, 'new'), row(5, 'new')]
  expect([severalPeopleRows({ rows: before }), severalPeopleRows({ rows: before.slice(1) })]).toEqual([1, 0])
  expect(changedRows({ rows: before }, { rows: [row(3, 'same'), row(3, 'same', '李四'), row(4, 'new'), row(5, 'error')] })).toEqual([3, 5])
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
