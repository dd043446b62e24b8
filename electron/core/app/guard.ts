import { mapEventIterator } from '@orpc/client'
import { ORPCError, implement, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import { isErrorCode, type ErrorCode, type ErrorData } from '../../../shared/contract/errors.ts'
import type { ProcedureMeta } from '../../../shared/contract/procedure.ts'
import { Refusal, type Issue } from '../../../shared/contract/refusal.ts'
import { fieldNameOf } from '../../../shared/contract/vocabulary.ts'
import type { Subject } from '../../../shared/domain/township/access/scope.ts'
import { storageCodeOf } from '../../db/refusal.ts'
import type { Read, Write } from '../../db/types.ts'
import { accessFault, grantsFor, viewOf, type View } from './access.ts'
import type { App } from './app.ts'
import type { Environment } from './environment.ts'
import type { House } from './house.ts'
import type { AuditFact } from './audit-chain.ts'
import { capabilityNames } from './vocabulary.ts'
import { actorOf, requireTownshipRow, type Actor, type Connection } from './session.ts'

export type { View } from './access.ts'

/** What a transport hands in with each request. */
export interface RequestContext {
  readonly house: House
  readonly connection: Connection
}

/** What a handler behind the guard gets besides. */
export interface GuardedContext extends RequestContext {
  readonly app: App
  readonly guard: Guarded
}

export interface Mutation<Result> {
  /** What the change is about, read in the same transaction; a caller whose reach does not cover it, or one of them, is refused. */
  readonly about: (read: Read) => Subject | readonly Subject[]
  readonly write: (tx: Write, now: string) => Result
  readonly audit: (result: Result) => Pick<AuditFact, 'subject' | 'detail'>
}

/** A handler's only ways to the data, each bound to the caller's rights. */
export interface Guarded {
  readonly actor: Actor
  readonly view: View
  readonly now: string
  /** Reads rows that the handler narrows by `view`. */
  readonly read: Read
  /** Refuses unless the caller's reach covers the subject; for single rows. */
  readonly requireScope: (subject: Subject) => void
  readonly mutate: <Result>(mutation: Mutation<Result>) => Result
}

/** The subject of a change that touches the whole township: only a reach of `all` covers it. */
export const wholeTownship = (): Subject => ({})

interface Call {
  readonly app: App
  readonly connection: Connection
  readonly meta: ProcedureMeta
  readonly path: string
}

/**
 * The one guard in front of every transport: session → role here, scope when the handler names its subject,
 * audit in the same transaction. A procedure that declares no access is denied.
 */
export function admit({ app, connection, meta, path }: Call): Guarded {
  const now = app.environment.now()
  const { access } = meta
  const actor = connection.session === null ? null : actorOf(app.read(), connection.session, now)
  if (access.kind === 'denied') throw new Refusal('forbidden', { capability: path })
  if (actor === null) throw new Refusal('session_required')
  const isBeforePassword = access.kind === 'session' && access.beforeOwnPassword === true
  if (actor.kind === 'account' && actor.mustChangePassword && !isBeforePassword && requireTownshipRow(app.read()).origin === 'real') throw new Refusal('password_change_required')
  const who = actor
  const grants = grantsFor(who, meta)
  if (access.kind === 'capability' && grants.length === 0) {
    throw recordRefusal(app, actor, path, new Refusal('forbidden', { capability: capabilityNames[access.capability] }))
  }

  function checkScope(subject: Subject): void {
    const fault = accessFault(who, meta, subject)
    if (fault !== null) throw new Refusal(fault)
  }

  return {
    actor,
    view: viewOf(actor, grants),
    now,
    read: app.read(),
    requireScope(subject) {
      try {
        checkScope(subject)
      } catch (refusal) {
        throw recordRefusal(app, actor, path, refusal)
      }
    },
    mutate(mutation) {
      if (meta.changes.length === 0) throw new Error(`${path} declares no change`)
      try {
        return app.mutate({
          actor: actor.name,
          action: path,
          areas: meta.changes,
          audit: mutation.audit,
          write(tx, at) {
            for (const subject of [mutation.about(tx)].flat()) checkScope(subject)
            return mutation.write(tx, at)
          },
        })
      } catch (refusal) {
        throw recordRefusal(app, actor, path, refusal)
      }
    },
  }
}

const accessCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['forbidden', 'out_of_scope', 'about_self', 'doer_verifies'])

