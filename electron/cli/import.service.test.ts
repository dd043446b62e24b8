import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import { failureOf, resultOf, verdictOf } from '../promises/printed.testing.ts'
import { makeTownship, newBench, runProgram, type Bench } from '../promises/program.testing.ts'
import { runCommand } from './run-command.ts'

const fixtures = fileURLToPath(new URL('../workbooks/imports/fixtures/', import.meta.url))
const expectedSchema = z.object({ headerRow: z.int(), rows: z.array(z.object({ row: z.int(), state: z.string(), errors: z.array(z.string()), name: z.string().nullable() })) })
const printedSchema = z.object({
  headerRow: z.int(),
  rows: z.array(z.object({ row: z.int(), state: z.string(), name: z.string().nullable(), errors: z.array(z.object({ column: z.string(), code: z.string(), message: z.string() })) })),
  summary: z.object({ new: z.int(), taken: z.int(), same: z.int() }),
  batch: z.string().nullish(),
  errorWorkbook: z.string().nullish(),
})

const expected = expectedSchema.parse(JSON.parse(readFileSync(path.join(fixtures, 'roster-1.expected.json'), 'utf8')))
const good = expected.rows.filter(({ state }) => state === 'new').length

describe('import', () => {
  let bench: Bench
  let keyFile: string
  let places = 0
  let at: readonly string[]
  let inbox: string
  beforeAll(() => {
    bench = newBench()
    keyFile = bench.keyFile(consolePassword)
  })
  afterAll(() => bench.dispose())
  beforeEach(async () => {
    places += 1
    const { folder } = await makeTownship(bench.at(`data-${places}`), emptyDemo())
    at = ['--kind', 'staff', '--as-of', '2026-01-01', '--data', folder.root, '--key-file', keyFile]
    inbox = bench.at(`收件-${places}`)
    mkdirSync(inbox)
  })

  /** The roster at a place of its own, so that nothing is written among the fixtures. */
  function roster(name = 'roster-1.xlsx'): string {
    const file = path.join(inbox, name)
    writeFileSync(file, readFileSync(path.join(fixtures, name)))
    return file
  }
  function csv(...lines: readonly string[]): string {
    const file = path.join(inbox, '名单.csv')
    writeFileSync(file, `\uFEFF${['姓名,身份证号,人员身份,所在模块', ...lines].join('\r\n')}\r\n`)
    return file
  }
  const staffNow = async () => z.object({ tables: z.object({ staff: z.int() }) }).parse(resultOf(await runCommand(['check', ...at.slice(4)]))).tables.staff
  const shortened = ({ rows }: z.infer<typeof printedSchema>) => rows.map(({ row, state, name, errors }) => ({ row, state, name, errors: errors.map(({ code }) => code) }))

  test('an output place that takes no file is refused before anything is taken', async () => {
    const blocked = path.join(inbox, 'a-file')
    writeFileSync(blocked, '')
    expect(verdictOf(await runCommand(['import', roster(), ...at, '--apply', '--out', blocked]))).toBe('2 usage')
    expect([await staffNow(), readFileSync(blocked, 'utf8')]).toEqual([0, ''])
  })

  test('a preview shows every row and takes none; apply takes the good ones and names the workbook of the others', async () => {
    const file = roster()
    const preview = printedSchema.parse(resultOf(await runProgram(bench, 'import', file, ...at)))
    expect([preview.headerRow, shortened(preview)]).toEqual([expected.headerRow, expected.rows.map(({ row, state, name, errors }) => ({ row, state, name, errors }))])
    expect([await staffNow(), preview.summary.taken, readdirSync(inbox)]).toEqual([0, 0, ['roster-1.xlsx']])

    const applied = printedSchema.parse(resultOf(await runProgram(bench, 'import', file, '--apply', ...at)))
    expect(shortened(applied)).toEqual(shortened(preview))
    expect([await staffNow(), applied.summary.taken, typeof applied.batch]).toEqual([good, good, 'string'])
    expect(applied.errorWorkbook).toBe(path.join(inbox, 'roster-1_错误说明.xlsx'))
    expect(readFileSync(path.join(inbox, 'roster-1_错误说明.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect([readdirSync(inbox).length, readdirSync(bench.temporary)]).toEqual([2, []])
  })

  test('the error workbook goes where --out says, a folder that is made', async () => {
    const out = bench.at('退回', '一月')
    const applied = printedSchema.parse(resultOf(await runCommand(['import', roster(), '--apply', '--out', out, ...at])))
    expect([applied.errorWorkbook, readdirSync(out)]).toEqual([path.join(out, 'roster-1_错误说明.xlsx'), ['roster-1_错误说明.xlsx']])
    expect(readdirSync(inbox)).toEqual(['roster-1.xlsx'])
  })

  test('where no row is wrong there is no error workbook; the same file again is done and takes nothing', async () => {
    const file = csv('王小明,330825199002147670,公务员,大服务')
    const first = printedSchema.parse(resultOf(await runCommand(['import', file, '--apply', ...at])))
    const second = printedSchema.parse(resultOf(await runCommand(['import', file, '--apply', ...at])))
    expect([first.summary.taken, first.errorWorkbook, second.summary.taken, second.summary.same]).toEqual([1, null, 0, 1])
    expect([await staffNow(), readdirSync(inbox)]).toEqual([1, ['名单.csv']])
  })

  test('when nothing could be taken the result is printed all the same, with 2', async () => {
    const ran = await runCommand(['import', csv('王小明,330825199002147671,公务员,大服务', '李明,,公务员,没有的模块'), '--apply', ...at])
    expect([ran.exitCode, ran.stderr]).toEqual([2, ''])
    const printed = printedSchema.parse(JSON.parse(ran.stdout))
    expect([printed.summary.taken, printed.rows.map(({ state }) => state), await staffNow()]).toEqual([0, ['error', 'error'], 0])
    expect(existsSync(printed.errorWorkbook ?? '')).toBe(true)
  })

  test('a file that is none is one sentence, with 2, and takes nothing', async () => {
    const file = path.join(inbox, 'x.xlsx')
    for (const bytes of ['not a workbook', '', 'PK\u0003\u0004']) {
      writeFileSync(file, bytes)
      expect(failureOf(await runCommand(['import', file, '--apply', ...at]))).toMatchObject({ exitCode: 2, error: 'file_refused', issues: [] })
    }
    expect(verdictOf(await runCommand(['import', path.join(inbox, '没有.xlsx'), '--apply', ...at]))).toBe('2 file_missing')
    expect([await staffNow(), readdirSync(inbox)]).toEqual([0, ['x.xlsx']])
  })
})
