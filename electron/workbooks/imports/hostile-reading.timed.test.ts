import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forkWorker } from '../fork-worker.ts'
import { hostileFiles } from '../gate/hostile-files.testing.ts'
import { makeZip, rosterSheet, sheetXml, workbookEntries } from '../gate/packages.testing.ts'
import type { WorkerFactory } from '../worker.ts'
import { context } from './import.testing.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import { withPulse, type Taken } from './pulse.testing.ts'
import { readStaffFile } from './read-rows.ts'
import { readWorkbook } from './read-workbook.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hostile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome extends Taken {
  readonly code: string
}

/** A machine that is busy with other things may take its time; what the clock does is said by the test of the clock. */
const patient: ReadLimits = { ...readLimits, milliseconds: 100_000 }

/** Reads a file the way the host does, with a pulse beside it. */
async function outcome(fileName: string, bytes: Buffer, limits: Partial<ReadLimits> = {}, start: WorkerFactory = forkWorker): Promise<Outcome> {
  const file = path.join(folder, fileName)
  await writeFile(file, bytes)
  const { result: read, taken } = await withPulse(() => readStaffFile({ path: file, context, limits: { ...patient, ...limits } }, start))
  await rm(file)
  return { code: read.kind === 'refused' ? read.refusal.code : read.kind, ...taken }
}

/** Without a busy machine the clock would not have struck, and everyone else would have been answered at once. */
function expectCheap({ seconds, lag }: Outcome): void {
  expect(seconds).toBeLessThan(readLimits.milliseconds / 1_000)
  expect(lag).toBeLessThan(200)
}

function book(sheet: string | Buffer): Buffer {
  return makeZip(workbookEntries(sheet))
}

function withRows(rows: string): string {
  return rosterSheet.replace('</sheetData>', `${rows}</sheetData>`)
}

/** A sheet too large to be a roster: `count` cells with a value each. */
function manyCells(count: number): string {
  const row = (index: number) => `<row r="${String(index)}">${Array.from({ length: 50 }, (_, column) => `<c><v>${String((index * 31 + column * 17) % 9_973)}</v></c>`).join('')}</row>`
  return withRows(Array.from({ length: count / 50 }, (_, index) => row(index + 3)).join(''))
}

const deep = `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`

describe('a hostile file costs no one else anything', () => {
  const ofGate = hostileFiles().filter(({ name }) => ['a zip bomb', '5 parts of 45 MB', 'a part of 51 MB', '21 MB', 'a DOCTYPE behind a long comment', 'macros', 'truncated', 'an old workbook', 'a password', 'a picture as .csv', 'links to other files'].includes(name))
  const ofReading = [
    { name: 'a deep tree', fileName: 'deep.xlsx', bytes: () => book(withRows(`<row r="3"><c>${deep}</c></row>`)), code: 'unreadable' },
    { name: 'tags that do not close', fileName: 'open.xlsx', bytes: () => book(rosterSheet.replaceAll('</row>', '')), code: 'unreadable' },
    { name: 'an entity that is not defined', fileName: 'entity.xlsx', bytes: () => book(rosterSheet.replace('张三', '&lol;')), code: 'unreadable' },
    { name: 'a tag of two megabytes', fileName: 'tag.xlsx', bytes: () => book(withRows(`<row r="3" a="${Array.from({ length: 500_000 }, (_, index) => index % 7_919).join(' ')}"/>`)), code: 'unreadable' },
    { name: 'two million cells', fileName: 'cells.xlsx', bytes: () => book(manyCells(2_000_000)), code: 'too_large' },
    { name: 'a cell longer than a cell can be', fileName: 'long.xlsx', bytes: () => book(sheetXml([[Array.from({ length: 20_000 }, (_, index) => index).join('')]])), code: 'unreadable' },
    { name: 'no workbook inside', fileName: 'none.xlsx', bytes: () => makeZip(workbookEntries().filter(({ name }) => !name.startsWith('xl/workbook'))), code: 'unreadable' },
    { name: 'no table inside', fileName: 'other.xlsx', bytes: () => book(sheetXml([['部门', '金额'], ['财政', '3']])), code: 'not_recognised' },
  ]
  test.each([...ofGate, ...ofReading])('$name is refused with $code', async ({ fileName, bytes, code }) => {
    const result = await outcome(fileName, bytes())
    expect(result).toMatchObject({ code })
    expectCheap(result)
  })
})

