/**
 * Runs every suite this machine can run and prints the true totals alone on the last line.
 * With CI set, a suite that lacks a program is a failure: the machine of the CI installs what they need.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runSpecs } from './run-specs.ts'
import { suitesHere } from './suites.ts'
import { runSuites } from './run-suites.ts'

const { absent, hasBrowser, uninstalled } = suitesHere()
for (const line of absent) console.log(line)

const folder = mkdtempSync(path.join(tmpdir(), 'township-tests-'))
const totals = [runSuites(path.join(folder, 'suites.json'), process.argv.slice(2)), ...(hasBrowser ? [runSpecs(path.join(folder, 'specs.json'))] : [])]
rmSync(folder, { recursive: true })

const missingSuites = process.env['CI'] ? uninstalled : 0
const passed = totals.reduce((sum, total) => sum + total.passed, 0)
const failed = totals.reduce((sum, total) => sum + total.failed, missingSuites)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
