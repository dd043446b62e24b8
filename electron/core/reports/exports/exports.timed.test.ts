import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveExport, type ExportProgress } from '../../../../shared/contract/reports/receive-export.ts'
import { auditEntry, exportLog, exportSheet } from '../../../db/schema/index.ts'
import { isExportAnswer } from '../../../workbooks/exports/write/export-job.ts'
import { forkWorker } from '../../../workbooks/fork-worker.ts'
import type { WorkerFactory } from '../../../workbooks/worker.ts'
import type { BundleTask, TownshipBundle } from '../../desk/bundle/bundle.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const longLedger = 12_000
const shortLedger = 800

/** A township with so many tasks in one quarter. */
function townWith(tasks: number): TownshipBundle {
  const town = smallTown()
  const [first] = town.tasks
  if (first === undefined) throw new Error('no task')
  const task = (place: number): BundleTask => ({
    ...first,
    code: `X${place}`,
    docNo: `清委办〔2026〕${place}号`,
    title: `办理第 ${place} 项重点工作并报送情况`,
    module: place % 3 === 0 ? 'service' : 'party',
    due: `2026-0${1 + (place % 3)}-${String(1 + (place % 28)).padStart(2, '0')}`,
    state: place % 5 === 0 ? 'active' : 'closed',
    completedOn: place % 5 === 0 ? null : '2026-03-20',
  })
  return { ...town, tasks: Array.from({ length: tasks }, (_, place) => task(place + 1)) }
}

/** A writing process that is killed as soon as it is so far. */
function dyingAt(stage: 'arranging' | 'writing'): (start: WorkerFactory) => WorkerFactory {
  return (start) => (entry, options) => {
    const port = start(entry, options)
    port.onMessage((message) => {
      if (isExportAnswer(message) && message.kind === 'progress' && message.stage === stage) port.kill()
    })
    return port
  }
}

/** A writing process that is refused by the system when its workbook is whole. */
function failingWith(code: string): (start: WorkerFactory) => WorkerFactory {
  return (start) => (entry, options) => {
    const port = start(entry, options)
    return { ...port, onMessage: (listener) => port.onMessage((message) => listener(isExportAnswer(message) && message.kind === 'done' ? { kind: 'failed', code, message: code } : message)) }
  }
}

/** The most resident bytes of any writing process, looked at all the while. */
function watched(start: WorkerFactory): { readonly start: WorkerFactory; readonly peakBytes: () => number } {
  let peak = 0
  return {
    peakBytes: () => peak,
    start(entry, options) {
      const port = start(entry, options)
      const look = setInterval(() => void port.memory().then((bytes) => (peak = Math.max(peak, bytes ?? 0))), 50)
      port.onExit(() => clearInterval(look))
      return port
    },
  }
}

const ledger = { workbook: 'tasks', period: '2026Q1', copy: 'working' } as const

