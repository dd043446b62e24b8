import { expect, test } from 'vitest'
import type { ScorerGroup } from '../../../plans/api-types.ts'
import { groupName, meansChart, oddSentences, spreadChart } from './fairness-charts.ts'

const row = { modules: ['大党建'], count: 6, spread: '0.50', lowest: '8.00', highest: '10.00' }
const group: ScorerGroup = {
  rows: [
    { ...row, scorer: '钱一', mean: '9.60', corrected: { mean: '8.90', lowFactor: '0.9271', highFactor: '0.9271' }, oddity: 'high' },
    { ...row, scorer: '孙二', mean: '8.00', corrected: null, oddity: 'same' },
    { ...row, scorer: '李三', mean: '8.40', corrected: { mean: '8.50', lowFactor: '0.9800', highFactor: '1.0400' }, oddity: null },
  ],
  compared: { scorers: 4, mean: '8.50', spread: '0.40' },
}

test('who is out of the ordinary is named with the numbers of the rule', () => {
  expect(oddSentences(group, '模块长评价')).toEqual(['钱一的模块长评价偏高：均分 9.60，各评分人均分平均 8.50，标准差 0.40。', '孙二的模块长评价全部同分：6 人都是 8.00 分。'])
})

test('means before and after stand side by side, with the rows behind them', () => {
  const { option, rows } = meansChart(group)
  expect(option.series).toMatchObject([{ name: '校正前', data: [[9.6, '钱一'], [8, '孙二'], [8.4, '李三']] }, { name: '校正后', data: [[8.9, '钱一'], [8.5, '李三']] }])
  expect(rows.cells).toEqual([['钱一', '6', '9.60', '0.9271', '8.90'], ['孙二', '6', '8.00', '—', '—'], ['李三', '6', '8.40', '0.9800–1.0400', '8.50']])
})

test('boxes are drawn from lowest to highest, groups by their words', () => {
  const { option } = spreadChart([{ group: 'civil', count: 4, mean: '80.00', lowest: '70.00', lowerQuartile: '75.00', median: '80.00', upperQuartile: '85.00', highest: '90.00' }], 'identity')
  expect(option).toMatchObject({ yAxis: { data: ['公务员'] }, series: [{ data: [[70, 75, 80, 85, 90]] }] })
  expect([groupName('age', 'from46'), groupName('module', '大党建')]).toEqual(['46–55 岁', '大党建'])
})
