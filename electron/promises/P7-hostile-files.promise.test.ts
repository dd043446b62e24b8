import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { writeSamples } from '../core/registers/define.ts'
import { registerSamples } from '../core/registers/samples.ts'
import { diceOf } from '../core/desk/demo/dice.ts'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { dumpTownship } from '../core/township/backups/dump.ts'
import { testTownship, type TestTownship } from '../core/testing/township.testing.ts'
import { realTables } from '../workbooks/exports/testing/real-tables.testing.ts'
import { workbookFile, type MadeFile } from '../workbooks/gate/fuzz/chance.testing.ts'
import { containerFamilies } from '../workbooks/gate/fuzz/containers.testing.ts'
import { madeFiles } from '../workbooks/gate/fuzz/made.testing.ts'
import { mutate, realFile, type RealFile } from '../workbooks/gate/fuzz/mutated.testing.ts'
import { sheetFamilies } from '../workbooks/gate/fuzz/sheets.testing.ts'
import { strangerFamilies } from '../workbooks/gate/fuzz/strangers.testing.ts'
import { hostileFiles } from '../workbooks/gate/hostile-files.testing.ts'
import { gateLimits } from '../workbooks/gate/limits.ts'
import { gateCodes } from '../workbooks/gate/refusal.ts'
import { context, readHere, rosterOf } from '../workbooks/imports/import.testing.ts'
import { readLimits, type ReadLimits } from '../workbooks/imports/limits.ts'
import { columnLetters } from '../workbooks/imports/xlsx/references.ts'
import { readRefusalCodes } from '../workbooks/imports/vocabulary.ts'
import { clearAway, moment, ownTime, withPulse } from '../workbooks/imports/pulse.testing.ts'
import { readStaffFile } from '../workbooks/imports/read-rows.ts'
import type { WorkerFactory } from '../workbooks/worker.ts'
import { figuresLine, isFull } from './program.testing.ts'
import { standingReaders } from './standing-readers.testing.ts'

const seed = Number(process.env['TOWNSHIP_SEED'] ?? 20260406)
const mutations = isFull ? 5_000 : 500
const made = 300
/** So many are made, then read: making one takes the machine that its reading is measured on. */
const atOnce = 25
const side = 2
const applied = isFull ? 400 : 40

/** Written out, not taken from the source: who weakens one there must see this test fail. */
const promised = { seconds: 10, bytes: 512 * 1_048_576, milliseconds: 200 }

const fixtures = new URL('../workbooks/imports/fixtures/', import.meta.url)
const unrecognised: readonly string[] = ['no_header', 'no_rows']
const known: ReadonlySet<string> = new Set([...gateCodes, ...readRefusalCodes, ...unrecognised])
const sentence = /^[^。\n]*[\u4e00-\u9fff][^。\n]*。$/u

interface Case {
  readonly name: string
  readonly kind: RealFile['kind']
  readonly file: () => MadeFile
  readonly answers: readonly string[] | null
  readonly isLarge?: boolean
}

const refusalSchema = z.object({ code: z.literal('file_refused'), data: z.object({ values: z.object({ why: z.string(), reason: z.string() }) }) })

