import { expect, test } from 'vitest'
import { lightChart, onTimeChart, onTimeFigure, stateChart, vacancyOf, workloadChart } from './overview-charts.ts'

const months = (...rows: readonly (readonly [finished: number, onTime: number])[]) => ({ onTime: rows.map(([finished, onTime], index) => ({ month: `2026-0${String(index + 1)}`, finished, onTime })) })

test.each([
  ['better than last month', months([10, 8], [20, 17]), { value: '85.0', unit: '%', note: '办结 20 件，按时 17 件', comparison: { direction: 'up', welcome: true, text: '较上月 +5.0 个百分点' } }],
  ['worse', months([8, 8], [3, 2]), { value: '66.7', unit: '%', note: '办结 3 件，按时 2 件', comparison: { direction: 'down', welcome: false, text: '较上月 −33.3 个百分点' } }],
  ['the same', months([4, 3], [8, 6]), { value: '75.0', unit: '%', note: '办结 8 件，按时 6 件', comparison: { direction: 'same', text: '与上月持平' } }],
  ['nothing to compare with', months([0, 0], [5, 5]), { value: '100.0', unit: '%', note: '办结 5 件，按时 5 件' }],
  ['nothing finished', months([5, 5], [0, 0]), { value: '—', note: '本月还没有办结的任务' }],
])('the rate of this month: %s', (_, overview, figure) => {
  expect(onTimeFigure(overview)).toEqual(figure)
})

test('the rows behind the rate begin with the newest month, and a month without a task has none', () => {
  expect(onTimeChart(months([0, 0], [3, 2])).rows.cells).toEqual([['2026-02', '3', '2', '66.7%'], ['2026-01', '0', '0', '—']])
})

test('states and lights are told in words', () => {
  expect(stateChart({ byState: [{ state: 'draft', count: 1 }, { state: 'active', count: 12 }] }).rows.cells).toEqual([['草稿', '1'], ['办理中', '12']])
  expect(lightChart({ byLight: { red: 1, yellow: 2, green: 3, grey: 4 } }).rows.cells).toEqual([['超期', '1'], ['预警', '2'], ['正常', '3'], ['未计时', '4']])
})

test('all people stand in the rows behind the workload, the first twelve in the drawing', () => {
  const workload = Array.from({ length: 15 }, (_, index) => ({ staffId: String(index), staffName: `人${String(index)}`, open: 20 - index, red: 2, yellow: 1 }))
  const { option, rows } = workloadChart({ workload })
  expect(rows.cells).toHaveLength(15)
  expect(option).toMatchObject({ yAxis: { data: workload.slice(0, 12).map(({ staffName }) => staffName) }, series: [{ data: Array(12).fill(2) }, { data: Array(12).fill(1) }, { data: workload.slice(0, 12).map(({ open }) => open - 3) }] })
})

test('people beyond the approved number fill nobody else’s vacancy', () => {
  expect(vacancyOf([{ identity: 'civil', approved: 5, inPost: 3, vacant: 2 }, { identity: 'contract', approved: 0, inPost: 4, vacant: -4 }])).toEqual({ approved: 5, inPost: 7, vacant: 2, beyond: 4 })
})
