import { describe, expect, it } from 'vitest'
import { LayoutError, parseLayout } from './layout.ts'
import { layoutNames, readLayout } from './read-layout.ts'

const column = { field: 'name', heading: '姓名', width: 10 }
const table = { key: 't', columns: [column] }
const sheet = { key: 's', name: '表', title: '表', tables: [table] }
const layout = { format: 'township-layout/1', workbook: 'w', title: 'w', fileName: 'w.xlsx', unitLine: { unit: '', date: '' }, signers: [], sheets: [sheet] }

describe('layout files', () => {
  it.each(layoutNames)('%s.json holds together', async (name) => {
    expect((await readLayout(name)).workbook).toBe(name)
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
