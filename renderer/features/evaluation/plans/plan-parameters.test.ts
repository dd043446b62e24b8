import { describe, expect, test } from 'vitest'
import { defaultYearRule } from '../../../../shared/domain/evaluation/plan-document.ts'
import { defaultPlan } from '../../../../shared/domain/evaluation/plan-presets.ts'
import { isJsonObject } from '../../../../shared/lib/json.ts'
import { pathText, plainAt, withValueAt } from './document-path.ts'
import { parameterText, readParameter, shownText } from './parameter-text.ts'
import { planFaults } from './plan-faults.ts'
import { parameterGroups, withScorers } from './plan-parameters.ts'
import { poolTexts } from './pool-texts.ts'
import { allGroups, trackGroup } from './track-parameters.ts'

const document = withScorers({ quarter: defaultPlan, year: defaultYearRule })
const parameters = parameterGroups(document).flatMap((group) => group.parameters)
const named = (label: string) => {
  const found = parameters.find((parameter) => parameter.label === label)
  if (found === undefined) throw new Error(`no parameter ${label}`)
  return found
}

/** Every plain value of a document with its path. */
function leaves(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leaves(item, `${path}[${String(at)}]`))
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`))
  return [path]
}

test('every constant of a plan has its place on the page, once, and a value there', () => {
  const shown = parameters.map(({ path }) => pathText(path))
  const elsewhere = /^quarter\.(id|pools\[)|^quarter\.validity\.leaves\[/
  expect([...shown, 'quarter.validity.leaves'].filter((path, at, all) => all.indexOf(path) !== at)).toEqual(['quarter.validity.leaves'])
  expect(leaves(document, '').filter((path) => !elsewhere.test(path) && !shown.includes(path))).toEqual([])
  expect(parameters.filter(({ path, type }) => type.kind !== 'codes' && plainAt(document, path) === undefined)).toEqual([])
})

test('labels are told apart within their group', () => {
  for (const { parameters: own } of parameterGroups(document)) expect(new Set(own.map(({ label }) => label)).size).toBe(own.length)
})

test('values read as words and numbers', () => {
  expect(shownText(document, named('计分方式'))).toBe('四维加总')
  expect(shownText(document, named('逾期第 3 档至多天数'))).toBe('不限')
  expect(shownText(document, named('不算在岗的请假'))).toBe('病假、事假')
  expect(shownText(document, named('最高与最低分至少相差'))).toBe('不限')
  expect(parameterText(document, named('周二到村封顶'))).toBe('13')
})

describe('what is typed', () => {
  test.each([
    ['校正系数下限', '０．９５', { kind: 'value', value: '0.95' }],
    ['校正系数下限', '', { kind: 'fault', sentence: '校正系数下限：须为不小于 0 的数，请改正。' }],
    ['校正系数下限', '-1', { kind: 'fault', sentence: '校正系数下限：须为不小于 0 的数，请改正。' }],
    ['有效票至少', '4', { kind: 'value', value: 4 }],
    ['有效票至少', '3.5', { kind: 'fault', sentence: '有效票至少：须为不小于 0 的整数，请改正。' }],
    ['几人起须有最低等次', '', { kind: 'value', value: null }],
  ])('%s %j', (label, typed, read) => {
    expect(readParameter(named(label), typed)).toEqual(read)
  })
})

test('a fault of the host is led to its field; one of a part names the part', () => {
  const faults = [
    { path: 'module.headBands.A', message: '缺少必填内容。' },
    { path: 'year.grades.quota', message: '是比例，须在 0 到 1 之间' },
    { path: 'team', message: '两项满分之和是 41，与该维度满分 40 不符。' },
    { path: 'somewhere', message: '不明。' },
  ]
  expect(planFaults(faults, allGroups(document))).toEqual([
    { field: 'quarter.module.headBands.A', sentence: '等次 A 的分值：缺少必填内容，请改正。' },
    { field: 'year.grades.quota', sentence: '“优秀”的名额比例：是比例，须在 0 到 1 之间，请改正。' },
    { field: '', sentence: '组团：联村结果：两项满分之和是 41，与该维度满分 40 不符，请改正。' },
    { field: '', sentence: '不明。' },
  ])
})

test('what a track has of its own is called as in the base plan', () => {
  expect(trackGroup(document)).toBeNull()
  const own = withValueAt(document, ['quarter', 'tracks', 'leader', 'module', 'headBands', 'A'], '9')
  expect(trackGroup(own)?.parameters.map(({ path, label }) => [pathText(path), label])).toEqual([['quarter.tracks.leader.module.headBands.A', '班子成员 · 模块长评价 · 等次 A 的分值']])
})

test('pools say whom they hold', () => {
  expect(poolTexts(document).map(({ name, holds }) => `${name}：${holds}`)).toEqual(['班子成员：班子成员', '公务员（参公）：公务员、参公', '事业人员：事业', '派驻人员：派驻、抽调/挂职', '编外人员：编外、三支一扶等', '专班单列：按人员单独指定'])
})
