import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { demo2026 } from '../core/testing/demo-bundle.testing.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import type { DataFolder } from '../db/data-folder.ts'
import { digestsOf, failureOf, resultOf, verdictOf } from '../promises/printed.testing.ts'
import { makeTownship, newBench, runProgram, type Bench } from '../promises/program.testing.ts'
import { runCommand } from './run-command.ts'

const demo = demo2026
const backupSchema = z.object({ file: z.string() })
const restoredSchema = z.object({ restored: z.string(), kept: z.string().nullable() })

describe('check, dump, backup and restore', () => {
  let bench: Bench
  let folder: DataFolder
  let recoveryKey: string
  let at: readonly string[]
  let backup: string
  beforeAll(async () => {
    bench = newBench()
    const made = await makeTownship(bench.at('data'), demo)
    folder = made.folder
    recoveryKey = made.recoveryKey
    at = ['--data', folder.root, '--key-file', bench.keyFile(consolePassword)]
    backup = backupSchema.parse(resultOf(await runProgram(bench, 'backup', '--out', bench.at('备份', '四月'), ...at))).file
  })
  afterAll(() => bench.dispose())

  const dump = async (data = at) => (await runCommand(['dump', ...data])).stdout
  const importOne = async () => {
    writeFileSync(bench.at('one.csv'), '姓名,人员身份,所在模块\n新来的人,公务员,大服务\n')
    resultOf(await runCommand(['import', bench.at('one.csv'), '--kind', 'staff', '--apply', ...at]))
  }
  function changed(name: string, change: (bytes: Buffer) => Buffer): string {
    const file = bench.at(name)
    writeFileSync(file, change(readFileSync(backup)))
    return file
  }

  test('check counts what is there', async () => {
    expect(resultOf(await runCommand(['check', ...at]))).toMatchObject({
      integrity: 'ok', foreignKeys: 'ok', anchor: 'matches', tables: { staff: demo.staff.length, task: demo.tasks.length, serviceEvent: demo.serviceEvents.length, village: demo.villages.length },
    })
  })

  test('a dump is canonical, the same twice, in plain Chinese, without any ID number', async () => {
    const first = await runProgram(bench, 'dump', ...at)
    const second = await dump()
    const document: unknown = resultOf(first)
    expect(second === first.stdout).toBe(true)
    expect(first.stdout === `${canonicalJson(document, 1)}\n`).toBe(true)
    expect(first.stdout.includes('\\u')).toBe(false)
    const idNumbers = demo.staff.flatMap(({ idNo }) => idNo ?? [])
    expect([idNumbers.length, idNumbers.filter((idNo) => first.stdout.includes(idNo))]).toEqual([121, []])
    expect(demo.staff.filter(({ name }) => !first.stdout.includes(`"name": "${name}"`))).toEqual([])
    // In place of each number its keyed digest, 64 hexadecimal digits.
    expect(first.stdout.match(/"idNoIndex": "[0-9a-f]{64}"/g)).toHaveLength(121)
    const tables = z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).parse(document)
    const columns = new Set(Object.values(tables).flatMap((rows) => rows.flatMap((row) => Object.keys(row))))
    expect(['id', 'seq', 'version', 'at', 'idNoSealed'].filter((left) => columns.has(left))).toEqual([])
    expect(Object.keys(tables).filter((name) => /audit|attempt|import|export/i.test(name))).toEqual([])
  })

  test('a backup is one verified file in a folder that is made, for its owner alone', () => {
    expect([path.dirname(backup), readdirSync(path.dirname(backup))]).toEqual([bench.at('备份', '四月'), [path.basename(backup)]])
    expect(path.basename(backup)).toMatch(/^township-\d{14}\.twbak$/)
    expect(statSync(backup).mode & 0o077).toBe(0)
    expect(readdirSync(bench.temporary)).toEqual([])
  })

  test('restored into the same township it brings back the content, and keeps the file that was there', async () => {
    const before = await dump()
    await importOne()
    const after = await dump()
    expect(after === before).toBe(false)
    const { restored, kept } = restoredSchema.parse(resultOf(await runProgram(bench, 'restore', backup, ...at)))
    expect([restored, path.dirname(kept ?? ''), existsSync(kept ?? '')]).toEqual([folder.database, folder.root, true])
    expect((await dump()) === before).toBe(true)
    expect(resultOf(await runCommand(['check', ...at]))).toMatchObject({ integrity: 'ok' })
  })

  test('restored into an empty folder, with its parents, it opens by the recovery key alone, then by every password', async () => {
    const fresh = bench.at('新', '机器', 'data')
    const withKey = (secret: string) => ['--data', fresh, '--key-file', bench.keyFile(secret)]
    expect(verdictOf(await runCommand(['restore', backup, ...withKey(consolePassword)]))).toBe('3 wrong_key')
    expect(existsSync(bench.at('新'))).toBe(false)
    expect(restoredSchema.parse(resultOf(await runProgram(bench, 'restore', backup, ...withKey(recoveryKey))))).toEqual({ restored: path.join(fresh, 'township.db'), kept: null })
    expect(readdirSync(fresh).sort()).toEqual(['keys.json', 'township.db'])
    expect((await dump(withKey(consolePassword))) === (await dump())).toBe(true)
    expect(resultOf(await runCommand(['check', ...withKey(consolePassword)]))).toMatchObject({ integrity: 'ok', tables: { staff: 121 } })
  })

  test('one flipped byte, anywhere, is refused, and the township is as it was', async () => {
    const size = statSync(backup).size
    const before = await dump()
    for (const at_ of [0, 9, 30, 300, Math.floor(size / 2), size - 1]) {
      const file = changed('flipped.twbak', (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at_) ^ 4, at_)
        return bytes
      })
      expect([at_, verdictOf(await runCommand(['restore', file, ...at]))]).toEqual([at_, '2 backup_refused'])
      const empty = bench.at('leer')
      expect(['2 backup_refused', '3 wrong_key']).toContain(verdictOf(await runCommand(['restore', file, '--data', empty, '--key-file', bench.keyFile(recoveryKey)])))
      expect(existsSync(empty)).toBe(false)
    }
    expect((await dump()) === before).toBe(true)
    const files = digestsOf(folder.root)
    const failure = failureOf(await runProgram(bench, 'restore', changed('cut.twbak', (bytes) => bytes.subarray(0, -100)), ...at))
    expect([failure.exitCode, failure.error]).toEqual([2, 'backup_refused'])
    // Only the log of the township has grown: it says who tried.
    expect(Object.keys(digestsOf(folder.root))).toEqual(Object.keys(files))
    expect((await dump()) === before).toBe(true)
  })

  test('half a township is named for what it lacks, and no restore fills it up', async () => {
    const half = bench.at('half')
    resultOf(await runCommand(['restore', backup, '--data', half, '--key-file', bench.keyFile(recoveryKey)]))
    const keys = path.join(half, 'keys.json')
    const bytes = readFileSync(keys)
    const withKey = ['--data', half, '--key-file', bench.keyFile(consolePassword)]
    writeFileSync(keys, bytes.subarray(0, 100))
    expect(verdictOf(await runCommand(['check', ...withKey]))).toBe('1 damaged')
    writeFileSync(keys, bytes)
    expect(verdictOf(await runCommand(['check', ...withKey]))).toBe('0')
  })
})
