import { describe, expect, test } from 'vitest'
import { emptyMapping, type TemplateMapping } from '../../../shared/domain/reports/templates/template.ts'
import type { FillValue } from './book-values.ts'
import { planFilling } from './plan-filling.ts'
import { valuesOf } from './values.testing.ts'

const people = [82.1, 90, 77.555].map((score) => ({ name: '张敏', score, day: '2026-03-01', idNumber: '1' }))

function filled(text: string, scores = people): FillValue | undefined {
  return planFilling([{ name: '表', cells: [{ row: 1, column: 1, text }], merges: [], headers: [] }], emptyMapping, valuesOf(scores))[0]?.cells[0]?.valueOf(0)
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

describe('one of the columns that stand for each of a list', () => {
  const values = { ...valuesOf(people), tables: [...valuesOf(people).tables, { key: 'votes', name: '互评', fields: [{ key: 'votes:0', heading: '好票', group: null }, { key: 'votes:1', heading: '较好票', group: null }], columns: (fields: readonly string[]) => fields.map((field): FillValue[] => [{ kind: 'text', text: field }]) }] }
  const sheet = (text: string) => ({ name: '表', cells: [{ row: 3, column: 2, text }], merges: [], headers: [] })
  const mapped = (field: string): TemplateMapping => ({ cells: [{ sheet: '表', cell: 'B3', use: { kind: 'column', table: 'votes', field } }], spare: [] })
  const plan = (text: string, mapping: TemplateMapping) => planFilling([sheet(text)], mapping, values)[0]?.cells[0]?.valueOf(0)

  test('is found by its name', () => {
    expect([plan('{{互评.较好票}}', emptyMapping), plan('', mapped('较好 票'))]).toEqual([{ kind: 'text', text: 'votes:1' }, { kind: 'text', text: 'votes:1' }])
  })

  test('is not left blank where there is none of that name; a table without any data is', () => {
    const sentence = '“表”B3 要填的“互评.丙票”在这次的数据里没有（有：好票、较好票），请改填别的，或清除这一处'
    expect(() => plan('{{互评.丙票}}', emptyMapping)).toThrow(sentence)
    expect(() => plan('', mapped('丙票'))).toThrow(sentence)
    expect(plan('前{{没有的表.丙票}}后', emptyMapping)).toEqual({ kind: 'text', text: '前后' })
  })
})
