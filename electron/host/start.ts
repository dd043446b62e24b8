/**
 * `npm start`: the demo township, computed, exported and served. Everything lies in `data/` of the project
 * (or in the folder that TOWNSHIP_DATA names); the console's password of this demo stands in a file beside the township.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../../shared/contract/refusal.ts'
import { sentenceOf } from '../../shared/contract/errors.ts'
import { makeDemo } from '../core/demo/make-demo.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import { storageCodeOf } from '../db/refusal.ts'
import type { TownshipClient } from './connect.ts'
import { nodeEnvironment } from './environment.ts'
import { openTownship } from './open-township.ts'
import { serve } from './serve.ts'
import { stopOnSignal } from './stop-signals.ts'
import { startWords } from './vocabulary.ts'

const lastQuarter = '2026Q2'

const root = process.env['TOWNSHIP_DATA'] ?? fileURLToPath(new URL('../../data', import.meta.url))
const folder = dataFolder(path.join(root, 'demo'))
const keyFile = path.join(root, 'demo.key')
const outFolder = path.join(root, startWords.outFolder)

try {
  if (!existsSync(folder.keys)) await makeDemoTownship(folder)
  await run()
} catch (error) {
  const storage = storageCodeOf(error)
  say(error instanceof Refusal ? error.message : storage === null ? startWords.failed(String(error)) : sentenceOf(storage, { folder: folder.root }))
  process.exitCode = 1
}

async function makeDemoTownship(target: DataFolder): Promise<void> {
  say(startWords.making)
  const password = randomBytes(12).toString('base64url')
  mkdirSync(root, { recursive: true })
  writeFileSync(keyFile, `${password}\n`, { mode: 0o600 })
  const { environment, release } = nodeEnvironment()
  try {
    const { app, passwords, recoveryKey } = await makeDemo(target, environment, password, false)
    app.close()
    say(startWords.accounts)
    for (const { account, password: oneTime } of passwords) say(`  ${account}\t${oneTime}`)
    say(startWords.recoveryKey(recoveryKey))
  } finally {
    release()
  }
}

async function run(): Promise<void> {
  const [secret = ''] = readFileSync(keyFile, 'utf8').split('\n')
  const opened = await openTownship({ folder, owner: { kind: 'console' }, secret })
  if (opened.kind === 'client') {
    say(startWords.alreadyRunning(opened.lock.address))
    opened.close()
    return
  }
  await exportAll(opened.client)
  const host = await serve(opened.app)
  say(startWords.serving(host.address, keyFile))
  await stopOnSignal(() => host.stop().then(opened.close))
}

async function exportAll(client: TownshipClient): Promise<void> {
  const { document, isNew } = await client.periods.compute({ code: lastQuarter })
  const people = typeof document === 'object' && document !== null && 'results' in document && Array.isArray(document.results) ? document.results.length : 0
  say(startWords.computed(lastQuarter, people, isNew))
  mkdirSync(outFolder, { recursive: true })
  for (const workbook of ['evaluation', 'performance', 'tasks', 'roster'] as const) {
    for (const copy of ['working', 'official'] as const) {
      const { file } = await client.exports.run({ workbook, period: lastQuarter, copy })
      const target = path.join(outFolder, file.name)
      writeFileSync(target, Buffer.from(await file.arrayBuffer()))
      say(`  ${target}`)
    }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
