import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readLayout } from '../layout/read-layout.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { tasksData } from '../testing/ledger-data.ts'
import { temporaryFolder } from '../testing/temp-folder.ts'
import { cellDigest } from './cell-digest.ts'
import { cellsWriter, readCells } from './cells-file.ts'
import { addressOf, type KeptCells } from './kept-cells.ts'
import { digestToFile } from './digest-file.ts'
import { digestModel } from './digest.ts'

const file = temporaryFolder()

const columnsOf = (cells: KeptCells) => new Map([...cells.keys()].map((column) => [column, cells.get(column)]))

function byAddress(cells: KeptCells): Readonly<Record<string, string>> {
  return Object.fromEntries([...columnsOf(cells)].flatMap(([column, rows]) => [...(rows ?? [])].map(([row, digest]) => [addressOf({ column, row }), digest])))
}

it('the digests of a long sheet lie in their file column by column, the same as those taken at once', async () => {
  const model = tasksWorkbook(tasksData(2_000), await readLayout('tasks'))
  const { sheets } = digestModel(model)
  for (const [place, sheet] of model.sheets.entries()) {
    const { digest, rows } = digestToFile(sheet, file(`cells-${place}`))
    expect({ name: sheet.name, digest, cells: columnsOf(readCells(file(`cells-${place}`))) }).toEqual(sheets[place])
    expect(rows).toBe(Array.from(sheet.rows).length)
  }
})

it('keeps cells in any order, with gaps, said twice and without a proper place', () => {
  const says = (text: string) => ({ value: { kind: 'text', text }, formula: null }) as const
  const writer = cellsWriter(file('odd'))
  for (const [address, text] of [['B3', 'a'], ['B4', 'b'], ['B9', 'c'], ['A1', 'd'], ['B2', 'e'], ['', 'f'], ['A01', 'g'], ['a5', 'h'], ['B4', 'i'], ['C7', '']] as const) writer.add(address, says(text))
  writer.finish()
  writer.close()
  const digestOf = (text: string) => cellDigest(says(text))
  expect(byAddress(readCells(file('odd')))).toEqual({ B3: digestOf('a'), B4: digestOf('i'), B9: digestOf('c'), A1: digestOf('d'), B2: digestOf('e'), '': digestOf('f'), A01: digestOf('g'), a5: digestOf('h') })
})

it('reads what was logged by address alone, and nothing else', () => {
  writeFileSync(file('old'), gzipSync('{"A1":"0123456789ab","B2":"ba9876543210"}'))
  expect(byAddress(readCells(file('old')))).toEqual({ A1: '0123456789ab', B2: 'ba9876543210' })
  writeFileSync(file('strange'), gzipSync('{"A":[["1","0123456789ab"]]}'))
  expect(() => readCells(file('strange'))).toThrow()
})
