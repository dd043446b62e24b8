import { expect, test } from 'vitest'
import type { Catalogue } from '../../../../shared/domain/reports/templates/template.ts'
import { fieldOptions, findsField, howOf, nameIn, optionOf, sourceOf } from './field-options.ts'
import { mappedUse, spareOf, withSpare, withUse } from './draft-mapping.ts'

const catalogue: Catalogue = [{ key: 'summary', name: '结果汇总', fields: [{ key: 'name', heading: '姓名', group: null }, { key: 'votes', heading: '{name}票', group: null }, { key: 'grade', heading: '{name}', group: '等次' }, { key: 'decided', heading: '{name}', group: '审定' }] }]
const options = fieldOptions(catalogue)

test('everything is offered; of columns that stand for each of a list their common name', () => {
  expect(options.filter(({ group }) => group === '结果汇总').map(({ label }) => label)).toEqual(['姓名', '…票', '等次…', '审定…', '行数'])
  expect(options[0]?.label).toBe('乡镇')
})

test('one of each is chosen by its name, which is read back from its heading', () => {
  const votes = options.find(({ label }) => label === '…票')
  if (votes === undefined) throw new Error('not offered')
  const use = sourceOf(votes.choice, 'sum', ' 好 ')
  expect([use, optionOf(use, options)?.label, nameIn('{name}票', '好票'), nameIn('{name}票', '票')]).toEqual([{ kind: 'aggregate', table: 'summary', field: '好票', how: 'sum' }, '…票', '好', null])
  // A heading of which nothing but the name is its own fits many; the group above it decides.
  expect(['等次优秀', '审定优秀', '没有'].map((field) => optionOf({ kind: 'column', table: 'summary', field }, options)?.label ?? null)).toEqual(['等次…', '审定…', null])
  expect(optionOf({ kind: 'column', table: 'other', field: '好票' }, options)).toBeNull()
})

test.each([['姓名', true], ['xm', true], ['jghzxm', true], ['xingming', true], ['结果汇总.姓', true], ['', true], ['总分', false], ['zf', false]])('%j finds 姓名 of 结果汇总: %s', (typed, found) => {
  const name = options.find(({ label }) => label === '姓名')
  expect(name !== undefined && findsField(name, typed)).toBe(found)
})

test('a column goes in row by row or as one value, and is shown as the same field', () => {
  const choice = { kind: 'column', table: 'summary', field: 'name' } as const
  const sum = sourceOf(choice, 'sum')
  expect(sum).toEqual({ kind: 'aggregate', table: 'summary', field: 'name', how: 'sum' })
  expect([optionOf(sum, options)?.label, howOf(sum), howOf(choice), optionOf({ kind: 'keep' }, options)]).toEqual(['姓名', 'sum', 'column', null])
})

test('a cell has one use; taking it back leaves the others', () => {
  const one = withUse({ cells: [], spare: [] }, { sheet: '表', cell: 'A1' }, { kind: 'single', key: 'township' })
  const two = withUse(withUse(one, { sheet: '表', cell: 'B1' }, { kind: 'keep' }), { sheet: '表', cell: 'A1' }, { kind: 'count', table: 'summary' })
  expect(mappedUse(two, { sheet: '表', cell: 'A1' })).toEqual({ kind: 'count', table: 'summary' })
  expect(withUse(two, { sheet: '表', cell: 'A1' }, null).cells.map(({ cell }) => cell)).toEqual(['B1'])
  expect(spareOf(withSpare(withSpare(two, '表', 5, 10), '表', 5, 0), '表', 5)).toBe(0)
})
