import { describe, expect, test } from 'vitest'
import { cellFaultReason } from '../cells/vocabulary.ts'
import { readRegisterCell, showRegisterValue, type RegisterKnowledge, type RegisterNames } from './cell.ts'
import type { RegisterColumnType } from './codes.ts'

const people = [
  { id: 'p1', code: 'S0001', name: '张三', modules: ['大党建'] },
  { id: 'p2', code: 'S0007', name: '张三', modules: ['大服务'] },
  { id: 'p3', code: 'S0003', name: '欧阳锋', modules: [] },
]
const villages = [{ id: 'v1', code: 'V0001', name: '上溪村' }, { id: 'v2', code: 'V0002', name: '溪口社区' }]
const known: RegisterKnowledge & RegisterNames = {
  peopleNamed: (name) => people.filter((person) => person.name === name),
  villagesNamed: (name) => villages.filter((village) => village.name === name),
  person: (id) => people.filter((person) => person.id === id).map((person) => ({ ...person, hasNamesake: person.name === '张三' }))[0],
  village: (id) => villages.find((village) => village.id === id),
}

const rule = (type: RegisterColumnType, more: { unit?: string; options?: readonly string[]; required?: boolean } = {}) => ({ type, unit: more.unit ?? null, options: more.options ?? [], required: more.required ?? false })

function read(type: RegisterColumnType, text: string | null, more: Parameters<typeof rule>[1] = {}): string | null {
  const checked = readRegisterCell(rule(type, more), text, known)
  return checked.kind === 'good' ? checked.value : `× ${cellFaultReason(checked.fault)}`
}

describe('a cell of a register', () => {
  test.each([
    ['text', ' 张　三 ', '张 三'],
    ['text', '字'.repeat(201), '× 不能超过 200 字'],
    ['long_text', '一\r\n二 ', '一\n二'],
    ['number', '１，２００.50', '1200.5'],
    ['number', '-0.0', '0'],
    ['number', '007', '7'],
    ['number', '—', null],
    ['number', '1,2', '× “1,2”不是数字，请只填数字，如 12.5'],
    ['number', '3.00001', '× 最多保留 4 位小数'],
    ['number', '1e5', '× “1e5”不是数字，请只填数字，如 12.5'],
    ['amount', '¥12.3', '12.3'],
    ['amount', '12.345', '× 最多保留 2 位小数'],
    ['date', '2026年3月1日', '2026-03-01'],
    ['date', '2026.3', '× “2026.3”不是有效的日期，请写成 2026-03-15'],
    ['person', '欧 阳 锋', 'p3'],
    ['person', '张三（S0007）', 'p2'],
    ['person', '张三(大党建)', 'p1'],
    ['person', '张三', '× 有 2 个“张三”，请写成“张三（S0001）”或“张三（S0007）”'],
    ['person', '李四', '× 花名册里没有“李四”，请核对姓名或先登记'],
    ['village', '上 溪', 'v1'],
    ['village', '溪口', 'v2'],
    ['village', '下溪村', '× 没有“下溪村”这个村社，请核对名称或先登记'],
    ['attachment', '', null],
    ['attachment', '照片', '× 只能在登记表里添加，不能填写'],
  ] as const)('%s: %j', (type, text, value) => expect(read(type, text)).toBe(value))

  test('a unit behind a number is the column’s own or a mistake', () => {
    expect([read('amount', '12万元', { unit: '万元' }), read('amount', '12元', { unit: '万元' })]).toEqual(['12', '× “12元”不是数字，请只填数字，如 12.5'])
  })

  test('an option is found however it is spaced, and nothing else is taken', () => {
    const options = ['已办结', '办理中']
    expect([read('choice', ' 已办 结', { options }), read('choice', '办结', { options })]).toEqual(['已办结', '× 没有“办结”这一项，请填 已办结、办理中'])
  })

  test('what is required cannot be blank', () => {
    expect([read('text', ' ', { required: true }), read('person', null, { required: true }), read('attachment', null, { required: true })]).toEqual(['× 不能为空', '× 不能为空', null])
  })

  test('what is shown reads as the same value again', () => {
    const values = [['amount', '12.5', '12.50'], ['person', 'p2', '张三（S0007）'], ['person', 'p3', '欧阳锋'], ['village', 'v1', '上溪村'], ['number', '-3', '-3'], ['date', '2026-03-01', '2026-03-01']] as const
    expect(values.map(([type, value]) => showRegisterValue({ type }, value, known))).toEqual(values.map(([, , shown]) => shown))
    expect(values.map(([type, , shown]) => read(type, shown))).toEqual(values.map(([, value]) => value))
  })
})
