import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidV7 } from '../../shared/lib/uuid.ts'
import type { Environment } from '../core/app/environment.ts'
import { strongCost } from '../db/key-slots.ts'
import { withoutIdNumbers } from '../../shared/domain/people/without-id-numbers.ts'
import { forkWorker } from '../workbooks/fork-worker.ts'

/** No 0 O 1 l I: a slip is typed off paper. */
const passwordLetters = 'abcdefghjkmnpqrstuvwxyz'
const passwordDigits = '23456789'

/** One line of JSON on stderr. */
const toStandardError: Environment['logError'] = (callId, error) => {
  process.stderr.write(`${JSON.stringify({ callId, error: withoutIdNumbers(error instanceof Error ? (error.stack ?? error.message) : String(error)) })}\n`)
}

/** The environment of a Node process, and what releases it. `logError` keeps what nobody expected. */
export function nodeEnvironment({ logError = toStandardError, workers = forkWorker, keyCost = strongCost }: Partial<Pick<Environment, 'logError' | 'workers' | 'keyCost'>> = {}): { readonly environment: Environment; readonly release: () => void } {
  removeLeftovers()
  const temporary = newTemporaryFolder('work')
  const environment: Environment = {
    now: () => new Date().toISOString(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds).unref()
      return () => clearTimeout(timer)
    },
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    newPassword: () => `${randomText(passwordLetters, 6)}-${randomText(passwordDigits, 6)}`,
    newToken: () => randomBytes(32).toString('base64url'),
    newRecoveryKey: () => Array.from({ length: 8 }, () => randomText('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 4)).join('-'),
    keyCost,
    workers,
    logError,
    temporary,
  }
  return { environment, release: () => rmSync(temporary, { recursive: true, force: true }) }
}

/** A folder of this process for files in flight or a socket; its name tells whose it is. */
export function newTemporaryFolder(purpose: 'work' | 'host' | 'window'): string {
  return mkdtempSync(path.join(tmpdir(), `township-${purpose}-${process.pid}-`))
}

/** What a process that died left behind, maybe a roster in the clear that it was just reading. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^township-(?:work|host|window)-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isRunning(Number(pid))) continue
    try {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another user's: theirs to remove.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

function randomText(letters: string, length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}
