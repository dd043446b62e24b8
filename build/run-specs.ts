import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Totals } from './run-suites.ts'

const report = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }), errors: z.array(z.unknown()) })

/** Runs the specs of the window; `output` is where Playwright's report goes. One that passed only when it was tried again has passed, and the report names it as flaky. */
export function runSpecs(output: string): Totals {
  const run = spawnSync('playwright', ['test', '--config', 'build/playwright.config.ts', '--reporter=list,json'], { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: output } })
  const { stats, errors } = report.parse(JSON.parse(readFileSync(output, 'utf8')))
  const told = stats.unexpected + stats.skipped
  return { passed: stats.expected + stats.flaky, failed: told + (told === 0 && run.status !== 0 ? errors.length || 1 : 0) }
}
