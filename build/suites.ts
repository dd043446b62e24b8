import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from '../electron/host/browser.ts'
import { lookForOffice } from '../electron/workbooks/exports/testing/find-office.ts'

/** A part of the tests. */
export interface Suite {
  readonly name: string
  readonly include: readonly string[]
  readonly exclude?: readonly string[]
  /** The names of what is not installed here, and without which it has nothing real to test. */
  readonly lacks: () => readonly string[]
  readonly timeoutMs: number
  /** What it lacks is a right, which no installation gives: a CI without it has not failed. */
  readonly needsRight?: true
  /** It looks at what was built. */
  readonly needsBuild?: true
  /** What it starts a hundred times, and what is made one file for it: the variable that tells it the file, and the source. */
  readonly bundles?: Readonly<Record<string, string>>
  /** Its files run in one process: they leave nothing behind for each other, and loading what they share for each anew would take as long as they. */
  readonly isShared?: true
  /** Its files have the machine to themselves one after the other: it measures time, or starts and ends processes by the clock. */
  readonly isTimed?: true
}

/** Slow tests carry the name of their suite in the file: `backup.service.test.ts`. */
const slow = (suite: string) => `{shared,electron,build}/**/*.${suite}.test.ts`

function nothing(): readonly string[] {
  return []
}

function absent(program: string): readonly string[] {
  const [tool, ...args] = process.platform === 'win32' ? ['where', program] : ['which', program]
  return spawnSync(tool ?? 'which', args, { stdio: 'ignore' }).status === 0 ? [] : [program]
}

function absentOffice(): readonly string[] {
  const office = lookForOffice()
  return 'missing' in office ? office.missing : []
}

/** A disk that is full is a small one of its own; only the administrator of a Linux machine may mount one. */
function absentMounts(): readonly string[] {
  const right = ['the right to mount a small disk']
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return right
  const place = mkdtempSync(path.join(tmpdir(), 'township-mount-'))
  const mayMount = spawnSync('mount', ['-t', 'tmpfs', 'none', place], { stdio: 'ignore' }).status === 0
  if (mayMount) spawnSync('umount', [place], { stdio: 'ignore' })
  rmdirSync(place)
  return mayMount ? [] : right
}

const everySuite: readonly Suite[] = [
  { name: 'unit', include: ['{shared,electron,renderer,build}/**/*.test.ts'], exclude: ['property', 'service', 'timed', 'promise', 'strace', 'office', 'electron', 'mount'].map(slow), lacks: nothing, timeoutMs: 20_000, isShared: true },
  { name: 'property', include: [slow('property')], lacks: nothing, timeoutMs: 60_000, isShared: true },
  { name: 'timed', include: [slow('timed')], lacks: nothing, timeoutMs: 120_000, isTimed: true },
  { name: 'service', include: [slow('service')], lacks: nothing, timeoutMs: 120_000 },
  { name: 'electron', include: [slow('electron')], lacks: nothing, timeoutMs: 120_000, needsBuild: true, isTimed: true },
  { name: 'promise', include: [slow('promise')], lacks: nothing, timeoutMs: 600_000, bundles: { TOWNSHIP_PROGRAM: 'electron/cli/index.ts' } },
  { name: 'strace', include: [slow('strace')], lacks: () => absent('strace'), timeoutMs: 300_000, bundles: { TOWNSHIP_OPENER: 'electron/promises/second-opener.testing.ts' } },
  { name: 'mount', include: [slow('mount')], lacks: absentMounts, needsRight: true, timeoutMs: 300_000, needsBuild: true, isTimed: true },
  { name: 'office', include: [slow('office')], lacks: absentOffice, timeoutMs: 600_000 },
]

/** The suites this machine can run, a line for each one it cannot, and how many of those an installation would mend. The specs of the window are Playwright's and run besides. */
export function suitesHere(): { readonly suites: readonly Suite[]; readonly hasBrowser: boolean; readonly absent: readonly string[]; readonly uninstalled: number } {
  const hasBrowser = findBrowser() !== null
  const lacking = new Map(everySuite.map((suite) => [suite, suite.lacks()]))
  const left = everySuite.filter((suite) => lacking.get(suite)?.length !== 0)
  return {
    suites: everySuite.filter((suite) => lacking.get(suite)?.length === 0),
    hasBrowser,
    absent: [
      ...[...lacking].filter(([, missing]) => missing.length > 0).map(([{ name }, missing]) => `${name}: not run, ${missing.join(', ')} not here`),
      ...(hasBrowser ? [] : ['window: not run, no Chromium, Chrome or Edge installed']),
    ],
    uninstalled: left.filter(({ needsRight = false }) => !needsRight).length + (hasBrowser ? 0 : 1),
  }
}
