import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demo2026 } from '../core/testing/demo-bundle.testing.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import type { DataFolder } from '../db/data-folder.ts'
import { readLock } from '../host/lock-file.ts'
import { resultOf, verdictOf } from '../promises/printed.testing.ts'
import { endOf, makeTownship, newBench, runProgram, startProgram, startService, type Bench, type Service } from '../promises/program.testing.ts'
import { runCommand } from './run-command.ts'

const servedSchema = z.object({ address: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/), alreadyRunning: z.boolean() })
const checkSchema = z.object({ tables: z.object({ staff: z.int(), task: z.int() }) })

describe('serve', () => {
  let bench: Bench
  let folder: DataFolder
  let keyFile: string
  let at: readonly string[]
  let service: Service | null = null
  beforeAll(async () => {
    bench = newBench()
    folder = (await makeTownship(bench.at('data'), demo2026)).folder
    keyFile = bench.keyFile(consolePassword)
    at = ['--data', folder.root, '--key-file', keyFile]
  })
  afterEach(async () => {
    await service?.crash()
    service = null
  })
  afterAll(() => bench.dispose())

  const rest = ['anchor.json', 'keys.json', 'township.db']
  const roster = (name: string, count: number) => {
    const file = bench.at(`${name}.csv`)
    writeFileSync(file, ['姓名,人员身份,所在模块', ...Array.from({ length: count }, (_, place) => `${name}${place},公务员,大服务`)].join('\n'))
    return file
  }
  const staffNow = async () => checkSchema.parse(resultOf(await runCommand(['check', ...at]))).tables.staff

  test('says where it is; whoever comes second becomes its client, and a wrong password opens nothing', async () => {
    service = await startService(bench, folder, keyFile)
    const { address, alreadyRunning } = servedSchema.parse(service.printed)
    expect([alreadyRunning, readLock(folder)?.pid, readLock(folder)?.address]).toEqual([false, service.pid, address])
    const [again, checked, computed, wrong] = await Promise.all([
      runProgram(bench, 'serve', ...at),
      runProgram(bench, 'check', ...at),
      runProgram(bench, 'compute', '--period', '2026Q1', ...at),
      runProgram(bench, 'check', '--data', folder.root, '--key-file', bench.keyFile('wrong-password-1')),
    ])
    expect(resultOf(again)).toEqual({ address, alreadyRunning: true })
    expect(checkSchema.parse(resultOf(checked)).tables.task).toBe(demo2026.tasks.length)
    expect(resultOf(computed)).toMatchObject({ format: expect.any(String) })
    expect(verdictOf(wrong)).toBe('3 wrong_key')
    // The host still holds the file: the clients neither closed it nor took its lock away.
    expect([readLock(folder)?.pid, existsSync(`${folder.database}-wal`)]).toEqual([service.pid, true])
    const ended = await service.stop()
    expect([ended.exitCode, ended.stderr, readdirSync(folder.root).sort(), readdirSync(bench.temporary)]).toEqual([0, '', rest, []])
  })

  test('a file of some size goes through it both ways, and what a client wrote is there when it has stopped', async () => {
    service = await startService(bench, folder, keyFile)
    const before = await staffNow()
    const applied = await runProgram(bench, 'import', roster('甲', 300), '--kind', 'staff', '--apply', ...at)
    expect(resultOf(applied)).toMatchObject({ summary: { taken: 300 } })
    const { file } = z.object({ file: z.string() }).parse(resultOf(await runProgram(bench, 'backup', '--out', bench.at('out'), ...at)))
    await service.stop()
    expect(await staffNow()).toBe(before + 300)
    resultOf(await runCommand(['restore', file, ...at]))
    expect(await staffNow()).toBe(before + 300)
  })

  test.each([[['SIGTERM']], [['SIGINT', 'SIGINT', 'SIGTERM']]] as const)('%j ends it cleanly, its lock and socket gone', async (signals) => {
    service = await startService(bench, folder, keyFile)
    const socket = readLock(folder)?.socket ?? ''
    expect(existsSync(socket)).toBe(true)
    expect(await service.stop(...signals)).toMatchObject({ exitCode: 0, stderr: '' })
    expect([existsSync(socket), readdirSync(folder.root).sort().filter((name) => !name.startsWith('township.before')), readdirSync(bench.temporary)]).toEqual([false, rest, []])
  })

  test('the lock of a host that died is taken over, by a command and by the next host', async () => {
    service = await startService(bench, folder, keyFile)
    const dead = service.pid
    await service.crash()
    expect(readLock(folder)?.pid).toBe(dead)
    expect((await runCommand(['check', ...at])).exitCode).toBe(0)
    service = await startService(bench, folder, keyFile)
    expect([readLock(folder)?.pid === service.pid, service.pid === dead]).toEqual([true, false])
    await service.stop()
    expect(existsSync(folder.lock)).toBe(false)
  })

  test('two writers as processes of their own, without a host: one waits, both are done, nothing is damaged', async () => {
    const before = await staffNow()
    const [first, second] = await Promise.all([
      runProgram(bench, 'import', roster('乙', 400), '--kind', 'staff', '--apply', ...at),
      runProgram(bench, 'import', roster('丙', 400), '--kind', 'staff', '--apply', ...at),
    ])
    expect(resultOf(first)).toMatchObject({ summary: { taken: 400 } })
    expect(resultOf(second)).toMatchObject({ summary: { taken: 400 } })
    expect(await staffNow()).toBe(before + 800)
    expect(readdirSync(bench.temporary)).toEqual([])
  })

  test('two hosts started at once: one serves, the other says so', async () => {
    const children = [startProgram(bench, ['serve', ...at]), startProgram(bench, ['serve', ...at])]
    const ends = children.map(endOf)
    const early = await Promise.race(ends)
    expect(servedSchema.parse(resultOf(early)).alreadyRunning).toBe(true)
    const pid = readLock(folder)?.pid
    children.find((child) => child.pid === pid)?.kill('SIGTERM')
    const printed = (await Promise.all(ends)).map((end) => servedSchema.parse(resultOf(end)))
    expect([printed.filter(({ alreadyRunning }) => alreadyRunning).length, new Set(printed.map(({ address }) => address)).size]).toEqual([1, 1])
  })

  test('no process is left over', () => {
    const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    expect(stdout.split('\n').filter((line) => line.includes(folder.root))).toEqual([])
  })
})
