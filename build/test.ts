/**
 * Runs every suite this machine can run and prints the true totals alone on the last line.
 * With CI set, a suite that is absent is a failure: the machine of the CI installs what they need.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { suitesHere } from './suites.ts'

const report = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int(), numTodoTests: z.int(), numFailedTestSuites: z.int(), success: z.boolean() })

const { absent } = suitesHere()
for (const line of absent) console.log(line)

const folder = mkdtempSync(path.join(tmpdir(), 'township-tests-'))
const output = path.join(folder, 'report.json')
const args = ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...process.argv.slice(2)]
const run = spawnSync('vitest', args, { stdio: 'inherit', shell: process.platform === 'win32' })

const totals = report.parse(JSON.parse(readFileSync(output, 'utf8')))
rmSync(folder, { recursive: true })
const skipped = totals.numPendingTests + totals.numTodoTests
const missingSuites = process.env['CI'] ? absent.length : 0
// A test file that does not load has no failed test of its own, and would else pass unseen.
const failed = totals.numFailedTests + missingSuites + skipped + (totals.numFailedTests === 0 && !totals.success ? totals.numFailedTestSuites || 1 : 0)
console.log(`${totals.numPassedTests} passed, ${failed} failed`)
process.exitCode = run.status === 0 && failed === 0 ? 0 : 1
