import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { unlock } from '../core/township/session/unlock.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import type { DataFolder } from '../db/data-folder.ts'
import { requirePragmas } from '../db/open.ts'
import { nodeEnvironment } from '../host/environment.ts'
import { figuresLine, makeTownship, newBench, type Bench } from './program.testing.ts'

const commits = 200
/** Written out, not taken from the source: who weakens one there must see this test fail. */
const pragmas = {
  locking_mode: 'exclusive', journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000,
  trusted_schema: 0, cell_size_check: 1, secure_delete: 1, temp_store: 2,
}
const child = fileURLToPath(new URL('./P2-commits.testing.ts', import.meta.url))

describe('P2: what is acknowledged survives a power cut', () => {
  let bench: Bench
  let folder: DataFolder
  beforeEach(async () => {
    bench = newBench()
    folder = (await makeTownship(bench.at('data'), emptyDemo())).folder
  })
  afterEach(() => bench.dispose())

  /** How often the child asks the disk to make its writes lasting. */
  function syncsOf(wanted: number, weakened: string): { readonly syncs: number; readonly printed: string } {
    const trace = bench.at('trace.txt')
    const args = ['-f', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, child, folder.root, consolePassword, String(wanted), weakened]
    const run = spawnSync('strace', args, { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', TMPDIR: bench.temporary } })
    expect([run.status, run.stderr]).toEqual([0, ''])
    // A call that another thread interrupts stands on two lines; the second says "resumed" and has no opening bracket after its name.
    const syncs = readFileSync(trace, 'utf8').match(/\bf(data)?sync\(/g) ?? []
    return { syncs: syncs.length, printed: run.stdout }
  }

  test(`${commits} commits reach the disk ${commits} times; with synchronous=NORMAL they do not`, () => {
    const idle = syncsOf(0, '')
    const full = syncsOf(commits, '')
    const control = syncsOf(commits, 'NORMAL')
    console.log(figuresLine('P2', { commits, syncs: full.syncs - idle.syncs, syncsOfOpeningAndClosing: idle.syncs, syncsWithNormal: control.syncs - idle.syncs }))
    expect([full.printed, control.printed]).toEqual(['{"synchronous":2}', '{"synchronous":1}'])
    expect(full.syncs - idle.syncs).toBeGreaterThanOrEqual(commits)
    expect(control.syncs - idle.syncs).toBeLessThan(commits / 4)
  })

  test('every connection has its pragmas, read back: on opening, after the file was replaced; a weakened one is refused', async () => {
    const { environment, release } = nodeEnvironment()
    const app = await unlock(folder, environment, { kind: 'console' }, consolePassword)
    try {
      const found = () => Object.fromEntries(Object.keys(pragmas).map((name) => [name, app.database().raw.pragma(name, { simple: true })]))
      expect(found()).toEqual(pragmas)
      app.replaceDatabase(() => undefined)
      expect(found()).toEqual(pragmas)
      for (const weak of ['OFF', 'NORMAL']) {
        app.database().raw.pragma(`synchronous = ${weak}`)
        expect(() => requirePragmas(app.database().raw)).toThrow('synchronous')
      }
    } finally {
      app.close()
      release()
    }
  })
})
