import { ORPCError } from '@orpc/client'
import { isErrorCode, type ErrorCode } from '../../shared/contract/errors.ts'
import { apiWords } from './vocabulary.ts'

/** One fault of a larger input. `path` is the dotted path of the field: `township.name`. */
export interface Fault {
  readonly path: string
  readonly message: string
}

/** A failed call as the user is told of it. */
export interface CallFailure {
  readonly code: ErrorCode | 'connection'
  /** One sentence with the way out. */
  readonly sentence: string
  readonly faults: readonly Fault[]
  /** What the sentence was filled with, and what else the host tells of it. */
  readonly values: Readonly<Record<string, unknown>>
}

/** What any failure of a call means to the user. */
export function failureOf(error: unknown): CallFailure {
  if (error instanceof ORPCError && isErrorCode(error.code)) return { code: error.code, sentence: error.message, faults: faultsOf(error.data), values: valuesOf(error.data) }
  return { code: 'connection', sentence: apiWords.connectionBroken, faults: [], values: {} }
}

/** The one sentence of a failed call. */
export function sentenceOf(error: unknown): string {
  return failureOf(error).sentence
}

const passing: ReadonlySet<CallFailure['code']> = new Set(['connection', 'internal', 'session_required', 'session_ended', 'in_use', 'disk_full', 'disk_error'])

/** The sentence of what the host declined and will decline again; null of what may pass, such as a lost connection. */
export function refusalOf(error: unknown): string | null {
  const { code, sentence } = failureOf(error)
  return passing.has(code) ? null : sentence
}

function faultsOf(data: unknown): readonly Fault[] {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return []
  return data.issues.flatMap((issue: unknown) => (isFault(issue) ? [{ path: issue.path, message: issue.message }] : []))
}

function valuesOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && 'values' in data && typeof data.values === 'object' && data.values !== null ? { ...data.values } : {}
}

function isFault(issue: unknown): issue is Fault {
  return typeof issue === 'object' && issue !== null && 'path' in issue && typeof issue.path === 'string' && 'message' in issue && typeof issue.message === 'string'
}
