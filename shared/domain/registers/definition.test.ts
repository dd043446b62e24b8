import { describe, expect, test } from 'vitest'
import { planDefinition, type PresentRow, type WantedColumn } from './change.ts'
import type { RegisterColumn } from './column.ts'
import { definitionFaults } from './definition.ts'
import { readProposal, renameColumns } from './proposal.ts'
import { clashingRows } from './unique.ts'
import { changeFaultPath, changeFaultText } from './vocabulary.ts'

const column = (title: string, more: Partial<RegisterColumn> = {}): RegisterColumn => ({ id: title, title, type: 'text', unit: null, options: [], required: false, isUnique: false, inList: true, total: false, ...more })
const nobody = { peopleNamed: () => [], villagesNamed: () => [], person: () => undefined, village: () => undefined }

const rows: readonly PresentRow[] = [
  { id: 'r1', number: 1, cells: { 名称: '甲', 类别: '工业' } },
  { id: 'r2', number: 2, cells: { 名称: '乙' } },
  { id: 'r3', number: null, cells: { 名称: '乙', 类别: '农业', 旧列: '留着' } },
]
const present = [column('名称'), column('类别', { type: 'choice', options: ['工业', '农业'] }), column('旧列')]

function plan(wanted: readonly WantedColumn[]) {
  const planned = planDefinition({ columns: present, wanted, proposal: null, rows }, nobody, nobody)
  return planned.kind === 'good' ? [] : planned.faults.map((fault) => [changeFaultPath(fault), changeFaultText(fault)])
}

describe('the columns of a register', () => {
  test('each fault is told at its column', () => {
    const faults = definitionFaults([column('甲'), column(' 甲'), column(''), column('乙', { type: 'choice' }), column('丙', { type: 'choice', options: ['一', '一'] }), column('丁', { total: true }), column('戊', { type: 'choice', options: ['一'], isUnique: true }), column('己', { type: 'attachment', required: true })])
    expect(faults.map((fault) => changeFaultPath(fault))).toEqual(['columns.1.title', 'columns.2.title', 'columns.3.options', 'columns.4.options', 'columns.5.total', 'columns.6.isUnique', 'columns.7.required'])
    expect(definitionFaults([]).map(changeFaultText)).toEqual(['台账至少要有一列，请先添加列'])
  })

  test.each([
    ['an option in use, also by a row in the 回收站', [column('名称'), column('类别', { type: 'choice', options: ['工业'] })], ['columns.1.options', '“类别”的选项“农业”回收站里有 1 行正在使用，不能删去，请先把这些行改成别的选项']],
    ['a type that some value does not read as', [column('名称', { type: 'date' })], ['columns.0.type', '“名称”不能改为日期，有 3 行（第一处是第 1 行）不合要求：“甲”不是有效的日期，请写成 2026-03-15']],
    ['required where rows are empty', [column('名称'), column('类别', { type: 'choice', options: ['工业', '农业'], required: true })], ['columns.1.required', '“类别”不能改为必填：第 2 行还没有填写，请先补齐']],
    ['a new column that is required', [column('名称'), { ...column('新列', { required: true }), id: null }], ['columns.1.required', '新列“新列”不能一开始就必填：已有 2 行没有填写，请先保存为选填，补齐后再改为必填']],
  ] as const)('%s is refused, with the rows in the way', (_, wanted, fault) => expect(plan(wanted)).toEqual([fault]))

  test('unique asks only the rows that stand', () => expect(plan([column('名称', { isUnique: true })])).toEqual([]))

  test('a proposal names columns that fill its parts', () => {
    const proposal = readProposal({ kind: 'event', eventKind: 'visit', staff: '干部', village: '村社', date: '名称', household: null, quantity: null })
    const planned = planDefinition({ columns: [], wanted: [column('名称'), column('干部', { type: 'person' })], proposal, rows: [] }, nobody, nobody)
    expect(planned.kind === 'bad' ? planned.faults.map((fault) => [changeFaultPath(fault), changeFaultText(fault)]) : []).toEqual([
      ['proposal.village', '提请设置的“村社”用的列“村社”不在台账里或类型不符，须选一个村社列'],
      ['proposal.date', '提请设置的“日期”用的列“名称”不在台账里或类型不符，须选一个日期列'],
    ])
    expect(proposal === null ? null : renameColumns(proposal, (title) => (title === '干部' ? undefined : title))).toBeNull()
  })

  test('of several rows that want the same value the first gets it, and a row that stands keeps its own', () => {
    expect([...clashingRows(new Map([['a', '1'], ['b', '2']]), new Map([['b', '1']]))]).toEqual(['b'])
    expect([...clashingRows(new Map([['a', '1'], ['b', '2']]), new Map([['a', '2'], ['b', '1']]))]).toEqual([])
    expect([...clashingRows(new Map([['a', '1']]), new Map<string, string | null>([['a', null], ['c', '１'], ['d', '1']]))]).toEqual(['d'])
    expect([...clashingRows(new Map([['a', '1'], ['b', '2'], ['c', '3']]), new Map([['a', '3'], ['b', '1']]))].sort()).toEqual(['a', 'b'])
  })
})
