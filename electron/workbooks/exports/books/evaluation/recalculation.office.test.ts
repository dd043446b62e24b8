import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyBook } from '../../testing/every-book.ts'
import { OfficeDesk } from '../../testing/office.ts'
import type { ReadCells } from '../../testing/office.ts'
import { compareDigests } from '../../verify/compare.ts'
import { digestModel } from '../../verify/digest.ts'
import { digestWorkbook } from '../../verify/digest-workbook.testing.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'

/** LibreOffice keeps 15 digits of a number. */
function sameValue(a: string | number | null, b: string | number | null): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
  return (a ?? '') === (b ?? '')
}

function differences(written: ReadCells, recalculated: ReadCells): readonly string[] {
  return Object.entries(written).flatMap(([sheet, cells]) =>
    Object.entries(cells).flatMap(([address, { value }]) => {
      const found = recalculated[sheet]?.[address]?.value ?? null
      return sameValue(value, found) ? [] : [`${sheet}!${address}: ${String(value)} → ${String(found)}`]
    }),
  )
}

describe('every workbook, calculated anew by LibreOffice', () => {
  const desk = OfficeDesk.open()
  const books = everyBook()
  let recalculated: (file: string) => string

  beforeAll(async () => {
    const { file } = await desk.then((opened) => ({ file: (name: string) => opened.file(`${name}.xlsx`) }))
    const names = [...(await books).keys()]
    for (const [name, model] of await books) await writeWorkbook(model, file(name))
    recalculated = await (await desk).recalculate(names.map(file))
  })
  afterAll(async () => (await desk).close())

  it('gives the values the file already had', async () => {
    const opened = await desk
    const files = [...(await books).keys()].map((name) => opened.file(`${name}.xlsx`))
    const written = await opened.read(files, 'values')
    const again = await opened.read(files.map(recalculated), 'values')
    const wrong = files.flatMap((file) => differences(written[file] ?? {}, again[recalculated(file)] ?? {}).map((text) => `${file} ${text}`))
    expect(wrong).toEqual([])
    const cells = [...(await books).values()].flatMap((model) => model.sheets.flatMap((sheet) => Array.from(sheet.rows, (row) => row.cells).flat()))
    expect(cells.filter((cell) => cell?.kind === 'formula').length).toBeGreaterThan(30_000)
  })

  it('is still known as unchanged after being saved again', async () => {
    const opened = await desk
    const changed: string[] = []
    for (const [name, model] of await books) {
      const comparison = compareDigests(digestModel(model), await digestWorkbook(recalculated(opened.file(`${name}.xlsx`))))
      if (comparison.state === 'changed') changed.push(`${name}: ${comparison.cells.slice(0, 3).map(({ sheet, cell }) => `${sheet}!${cell}`).join(' ')}`)
    }
    expect(changed).toEqual([])
  })
})
