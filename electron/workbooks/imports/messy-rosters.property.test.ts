import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readHere, rosterOf } from './import.testing.ts'
import type { ExpectedRow } from './messy-people.testing.ts'
import { messyRoster } from './messy-rosters.testing.ts'
import type { StaffRow } from './types.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rosters-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fixtures = path.join(import.meta.dirname, 'fixtures')
const fixtureRow = z.object({ row: z.int(), state: z.string(), errors: z.array(z.string()), name: z.string().nullable(), idNo: z.string().nullable(), module: z.string().nullable(), birth: z.string().nullable(), phone: z.string().nullable() })
const fixture = z.object({ headerRow: z.int(), rows: z.array(fixtureRow) })

test.each(['roster-1', 'roster-2', 'roster-3'])('%s comes out as expected', async (name) => {
  const expected = fixture.parse(JSON.parse(await readFile(path.join(fixtures, `${name}.expected.json`), 'utf8')))
  const { headerRow, rows } = rosterOf(await readHere(path.join(fixtures, `${name}.xlsx`)))
  const got = rows.map(({ row, state, errors, draft }) => ({ row, state, errors: errors.map(({ code }) => code), name: draft.name, idNo: draft.idNo, module: draft.moduleName, birth: draft.birth, phone: draft.phone }))
  expect({ headerRow, rows: got }).toEqual(expected)
})

function summary({ row, errors, draft }: StaffRow): ExpectedRow {
  return { row, errors: errors.map(({ code }) => code), name: draft.name, idNo: draft.idNo, module: draft.moduleName, birth: draft.birth, phone: draft.phone, identity: draft.identity, workStart: draft.workStart }
}

describe('made rosters', () => {
  const seeds = Array.from({ length: 120 }, (_, index) => 7_000 + index)

  test.each(seeds)('seed %d is read right', async (seed) => {
    const roster = await messyRoster(seed)
    const file = path.join(folder, roster.fileName)
    await writeFile(file, roster.bytes)
    const { headerRow, rows } = rosterOf(await readHere(file))
    expect({ headerRow, rows: rows.map(summary) }).toEqual({ headerRow: roster.headerRow, rows: roster.rows })
  })
})
