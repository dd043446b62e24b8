import { describe, expect, test } from 'vitest'
import { defaultYearRule } from '../../../shared/domain/plans/plan-document.ts'
import { defaultPlan, planPresets } from '../../../shared/domain/plans/plan-presets.ts'
import { isJsonObject } from '../../../shared/lib/json.ts'
import { pathText, plainAt, valueAt, withoutAt, withValueAt } from './document-path.ts'
import { maximaOf } from './maxima.ts'
import { parametersOf } from './parameter.ts'
import { parameterText, readParameter, shownText, withTyped } from './parameter-text.ts'
import { checkPlan, everyGroup, placeFaults } from './plan-check.ts'
import { compareLines, planLines } from './plan-lines.ts'
import { parameterGroups } from './plan-parameters.ts'
import { hasWord, withoutRow, withStep, withWord, withWordChanged, type GrowingPart } from './plan-rows.ts'
import { changedIn, seenIn, withUsual } from './plan-scope.ts'

const modules = [{ code: 'party', name: '大党建' }, { code: 'law', name: '大执法' }]
const stored = { quarter: defaultPlan, year: defaultYearRule }
const document = withUsual(stored)
const groups = parameterGroups(document, modules)
const parameters = groups.flatMap(parametersOf)

function named(label: string) {
  const found = parameters.find((parameter) => parameter.label === label)
  if (found === undefined) throw new Error(`no parameter ${label}`)
  return found
}

function growing(of: string): GrowingPart {
  const part = groups.flatMap(({ parts }) => parts).find((one): one is GrowingPart => one.kind !== 'fields' && (one.kind === 'pools' ? 'pools' : one.of) === of)
  if (part === undefined) throw new Error(`no part ${of}`)
  return part
}