/** Every refusal of access leaves an audit entry, in a transaction of its own because the change itself was rolled back. */
function recordRefusal(app: App, actor: Actor, path: string, error: unknown): unknown {
  if (error instanceof Refusal && accessCodes.has(error.code)) {
    app.mutate({ actor: actor.name, action: 'refused', areas: [], write: () => null, audit: () => ({ subject: path, detail: { code: error.code } }) })
  }
  return error
}

/** How a failure leaves the core: declared codes with their data; anything else is logged once and given a call id. */
function toCallerError(error: unknown, { newId, logError }: Environment): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    const issues = inputIssues(error)
    const first = issues[0]
    if (first !== undefined) return orpcError('invalid_input', { field: fieldNameOf(first.path), reason: first.message }, issues)
    if (isErrorCode(error.code)) return error
  }
  if (error instanceof Refusal) return orpcError(error.code, error.data, error.issues)
  const storage = storageCodeOf(error)
  if (storage !== null && isErrorCode(storage)) return orpcError(storage, {}, [])
  const callId = newId()
  logError(callId, error)
  return orpcError('internal', { callId }, [])
}

/** What a stream fails with on its way is told like the failure of a plain answer. */
function withCallerErrors(output: unknown, environment: Environment): unknown {
  if (!isStream(output)) return output
  return mapEventIterator(output, { value: (value) => Promise.resolve(value), error: (error) => Promise.resolve(toCallerError(error, environment)) })
}

function isStream(output: unknown): output is AsyncIterator<unknown, unknown, unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
}

function orpcError(code: ErrorCode, values: ErrorData, issues: readonly Issue[]): ORPCError<string, unknown> {
  return new ORPCError(code, { status: 422, message: new Refusal(code, values).message, data: { values, issues } })
}

/** The single faults of an input that its schema refused. */
function inputIssues(error: ORPCError<string, unknown>): readonly Issue[] {
  const { data } = error
  if (error.code !== 'BAD_REQUEST' || typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return []
  return data.issues.map((issue: { path?: readonly unknown[]; message?: string }) => ({
    path: (issue.path ?? []).map(String).join('.'),
    code: 'invalid_input',
    message: issue.message ?? '',
  }))
}

/** The contract to implement; its root middleware is the guard. */
export const guarded: ImplementerInternalWithMiddlewares<Contract, RequestContext, GuardedContext> = implement(contract)
  .$context<RequestContext>()
  .use(async ({ context, procedure, path, next }) => {
    const { house, connection } = context
    const meta = procedure['~orpc'].meta
    try {
      const app = house.township()
      house.sessions.use(connection, meta.access.kind === 'session' && meta.access.isWatching === true ? 'watching' : 'using')
      const result = await next({ context: { app, guard: admit({ app, connection, meta, path: path.join('.') }) } })
      return { ...result, output: withCallerErrors(result.output, house.environment) }
    } catch (error) {
      throw toCallerError(error, house.environment)
    }
  })

/** For the procedures in front of every township: no session is asked for, and there may be none to ask. */
export const atTheDoor: ImplementerInternalWithMiddlewares<Contract, RequestContext, RequestContext> = implement(contract)
  .$context<RequestContext>()
  .use(async ({ context: { house }, procedure, next }) => {
    try {
      if (procedure['~orpc'].meta.access.kind !== 'door') throw new Error('a procedure behind the guard was put in front of it')
      const result = await next()
      return { ...result, output: withCallerErrors(result.output, house.environment) }
    } catch (error) {
      throw toCallerError(error, house.environment)
    }
  })
