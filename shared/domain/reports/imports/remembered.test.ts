import { describe, expect, test } from 'vitest'
import { rememberedHeadings } from './find-table.ts'
import { context, sheetOf, workbookOf } from './import.testing.ts'
import type { RawWorkbook } from '../../cells/raw-workbook.ts'
import { recognise, type Reading } from './recognise.ts'
import type { ImportChoice, RememberedReading } from './types.ts'

function read(workbook: RawWorkbook, reading: Reading) {
  const found = recognise('leave', workbook, context, reading)
  if (found.kind !== 'table') return null
  return { sender: found.sender, columns: found.table.columns, keys: found.table.columns.map(({ key }) => key), names: found.rows.map(({ row, draft }) => [row, 'cells' in draft ? draft.cells['name'] : null]) }
}

/** Read as chosen by hand, remembered, and read again from that alone. */
function readAgain(workbook: RawWorkbook, choice: ImportChoice) {
  const first = read(workbook, { choice })
  const remembered: RememberedReading = { sender: '党政办', headings: rememberedHeadings(first?.columns ?? []), words: {} }
  return { first, again: read(workbook, { remembered: [remembered] }) }
}

describe('a list that is remembered is read again', () => {
  const twice = workbookOf(sheetOf([['姓名', '类别', '开始日期', '结束日期', '备注', '开始日期'], ['张三', '年休假', '2026-04-01', '2026-04-02', '', '2026-04-03']]))

  test.each([
    ['the first', { 1: 'name', 2: 'kind', 3: 'from', 4: 'to', 5: null, 6: null }, ['name', 'kind', 'from', 'to', null, null]],
    ['the second', { 1: 'name', 2: 'kind', 3: null, 4: 'to', 5: null, 6: 'from' }, ['name', 'kind', null, 'to', null, 'from']],
  ])('with the same heading twice, of which %s is read', (_, columns, keys) => {
    const { first, again } = readAgain(twice, { sheet: '花名册', headerRow: 1, columns })
    expect([first?.keys, again?.keys, again?.sender]).toEqual([keys, keys, '党政办'])
  })

  const upper = ['序号', '姓名', '甲', '起止时间']
  const lower = [null, null, null, '起', '止']
  const title = ['请假登记']
  const body = [1, '张三', '年休假', '2026-04-01', '2026-04-02']
  const merges = [[2, 1, 3, 1], [2, 2, 3, 2], [2, 3, 3, 3], [2, 4, 2, 5]] as const

  test.each([['merged downwards', merges], ['not merged', [[2, 4, 2, 5]] as const]])('with headings over two rows, %s', (_, ranges) => {
    const { first, again } = readAgain(workbookOf(sheetOf([title, upper, lower, body], ranges)), { sheet: '花名册', headerRow: 3, columns: { 3: 'kind' } })
    expect([again?.keys, again?.sender, again?.names]).toEqual([['seq', 'name', 'kind', 'from', 'to'], '党政办', [[4, '张三']]])
    expect(first?.keys).toEqual(again?.keys)
  })

  test('with headings over two rows of which none was recognised', () => {
    const foreign = workbookOf(sheetOf([['甲', '乙', '丙'], [null, null, '丁', '戊'], ['张三', '年休假', '2026-04-01', '2026-04-02']], [[1, 1, 2, 1], [1, 2, 2, 2], [1, 3, 1, 4]]))
    const { first, again } = readAgain(foreign, { sheet: '花名册', headerRow: 2, columns: { 1: 'name', 2: 'kind', 3: 'from', 4: 'to' } })
    expect([first?.keys, again?.keys, again?.sender]).toEqual([['name', 'kind', 'from', 'to'], ['name', 'kind', 'from', 'to'], '党政办'])
  })
})
