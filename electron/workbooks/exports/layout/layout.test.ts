import { describe, expect, it } from 'vitest'
import { textWidth } from '../arrange/text-width.ts'
import { LayoutError, parseLayout } from './layout.ts'
import { checkLayout } from '../../../../shared/domain/papers/check-layout.ts'
import { leastWidth, widestNumbers } from '../../../../shared/domain/papers/layout-room.ts'
import { columnKinds } from '../../../../shared/domain/papers/layout.ts'
import { layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'
import { layoutBooks } from '../../../../shared/domain/papers/codes.ts'
import { everyBook } from '../testing/every-book.ts'
import { readLayout } from './read-layout.ts'

const column = { field: 'name', heading: '姓名', width: 10 }
const table = { key: 't', columns: [column] }
const sheet = { key: 's', name: '表', title: '表', tables: [table] }
const layout = { format: 'township-layout/1', workbook: 'w', title: 'w', fileName: 'w.xlsx', unitLine: { unit: '', date: '' }, signers: [], sheets: [sheet] }

describe('layout files', () => {
  it.each(layoutBooks)('%s.json holds together', async (name) => {
    expect((await readLayout(name)).workbook).toBe(name)
  })

  it.each(layoutBooks)('%s.json keeps the rules a township has to keep', async (name) => {
    const layout = await readLayout(name)
    expect(checkLayout(layout, layout, name).map(layoutFaultText)).toEqual([])
  })

  it.each(Object.entries(widestNumbers))('the room of %s is what its widest number takes', (kind, { row, sum }) => {
    const totals = [{ label: '合计', at: 'x', columns: { x: 'sum' } }] as const
    const [kindOf] = columnKinds.filter((one) => one === kind)
    const least = [[], totals].map((all) => leastWidth({ totals: all }, { field: 'x', kind: kindOf ?? 'text' }))
    const needed = [row, sum].map((text) => textWidth(text))
    expect(least.map((width, at) => width >= (needed[at] ?? 0) - 0.001 && width < (needed[at] ?? 0) + 0.11)).toEqual([true, true])
  })

  it('every column of a working copy has a heading in Chinese, the hidden ones as well', async () => {
    const headings = Array.from(await everyBook(), ([, { sheets }]) => sheets.flatMap((sheet) => Array.from(sheet.rows, ({ cells }) => cells.flatMap((cell) => (cell?.kind === 'text' && cell.style.role === 'header' ? [cell.text] : []))).flat())).flat()
    expect([headings.length > 500, headings.filter((heading) => !/\p{Script=Han}/u.test(heading))]).toEqual([true, []])
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
    ['has no room for its numbers', JSON.stringify({ ...layout, sheets: [{ ...sheet, tables: [{ key: 't', columns: [{ ...column, kind: 'money' }] }] }] })],
    ['names a field twice', JSON.stringify({ ...layout, sheets: [{ ...sheet, tables: [{ key: 't', columns: [column, column] }] }] })],
    ['names a sheet twice', JSON.stringify({ ...layout, sheets: [sheet, { ...sheet, key: 's2', tables: [] }] })],
  ])('is refused when it %s', (_, text) => {
    expect(() => parseLayout(text)).toThrow(LayoutError)
  })
})
