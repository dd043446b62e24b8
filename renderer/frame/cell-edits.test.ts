import { expect, test } from 'vitest'
import { refusedCells } from './cell-edits.ts'

const edits = [
  { key: 'a', version: 1, changes: { title: '甲', due: '2026-07-01' } },
  { key: 'b', version: 2, changes: { title: '' } },
]

test('a refusal stands at its cell, one of a whole row at each cell that was to change', () => {
  expect(refusedCells([{ id: 'a', field: null, message: '已被他人修改' }, { id: 'b', field: 'title', message: '不能为空' }], edits)).toEqual([
    { key: 'a', field: 'title', reason: '已被他人修改' },
    { key: 'a', field: 'due', reason: '已被他人修改' },
    { key: 'b', field: 'title', reason: '不能为空' },
  ])
})