/** Every plain value of a document with its path. */
function leaves(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leaves(item, `${path}[${String(at)}]`))
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`))
  return [path]
}

describe('every constant has its place on the page', () => {
  test('once, and a value there', () => {
    const shown = parameters.map(({ path }) => pathText(path))
    const listed = (path: string) => shown.includes(path.replace(/\[\d+\]$/, ''))
    expect(new Set(shown).size).toBe(shown.length)
    expect(leaves(document, '').filter((path) => path !== 'quarter.id' && !/^quarter\.pools\[\d\]\.id$/.test(path) && !shown.includes(path) && !listed(path))).toEqual([])
    expect(parameters.filter(({ path, type }) => type.kind !== 'codes' && type.kind !== 'text' && !(type.kind === 'choice' && type.optional) && plainAt(document, path) === undefined)).toEqual([])
  })

  test('with a name of its own', () => {
    for (const group of groups) expect(new Set(parametersOf(group).map(({ label }) => label)).size).toBe(parametersOf(group).length)
  })
})

test('values read as words and numbers', () => {
  expect(shownText(document, named('计分方式'))).toBe('四维加总')
  expect(shownText(document, named('逾期第 3 档至多天数'))).toBe('不限')
  expect(shownText(document, named('不算在岗的请假'))).toBe('病假、事假')
  expect(shownText(document, named('最高与最低分至少相差'))).toBe('不限')
  expect(shownText(document, named('“专项加分”称作'))).toBe('专项加分')
  expect(shownText(document, named('大党建的相邻模块'))).toBe('不指定')
  expect(shownText(document, named('领导评分：一般干部由谁评'))).toBe('牵头领导 A 岗')
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

  test('goes into the document as it can be read, and out of it where nothing is left', () => {
    const typed = withTyped(withTyped(document, named('有效票至少'), '５'), named('“专项加分”称作'), '专项实绩')
    const checked = checkPlan(typed, modules)
    expect([checked.faults, plainAt(checked.document, ['quarter', 'module', 'minVotes']), plainAt(checked.document, ['names', 'special'])]).toEqual([[], 5, '专项实绩'])
    expect(valueAt(withTyped(typed, named('“专项加分”称作'), ''), ['names'])).toEqual({})
    expect(valueAt(withTyped(document, named('大党建的相邻模块'), 'law'), ['peers', 'neighbours'])).toEqual({ party: 'law' })
  })
})

describe('faults, live, at their fields', () => {
  const faultsOf = (draft: unknown) => checkPlan(draft, modules).faults

  test.each([
    ['the usual plan has none', document, []],
    ['what is no number', withTyped(document, named('岗位赋分满分'), '二十'), [{ field: 'quarter.dimensions.post', sentence: '岗位赋分满分：须为不小于 0 的数，请改正。' }]],
    ['a share above 1', withTyped(document, named('“好”的名额比例'), '40'), [{ field: 'quarter.quarterGrades.quota', sentence: '“好”的名额比例：是比例，须在 0 到 1 之间，请改正。' }]],
    ['lines that rise', withTyped(document, named('“较好”至少'), '90'), [{ field: 'quarter.quarterGrades.fairGood', sentence: '“较好”至少：分数线 90 高于上一等次的 85，须由高到低，请改正。' }]],
    ['maxima that do not add up', withTyped(document, named('任务推进满分'), '19'), [{ field: 'quarter.dimensions.module', sentence: '模块评分四项满分 10+19+5+5 之和是 39，比模块评分满分 40 少 1，请改正。' }]],
  ])('%s', (_, draft, faults) => {
    expect(faultsOf(draft)).toEqual(faults)
  })

  test('of a track, with its name', () => {
    const own = changedIn(document, 'leader', (seen) => withValueAt(seen, ['quarter', 'module', 'headBands', 'A'], '12'))
    expect(faultsOf(own)).toEqual([{ field: 'quarter.tracks.leader.module.headBands.A', sentence: '班子成员 · 模块长评价 · 等次 A 的分值：分值 12 超过该项满分 10，请改正。' }])
  })

  test('of a whole part, as the host tells them', () => {
    const faults = [{ path: 'quarter.special.grades', message: '2026Q2 已有专项工作组评为“B”，不能去掉这个评级' }, { path: 'somewhere', message: '不明。' }]
    expect(placeFaults(faults, everyGroup(document, modules))).toEqual([{ field: '', sentence: '专项加分：专项工作组：2026Q2 已有专项工作组评为“B”，不能去掉这个评级，请改正。' }, { field: '', sentence: '不明，请改正。' }])
  })
})

test('maxima add up live', () => {
  expect(maximaOf(document).map(({ text }) => text)).toEqual(['满分 20+40+40=100', '模块评分 10+20+5+5=40 ✔', '组团积分 20+20=40 ✔'])
  expect(maximaOf(withTyped(document, named('任务推进满分'), '21.5')).map(({ text, fits }) => [text, fits])[1]).toEqual(['模块评分 10+21.5+5+5=41.5 ✘ 多 1.5', false])
  expect(maximaOf(withTyped(document, named('任务推进满分'), 'x')).map(({ text }) => text)[1]).toBe('模块评分 10+?+5+5=— ✘ 有未填对的数')
})

describe('what a track has otherwise', () => {
  test('is kept alone, and goes when it is as the base again', () => {
    const own = changedIn(document, 'leader', (seen) => withValueAt(withValueAt(seen, ['quarter', 'module', 'headBands', 'A'], '9'), ['quarter', 'tasks', 'late', 0, 'factor'], '0.7'))
    expect(valueAt(own, ['quarter', 'tracks'])).toEqual({ leader: { module: { headBands: { A: '9' } }, tasks: { late: [{ days: 3, factor: '0.7' }, { days: 10, factor: '0.6' }, { days: null, factor: '0.4' }] } } })
    expect(plainAt(seenIn(own, 'leader'), ['quarter', 'module', 'headBands', 'A'])).toBe('9')
    expect(changedIn(own, 'leader', () => seenIn(document, 'all'))).toEqual(document)
  })

  test('nothing any more where a whole number, or no limit, is typed as the base has it', () => {
    const votes = ['quarter', 'module', 'minVotes']
    const last = ['quarter', 'tasks', 'late', 2, 'days']
    expect([valueAt(document, votes), valueAt(document, last)]).toEqual([3, null])
    const own = changedIn(document, 'leader', (seen) => withValueAt(seen, votes, '4'))
    expect(changedIn(own, 'leader', (seen) => withValueAt(withValueAt(seen, votes, '3'), last, ''))).toEqual(document)
  })

  test('is called as in the base plan', () => {
    const own = changedIn(document, 'leader', (seen) => withValueAt(seen, ['quarter', 'module', 'headBands', 'A'], '9'))
    const lines = compareLines(planLines(document, modules), planLines(own, modules)).filter(({ isDifferent }) => isDifferent)
    expect(lines).toEqual([{ key: 'quarter.tracks.leader.module.headBands.A', group: '模块长评价', label: '班子成员 · 模块长评价 · 等次 A 的分值', left: null, right: '9', isDifferent: true }])
  })
})

describe('rows that come and go', () => {
  test('bands, kinds and pools by their words', () => {
    const bands = growing('headBands')
    const more = withWord(document, bands, 'D')
    expect(valueAt(withWordChanged(more, bands, 'D', 'E'), bands.path)).toEqual({ A: '10', B: '8', C: '6', E: '0' })
    expect(valueAt(withoutRow(more, bands, 'D'), bands.path)).toEqual(defaultPlan.module.headBands)
    expect([hasWord(document, bands, 'A'), hasWord(document, growing('serviceKinds'), '走访'), hasWord(document, growing('pools'), '派驻人员')]).toEqual([true, true, true])
    expect(valueAt(withWord(document, growing('serviceKinds'), '帮扶'), [...growing('serviceKinds').path, '帮扶'])).toEqual({ points: '0', cap: '0' })
    expect(valueAt(withWord(document, growing('pools'), '驻村干部'), [...growing('pools').path, 6])).toEqual({ id: '驻村干部', tracks: [], identities: [] })
  })

  test('steps of lateness stay before the endless last one', () => {
    const { path } = growing('late')
    expect(valueAt(withStep(document, 'late', path), path)).toEqual([{ days: 3, factor: '0.8' }, { days: 10, factor: '0.6' }, { days: 11, factor: '0.4' }, { days: null, factor: '0.4' }])
    expect(checkPlan(withStep(document, 'late', path), modules).faults).toEqual([])
  })
})

test('two plans are compared line by line, pools by name', () => {
  const other = withoutAt({ quarter: planPresets.special, year: defaultYearRule }, ['quarter', 'pools', 0])
  const lines = compareLines(planLines(stored, modules), planLines(other, modules)).filter(({ isDifferent }) => isDifferent)
  expect(lines.map(({ label, left, right }) => [label, left, right])).toEqual([
    ['模块评分满分', '40', '30'],
    ['专项加分封顶', '10', '30'],
    ['任务推进满分', '20', '10'],
    ['先后顺序', '班子成员、公务员（参公）、事业人员、派驻人员、编外人员、专班单列', '公务员（参公）、事业人员、派驻人员、编外人员、专班单列'],
    ['班子成员', '班子成员', null],
  ])
})
