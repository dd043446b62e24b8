import { describe, expect, test } from 'vitest'
import { cellFaultReason } from '../../cells/vocabulary.ts'
import { taskFaultAmong, checkTaskCell, type TaskKnowledge } from './task-cell.ts'
import type { TaskField } from './fields.ts'

const people = [
  { id: 'a', code: 'S0001', name: '张三', modules: ['大党建'] },
  { id: 'b', code: 'S0002', name: '李四', modules: ['大治理'] },
  { id: 'c', code: 'S0003', name: '张伟', modules: ['大党建'] },
  { id: 'd', code: 'S0004', name: '张伟', modules: ['大治理', '大经济'] },
]
const known: TaskKnowledge = {
  peopleNamed: (name) => people.filter((person) => person.name === name),
  modules: [
    { id: 'm1', code: 'M0001', name: '大党建', alias: null },
    { id: 'm2', code: 'M0002', name: '大经济', alias: '大生态' },
  ],
  groups: [{ id: 'g1', code: 'G0001', name: '防汛专班' }],
}

/** The value of a cell, or the reason it is refused. */
function read(field: TaskField, text: string | null): unknown {
  const checked = checkTaskCell(field, text, known)
  return checked.kind === 'good' ? checked.value.value : cellFaultReason(checked.fault)
}

describe('a cell of the ledger', () => {
  test.each<[TaskField, string | null, unknown]>([
    ['title', ' 排查  隐患\u200b ', '排查 隐患'],
    ['title', '', '不能为空'],
    ['title', null, '不能为空'],
    ['title', '长'.repeat(201), '不能超过 200 字'],
    ['docNo', '何政〔2026〕1号', '何政〔2026〕1号'],
    ['docNo', ' ', null],
    ['source', '长'.repeat(101), '不能超过 100 字'],
    ['content', '一\r\n 二 ', '一\n二'],
    ['form', '交办单', 'assignment_order'],
    ['form', 'memo', 'memo'],
    ['form', '通知', '没有“通知”这一项，请填 交办单、备忘录、督办单、周清单'],
    ['weight', '２', 2],
    ['weight', '4', '没有“4”这一项，请填 1、2、3'],
    ['weight', '', '不能为空'],
    ['due', '2026.7.1', '2026-07-01'],
    ['due', '2026年7月1日', '2026-07-01'],
    ['due', '20260701', '2026-07-01'],
    ['due', '2026-02-30', '“2026-02-30”不是有效的日期，请写成 2026-03-15'],
    ['due', '2026年7月', '“2026年7月”不是有效的日期，请写成 2026-03-15'],
    ['due', '', '不能为空'],
    ['module', '大党建', 'm1'],
    ['module', '大生态', 'm2'],
    ['module', 'M0002', 'm2'],
    ['module', '大农业', '没有“大农业”这一项，请填 大党建、大经济'],
    ['group', '防汛专班', 'g1'],
    ['group', '', null],
    ['group', '征迁专班', '没有“征迁专班”这一项，请填 防汛专班'],
    ['lead', '李四', 'b'],
    ['lead', '', null],
    ['lead', '王五', '花名册里没有“王五”，请核对姓名或先登记'],
    ['hosts', '张三、李四', ['a', 'b']],
    ['hosts', '张　三,李四；', ['a', 'b']],
    ['hosts', '', '不能为空'],
    ['hosts', '张三、张三', '“张三”写了两次，请删去一处'],
    ['hosts', '张伟', '有 2 个“张伟”，请写成“张伟（S0003）”或“张伟（S0004）”'],
    ['hosts', '张伟（S0004）', ['d']],
    ['hosts', '张伟(大经济)', ['d']],
    ['hosts', '张伟（大服务）', '花名册里没有“张伟（大服务）”，请核对姓名或先登记'],
    ['cohosts', '', []],
    ['cohosts', '李四\n张三', ['b', 'a']],
  ])('%s %j is %j', (field, text, value) => {
    expect(read(field, text)).toEqual(value)
  })

  test('more people than a task can have', () => {
    const crowd: TaskKnowledge = { ...known, peopleNamed: (name) => [{ id: name, code: name, name, modules: [] }] }
    const text = Array.from({ length: 51 }, (_, place) => `张${String.fromCodePoint(0x4e00 + place)}`).join('、')
    expect(checkTaskCell('cohosts', text, crowd)).toEqual({ kind: 'bad', fault: { kind: 'too_many', most: 50 } })
  })
})

test('values that do not go together', () => {
  const after = { hosts: ['a', 'b'], cohosts: ['b'], issuedOn: '2026-03-01' }
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  expect(taskFaultAmong({ field: 'due', value: '2026-02-28' }, after, nameOf)).toEqual({ kind: 'before_issue', issuedOn: '2026-03-01' })
  expect(taskFaultAmong({ field: 'due', value: '2026-03-01' }, after, nameOf)).toBe(null)
  expect(taskFaultAmong({ field: 'due', value: '2026-02-28' }, { ...after, issuedOn: null }, nameOf)).toBe(null)
  expect(taskFaultAmong({ field: 'cohosts', value: ['b'] }, after, nameOf)).toEqual({ kind: 'person_twice', name: '李四' })
  expect(taskFaultAmong({ field: 'hosts', value: [] }, { ...after, hosts: [], cohosts: [] }, nameOf)).toEqual({ kind: 'empty' })
  expect(taskFaultAmong({ field: 'cohosts', value: [] }, { ...after, hosts: [], cohosts: [] }, nameOf)).toBe(null)
})