/** An export with so many rows of a thousand cells behind its own. */
async function grownBook(bytes: Buffer, rows: number): Promise<MadeFile> {
  const zip = await JSZip.loadAsync(bytes)
  const part = 'xl/worksheets/sheet1.xml'
  const xml = (await zip.file(part)?.async('string')) ?? ''
  const letters = Array.from({ length: 1_000 }, (_, column) => columnLetters(column + 1))
  const added = Array.from({ length: rows }, (_, row) => `<row r="${String(1_001 + row)}">${letters.map((column) => `<c r="${column}${String(1_001 + row)}"><v>1</v></c>`).join('')}</row>`)
  zip.file(part, xml.replace('</sheetData>', `${added.join('')}</sheetData>`))
  return workbookFile(await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
}

interface Answer {
  readonly what: string
  readonly reason: string | null
  readonly seconds: number
}

describe('P7: a broken or hostile file is one clear sentence, and nothing is changed', () => {
  const readers = standingReaders()
  const logged: unknown[] = []
  let town: TestTownship
  let registerId = ''
  let real: readonly RealFile[] = []

  beforeAll(async () => {
    town = await testTownship(emptyDemo(), logged, readers.start)
    town.app.mutate({ actor: 'test', action: 'test.registers', areas: ['register'], write: (tx) => writeSamples(tx, town.app.environment.newId, registerSamples()), audit: () => ({ subject: null, detail: {} }) })
    registerId = (await town.asConsole().registers.list({})).find(({ name }) => name === '矛盾纠纷')?.id ?? ''
    const folder = mkdtempSync(path.join(tmpdir(), 'real-'))
    const tables = await realTables(folder)
    const rosters = ['roster-1.xlsx', 'roster-2.xlsx', 'roster-3.xlsx'].map((name) => ({ kind: 'staff' as const, fileName: name, bytes: readFileSync(new URL(name, fixtures)) }))
    real = await Promise.all([...rosters, ...tables].map(({ kind, fileName, bytes }) => realFile(kind, fileName, bytes)))
    rmSync(folder, { recursive: true })
    await town.asConsole().imports.apply({ file: asFile(real[1]), kind: 'staff', asOf: '2026-01-01' })
  })
  afterAll(() => {
    readers.close()
    town.dispose()
  })

  function asFile(file: MadeFile | undefined): File {
    return new File([new Uint8Array(file?.bytes ?? [])], file?.fileName ?? '')
  }

  const dump = () => canonicalJson(dumpTownship(town.app.read()))

  function inputOf(kind: RealFile['kind'], file: File) {
    return { file, kind, asOf: '2026-01-01', ...(kind === 'registers' ? { registerId } : {}) }
  }

  /** The answer of the use case as a person gets it. */
  async function answerTo(kind: RealFile['kind'], file: File): Promise<Answer> {
    const began = performance.now()
    const seconds = () => (performance.now() - began) / 1_000
    try {
      const { rows } = await town.asConsole().imports.preview(inputOf(kind, file))
      return { what: rows.length > 0 ? 'rows' : 'no rows', reason: null, seconds: seconds() }
    } catch (error) {
      const refused = refusalSchema.safeParse(error)
      const { why, reason } = refused.success ? refused.data.data.values : { why: String(error), reason: '' }
      return { what: why, reason, seconds: seconds() }
    }
  }

  /** Asks for something else all the while, once at a time; the longest it had to wait without the time in which there was no core for it. */
  async function askMeanwhile(work: Promise<unknown>): Promise<number> {
    const client = town.asConsole()
    let isOver = false
    void work.finally(() => {
      isOver = true
    })
    let longest = 0
    while (!isOver) {
      const asked = moment()
      await wait(5)
      await client.organisation.posts()
      longest = Math.max(longest, ownTime(asked, moment()) - 5)
    }
    return longest
  }

  async function runRound(name: string, cases: readonly Case[]): Promise<void> {
    const began = performance.now()
    const before = dump()
    const outcomes = new Map<string, number>()
    const faults: string[] = []
    let [slowest, longest] = [0, 0]
    for (let at = 0, next = 0; at < cases.length; at = next) {
      next = at + (cases[at]?.isLarge === true ? side : atOnce)
      const part = cases.slice(at, next).map((item) => ({ ...item, made: asFile(item.file()) }))
      clearAway()
      const queue = [...part]
      const work = Promise.all(
        Array.from({ length: side }, async () => {
          for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
            const { what, reason, seconds } = await answerTo(item.kind, item.made)
            outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
            slowest = Math.max(slowest, seconds)
            const isClear = reason === null ? what === 'rows' || what === 'no rows' : known.has(what) && sentence.test(reason)
            const isExpected = item.answers === null || item.answers.includes(unrecognised.includes(what) ? 'not_recognised' : what)
            if (!isClear || !isExpected || seconds >= promised.seconds) faults.push(`${item.name}: ${what} ${String(reason)} ${seconds.toFixed(1)} s`)
          }
        }),
      )
      const lag = await askMeanwhile(work)
      longest = Math.max(longest, lag)
      if (lag >= promised.milliseconds) faults.push(`others waited ${String(Math.round(lag))} ms beside ${part.map((item) => item.name).join('; ')}`)
      if (dump() !== before) faults.push(`changed by one of ${part.map((item) => item.name).join('; ')}`)
    }
    const figures = { seed, files: cases.length, outcomes: Object.fromEntries([...outcomes].sort(([, a], [, b]) => b - a)), slowestSeconds: Number(slowest.toFixed(2)), othersWaitedMs: Math.round(longest), peakMB: Math.round(readers.peakBytes() / 1_048_576), processes: readers.started(), killed: readers.killedAtWork(), seconds: Math.round((performance.now() - began) / 1_000) }
    console.log(figuresLine(`P7 ${name}`, figures))
    expect(faults).toEqual([])
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(cases.length)
    expect(readers.peakBytes()).toBeLessThan(promised.bytes)
    expect([readdirSync(town.app.environment.temporary), logged]).toEqual([[], []])
  }

  test(`${made} made files`, async () => {
    const named = hostileFiles().map(({ name, fileName, bytes, code }): Case => ({ name, kind: 'staff', file: () => ({ fileName, bytes: bytes() }), answers: [code] }))
    const drawn = madeFiles(made - named.length, (number) => diceOf(seed, `made ${String(number)}`)).map(({ family, make }, number): Case => ({ name: `${family.name} (${String(number)})`, kind: 'staff', file: make, answers: family.answers ?? null, isLarge: family.isLarge === true }))
    await runRound('made', [...named, ...drawn])
  })

  test(`${mutations} mutations of real files`, async () => {
    const cases = Array.from({ length: mutations }, (_, number): Case => {
      const dice = diceOf(seed, `mutation ${String(number)}`)
      const source = dice.pick(real)
      return { name: `${source.fileName} (${String(number)})`, kind: source.kind, file: () => mutate(source, dice), answers: null }
    })
    await runRound('mutated', cases)
  })

  test('a check of a hostile file, of mutated exports and of one with millions of cells more', async () => {
    const { file: exported } = await town.asConsole().exports.run({ workbook: 'roster', period: '', copy: 'official' })
    const source = await realFile('staff', 'export.xlsx', Buffer.from(await exported.arrayBuffer()))
    const grown = (rows: number) => grownBook(source.bytes, rows)
    const files: readonly (readonly [name: string, make: () => MadeFile | Promise<MadeFile>])[] = [
      ...hostileFiles().map(({ name, fileName, bytes }) => [name, () => ({ fileName, bytes: bytes() })] as const),
      ...Array.from({ length: mutations / 10 }, (_, number) => [`mutation ${String(number)}`, () => mutate(source, diceOf(seed, `checked ${String(number)}`))] as const),
      ['a million cells more', () => grown(1_000)],
      ['three million cells more', () => grown(3_000)],
    ]
    const outcomes = new Map<string, number>()
    const faults: string[] = []
    let [slowest, longest] = [0, 0]
    for (const [name, make] of files) {
      const given = asFile(await make())
      clearAway()
      const began = performance.now()
      const work = town.asConsole().exports.verify({ file: given }).then(
        ({ state, cells }) => ({ what: cells.length <= 200 ? state : 'too many named', reason: null }),
        (error: unknown) => {
          const refused = refusalSchema.safeParse(error)
          return refused.success ? { what: refused.data.data.values.why, reason: refused.data.data.values.reason } : { what: String(error), reason: '' }
        },
      )
      const lag = await askMeanwhile(work)
      const { what, reason } = await work
      const seconds = (performance.now() - began) / 1_000
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
      ;[slowest, longest] = [Math.max(slowest, seconds), Math.max(longest, lag)]
      const isClear = reason === null ? ['unchanged', 'changed', 'unknown'].includes(what) : known.has(what) && sentence.test(reason)
      if (!isClear || seconds >= promised.seconds || lag >= promised.milliseconds) faults.push(`${name}: ${what} ${String(reason)} ${seconds.toFixed(1)} s, others waited ${String(Math.round(lag))} ms`)
    }
    console.log(figuresLine('P7 checked', { seed, files: files.length, outcomes: Object.fromEntries(outcomes), slowestSeconds: Number(slowest.toFixed(2)), othersWaitedMs: Math.round(longest), peakMB: Math.round(readers.peakBytes() / 1_048_576) }))
    expect(faults).toEqual([])
    expect(outcomes.get('changed')).toBeGreaterThan(0)
    expect(readers.peakBytes()).toBeLessThan(promised.bytes)
    expect([readdirSync(town.app.environment.temporary), logged]).toEqual([[], []])
  })

  test(`${applied} mutations that still have rows are taken and given back to the letter, or refused`, async () => {
    const client = town.asConsole()
    const before = dump()
    const counts = { taken: 0, nothingTaken: 0, refused: 0 }
    for (let number = 0; number < applied; number += 1) {
      const dice = diceOf(seed, `applied ${String(number)}`)
      const source = dice.pick(real)
      const file = asFile(mutate(source, dice))
      const { what } = await answerTo(source.kind, file)
      const result = await client.imports.apply(inputOf(source.kind, file)).catch(() => null)
      expect([source.fileName, number, result === null]).toEqual([source.fileName, number, what !== 'rows' && what !== 'no rows'])
      if (result === null) counts.refused += 1
      else if (result.batchId !== null && result.summary.taken > 0) {
        counts.taken += 1
        await client.imports.undo({ batchId: result.batchId })
      } else counts.nothingTaken += 1
      expect([number, dump() === before]).toEqual([number, true])
    }
    console.log(figuresLine('P7 applied', { seed, ...counts }))
    expect(counts.taken).toBeGreaterThan(0)
  })
})

