import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidV7 } from '../../shared/lib/uuid.ts'
import type { Environment } from '../core/app/environment.ts'
import { forkWorker } from '../workbooks/fork-worker.ts'

/** No 0 O 1 l I: a slip is typed off paper. */
const passwordLetters = 'abcdefghjkmnpqrstuvwxyz'
const passwordDigits = '23456789'

/** The environment of a plain Node process, and what releases it. */
export function nodeEnvironment(): { readonly environment: Environment; readonly release: () => void } {
  const temporary = mkdtempSync(path.join(tmpdir(), 'township-'))
  const environment: Environment = {
    now: () => new Date().toISOString(),
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    newPassword: () => `${randomText(passwordLetters, 6)}-${randomText(passwordDigits, 6)}`,
    newRecoveryKey: () => Array.from({ length: 8 }, () => randomText('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 4)).join('-'),
    workers: forkWorker,
    logError: (callId, error) => process.stderr.write(`${JSON.stringify({ callId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`),
    temporary,
  }
  return { environment, release: () => rmSync(temporary, { recursive: true, force: true }) }
}

function randomText(letters: string, length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}
