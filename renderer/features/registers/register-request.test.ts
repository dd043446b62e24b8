import { expect, test } from 'vitest'
import { filtersFor, registerSortOf } from './register-request.ts'
import type { Column } from './types.ts'

const column = (id: string, type: Column['type']): Column => ({ id, title: id, type, unit: null, options: [], required: false, isUnique: false, inList: true, total: false })
const columns = [column('当事人', 'text'), column('日期', 'date'), column('金额', 'amount'), column('类型', 'choice')]

test('filters of the grid become those of the contract; a column that is gone is left out', () => {
  expect(
    filtersFor(columns, 'mine', [
      { kind: 'text', field: '当事人', contains: ' 张 ' },
      { kind: 'day', field: '日期', from: '2026-01-01', to: null },
      { kind: 'number', field: '金额', min: 1, max: null },
      { kind: 'choice', field: '类型', values: ['邻里', ''] },
      { kind: 'blank', field: '日期', blank: true },
      { kind: 'text', field: '没有的列', contains: '张' },
      { kind: 'text', field: '当事人', contains: ' ' },
    ]),
  ).toEqual([
    { kind: 'flag', flag: 'mine' },
    { kind: 'text', field: '当事人', contains: '张' },
    { kind: 'days', field: '日期', from: '2026-01-01', to: null },
    { kind: 'number', field: '金额', min: 1, max: null },
    { kind: 'choice', field: '类型', oneOf: ['邻里', null] },
    { kind: 'choice', field: '日期', oneOf: [null] },
  ])
})

test('so does the order', () => {
  expect(registerSortOf(columns, [{ field: '金额', descending: true }, { field: '没有的列', descending: false }, { field: 'enteredAt', descending: false }])).toEqual([{ field: '金额', descending: true }, { field: 'enteredAt', descending: false }])
})
