import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RawWorkbook } from '../../../shared/domain/cells/raw-workbook.ts'
import { recogniseRegister } from '../../../shared/domain/reports/imports/recognise.ts'
import { registerMatcher } from '../../../shared/domain/reports/imports/match-register.ts'
import { context, readHere } from './import.testing.ts'
import { brokenReadings } from './messy-sheet.testing.ts'
import { messyRegister, registerNames, type MessyRegister } from './messy-registers.testing.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'registers-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const seeds = Array.from({ length: 100 }, (_, index) => 13_000 + index)

async function made(seed: number): Promise<{ readonly register: MessyRegister; readonly workbook: RawWorkbook }> {
  const register = await messyRegister(seed)
  const file = path.join(folder, register.fileName)
  await writeFile(file, register.bytes)
  return { register, workbook: await readHere(file) }
}

/** As a register without a row would take them. */
function taken({ columns }: MessyRegister, workbook: RawWorkbook) {
  const found = recogniseRegister(workbook, { ...context, register: { columns: columns.map(({ id, title, type, required }) => ({ key: id, title, type, required })) } })
  if (found.kind !== 'table') throw new Error(found.message)
  const matchRow = registerMatcher({ columns, standing: [], given: found.given, directory: registerNames, outOfScope: '', fixedCell: '' })
  return { headerRow: found.table.headerRow, rows: found.rows.map(matchRow).map(({ row, values, errors }) => ({ row, values, errors: errors.map(({ column, code }) => `${column} ${code}`).sort() })) }
}

test.each(seeds)('register of seed %d: every row is read right, or refused with column and reason', async (seed) => {
  const { register, workbook } = await made(seed)
  const { headerRow, rows } = register
  expect(taken(register, workbook)).toEqual({ headerRow, rows })
})

test.each(brokenReadings)('a reading that %s is found out', async (_, broken) => {
  const wrong: number[] = []
  for (const seed of seeds) {
    const { register, workbook } = await made(seed)
    const { headerRow, rows } = register
    if (!isDeepStrictEqual(taken(register, broken(workbook)), { headerRow, rows })) wrong.push(seed)
  }
  expect(wrong.length).toBeGreaterThan(0)
})