describe('P7 controls: each limit taken away lets its file in, or hurts', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'control-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function fileOf({ fileName, bytes }: MadeFile): string {
    const file = path.join(folder, fileName)
    writeFileSync(file, bytes)
    return file
  }

  const hostile = (name: string) => hostileFiles().find((file) => file.name === name)?.bytes() ?? Buffer.alloc(0)
  const drawn = (name: string) => [...containerFamilies, ...strangerFamilies, ...sheetFamilies].find((family) => family.name === name)?.make(diceOf(seed, 'control')).bytes ?? Buffer.alloc(0)

  async function outcome(file: MadeFile, limits: ReadLimits, start: WorkerFactory): Promise<string> {
    const read = await readStaffFile({ path: fileOf(file), context, limits }, start)
    return read.kind === 'refused' ? read.refusal.code : read.kind
  }

  test('what is shipped is what is promised', () => {
    expect(gateLimits).toEqual({ fileBytes: 20_971_520, entries: 2_000, entryBytes: 52_428_800, totalBytes: 209_715_200, ratio: 200 })
    expect([readLimits.milliseconds < promised.seconds * 1_000, readLimits.memoryBytes < promised.bytes, readLimits.heapMegabytes * 1_048_576 < readLimits.memoryBytes]).toEqual([true, true, true])
  })

  test('gate and counts: raised one at a time', async () => {
    const gate = (raised: Partial<typeof gateLimits>): ReadLimits => ({ ...readLimits, gate: { ...gateLimits, ...raised } })
    const cases: readonly (readonly [file: MadeFile, code: string, ReadLimits])[] = [
      [workbookFile(drawn('more than 20 MB')), 'file_too_large', gate({ fileBytes: 30 * 1_048_576 })],
      [workbookFile(hostile('2,001 parts')), 'too_many_entries', gate({ entries: 2_001 })],
      [workbookFile(hostile('a zip bomb')), 'ratio_too_high', gate({ ratio: 2_000 })],
      [workbookFile(drawn('a table of too many people'), 'people.csv'), 'too_large', { ...readLimits, rows: 60_000 }],
      [workbookFile(drawn('more merged ranges than are read')), 'too_large', { ...readLimits, merges: 20_001 }],
      [workbookFile(drawn('more text than is read')), 'too_large', { ...readLimits, characters: 30_000_000, memoryBytes: 2e9, heapMegabytes: 1_500 }],
      [workbookFile(drawn('a million cells and more')), 'too_large', { ...readLimits, cells: 1_100_000 }],
    ]
    const readers = standingReaders()
    for (const [file, code, raised] of cases) expect([await outcome(file, readLimits, readers.start), await outcome(file, raised, readers.start)]).toEqual([code, raised.gate.ratio > 200 ? 'unreadable' : 'table'])
    readers.close()
  })

  test('memory: without its limits a long table takes more than is promised', async () => {
    const people = workbookFile(Buffer.from(`姓名,身份证号,人员身份,所在模块\n${'张三,330825198202169773,公务员,大党建\n'.repeat(300_000)}`), 'people.csv')
    const without: ReadLimits = { ...readLimits, rows: 1e9, cells: 1e9, characters: 1e9, memoryBytes: 1e12, heapMegabytes: 4_096, milliseconds: 60_000 }
    const readers = standingReaders()
    expect(await outcome(people, without, readers.start)).toBe('table')
    readers.close()
    console.log(figuresLine('P7 control', { withoutLimitsMB: Math.round(readers.peakBytes() / 1_048_576) }))
    expect(readers.peakBytes()).toBeGreaterThan(promised.bytes)
  })

  test('time: a reader that never answers is ended by the clock alone', async () => {
    const entry = new URL('./stuck-reader.testing.ts', import.meta.url)
    const file = fileOf(workbookFile(hostile('macros')))
    const readers = standingReaders()
    const stuck = (milliseconds: number) => readStaffFile({ path: file, context, entry, limits: { ...readLimits, milliseconds } }, readers.start)
    const unlimited = stuck(60_000)
    expect(await stuck(1_000)).toMatchObject({ kind: 'refused', refusal: { code: 'too_slow' } })
    expect(await Promise.race([unlimited, wait(1_000)])).toBe(undefined)
    readers.close()
    await unlimited
  })

  test('a process of its own: read by the host, a long roster keeps others waiting', async () => {
    const file = fileOf(workbookFile(drawn('a roster of as many people as are read')))
    const workbook = await readHere(file, { ...readLimits, memoryBytes: 1e12 })
    const { taken } = await withPulse(async () => {
      await wait(20)
      rosterOf(workbook)
      await wait(20)
    })
    console.log(figuresLine('P7 control', { readByTheHostMs: Math.round(taken.lag) }))
    expect(taken.lag).toBeGreaterThan(promised.milliseconds)
  })

  test('waiting for nothing but a core is left out of what others waited; a host that stands still is not', async () => {
    const { taken } = await withPulse(async () => {
      await wait(20)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
      await wait(20)
    })
    expect(taken.lag).toBeGreaterThan(promised.milliseconds)
    const at = { now: 0, stolen: 0, waited: 50 }
    expect(ownTime(at, { now: 400, stolen: 30, waited: 350 })).toBe(70)
  })
})
