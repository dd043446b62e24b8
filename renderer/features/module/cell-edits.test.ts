import { expect, test } from 'vitest'
import { refusedCells, requireAtMost, sentenceOfSave } from './cell-edits.ts'

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

test('more rows than a call takes are refused with a sentence before anything is sent', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ key: String(index), version: 1, changes: {} }))
  expect(() => requireAtMost(many(1000), '太多')).not.toThrow()
  try {
    requireAtMost(many(1001), '太多')
    expect.unreachable()
  } catch (error) {
    expect(sentenceOfSave(error)).toBe('太多')
  }
})
