import { expect, test } from 'vitest'
import { context, sheetOf, workbookOf } from '../import.testing.ts'
import { recogniseListOf } from './recognise-list.ts'
import { readRank } from './read-number.ts'

const ranks = (rows: Parameters<typeof sheetOf>[0], sheet = 'Sheet1', more = {}) => {
  const found = recogniseListOf('village_ranks', workbookOf(sheetOf(rows, [], sheet)), { ...context, asOf: '2026-07-02', ...more }, {})
  return [found?.quarter ?? null, ...(found?.rows.map(({ cells, read }) => [cells.get('period') ?? null, read]) ?? [])]
}

test('the quarter of a row is its own, else that of the heading, the title, the sheet, the window, 数据日期', () => {
  expect(ranks([['村名', '2026年第二季度名次'], ['上溪村', '第1名']])).toEqual([{ code: '2026Q2', by: 'heading' }, ['2026Q2', '名次 第1名，季度 2026年第二季度']])
  expect(ranks([['清溪镇2026年一季度考核结果'], ['村名', '名次'], ['上溪村', '1']])[0]).toEqual({ code: '2026Q1', by: 'title' })
  expect(ranks([['村名', '名次'], ['上溪村', '1']], '2025年四季度')[0]).toEqual({ code: '2025Q4', by: 'title' })
  expect(ranks([['村名', '名次'], ['上溪村', '1']], 'Sheet1', { quarter: '2026Q1' })).toEqual([{ code: '2026Q1', by: 'chosen' }, ['2026Q1', '名次 1，季度 2026年第一季度']])
  expect(ranks([['村名', '名次'], ['上溪村', '1']])).toEqual([{ code: '2026Q3', by: 'as_of' }, [null, '名次 1，季度 2026年第三季度']])
  expect(ranks([['2025年度'], ['村名', '名次', '季度'], ['上溪村', '1', '二季度'], ['下溪村', '2', '第三季度']])).toEqual([null, ['2025Q2', '名次 1，季度 2025年第二季度'], ['2025Q3', '名次 2，季度 2025年第三季度']])
  expect(ranks([['2026年一季度与二季度'], ['村名', '名次'], ['上溪村', '1']])[0]).toEqual({ code: '2026Q3', by: 'as_of' })
})

test('the day of an honour tells its quarter', () => {
  const found = recogniseListOf('honours', workbookOf(sheetOf([['姓名', '荣誉名称', '级别', '获奖时间'], ['张三', '先进', '市级', '2026年6月'], ['李四', '先进', '市级', '2026-01-05'], ['王五', '先进', '市级', 2026.1]])), context, {})
  expect(found?.rows.map(({ cells, errors }) => [cells.get('period'), errors.filter(({ column }) => column === '季度').length])).toEqual([['2026Q2', 0], ['2026Q1', 0], [undefined, 1]])
})

test.each([['并列第2', '2'], ['一', '1'], ['第十二名', '12'], ['0', null], ['并列', null]])('rank %s', (text, expected) => {
  const read = readRank(text, 'unranked')
  expect(read.is === 'value' ? read.value : null).toBe(expected)
})

test.each([
  ['2026.6.1-2026.6.5', '2026-06-01', '2026-06-05'],
  ['6月3日至6月10日', '2026-06-03', '2026-06-10'],
  ['6月3日至10日', '2026-06-03', '2026-06-10'],
  ['2026年6月1日—2026年11月30日', '2026-06-01', '2026-11-30'],
  ['2026-06-01', '2026-06-01', undefined],
])('leave %s in one cell', (text, from, to) => {
  const found = recogniseListOf('leave', workbookOf(sheetOf([['姓名', '请假类型', '请假时间'], ['张三', '年休', text]])), { ...context, asOf: '2026-07-02' }, {})
  expect([found?.rows[0]?.cells.get('from'), found?.rows[0]?.cells.get('to')]).toEqual([from, to])
})