describe('an export of a long ledger', () => {
  let town: TestTownship
  const writers = watched(forkWorker)
  beforeAll(async () => {
    town = await testTownship(townWith(longLedger), [], writers.start)
  })
  afterAll(() => town.dispose())

  const logged = () => [town.app.read().select().from(exportLog).all().length, town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'exports.start')).all().length]
  const leftBehind = () => readdirSync(town.app.environment.temporary)

  test('tells how far it is, lets others have their turn, and hands over what the log knows', async () => {
    const client = town.asConsole()
    const told: ExportProgress[] = []
    const delays: number[] = []
    let isRunning = true
    async function askAllTheWhile(): Promise<void> {
      while (isRunning) {
        const asked = performance.now()
        await client.organisation.posts()
        delays.push(performance.now() - asked)
        await wait(5)
      }
    }
    const asking = askAllTheWhile()
    const received = await receiveExport(await client.exports.start(ledger), (progress) => told.push(progress)).finally(() => {
      isRunning = false
    })
    await asking
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['gathering', 'arranging', 'writing', 'recording'])
    const writing = told.filter(({ stage }) => stage === 'writing')
    expect([writing.length > 10, writing.every(({ done, of }) => done <= of), writing.at(-1)?.done === writing.at(-1)?.of]).toEqual([true, true, true])
    const gathering = told.filter(({ stage }) => stage === 'gathering')
    expect(gathering.at(-1)).toEqual({ kind: 'progress', stage: 'gathering', done: longLedger, of: longLedger })

    const sorted = [...delays].sort((a, b) => a - b)
    console.log(`answers while exporting: ${delays.length}, median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms, 99 % ${sorted[Math.floor(sorted.length * 0.99)]?.toFixed(1)} ms, slowest ${sorted.at(-1)?.toFixed(1)} ms; the writing process had ${Math.round(writers.peakBytes() / 1_048_576)} MB`)
    expect(delays.length).toBeGreaterThan(50)
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(50)
    expect(writers.peakBytes()).toBeLessThan(200 * 1_048_576)

    expect(received.fileName).toBe('清溪镇_任务台账_2026Q1_20260406_工作稿.xlsx')
    const file = new File(received.parts, received.fileName)
    expect(await client.exports.verify({ file })).toMatchObject({ state: 'unchanged', cells: [], fileName: received.fileName })
    expect([logged(), leftBehind()]).toEqual([[1, 1], []])
  }, 300_000)
})

