import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { receiveExport } from '../../shared/contract/reports/receive-export.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { writePieces } from '../cli/write-pieces.ts'
import { requirePeriod } from '../core/plans/periods.ts'
import { smallTown } from '../core/evaluation/small-town.testing.ts'
import { dumpTownship } from '../core/township/backups/dump.ts'
import { testTownship, type TestTownship } from '../core/testing/township.testing.ts'
import { exportLog } from '../db/schema/index.ts'
import { packTemplate, row, words } from '../workbooks/templates/template-maker.testing.ts'
import { figuresLine } from './program.testing.ts'
import { smallDisk, type SmallDisk } from './small-disk.testing.ts'

/** Kilobytes that are left on the disk of the data and of what is being made. */
const left = [0, 4, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 1024, 4096]

const sentences: Readonly<Record<string, string>> = {
  disk_full: '磁盘空间不足，数据没有改动，请清理空间后重试。',
  read_only: '数据文件夹不可写入，数据没有改动，请检查权限后重试。',
}

const ledger = { workbook: 'tasks', period: '2026Q1', copy: 'working' } as const

describe('P3: what is written on a full or read-only disk', () => {
  let disk: SmallDisk
  let town: TestTownship
  let works: Readonly<Record<string, () => Promise<unknown>>>
  const usual = process.env['TMPDIR']

  beforeAll(async () => {
    disk = smallDisk(64)
    process.env['TMPDIR'] = disk.folder
    town = await testTownship(smallTown())
    const client = town.asConsole()
    const rows = row(1, words('A1', '{{乡镇}}')) + row(2, words('A2', '{{台账(一表清).文号}}'), words('B2', '{{台账(一表清).事项}}'))
    const { id } = await client.templates.add({ file: new File([new Uint8Array(await packTemplate({ name: '县表', sheets: [{ name: '表', rows }] }))], '县表.xlsx'), name: '县表', book: 'tasks' })
    const principal = town.as('S0', 'principal')
    const inspector = town.as(null, 'inspector')
    const periodId = requirePeriod(town.app.read(), '2026Q1').id
    await inspector.periods.advance({ id: periodId, to: 'scoring', version: 1 })
    await inspector.scores.open({ periodId })
    works = {
      export: async () => receiveExport(await client.exports.start(ledger), () => undefined),
      template: async () => receiveExport(await client.templates.fill({ id, period: '2026Q1' }), () => undefined),
      word: () => inspector.documents.weekly({ from: '2026-01-01', to: '2026-12-31' }),
      scoreBooks: async () => receiveExport(await inspector.scoreBooks.make({ periodId, scorerIds: [town.staffId('H1')] }), () => undefined),
      printed: () => principal.books.printed({ book: ledger, sheets: ['台账(一表清)'], pages: 1, way: 'pdf' }),
    }
  })
  afterAll(() => {
    town.dispose()
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
    disk.dispose()
  })

  const state = () => [canonicalJson(dumpTownship(town.app.read())), town.app.read().select().from(exportLog).all().length] as const
  const leftBehind = () => readdirSync(town.app.environment.temporary)

  /** `done`, or the refusal as it is told, once its sentence is the one it must be. */
  async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
    return work().then(
      () => 'done',
      (error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
        expect([code, error instanceof Error ? error.message : '']).toEqual([code, sentences[code]])
        return code
      },
    )
  }

  test.each(['export', 'template', 'word', 'scoreBooks', 'printed'])('%s: whole, or one sentence and nothing changed, and it works once there is room again', async (name) => {
    const work = works[name] ?? (() => Promise.reject(new Error(name)))
    const outcomes: string[] = []
    for (const kilobytes of left) {
      disk.fillBut(kilobytes)
      const before = state()
      const outcome = await outcomeOf(work)
      outcomes.push(outcome)
      disk.free()
      expect([kilobytes, leftBehind(), outcome === 'done' || state().every((one, index) => one === before[index])]).toEqual([kilobytes, [], true])
    }
    console.log(figuresLine(`P3 ${name}`, { leftKB: left.join(' '), outcomes: outcomes.join(' ') }))
    // Both must have been seen, else nothing was tried.
    expect([...new Set(outcomes)].toSorted()).toEqual(['disk_full', 'done'])
  })

  test.each(['export', 'template'])('%s: made in a folder that may not be written', async (name) => {
    const work = works[name] ?? (() => Promise.reject(new Error(name)))
    const temporary = smallDisk(4, town.app.environment.temporary)
    try {
      temporary.setReadOnly(true)
      const before = state()
      expect([await outcomeOf(work), leftBehind(), state()]).toEqual(['read_only', [], before])
      temporary.setReadOnly(false)
      expect([await outcomeOf(work), leftBehind()]).toEqual(['done', []])
    } finally {
      temporary.dispose()
    }
  })

  test('control: what a failure would leave behind is seen', async () => {
    const before = state()
    writeFileSync(path.join(town.app.environment.temporary, 'left'), '')
    await works['word']?.()
    expect([leftBehind(), state()[1] === before[1]]).toEqual([['left'], false])
  })

  test('the file of a command: an older one of that name is kept whole, and no half of the new one stays', async () => {
    const own = smallDisk(4)
    onTestFinished(() => own.dispose())
    const out = path.join(own.folder, 'out')
    const save = (bytes: number) => writePieces(out, '台账.xlsx', (write) => write(Buffer.alloc(bytes, 1)))
    await save(10)
    own.fillBut(16)
    await expect(save(200_000)).rejects.toMatchObject({ code: 'ENOSPC' })
    own.free()
    expect([readdirSync(out), readFileSync(path.join(out, '台账.xlsx')).length]).toEqual([['台账.xlsx'], 10])
    own.setReadOnly(true)
    await expect(save(20)).rejects.toMatchObject({ code: 'EROFS' })
    own.setReadOnly(false)
    expect([readdirSync(out), existsSync(path.join(out, '台账.xlsx.part'))]).toEqual([['台账.xlsx'], false])
    await save(20)
    expect(readFileSync(path.join(out, '台账.xlsx')).length).toBe(20)
  })
})
