import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { edited } from '../../shared/domain/evaluation/example.testing.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import { readCase } from '../promises/cases.testing.ts'
import { digestsOf, failureOf, resultOf, verdictOf } from '../promises/printed.testing.ts'
import { newBench, runProgram, type Bench } from '../promises/program.testing.ts'
import { runCommand } from './run-command.ts'

const refusedEdits = z
  .array(z.object({ set: z.array(z.union([z.string(), z.int()])), value: z.unknown(), path: z.string(), code: z.string() }))
  .parse(readCase('refused.json'))

describe('load-case', () => {
  let bench: Bench
  let keyFile: string
  beforeAll(() => {
    bench = newBench()
    keyFile = bench.keyFile(consolePassword)
  })
  afterAll(() => bench.dispose())

  const at = (data: string) => ['--data', bench.at(data), '--key-file', keyFile]
  function caseFile(name: string, value: unknown): string {
    const file = bench.at(`${name}.json`)
    writeFileSync(file, JSON.stringify(value))
    return file
  }

  test('then compute gives what evaluate gives, through processes', async () => {
    const file = caseFile('example', readCase('worked-example.case.json'))
    const loaded = z.object({ period: z.string() }).parse(resultOf(await runProgram(bench, 'load-case', file, ...at('example'))))
    const computed = await runProgram(bench, 'compute', '--period', loaded.period, ...at('example'))
    const evaluated = await runProgram(bench, 'evaluate', file)
    expect(resultOf(computed)).toEqual(readCase('worked-example.result.json'))
    expect(computed.stdout).toBe(evaluated.stdout)
    expect(readdirSync(bench.at('example')).sort()).toEqual(['anchor.json', 'keys.json', 'township.db'])
  })

  test('of a larger case too, and computing again changes nothing', async () => {
    const file = caseFile('quarter', readCase('quarter-07.case.json'))
    const { period } = z.object({ period: z.string() }).parse(resultOf(await runCommand(['load-case', file, ...at('quarter')])))
    const first = await runCommand(['compute', '--period', period, ...at('quarter')])
    expect(resultOf(first)).toEqual(readCase('quarter-07.result.json'))
    expect((await runCommand(['compute', '--period', period, ...at('quarter')])).stdout).toBe(first.stdout)
    expect((await runCommand(['evaluate', file])).stdout).toBe(first.stdout)
  })

  test.each(refusedEdits)('$path: $code is refused with its place, and no folder is left', async ({ set, value, path: place, code }) => {
    const file = caseFile('refused', edited(readCase('worked-example.case.json'), set, value))
    const { exitCode, error, issues } = failureOf(await runCommand(['load-case', file, ...at(path.join('not', 'made'))]))
    expect([exitCode, error]).toEqual([2, 'invalid_case'])
    expect(issues.map((issue) => `${issue.path} ${issue.code}`)).toContain(`${place} ${code}`)
    expect(existsSync(bench.at('not'))).toBe(false)
  })

  test('there are refused cases, and a process says the same', async () => {
    expect(refusedEdits.length).toBeGreaterThanOrEqual(18)
    const [first] = refusedEdits
    const file = caseFile('refused-too', edited(readCase('worked-example.case.json'), first?.set ?? [], first?.value))
    const [loaded, evaluated] = await Promise.all([runProgram(bench, 'load-case', file, ...at('refused')), runProgram(bench, 'evaluate', file)])
    expect(failureOf(loaded)).toMatchObject({ exitCode: 2, issues: [{ path: first?.path, code: first?.code }] })
    expect(loaded.stderr).toBe(evaluated.stderr)
    expect(existsSync(bench.at('refused'))).toBe(false)
  })

  test('only a quarter case, and only into an empty folder', async () => {
    const file = caseFile('again', readCase('worked-example.case.json'))
    expect(verdictOf(await runCommand(['load-case', caseFile('year', readCase('year-01.case.json')), ...at('year')]))).toBe('2 usage')
    expect(existsSync(bench.at('year'))).toBe(false)
    await runCommand(['load-case', file, ...at('full')])
    const before = digestsOf(bench.at('full'))
    expect(verdictOf(await runCommand(['load-case', file, ...at('full')]))).toBe('2 not_empty')
    expect(digestsOf(bench.at('full'))).toEqual(before)
  })
})
