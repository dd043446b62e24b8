import { spawnSync } from 'node:child_process'

/** A part of the tests, and the programs without which it has nothing real to test. */
export interface Suite {
  readonly name: string
  readonly include: readonly string[]
  readonly exclude?: readonly string[]
  readonly needs: readonly string[]
  readonly timeoutMs: number
}

/** Slow tests carry the name of their suite in the file: `backup.service.test.ts`. */
const slow = (suite: string) => `{electron,build}/**/*.${suite}.test.ts`

const everySuite: readonly Suite[] = [
  { name: 'unit', include: ['{shared,electron,build}/**/*.test.ts'], exclude: ['service', 'promise', 'strace', 'office'].map(slow), needs: [], timeoutMs: 20_000 },
  { name: 'service', include: [slow('service')], needs: [], timeoutMs: 120_000 },
  { name: 'promise', include: [slow('promise')], needs: [], timeoutMs: 600_000 },
  { name: 'strace', include: [slow('strace')], needs: ['strace'], timeoutMs: 300_000 },
  { name: 'office', include: [slow('office')], needs: ['soffice', 'pdftoppm', 'python3'], timeoutMs: 600_000 },
]

function isThere(program: string): boolean {
  const [tool, ...args] = process.platform === 'win32' ? ['where', program] : ['which', program]
  return spawnSync(tool ?? 'which', args, { stdio: 'ignore' }).status === 0
}

/** The suites this machine can run, and a line for each one it cannot. */
export function suitesHere(): { readonly suites: readonly Suite[]; readonly absent: readonly string[] } {
  const lacking = new Map(everySuite.map((suite) => [suite, suite.needs.filter((program) => !isThere(program))]))
  return {
    suites: everySuite.filter((suite) => lacking.get(suite)?.length === 0),
    absent: [...lacking].filter(([, programs]) => programs.length > 0).map(([{ name }, programs]) => `${name}: not run, ${programs.join(', ')} not installed`),
  }
}
