import { expect, test } from 'vitest'
import type { HistoryRow } from '../../../plans/api-types.ts'
import { historyChart } from './history-chart.ts'

function row(code: string, total: string, poolMedian: string | null): HistoryRow {
  return {
    code, total, poolMedian, kind: code.includes('Q') ? 'quarter' : 'year', start: '2025-01-01', identity: 'civil', resultVersion: 1, state: 'published', moduleName: '大党建', postName: '业务岗',
    pool: 'civil', poolSize: 9, dimensions: null, ranks: null, validPeriod: true, grade: 'good', decidedGrade: null,
  }
}

test('draws quarters over the years with the median of the pool; years are no points of it', () => {
  const { option, rows } = historyChart([row('2025Q4', '80.10', '79.00'), row('2025', '81.00', null), row('2026Q1', '90.00', null)])
  expect(option.xAxis).toMatchObject({ data: ['25年4季', '26年1季'] })
  expect(option.series).toMatchObject([{ name: '本人', data: [80.1, 90] }, { name: '序列中位数', data: [79, '-'] }])
  expect(rows.cells).toEqual([['2025年第四季度', '80.10', '79.00'], ['2026年第一季度', '90.00', '—']])
})
