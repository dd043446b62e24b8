import { expect, it } from 'vitest'
import { layoutBooks, type LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import { chartedFields, sheetNeeds } from '../../../../shared/domain/papers/sheet-needs.ts'
import { placeEvaluation } from '../books/evaluation/book.ts'
import { bookData, quarterCase } from '../testing/case-data.ts'
import { everyBook } from '../testing/every-book.ts'
import { checkLayout } from '../../../../shared/domain/papers/check-layout.ts'
import { changeColumn } from '../../../../shared/domain/papers/edit-layout.ts'
import { readLayout } from './read-layout.ts'

function bookOf(name: string): LayoutBook {
  if (name.startsWith('performance')) return 'performance'
  if (name.startsWith('year')) return 'evaluation-year'
  return layoutBooks.find((book) => book === name) ?? 'evaluation'
}

it('the needs told to the screen are what the formulas of every book look at', async () => {
  const found = new Map<string, Set<string>>()
  for (const [name, { sheets }] of await everyBook()) {
    const book = bookOf(name)
    const keys = new Map((await readLayout(book)).sheets.map((sheet) => [sheet.name, sheet.key]))
    for (const sheet of sheets) {
      const needed = new Set<string>()
      for (const row of sheet.rows) for (const cell of row.cells) if (cell?.kind === 'formula') for (const [, other = ''] of cell.formula.matchAll(/'([^']+)'!/g)) needed.add(keys.get(other) ?? other)
      const place = `${book} ${keys.get(sheet.name) ?? sheet.name}`
      if (needed.size > 0) found.set(place, new Set([...(found.get(place) ?? []), ...needed]))
    }
  }
  const told = layoutBooks.flatMap((book) => Object.entries(sheetNeeds[book]).map(([sheet, needs]) => [`${book} ${sheet}`, [...needs].sort()] as const))
  expect(Object.fromEntries(Array.from(found, ([place, needs]) => [place, [...needs].sort()]))).toEqual(Object.fromEntries(told))
})

it('the fields told to be charted are those of the drafts, and none of them may be hidden', async () => {
  const drawn = new Set<string>()
  for (const [name, { sheets }] of await everyBook()) {
    const book = bookOf(name)
    const keys = new Map((await readLayout(book)).sheets.map((sheet) => [sheet.name, sheet.key]))
    for (const { name: sheet, chart } of sheets) if (chart !== null) drawn.add(`${book} ${keys.get(sheet) ?? sheet}`)
  }
  const shipped = await readLayout('evaluation')
  const drafts = placeEvaluation(bookData(quarterCase('worked-example')), shipped).sheets.flatMap(({ layout, draft }) => (draft.chart ? [{ sheet: layout.key, ...draft.chart }] : []))
  expect([...drawn]).toEqual(drafts.map(({ sheet }) => `evaluation ${sheet}`))
  for (const book of layoutBooks) for (const { key } of (await readLayout(book)).sheets) expect(chartedFields(book, key).length > 0).toBe(drawn.has(`${book} ${key}`))
  for (const { sheet, table, categories, values } of drafts) {
    const fields = [categories, ...values.map(({ field }) => field)]
    expect(chartedFields('evaluation', sheet)).toEqual(fields)
    for (const field of fields) expect(checkLayout(changeColumn(shipped, { sheet, table, field }, { hidden: true }), shipped, 'evaluation').map(({ kind }) => kind)).toContain('column_charted')
  }
})
