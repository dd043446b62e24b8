import { expect, test } from 'vitest'
import { emptyMapping } from '../../../shared/domain/books/template.ts'
import type { FillValue } from './book-values.ts'
import { planFilling } from './plan-filling.ts'
import { valuesOf } from './values.testing.ts'

const people = [82.1, 90, 77.555].map((score) => ({ name: '张敏', score, day: '2026-03-01', idNumber: '1' }))

function filled(text: string, scores = people): FillValue | undefined {
  const { plans } = planFilling([{ name: '表', cells: [{ row: 1, column: 1, text }], merges: [] }], emptyMapping, valuesOf(scores))
  return plans[0]?.cells[0]?.valueOf(0)
}

test.each([
  ['{{结果汇总.总分.平均}}', 83.22],
  ['{{结果汇总.总分.合计}}', 249.66],
  ['{{结果汇总.总分.最高}}', 90],
  ['{{模块对比.人数.平均}}', 8.33],
  ['{{模块对比.人数.合计}}', 25],
])('%s is the number %d', (text, value) => {
  expect(filled(text)).toMatchObject({ kind: 'number', value })
})

test.each([
  ['{{年度}}年平均{{结果汇总.总分.平均}}分', '2026年平均83.22分'],
  ['{{结果汇总.序号}}、{{结果汇总.总分}}分', '1、82.10分'],
  ['共{{结果汇总.行数}}人，最高{{结果汇总.总分.最高}}', '共3人，最高90.00'],
  ['每模块{{模块对比.人数.平均}}人，共{{模块对比.人数.合计}}人', '每模块8.33人，共25人'],
])('%s reads %s', (text, words) => {
  expect(filled(text)).toEqual({ kind: 'text', text: words })
})
