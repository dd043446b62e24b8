import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { edited } from '../../shared/domain/evaluation/example.testing.ts'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import type { DataFolder } from '../db/data-folder.ts'
import { deriveKeys } from '../db/derived-keys.ts'
import { openSlot, readKeyFile } from '../db/key-slots.ts'
import { openDatabase } from '../db/open.ts'
import { digestsOf, failureOf, resultOf, verdictOf } from '../promises/printed.testing.ts'
import { makeTownship, newBench, runProgram, type Bench } from '../promises/program.testing.ts'
import { readCase } from '../promises/cases.testing.ts'
import { runCommand } from './run-command.ts'

describe('the command line', () => {
  let bench: Bench
  let folder: DataFolder
  let keyFile: string
  beforeAll(async () => {
    bench = newBench()
    folder = (await makeTownship(bench.at('data'), emptyDemo())).folder
    keyFile = bench.keyFile(consolePassword)
  })
  afterAll(() => bench.dispose())

  const at = (data: string, key = keyFile) => ['--data', data, '--key-file', key]
  const caseFile = (name: string, value: unknown) => {
    const file = bench.at(`${name}.json`)
    writeFileSync(file, JSON.stringify(value))
    return file
  }

  test('as a process: JSON alone on stdout, or one failure alone on stderr, and the exit code', async () => {
    const example = caseFile('example', readCase('worked-example.case.json'))
    const [evaluated, checked, usage, none, wrongKey, notOpen] = await Promise.all([
      runProgram(bench, 'evaluate', example),
      runProgram(bench, 'check', ...at(folder.root)),
      runProgram(bench, 'nonsense'),
      runProgram(bench, 'check', ...at(bench.at('nowhere'))),
      runProgram(bench, 'check', ...at(folder.root, bench.keyFile('wrong-password-1'))),
      runProgram(bench, 'compute', '--period', '2026Q1', ...at(folder.root)),
    ])
    expect(resultOf(evaluated)).toEqual(readCase('worked-example.result.json'))
    expect(resultOf(checked)).toMatchObject({ integrity: 'ok', foreignKeys: 'ok', anchor: 'matches' })
    expect([usage, none, wrongKey, notOpen].map(verdictOf)).toEqual(['2 usage', '2 no_database', '3 wrong_key', '2 period_not_open'])
    expect(failureOf(none).message).toContain(bench.at('nowhere'))
    expect([existsSync(bench.at('nowhere')), readdirSync(folder.root).sort(), readdirSync(bench.temporary)]).toEqual([false, ['anchor.json', 'keys.json', 'township.db'], []])
  })

  test.each<[string, readonly string[]]>([
    ['2 usage', []],
    ['2 usage', ['toString']],
    ['2 usage', ['check', '--nonsense']],
    ['2 usage', ['check', '--data']],
    ['2 usage', ['import', '--apply=yes']],
    ['2 usage', ['check']],
    ['2 usage', ['check', '--data', 'DATA']],
    ['2 usage', ['check', '--data', 'DATA', '--key-file', 'EMPTY']],
    ['2 file_missing', ['check', '--data', 'DATA', '--key-file', 'nowhere.txt']],
    ['2 file_missing', ['check', '--data', 'DATA', '--key-file', 'DATA']],
    ['2 usage', ['evaluate']],
    ['2 file_missing', ['evaluate', 'nowhere.json']],
    ['2 usage', ['evaluate', 'EMPTY']],
    ['2 usage', ['import', 'EMPTY', '--kind', 'horses', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['import', 'EMPTY', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 file_missing', ['import', 'nowhere.xlsx', '--kind', 'staff', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 invalid_input', ['import', 'EMPTY', '--kind', 'staff', '--as-of', '2026-02-30', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['compute', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 not_found', ['compute', '--period', '2031Q1', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['export', '--workbook', 'horses', '--period', '2026Q1', '--out', 'OUT', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['export', '--workbook', 'tasks', '--period', '2026Q1', '--copy', 'third', '--out', 'OUT', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 not_frozen', ['export', '--workbook', 'evaluation', '--period', '2026Q1', '--copy', 'official', '--out', 'OUT', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 file_missing', ['verify', 'nowhere.xlsx', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['backup', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['backup', '--out', 'EMPTY', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 file_missing', ['restore', 'nowhere.twbak', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 backup_refused', ['restore', 'EMPTY', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 backup_refused', ['restore', 'EMPTY', '--data', 'NEW', '--key-file', 'KEY']],
    ['2 not_empty', ['demo', '--empty', '--data', 'DATA', '--key-file', 'KEY']],
    ['2 usage', ['demo', '--empty', '--data', 'EMPTY', '--key-file', 'KEY']],
    ['2 file_missing', ['demo', '--empty', '--data', 'NEW', '--key-file', 'nowhere.txt']],
    ['2 no_database', ['serve', '--data', 'NEW', '--key-file', 'KEY']],
    ['3 wrong_key', ['check', '--data', 'DATA', '--key-file', 'KEY', '--account', '没有此人']],
  ])('%s: %j', async (verdict, words) => {
    const empty = bench.at('empty.txt')
    writeFileSync(empty, '\n')
    const places: Readonly<Record<string, string>> = { DATA: folder.root, KEY: keyFile, EMPTY: empty, OUT: bench.at('out'), NEW: bench.at('new') }
    const ran = await runCommand(words.map((word) => places[word] ?? word))
    expect(verdictOf(ran)).toBe(verdict)
    expect([bench.at('out'), bench.at('new')].filter((made) => existsSync(made))).toEqual([])
  })

  test('a case is refused with every one of its faults', async () => {
    const twice = edited(edited(readCase('worked-example.case.json'), ['staff', 0, 'assignments', 0, 'to'], '2025-05-31'), ['tasks', 3, 'parties', 0, 'staff'], 'nobody')
    const { exitCode, error, issues } = failureOf(await runProgram(bench, 'evaluate', caseFile('refused', twice)))
    expect([exitCode, error, issues.map(({ path: place, code }) => `${place} ${code}`)]).toEqual([2, 'invalid_case', ['staff[0].assignments[0].to backwards', 'tasks[3].parties[0].staff unknown_id']])
  })

  test('a database of a newer program is refused, by a process too, and not a byte of the folder changes', async () => {
    const newer = (await makeTownship(bench.at('newer'), emptyDemo())).folder
    const dataKey = await openSlot(readKeyFile(newer.keys), { kind: 'console' }, consolePassword)
    if (dataKey === null) throw new Error('the console opens its slot')
    const { raw, close } = openDatabase({ file: newer.database, keys: deriveKeys(dataKey), mode: 'open' })
    raw.pragma(`user_version = ${Number(raw.pragma('user_version', { simple: true })) + 1}`)
    close()
    const before = digestsOf(newer.root)
    expect(verdictOf(await runProgram(bench, 'check', ...at(newer.root)))).toBe('2 newer_database')
    expect(verdictOf(await runCommand(['serve', ...at(newer.root)]))).toBe('2 newer_database')
    expect(digestsOf(newer.root)).toEqual(before)
  })

  test('demo makes its folder with the parents, tells its one-time passwords, and is opened by them', async () => {
    const data = bench.at('深', '一层', 'demo')
    const made = z.object({ township: z.string(), accounts: z.array(z.object({ account: z.string(), password: z.string() })), recoveryKey: z.string() })
    const { accounts, recoveryKey } = made.parse(resultOf(await runProgram(bench, 'demo', ...at(data))))
    expect([accounts.length, new Set(accounts.map(({ password }) => password)).size, recoveryKey.length]).toEqual([19, 19, 39])
    const report = resultOf(await runCommand(['check', ...at(data)]))
    expect(report).toMatchObject({ tables: { account: 19, staff: 121 } })
    const [first] = accounts
    // A leader may not check the township, and that is said with 1: the same command by another would do.
    expect(verdictOf(await runCommand(['check', '--account', first?.account ?? '', ...at(data, bench.keyFile(first?.password ?? ''))]))).toBe('1 forbidden')
    expect(readdirSync(data).sort()).toEqual(['anchor.json', 'attachments', 'keys.json', 'township.db'])
  })

  test('a folder that was copied while nothing ran is a working township', async () => {
    cpSync(folder.root, bench.at('copied'), { recursive: true })
    expect(resultOf(await runCommand(['check', ...at(bench.at('copied'))]))).toMatchObject({ integrity: 'ok', anchor: 'matches' })
  })
})
