import { ORPCError } from '@orpc/client'
import { isErrorCode, sentenceOf, type ErrorCode, type ErrorData } from '../../shared/contract/errors.ts'
import { Refusal, type Issue } from '../../shared/contract/refusal.ts'
import { withoutIdNumbers } from '../../shared/domain/people/without-id-numbers.ts'
import { storageCodeOf } from '../db/refusal.ts'
import { cliWords } from './vocabulary.ts'

/** What the cli prints to stderr when a command fails. */
export interface Failure {
  readonly error: string
  readonly message: string
  readonly issues: readonly Issue[]
  readonly exitCode: 1 | 2 | 3
}

const wrongKey: ReadonlySet<string> = new Set<ErrorCode>(['wrong_key', 'locked_out', 'account_disabled'])

/** Failures that are no refused input: the same command may succeed later, or the machine is at fault. */
const failed: ReadonlySet<string> = new Set<ErrorCode>([
  'internal', 'in_use', 'disk_full', 'read_only', 'disk_error', 'damaged', 'audit_broken', 'export_failed', 'forbidden', 'out_of_scope', 'session_required', 'changed_meanwhile', 'import_outdated',
])

/** From whatever was thrown to code, sentence and exit code: 1 failed, 2 refused input, 3 wrong key. */
export function failureOf(error: unknown, values: ErrorData): Failure {
  if (error instanceof Refusal) return failure(error.code, error.message, error.issues)
  if (error instanceof ORPCError && isErrorCode(error.code)) return failure(error.code, error.message, issuesOf(error.data))
  const wrongPath = wrongPathOf(error)
  if (wrongPath !== null) return failure('usage', cliWords.wrongPath(wrongPath), [])
  const storage = storageCodeOf(error)
  if (storage !== null) return failure(storage, sentenceOf(storage, values), [])
  const detail = withoutIdNumbers(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return failure('internal', sentenceOf('internal', { callId: cliWords.ownCall }), [{ path: '', code: 'internal', message: detail }])
}

/** A file where a folder should be, or the other way round: the path that was given. */
function wrongPathOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error) || typeof error.path !== 'string') return null
  return ['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code)) ? error.path : null
}

function failure(code: ErrorCode, message: string, issues: readonly Issue[]): Failure {
  return { error: code, message, issues, exitCode: wrongKey.has(code) ? 3 : failed.has(code) ? 1 : 2 }
}

function issuesOf(data: unknown): readonly Issue[] {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return []
  return data.issues
}