describe('an export', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(townWith(shortLedger))
  })
  afterAll(() => town.dispose())

  const logged = () => [town.app.read().select().from(exportLog).all().length, town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'exports.start')).all().length]
  const leftBehind = () => readdirSync(town.app.environment.temporary)

  test('stopped anywhere, it leaves no file and no entry in the log', async () => {
    const before = logged()
    for (const stage of ['gathering', 'arranging', 'writing'] as const) {
      for await (const event of await town.asConsole().exports.start(ledger)) if (event.kind === 'progress' && event.stage === stage) break
      expect([stage, logged(), leftBehind()]).toEqual([stage, before, []])
    }
    for await (const event of await town.asConsole().exports.start(ledger)) if (event.kind === 'part') break
    expect([logged(), leftBehind()]).toEqual([before, []])
    const cancel = new AbortController()
    const call = town.asConsole().exports.run(ledger, { signal: cancel.signal })
    setTimeout(() => cancel.abort(), 300)
    await expect(call).rejects.toMatchObject({ code: 'export_failed' })
    expect([town.app.read().select().from(exportLog).all().length, leftBehind()]).toEqual([before[0], []])
  })

  test.each<[string, string, (start: WorkerFactory) => WorkerFactory]>([
    ['a writing process that dies', 'export_failed 导出没有完成，没有留下文件：生成文件的程序意外结束，请重试。', dyingAt('writing')],
    ['one that dies before it has said a word', 'export_failed 导出没有完成，没有留下文件：生成文件的程序意外结束，请重试。', dyingAt('arranging')],
    ['a full disk', 'disk_full 磁盘空间不足，数据没有改动，请清理空间后重试。', failingWith('ENOSPC')],
    ['a folder that may not be written', 'read_only', failingWith('EACCES')],
  ])('%s is one sentence; there is no file, no entry in the log, and the next export works', async (_, sentence, change) => {
    let isBroken = true
    const broken = await testTownship(townWith(300), [], (entry, options) => (isBroken ? change(forkWorker) : forkWorker)(entry, options))
    try {
      const run = () => broken.asConsole().exports.start(ledger).then((events) => receiveExport(events, () => undefined))
      const left = () => [broken.app.read().select().from(exportLog).all().length, readdirSync(broken.app.environment.temporary)]
      const error: unknown = await run().catch((failure: unknown) => failure)
      expect(error instanceof Error && 'code' in error ? `${String(error.code)} ${error.message}` : '').toContain(sentence)
      expect(left()).toEqual([0, []])
      isBroken = false
      expect((await run()).parts.length).toBeGreaterThan(0)
      expect(left()).toEqual([1, []])
    } finally {
      broken.dispose()
    }
  })

  test('what is written while it gathers is in the book whole, or not at all', async () => {
    const client = town.asConsole()
    const before = (await client.tasks.list({ on: '2026-04-06', limit: 1 })).total
    let isAdded = false
    const rows: number[] = []
    const start = async (onGathering: () => void) => {
      const received = await receiveExport(await client.exports.start({ ...ledger, copy: 'official' }), ({ stage, done, of }) => {
        if (stage === 'gathering' && done > 0) onGathering()
        if (stage === 'writing' && done === of) rows.push(of)
      })
      return received
    }
    await start(() => undefined)
    const { parts, fileName } = await start(() => {
      if (isAdded) return
      isAdded = true
      void client.organisation.addPost({ name: '新岗', score: '15', coefficient: null, workload: null, difficulty: null, risk: null })
    })
    expect([isAdded, before, rows.length, rows[0] === rows[1]]).toEqual([true, shortLedger, 2, true])
    expect((await client.exports.verify({ file: new File(parts, fileName) })).state).toBe('unchanged')
    const row = town.app.read().select().from(exportLog).where(eq(exportLog.fileName, fileName)).get()
    expect(town.app.read().select().from(exportSheet).where(eq(exportSheet.exportId, row?.id ?? '')).all().length).toBeGreaterThan(3)
  })

  test('a check names every cell that was changed, and leaves nothing behind', async () => {
    const { file } = await town.asConsole().exports.run(ledger)
    const zip = await JSZip.loadAsync(await file.arrayBuffer())
    const title = '办理第 7 项重点工作并报送情况'
    let places = 0
    for (const part of zip.file(/worksheets/)) {
      const xml = await part.async('string')
      places += xml.split(title).length - 1
      zip.file(part.name, xml.replaceAll(title, '办理第 7 项重点工作'))
    }
    const tampered = new File([new Uint8Array(await zip.generateAsync({ type: 'uint8array' }))], file.name)
    const verdict = await town.asConsole().exports.verify({ file: tampered })
    expect([places > 0, verdict.state, verdict.cells.length, verdict.fileName]).toEqual([true, 'changed', places, file.name])
    expect(verdict.cells[0]?.cell).toMatch(/^[A-Z]+\d+$/)
    expect(leftBehind()).toEqual([])
  })

  test('a check whose reading process dies is one sentence, and leaves nothing behind', async () => {
    const dying = await testTownship(townWith(10), [], (entry, options) => {
      const port = forkWorker(entry, options)
      if (entry.pathname.endsWith('parse-worker.ts')) port.kill()
      return port
    })
    try {
      const { file } = await dying.asConsole().exports.run(ledger)
      expect(await codeOf(dying.asConsole().exports.verify({ file }))).toBe('file_refused')
      expect([dying.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'exports.verify')).all(), readdirSync(dying.app.environment.temporary)]).toEqual([[], []])
    } finally {
      dying.dispose()
    }
  })

  test('a head exports the own module, and sees the own exports', async () => {
    const head = town.as('H2', 'head')
    const { file } = await head.exports.run(ledger)
    expect((await head.exports.log({})).rows.map(({ fileName, workbook, copy, periodCode }) => [fileName, workbook, copy, periodCode])).toEqual([[file.name, 'tasks', 'working', '2026Q1']])
    expect((await town.asConsole().exports.log({ limit: 2 })).rows.length).toBe(2)
    expect(await codeOf(town.as('A1', 'clerk').exports.start(ledger))).toBe('forbidden')
    await expect(receiveExport(await head.exports.start({ workbook: 'evaluation', period: '2026Q1', copy: 'working' }), () => undefined)).rejects.toMatchObject({ code: 'out_of_scope' })
    await expect(receiveExport(await town.asConsole().exports.start({ workbook: 'evaluation', period: '2026Q1', copy: 'working' }), () => undefined)).rejects.toMatchObject({ code: 'not_frozen' })
    expect(leftBehind()).toEqual([])
  })
})
