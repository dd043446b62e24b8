/** `npm run check`: the structure of the source as it stands. Tests, and what only they use, are left out. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { faultsOf } from './structure.js'

const isSource = (/** @type {string} */ file) => !/\.(test|spec|testing)\.tsx?$|\/(testing|fuzz|e2e|gallery)\/|\.d\.ts$/.test(file)
const files = new Set(['electron', 'shared', 'renderer'].flatMap((floor) => globSync(`${floor}/**/*.{ts,tsx}`)).map((file) => file.replaceAll('\\', '/')).filter(isSource))

/** @param {string} file */
function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName)).filter((target) => files.has(target))
}

const faults = faultsOf(new Map([...files].sort().map((file) => [file, importsOf(file)])))
for (const fault of faults) console.error(fault)
console.log(`${String(files.size)} files: ${String(faults.length)} faults of structure`)
process.exitCode = faults.length === 0 ? 0 : 1
