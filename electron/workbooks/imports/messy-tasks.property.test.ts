import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RawWorkbook } from '../../../shared/domain/cells/raw-workbook.ts'
import { recogniseTasks } from '../../../shared/domain/reports/imports/recognise.ts'
import { context, readHere } from './import.testing.ts'
import { brokenReadings } from './messy-sheet.testing.ts'
import { messyTasks, type MessyTasks } from './messy-tasks.testing.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tasks-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const seeds = Array.from({ length: 100 }, (_, index) => 11_000 + index)

async function made(seed: number): Promise<{ readonly ledger: MessyTasks; readonly workbook: RawWorkbook }> {
  const ledger = await messyTasks(seed)
  const file = path.join(folder, ledger.fileName)
  await writeFile(file, ledger.bytes)
  return { ledger, workbook: await readHere(file) }
}

function taken(workbook: RawWorkbook) {
  const found = recogniseTasks(workbook, context)
  if (found.kind !== 'table') throw new Error(found.message)
  return { headerRow: found.table.headerRow, rows: found.rows.map(({ row, draft: { moduleName: _, ...draft }, errors }) => ({ row, draft, errors: errors.map(({ column, code }) => `${column} ${code}`).sort() })) }
}

test.each(seeds)('ledger of seed %d: every row is read right, or refused with column and reason', async (seed) => {
  const { ledger, workbook } = await made(seed)
  const { headerRow, rows } = ledger
  expect(taken(workbook)).toEqual({ headerRow, rows })
})

test.each(brokenReadings)('a reading that %s is found out', async (_, broken) => {
  const wrong: number[] = []
  for (const seed of seeds) {
    const { ledger, workbook } = await made(seed)
    if (!isDeepStrictEqual(taken(broken(workbook)), { headerRow: ledger.headerRow, rows: ledger.rows })) wrong.push(seed)
  }
  expect(wrong.length).toBeGreaterThan(0)
})
