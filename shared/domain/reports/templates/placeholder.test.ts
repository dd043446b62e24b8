import { describe, expect, test } from 'vitest'
import { isKnown, nameOfUse, piecesOf, resolvePlaceholder } from './placeholder.ts'
import type { Catalogue } from './template.ts'

const catalogue: Catalogue = [
  { key: 'summary', name: '结果汇总', fields: [{ key: 'name', heading: '姓名', group: null }, { key: 'total', heading: '总分', group: null }] },
  { key: 'ratings', name: '模块评分明细', fields: [{ key: 'votes', heading: '{name}票', group: '互评(票/均分)' }, { key: 'peer', heading: '均分', group: '互评(票/均分)' }, { key: 'leader', heading: '均分', group: '领导评分' }] },
  { key: 'comparison', name: '模块对比', fields: [{ key: 'people', heading: '人数', group: null }] },
]

test.each([
  ['填报单位：{{乡镇}}', [{ kind: 'words', text: '填报单位：' }, { kind: 'placeholder', text: '乡镇' }]],
  ['｛｛ 结果汇总．姓名 ｝｝', [{ kind: 'placeholder', text: '结果汇总．姓名' }]],
  ['{{a}}{{b}}尾', [{ kind: 'placeholder', text: 'a' }, { kind: 'placeholder', text: 'b' }, { kind: 'words', text: '尾' }]],
  ['{不是} {{}}', [{ kind: 'words', text: '{不是} {{}}' }]],
  ['', [{ kind: 'words', text: '' }]],
])('%j in pieces', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces)
})

test.each([
  ['乡镇', { kind: 'single', key: 'township' }],
  ['filledOn', { kind: 'single', key: 'filledOn' }],
  [' 填报 日期 ', { kind: 'single', key: 'filledOn' }],
  ['结果汇总.姓名', { kind: 'column', table: 'summary', field: 'name' }],
  ['结果汇总．总分．合计', { kind: 'aggregate', table: 'summary', field: 'total', how: 'sum' }],
  ['summary.total.max', { kind: 'aggregate', table: 'summary', field: 'total', how: 'max' }],
  ['结果汇总.行数', { kind: 'count', table: 'summary' }],
  ['模块对比.人数', { kind: 'column', table: 'comparison', field: 'people' }],
  ['模块评分明细.领导评分均分', { kind: 'column', table: 'ratings', field: 'leader' }],
  ['模块评分明细.均分', { kind: 'column', table: 'ratings', field: 'peer' }],
  ['模块评分明细.好票', { kind: 'column', table: 'ratings', field: '好票' }],
  ['姓名', { kind: 'column', table: 'summary', field: 'name' }],
  ['人数', null],
  ['结果汇总.没有', null],
  ['没有.姓名', null],
  ['结果汇总.总分.没有', null],
  ['结果汇总.总分.合计.再', null],
  ['模块评分明细.票', null],
])('%j means %j', (text, source) => {
  expect(resolvePlaceholder(text, catalogue)).toEqual(source)
})

describe('names of the township’s own layout', () => {
  const own: Catalogue = [{ key: 'summary', name: '考核汇总', also: ['结果汇总'], fields: [
    { key: 'name', heading: '干部', group: null, also: [{ heading: '姓名', group: null }] },
    { key: 'post', heading: '总分', group: '岗位', also: [{ heading: '岗位分', group: null }] },
    { key: 'total', heading: '得分', group: null, also: [{ heading: '总分', group: null }] },
    { key: 'votes', heading: '{name}张', group: null, also: [{ heading: '{name}票', group: '互评' }] },
  ] }]
  test.each([
    ['考核汇总.干部', 'name'], ['结果汇总.姓名', 'name'], ['结果汇总.干部', 'name'], ['干部', 'name'], ['考核汇总.得分', 'total'],
    // What a column is called now goes before what another is called as shipped.
    ['结果汇总.总分', 'post'],
    ['考核汇总.好张', '好张'], ['结果汇总.互评好票', '互评好票'],
  ])('%j is the column %j', (text, field) => {
    expect(resolvePlaceholder(text, own)).toEqual({ kind: 'column', table: 'summary', field })
  })
})

describe('a use', () => {
  test('is named as one reads it', () => {
    expect(nameOfUse({ kind: 'aggregate', table: 'ratings', field: 'leader', how: 'mean' }, catalogue)).toBe('模块评分明细.领导评分均分.平均')
    expect(nameOfUse({ kind: 'single', key: 'reportingUnit' }, catalogue)).toBe('填报单位')
    expect(nameOfUse({ kind: 'keep' }, catalogue)).toBe('原样保留')
  })

  test('is known as long as its column is there', () => {
    expect(isKnown({ kind: 'column', table: 'summary', field: 'name' }, catalogue)).toBe(true)
    expect(isKnown({ kind: 'column', table: 'summary', field: 'gone' }, catalogue)).toBe(false)
    expect(isKnown({ kind: 'count', table: 'gone' }, catalogue)).toBe(false)
  })
})
