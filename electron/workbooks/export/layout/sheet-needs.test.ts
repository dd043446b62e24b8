import { expect, it } from 'vitest'
import { layoutBooks, type LayoutBook } from '../../../../shared/domain/books/codes.ts'
import { sheetNeeds } from '../../../../shared/domain/books/sheet-needs.ts'
import { everyBook } from '../testing/every-book.ts'
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
