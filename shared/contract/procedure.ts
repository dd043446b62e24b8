import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Capability } from '../domain/township/access/permissions.ts'
import { dayNumber } from '../lib/calendar-day.ts'
import { errorSentences, type ErrorCode } from './errors.ts'
import { anyFault, faults } from './vocabulary.ts'

z.config({ jitless: true, customError: () => anyFault })

/** What the change feed names after a commit, and what a procedure declares it may change. */
export const areas = ['township', 'module', 'staff', 'task', 'village', 'event', 'group', 'point', 'plan', 'period', 'score', 'result', 'import', 'export', 'account', 'audit', 'view', 'register', 'attachment', 'issue', 'tuesday', 'grid', 'meeting', 'ruling', 'appeal', 'calendar', 'summary', 'template', 'layout'] as const
export type Area = (typeof areas)[number]

/**
 * Who may call. `denied` is what a procedure without a declaration gets; `door` is open to whoever can reach the host, also
 * while no township is open: it shows nothing of one, and whatever makes or opens one asks for a secret of its own.
 * `beforeOwnPassword`: also for who has still to change a one-time password. `isWatching`: it stands by itself and is no sign of anybody there.
 * `notAboutSelf`: refused when the caller is whom it is about. `notByDoer`: refused when the caller did the work.
 */
export type Access =
  | { readonly kind: 'denied' }
  | { readonly kind: 'door' }
  | { readonly kind: 'session'; readonly beforeOwnPassword?: true; readonly isWatching?: true }
  | { readonly kind: 'capability'; readonly capability: Capability; readonly notAboutSelf?: true; readonly notByDoer?: true }

export interface ProcedureMeta {
  readonly access: Access
  /** Areas it may change; empty for a query. */
  readonly changes: readonly Area[]
  /** Areas its answer is made of: when the change feed names one of them, the answer is stale. */
  readonly reads: readonly Area[]
  /** The console (administration without an account) may call it in any township. */
  readonly console: boolean
}

const issueSchema = z.object({ path: z.string(), code: z.string(), message: z.string() })

/** Data of every declared error: what its sentence was filled with, and the single faults of a larger input. */
const errorData = z.object({ values: z.record(z.string(), z.union([z.string(), z.number()])), issues: z.array(issueSchema) })

export interface DeclaredError {
  readonly status: number
  readonly message: string
  readonly data: typeof errorData
}

function declared(...codes: readonly ErrorCode[]): Readonly<Record<string, DeclaredError>> {
  const entry = (code: ErrorCode): DeclaredError => ({ status: 422, message: errorSentences[code], data: errorData })
  return Object.fromEntries(codes.map((code) => [code, entry(code)]))
}

const storageErrors = ['in_use', 'disk_full', 'read_only', 'disk_error', 'damaged'] as const
const guardErrors = ['locked', 'no_township', 'session_required', 'password_change_required', 'forbidden', 'out_of_scope', 'about_self', 'doer_verifies', 'invalid_input', 'not_found', 'internal'] as const

const base = oc
  .$meta<ProcedureMeta>({ access: { kind: 'denied' }, changes: [], reads: [], console: false })
  .errors(declared(...guardErrors, ...storageErrors))

/** A query that needs a capability, and the areas its answer is made of. */
export function query(capability: Capability, reads: readonly Area[], ...errors: ErrorCode[]) {
  return base.meta({ access: { kind: 'capability', capability }, changes: [], reads, console: false }).errors(declared(...errors))
}

export interface CommandRule {
  readonly changes: readonly Area[]
  readonly errors?: readonly ErrorCode[]
  readonly notAboutSelf?: true
  readonly notByDoer?: true
  readonly console?: true
}

/** A command: needs a capability, names what it changes, and leaves an audit entry. */
export function command(capability: Capability, rule: CommandRule) {
  const access: Access = {
    kind: 'capability',
    capability,
    ...(rule.notAboutSelf ? { notAboutSelf: true } : {}),
    ...(rule.notByDoer ? { notByDoer: true } : {}),
  }
  return base.meta({ access, changes: rule.changes, reads: [], console: rule.console ?? false }).errors(declared('changed_meanwhile', ...(rule.errors ?? [])))
}

export interface SessionRule {
  readonly changes?: readonly Area[]
  readonly reads?: readonly Area[]
  readonly beforeOwnPassword?: true
  readonly isWatching?: true
}

/** For everyone who is logged in, about the own session alone. */
export function ownSession({ changes = [], reads = [], ...access }: SessionRule, ...errors: ErrorCode[]) {
  return base.meta({ access: { kind: 'session', ...access }, changes, reads, console: true }).errors(declared(...errors))
}

/**
 * About what belongs to a record of one of several kinds. The capability depends on the kind, so the handler asks for it:
 * a session alone opens nothing.
 */
export function ofRecord({ changes = [], reads = [] }: Pick<SessionRule, 'changes' | 'reads'>, ...errors: ErrorCode[]) {
  return base.meta({ access: { kind: 'session' }, changes, reads, console: false }).errors(declared(...errors))
}

/** In front of every township: its state, making one, logging in. */
export function atDoor(changes: readonly Area[], ...errors: ErrorCode[]) {
  return base.meta({ access: { kind: 'door' }, changes, reads: [], console: true }).errors(declared(...errors))
}

export const id = z.uuid()
export const day = z.iso.date(faults.day)

/** The most days that a list of days is made of. */
const mostDays = 31

/** What `refine` asks of an input from one day to another. */
export const spanOfDays: [(days: { readonly from: string; readonly to: string }) => boolean, { readonly path: PropertyKey[]; readonly error: string }] = [
  ({ from, to }) => from <= to && dayNumber(to) - dayNumber(from) < mostDays,
  { path: ['to'], error: faults.span(mostDays) },
]
export const decimal = z.string().regex(/^\d+(\.\d{1,2})?$/, faults.decimal)
export const name = z.string().trim().min(1, faults.empty).max(50, faults.tooLong(50))
export const note = z.string().trim().max(2000, faults.tooLong(2000))
export const rowVersion = z.int().positive()

/** A page of a list: rows, and how many there are in all. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.int() })
}

export const paging = z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) })
