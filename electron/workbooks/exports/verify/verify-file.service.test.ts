import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { forkWorker } from '../../fork-worker.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { tasksData } from '../testing/ledger-data.ts'
import { temporaryFolder } from '../testing/temp-folder.ts'
import { writeWorkbook } from '../write/write-workbook.ts'
import { digestToFile } from './digest-file.ts'
import { digestModel } from './digest.ts'
import { digestFile, nearestOf } from './verify-file.ts'
import { verifyLimits } from './verify-limits.ts'

const file = temporaryFolder()

describe('a check in a process of its own', () => {
  let model: WorkbookModel
  beforeAll(async () => {
    model = tasksWorkbook(tasksData(300), await readLayout('tasks'))
    await writeWorkbook(model, file('book.xlsx'))
  })

  test('says of a file what its model says, and ends when its clock does', async () => {
    const found = await digestFile(file('book.xlsx'), file('found'), forkWorker)
    const { exportId, sheets } = digestModel(model)
    expect(found).toMatchObject({ kind: 'digested', exportId, form: null, book: sheets.map(({ name, digest }) => ({ name, digest })) })
    expect(await digestFile(file('book.xlsx'), file('late'), forkWorker, { ...verifyLimits, milliseconds: 1 })).toEqual({ kind: 'refused', code: 'too_slow' })
  })

  test('a file that is no workbook is refused', async () => {
    writeFileSync(file('none.xlsx'), 'PK no package')
    expect(await digestFile(file('none.xlsx'), file('none'), forkWorker)).toMatchObject({ kind: 'refused' })
  })

  test('of several it names the one with fewest changed cells, and none where too many are', async () => {
    const [sheet] = model.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const kept = (name: string, rows: typeof sheet.rows) => [{ name: sheet.name, cellsFile: file(name), digest: digestToFile({ ...sheet, rows }, file(name)).digest }]
    const rows = Array.from(sheet.rows)
    const [whole, most, few] = [kept('whole', rows), kept('most', rows.slice(0, -2)), kept('few', rows.slice(0, 10))]
    const near = await nearestOf({ found: whole, candidates: [few, most], mostChanged: 0.2 }, forkWorker)
    expect(near).toMatchObject({ kind: 'compared', place: 1 })
    expect(near.kind === 'compared' && near.cells.length > 0).toBe(true)
    expect(await nearestOf({ found: whole, candidates: [few], mostChanged: 0.2 }, forkWorker)).toEqual({ kind: 'compared', place: null, cells: [], count: 0, unlocated: [] })
    expect(await nearestOf({ found: whole, candidates: [few], mostChanged: null }, forkWorker)).toMatchObject({ place: 0 })
  })
})
