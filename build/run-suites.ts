import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Totals {
  readonly passed: number
  /** What is skipped or did not load counts as failed. */
  readonly failed: number
}

const report = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int(), numTodoTests: z.int(), numFailedTestSuites: z.int(), success: z.boolean() })

/** Runs the suites of vitest; `output` is where its report goes. */
export function runSuites(output: string, args: readonly string[]): Totals {
  const run = spawnSync('vitest', ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...args], { stdio: 'inherit', shell: process.platform === 'win32' })
  const totals = report.parse(JSON.parse(readFileSync(output, 'utf8')))
  const told = totals.numFailedTests + totals.numPendingTests + totals.numTodoTests
  // A test file that does not load has no failed test of its own, and would else pass unseen.
  const untold = told === 0 && !(totals.success && run.status === 0) ? totals.numFailedTestSuites || 1 : 0
  return { passed: totals.numPassedTests, failed: told + untold }
}
