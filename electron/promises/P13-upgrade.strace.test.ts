import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requireDataKey } from '../core/township/session/unlock.ts'
import { deriveKeys } from '../db/derived-keys.ts'
import { readMigrations } from '../db/migrate.ts'
import { figuresLine, isFull, newBench, type Bench } from './program.testing.ts'
import { columnsOf, contentOf, migrationsOf, releasedConsole, releasedFolders, schemaOf, withFile } from './released.testing.ts'
import { thrownCode } from './temporary.testing.ts'

const points = isFull ? 50 : 10
const opener = process.env['TOWNSHIP_OPENER'] ?? fileURLToPath(new URL('./second-opener.testing.ts', import.meta.url))

describe.each(releasedFolders)('P13: an upgrade of $version that is cut off', ({ version, copyTo }) => {
  let bench: Bench
  beforeEach(() => {
    bench = newBench()
  })
  afterEach(() => bench.dispose())

  test(`killed at ${points} of its writes, it leaves the old township or the new one, whole, and the next start brings it to its end`, async () => {
    const first = copyTo(bench.at('first'))
    const dataKey = await requireDataKey(first, { kind: 'console' }, releasedConsole)
    const keys = deriveKeys(dataKey)
    const own = migrationsOf(first.database, keys)
    const before = withFile(first.database, keys, own, (raw) => ({ columns: columnsOf(raw), content: contentOf(raw, columnsOf(raw)), schema: schemaOf(raw) }))

    /** Opens a copy in a process of its own, which dies at one of its writes, or not at all. */
    function openTraced(name: string, ...injection: readonly string[]) {
      const folder = copyTo(bench.at(name))
      const trace = bench.at(`${name}.txt`)
      const run = spawnSync('strace', ['-f', '-e', 'trace=pwrite64', ...injection, '-o', trace, process.execPath, opener, folder.database, dataKey.toString('hex')], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', TMPDIR: bench.temporary } })
      return { folder, printed: run.stdout, writes: readFileSync(trace, 'utf8').match(/\bpwrite64\(/g)?.length ?? 0 }
    }

    const whole = openTraced('whole')
    expect([whole.printed, whole.writes > points]).toEqual(['opened', true])
    const left = { old: 0, new: 0, withoutCopy: 0 }
    for (let point = 0; point < points; point += 1) {
      const { folder, printed } = openTraced(`killed-${point}`, '-e', `inject=pwrite64:signal=KILL:when=${1 + Math.floor((point * (whole.writes - 1)) / (points - 1))}`)
      expect([point, printed]).toEqual([point, ''])
      const copy = path.join(folder.root, `township.before-${own.length}.db`)
      if (!existsSync(copy)) left.withoutCopy += 1
      const opened = thrownCode(() => withFile(folder.database, keys, own, () => null))
      expect(['done', 'newer_database']).toContain(opened)
      if (opened === 'done') expect(withFile(folder.database, keys, own, (raw) => [contentOf(raw, before.columns), schemaOf(raw)])).toEqual([before.content, before.schema])
      left[opened === 'done' ? 'old' : 'new'] += 1
      const after = withFile(folder.database, keys, readMigrations(), (raw) => ({ content: contentOf(raw, before.columns), number: raw.pragma('user_version', { simple: true }), integrity: raw.pragma('integrity_check', { simple: true }) }))
      expect(after).toEqual({ content: before.content, number: readMigrations().length, integrity: 'ok' })
      expect(readdirSync(folder.root).sort()).toEqual(['anchor.json', 'keys.json', path.basename(copy), 'township.db'])
      expect(withFile(copy, keys, own, schemaOf)).toEqual(before.schema)
    }
    console.log(figuresLine('P13', { version, points, writes: whole.writes, ...left }))
    expect([left.old > 0, left.new > 0, left.withoutCopy > 0]).toEqual([true, true, true])
  })
})