describe('large but harmless', () => {
  test('a sheet that declares a million empty rows is read', async () => {
    const rows = Array.from({ length: 1_048_574 }, (_, index) => `<row r="${String(index + 3)}" ht="${String((index * 7) % 400)}"/>`).join('')
    const result = await outcome('empty-rows.xlsx', book(withRows(rows)))
    expect(result).toMatchObject({ code: 'table' })
    expectCheap(result)
  })

  test('a merged range over the whole sheet, and thousands of them, are read', async () => {
    const merges = Array.from({ length: 15_000 }, (_, index) => `<mergeCell ref="A1:XFD${String(1_048_576 - index)}"/>`).join('')
    const result = await outcome('merges.xlsx', book(rosterSheet.replace('</sheetData>', `</sheetData><mergeCells>${merges}</mergeCells>`)))
    expect(['table', 'not_recognised']).toContain(result.code)
    expectCheap(result)
  })
})

describe('each limit is the limit: raised, the same file is read', () => {
  const bytes = book(manyCells(400_000))

  test('time', async () => {
    expect(await outcome('time.xlsx', bytes, { milliseconds: 200 })).toMatchObject({ code: 'too_slow' })
    expect(await outcome('time.xlsx', bytes)).toMatchObject({ code: 'table' })
  })

  test('memory', async () => {
    expect(await outcome('memory.xlsx', bytes, { memoryBytes: 40 * 1_048_576 })).toMatchObject({ code: 'too_large' })
    expect(await outcome('heap.xlsx', bytes, { heapMegabytes: 16 })).toMatchObject({ code: 'too_large' })
  })

  test('cells', async () => {
    expect(await outcome('cells.xlsx', bytes, { cells: 399_999 })).toMatchObject({ code: 'too_large' })
  })
})

describe('the reading process is not trusted', () => {
  const workbook = book(rosterSheet)

  test('one that does not start, or speaks nonsense, is a refusal', async () => {
    const missing: WorkerFactory = (_, options) => forkWorker(new URL('./no-such-worker.ts', import.meta.url), options)
    expect(await outcome('a.xlsx', workbook, {}, missing)).toMatchObject({ code: 'unreadable' })
    const nonsense: WorkerFactory = () => {
      let exit: () => void = () => undefined
      return {
        postMessage: () => undefined,
        onMessage: (listener) => void setTimeout(() => listener({ kind: 'read_rows', rows: [{ row: '1; DROP TABLE' }] }), 1),
        onExit: (listener) => {
          exit = () => listener({ code: 0, signal: null })
        },
        kill: () => exit(),
        memory: () => Promise.resolve(null),
      }
    }
    expect(await outcome('b.xlsx', workbook, {}, nonsense)).toMatchObject({ code: 'unreadable' })
  })

  test('the raw workbook crosses the border whole', async () => {
    const file = path.join(folder, 'raw.xlsx')
    await writeFile(file, workbook)
    const text = (column: number, value: string) => ({ kind: 'text', text: value, column })
    expect(await readWorkbook(file, forkWorker)).toEqual({
      kind: 'workbook',
      workbook: {
        source: 'xlsx',
        sheets: [{ name: '花名册', hidden: false, merges: [], rows: [
          { row: 1, cells: [text(1, '姓名'), text(2, '身份证号'), text(3, '人员身份'), text(4, '所在模块')] },
          { row: 2, cells: [text(1, '张三'), text(2, '330825198202169773'), text(3, '公务员'), text(4, '大党建')] },
        ] }],
      },
    })
  })
})
