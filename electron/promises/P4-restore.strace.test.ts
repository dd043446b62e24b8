import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import { runCommand } from '../cli/run-command.ts'
import { resultOf } from './printed.testing.ts'
import { makeTownship, newBench, programArguments, type Bench } from './program.testing.ts'

/** One call that gives a name to a file or takes it away, with the paths it names. */
interface Naming {
  readonly call: string
  readonly paths: readonly string[]
}

function namingsIn(trace: string): readonly Naming[] {
  return trace.split('\n').flatMap((line) => {
    const [, call, rest] = /\b((?:rename|link|unlink)\w*)\((.*)\) += 0$/.exec(line) ?? []
    return call === undefined || rest === undefined ? [] : [{ call, paths: [...rest.matchAll(/"([^"]*)"/g)].map(([, found]) => found ?? '') }]
  })
}

/** Calls after which nothing stands under the name: it was moved away or deleted. A rename onto the name replaces it in one step. */
function vanishings(namings: readonly Naming[], file: string): readonly string[] {
  return namings.filter(({ call, paths }) => /^(rename|unlink)/.test(call) && paths[0] === file).map(({ call }) => call)
}

describe('P4: a restore that is cut off leaves the old township or the new one', () => {
  let bench: Bench
  beforeEach(() => {
    bench = newBench()
  })
  afterEach(() => bench.dispose())

  test('at no moment is there no database under its name; every file that takes its place was made lasting first', async () => {
    const { folder } = await makeTownship(bench.at('data'), emptyDemo())
    const at = ['--data', folder.root, '--key-file', bench.keyFile(consolePassword)]
    resultOf(await runCommand(['backup', '--out', bench.at('out'), ...at]))
    const [name = ''] = readdirSync(bench.at('out'))
    const trace = bench.at('trace.txt')
    const calls = 'trace=rename,renameat,renameat2,link,linkat,unlink,unlinkat,fsync,fdatasync'
    const run = spawnSync('strace', ['-f', '--seccomp-bpf', '-y', '-e', calls, '-o', trace, ...programArguments('restore', bench.at('out', name), ...at)], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', TMPDIR: bench.temporary } })
    expect(resultOf({ exitCode: run.status, stdout: run.stdout, stderr: run.stderr })).toMatchObject({ restored: folder.database })

    const text = readFileSync(trace, 'utf8')
    const namings = namingsIn(text)
    const incoming = path.join(folder.root, 'township.restored.db')
    expect(vanishings(namings, folder.database)).toEqual([])
    const intoPlace = namings.findIndex(({ call, paths }) => call.startsWith('rename') && paths[0] === incoming && paths[1] === folder.database)
    const kept = namings.findIndex(({ call, paths }) => call.startsWith('link') && paths[0] === folder.database)
    expect([kept >= 0, kept < intoPlace]).toEqual([true, true])
    // The new file has reached the disk before it takes the name, and so has the folder afterwards.
    const lines = text.split('\n')
    const taken = lines.findIndex((line) => /\brename/.test(line) && line.includes(`"${folder.database}"`))
    expect(lines.slice(0, taken).some((line) => /\bfsync\(/.test(line) && line.includes('township.restored.db'))).toBe(true)
    expect(lines.slice(taken).some((line) => /\bfsync\(/.test(line) && line.includes(`<${folder.root}>`))).toBe(true)
  })

  test('control: moving the old file away first is seen', () => {
    const file = '/d/township.db'
    const trace = ['1 rename("/d/township.db", "/d/kept.db") = 0', '1 rename("/d/township.restored.db", "/d/township.db") = 0', '1 unlink("/d/other") = 0', '1 unlink("/d/township.db") = -1 ENOENT'].join('\n')
    expect(vanishings(namingsIn(trace), file)).toEqual(['rename'])
    expect(vanishings(namingsIn(trace.split('\n').slice(1).join('\n')), file)).toEqual([])
  })
})
