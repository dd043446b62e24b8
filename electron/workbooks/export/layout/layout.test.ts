import { describe, expect, it } from 'vitest'
import { textWidth } from '../arrange/text-width.ts'
import { LayoutError, parseLayout } from './layout.ts'
import type { ColumnKind, ColumnLayout, TableLayout } from '../../../../shared/domain/books/layout.ts'
import { layoutBooks } from '../../../../shared/domain/books/codes.ts'
import { readLayout } from './read-layout.ts'

const column = { field: 'name', heading: '姓名', width: 10 }
const table = { key: 't', columns: [column] }
const sheet = { key: 's', name: '表', title: '表', tables: [table] }
const layout = { format: 'township-layout/1', workbook: 'w', title: 'w', fileName: 'w.xlsx', unitLine: { unit: '', date: '' }, signers: [], sheets: [sheet] }

/** What a column of numbers must have room for, lest it be printed as `###`: in a row, and in a sum over the township. */
const widest: Readonly<Partial<Record<ColumnKind, { readonly row: string; readonly sum: string }>>> = {
  index: { row: '999', sum: '999' },
  integer: { row: '999', sum: '9999' },
  score: { row: '100.00', sum: '99999.99' },
  factor: { row: '10.0000', sum: '9999.9999' },
  percent: { row: '100.00%', sum: '100.00%' },
  date: { row: '2026-12-31', sum: '2026-12-31' },
  money: { row: '9,999,999.99', sum: '99,999,999.99' },
}

function tooNarrow(table: TableLayout): readonly string[] {
  const summed = new Set(table.totals.flatMap(({ columns }) => Object.entries(columns).flatMap(([field, how]) => (how === 'sum' ? [field] : []))))
  const need = ({ field, kind }: ColumnLayout): number => {
    const texts = widest[kind]
    return texts === undefined ? 0 : textWidth(summed.has(field) ? texts.sum : texts.row)
  }
  return table.columns.filter((column) => !column.hidden && column.width < need(column)).map(({ field }) => `${table.key}.${field}`)
}

describe('layout files', () => {
  it.each(layoutBooks)('%s.json holds together', async (name) => {
    expect((await readLayout(name)).workbook).toBe(name)
  })

  it.each(layoutBooks)('%s.json has room for its numbers', async (name) => {
    const { sheets } = await readLayout(name)
    expect(sheets.flatMap(({ tables }) => tables.flatMap(tooNarrow))).toEqual([])
  })

  it('fills in what may be left out', () => {
    const [read] = parseLayout(JSON.stringify(layout)).sheets
    expect(read).toMatchObject({ orientation: 'landscape', signed: true, measure: '', tables: [{ columns: [{ kind: 'text', hidden: false }], totals: [] }] })
  })

  it.each([
    ['is no JSON', '{'],
    ['has an unknown field', JSON.stringify({ ...layout, colour: 'red' })],
    ['has a column kind of its own', JSON.stringify({ ...layout, sheets: [{ ...sheet, tables: [{ key: 't', columns: [{ ...column, kind: 'fancy' }] }] }] })],
    ['has a sheet name Excel refuses', JSON.stringify({ ...layout, sheets: [{ ...sheet, name: 'a/b' }] })],
    ['names a field twice', JSON.stringify({ ...layout, sheets: [{ ...sheet, tables: [{ key: 't', columns: [column, column] }] }] })],
    ['names a sheet twice', JSON.stringify({ ...layout, sheets: [sheet, { ...sheet, key: 's2', tables: [] }] })],
  ])('is refused when it %s', (_, text) => {
    expect(() => parseLayout(text)).toThrow(LayoutError)
  })
})
