import { describe, expect, test } from 'vitest'
import type { KnownTask, TaskDirectory } from './directory.ts'
import { context, sheetOf, workbookOf } from './import.testing.ts'
import { taskMatcher } from './match-tasks.ts'
import { moduleIndex } from './modules.ts'
import { recogniseTasks } from './recognise.ts'
import { splitNames } from './split-names.ts'
import type { ImportScope } from './types.ts'

const people = [
  { id: 'zhang', name: '张三', module: 'M1' },
  { id: 'li1', name: '李明', module: 'M1' },
  { id: 'li6', name: '李明', module: 'M6' },
  { id: 'wang', name: '王五', module: 'M4' },
]
const task: KnownTask = { id: 't1', docNo: '清交〔2026〕1号', title: '河道整治', module: 'M4', moduleName: '大经济', hosts: [{ id: 'zhang', name: '张三' }], cohosts: [], weight: 2, issuedOn: '2026-01-05', due: '2026-03-31' }
const directory: TaskDirectory = {
  byDocNo: (docNo) => [task].filter((known) => known.docNo === docNo),
  byTitle: (title, module) => [task].filter((known) => known.title === title && known.module === module),
  byName: (name) => people.filter((person) => person.name === name),
}
const head = ['文号', '事项', '所在模块', '主办', '协办', '权重', '交办时间', '办理时限']
type Row = readonly (string | number | null)[]

function match(rows: readonly Row[], scope: ImportScope = 'all') {
  const found = recogniseTasks(workbookOf(sheetOf([['清溪镇任务台账'], head, ...rows], [[1, 1, 1, 8]])), context)
  if (found.kind !== 'table') throw new Error(found.code)
  return found.rows.map(taskMatcher({ directory, scope, moduleNamed: moduleIndex(context.modules) }))
}

function codes(row: Row, scope?: ImportScope): readonly string[] {
  return match([row], scope).flatMap(({ errors }) => errors.map(({ column, code }) => `${column} ${code}`))
}

test('a task over several rows has the people of each of them', () => {
  const rows = [['清溪镇任务台账'], head, ['', '村道修复', '大党建', '张三', '', '', '', '2026.6.1'], [null, null, null, '王五', '李明'], ['', '河道整治', '大经济', '王五', '', '', '', '2026.6.1']]
  const found = recogniseTasks(workbookOf(sheetOf(rows, [[1, 1, 1, 8], [3, 2, 4, 2], [3, 3, 4, 3], [3, 8, 4, 8]])), context)
  expect(found.kind === 'table' ? found.rows.map(({ row, draft }) => [row, draft.title, draft.hosts, draft.cohosts]) : []).toEqual([[3, '村道修复', ['张三', '王五'], ['李明']], [5, '河道整治', ['王五'], []]])
})

test('a ledger is read: names, days, deadline by month, weight', () => {
  const [row] = match([['清交〔2026〕9号', '村道 修复', '大党建模块', '张三、王 五', '李明', '2', '2026年1月5日', '2026年3月底前']])
  expect(row).toMatchObject({
    state: 'new', errors: [], hostIds: ['zhang', 'wang'], cohostIds: ['li1'],
    draft: { docNo: '清交〔2026〕9号', title: '村道修复', module: 'M1', weight: 2, issuedOn: '2026-01-05', due: '2026-03-31' },
  })
})

describe('errors', () => {
  const good: Row = ['清交1', '修路', '大党建', '张三', null, 1, '2026-01-05', '2026-03-31']
  const but = (column: number, value: string | number | null): Row => good.map((own, index) => (index === column ? value : own))
  test.each([
    [but(1, ''), ['事项 required']],
    [but(2, null), ['所在模块 required']],
    [but(2, '大后勤'), ['所在模块 module_unknown']],
    [but(3, null), ['主办 required']],
    [but(3, '赵六'), ['主办 person_unknown']],
    [but(3, '李明(大经济)'), ['主办 person_unknown']],
    [but(3, '李明（大服务）'), []],
    [but(4, '张三'), ['协办 person_ambiguous']],
    [but(5, 4), ['权重 weight_invalid']],
    [but(5, '重要'), ['权重 weight_invalid']],
    [but(6, '2026年13月'), ['交办时间 date_invalid']],
    [but(6, '2026年1月'), ['交办时间 date_invalid']],
    [but(7, '长期'), ['办理时限 date_invalid']],
    [but(7, null), ['办理时限 required']],
    [but(7, '2026-01-01'), ['办理时限 dates_backwards']],
    [but(1, '长'.repeat(201)), ['事项 too_long']],
  ])('%j gives %j', (row, expected) => {
    expect(codes(row)).toEqual(expected)
  })

  test('namesakes outside the task’s module are ambiguous', () => {
    expect(codes(['', '修路', '大经济', '李明', null, 1, null, '2026-03-31'])).toEqual(['主办 person_ambiguous'])
  })

  test('a 文号 belongs to the first good row', () => {
    expect(match([good, good]).map(({ state, errors }) => [state, ...errors.map(({ code }) => code)])).toEqual([['new'], ['error', 'doc_no_duplicate']])
  })

  test('outside the scope', () => {
    expect(codes(good, ['M6'])).toEqual(['所在模块 out_of_scope'])
  })
})

test('a known 文号, else title and module, is the same task', () => {
  const same: Row = ['清交〔2026〕1号', '河道整治', '大经济', '张三', null, 2, '2026-01-05', '2026-03-31']
  const rows = match([same, [null, ...same.slice(1)], ['清交〔2026〕1号', '河道整治', '大生态', '王五', null, 3, null, '2026.4.30']].slice(0, 2))
  expect(rows.map(({ state, matchId }) => [state, matchId])).toEqual([['same', 't1'], ['same', 't1']])
  expect(match([['清交〔2026〕1号', '河道整治', '大生态', '王五', null, 3, null, '2026.4.30']])).toMatchObject([
    { state: 'changed', matchId: 't1', changes: [{ column: '主办', from: '张三', to: '王五' }, { column: '权重', from: '2', to: '3' }, { column: '办理时限', from: '2026-03-31', to: '2026-04-30' }] },
  ])
})

test.each([
  ['张三、李四', ['张三', '李四']],
  ['张三 李四', ['张三', '李四']],
  ['张 三', ['张三']],
  ['张三，李　四；王五\n赵六', ['张三', '李四', '王五', '赵六']],
  ['张三、张三', ['张三']],
  ['/', []],
])('%j are %j', (text, names) => {
  expect(splitNames(text)).toEqual(names)
})
