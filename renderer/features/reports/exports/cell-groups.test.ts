import { expect, test } from 'vitest'
import { changedSheets } from './cell-groups.ts'

test('changed cells stand with their sheet', () => {
  expect(changedSheets([{ sheet: '结果汇总', cell: 'M5' }, { sheet: '公示表', cell: 'C3' }, { sheet: '结果汇总', cell: 'M6' }])).toEqual([
    { sheet: '结果汇总', cells: ['M5', 'M6'] },
    { sheet: '公示表', cells: ['C3'] },
  ])
})
