import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recogniseListRows } from '../../../shared/domain/reports/imports/recognise.ts'
import { context, readHere } from './import.testing.ts'
import { madeWords } from './messy-cells.testing.ts'
import { messyList } from './messy-lists.testing.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lists-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const seeds = Array.from({ length: 220 }, (_, index) => 9_000 + index)

test.each(seeds)('list of seed %d: every row is read right, or refused with column and reason', async (seed) => {
  const list = await messyList(seed)
  const file = path.join(folder, list.fileName)
  await writeFile(file, list.bytes)
  const found = recogniseListRows(list.kind, await readHere(file), { ...context, words: madeWords })
  if (found.kind !== 'table') throw new Error(`${list.kind}: ${found.message}`)
  const rows = found.rows.map(({ row, draft, errors }) => ({ row, cells: draft.cells, errors: errors.map(({ column, code }) => `${column} ${code}`) }))
  expect({ kind: list.kind, headerRow: found.table.headerRow, rows }).toEqual({ kind: list.kind, headerRow: list.headerRow, rows: list.rows })
})
