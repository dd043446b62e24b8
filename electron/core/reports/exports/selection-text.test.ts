import { expect, test } from 'vitest'
import type { RegisterColumn } from '../../../../shared/domain/registers/column.ts'
import type { RegisterFilter } from '../../registers/list.ts'
import { selectionText } from './selection-text.ts'

const column = (id: string, title: string, type: RegisterColumn['type']): RegisterColumn => ({ id, title, type, unit: null, options: [], required: false, isUnique: false, inList: true, total: false })
const columns = [column('kind', '纠纷类型', 'choice'), column('day', '受理日期', 'date'), column('sum', '涉及金额', 'amount'), column('where', '村社', 'village'), column('who', '当事人', 'text')]
const directory = { peopleNamed: () => [], villagesNamed: () => [], person: () => undefined, village: (id: string) => (id === 'v1' ? { id, code: 'V01', name: '上溪村' } : undefined) }

const cases: readonly (readonly [readonly RegisterFilter[], string | undefined, string])[] = [
  [[], undefined, '全部登记'],
  [[], '', '全部登记'],
  [[], 'wanyi', '筛选“搜索 wanyi”'],
  [[{ kind: 'choice', field: 'kind', oneOf: ['邻里', null] }], undefined, '筛选“纠纷类型：邻里、（空）”'],
  [[{ kind: 'choice', field: 'kind', oneOf: ['1', '2', '3', '4', '5', '6', '7'] }], undefined, '筛选“纠纷类型：1、2、3、4、5、6等 7 项”'],
  [[{ kind: 'choice', field: 'where', oneOf: ['v1'] }], undefined, '筛选“村社：上溪村”'],
  [[{ kind: 'days', field: 'day', from: '2026-04-01', to: '2026-06-30' }, { kind: 'number', field: 'sum', min: 100, max: null }], '张', '筛选“受理日期：2026-04-01 至 2026-06-30；涉及金额：100 起；搜索 张”'],
  [[{ kind: 'number', field: 'sum', min: null, max: 500 }, { kind: 'days', field: 'enteredAt', from: '2026-04-01', to: null }], undefined, '筛选“涉及金额：不超过 500；录入时间：2026-04-01 起”'],
  [[{ kind: 'days', field: 'day', from: null, to: '2026-06-30' }], undefined, '筛选“受理日期：2026-06-30 及以前”'],
  [[{ kind: 'days', field: 'day', from: null, to: null }, { kind: 'number', field: 'sum', min: null, max: null }], undefined, '筛选“受理日期：已填写；涉及金额：已填写”'],
  [[{ kind: 'text', field: 'who', contains: '万' }, { kind: 'text', field: 'enteredBy', contains: 'zlq' }], undefined, '筛选“当事人含 万；录入人含 zlq”'],
  [[{ kind: 'flag', flag: 'mine' }, { kind: 'flag', flag: 'open' }], undefined, '筛选“祝立群录入的；未提请”'],
]

test.each(cases)('%j and %j', (filters, search, said) => {
  expect(selectionText(columns, directory, { filters, search }, '祝立群')).toBe(said)
})
