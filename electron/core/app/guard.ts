import { ORPCError, implement, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import { isErrorCode, type ErrorCode, type ErrorData } from '../../../shared/contract/errors.ts'
import type { ProcedureMeta } from '../../../shared/contract/procedure.ts'
import { Refusal, type Issue } from '../../../shared/contract/refusal.ts'
import type { Reach } from '../../../shared/domain/access/permissions.ts'
import { covers, grantsOf, type Subject } from '../../../shared/domain/access/scope.ts'
import { storageCodeOf } from '../../db/refusal.ts'
import type { Read, Write } from '../../db/types.ts'
import type { App } from './app.ts'
import type { AuditFact } from './audit-chain.ts'
import { capabilityNames } from './vocabulary.ts'
import { actorOf, requireTownshipRow, type Actor, type Connection } from './session.ts'

/** What a transport hands in with each request. */
export interface RequestContext {
  readonly app: App
  readonly connection: Connection
}

/** What a query may see: everything, or what the caller's own person and modules are concerned with. */
export type View =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly staffId: string | null; readonly own: boolean; readonly modules: readonly string[]; readonly published: boolean }

export interface Mutation<Result> {
  /** What the change is about, read in the same transaction; a caller whose reach does not cover it is refused. */
  readonly about: (read: Read) => Subject
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
  if (actor === null && access.kind !== 'public') throw new Refusal('session_required')
  if (actor?.kind === 'account' && actor.mustChangePassword && access.kind === 'capability' && requireTownshipRow(app.read()).origin === 'real') throw new Refusal('password_change_required')
  const grants = actor === null ? [] : grantsFor(actor, meta)
  if (actor !== null && access.kind === 'capability' && grants.length === 0) {
    throw recordRefusal(app, actor, path, new Refusal('forbidden', { capability: capabilityNames[access.capability] }))
  }

  function checkScope(subject: Subject): void {
    if (actor === null || access.kind !== 'capability') return
    const { standing } = actor
    const self = standing.staffId
    if (access.notAboutSelf && self !== null && subject.staff?.includes(self)) throw new Refusal('about_self')
    if (access.notByDoer && self !== null && subject.doers?.includes(self)) throw new Refusal('doer_verifies')
    if (!grants.some((reach) => covers(reach, standing, subject))) throw new Refusal('out_of_scope')
  }

  return {
    actor: actor ?? anonymous,
    view: viewOf(actor, grants),
    now,
    read: app.read(),
    requireScope(subject) {
      try {
        checkScope(subject)
      } catch (refusal) {
        throw actor === null ? refusal : recordRefusal(app, actor, path, refusal)
      }
    },
    mutate(mutation) {
      if (meta.changes.length === 0) throw new Error(`${path} declares no change`)
      try {
        return app.mutate({
          actor: (actor ?? anonymous).name,
          action: path,
          areas: meta.changes,
          audit: mutation.audit,
          write(tx, at) {
            checkScope(mutation.about(tx))
            return mutation.write(tx, at)
          },
        })
      } catch (refusal) {
        throw actor === null ? refusal : recordRefusal(app, actor, path, refusal)
      }
    },
  }
}

/** Before a login: what the audit log calls whoever tries. */
const anonymous: Actor = {
  kind: 'account',
  name: 'login',
  accountId: '',
  standing: { staffId: null, roles: [], memberOf: [], heads: [], leads: [], teams: [], groups: [] },
  mustChangePassword: false,
}

function grantsFor(actor: Actor, meta: ProcedureMeta): readonly Reach[] {
  if (meta.access.kind !== 'capability') return []
  if (actor.kind === 'console') return actor.mayEverything || meta.console ? ['all'] : []
  return grantsOf(meta.access.capability, actor.standing.roles)
}

function viewOf(actor: Actor | null, grants: readonly Reach[]): View {
  if (grants.includes('all')) return { kind: 'all' }
  const standing = actor?.standing ?? anonymous.standing
  const modules = grants.flatMap((reach) => {
    if (reach === 'member') return standing.memberOf
    if (reach === 'headed') return standing.heads
    return reach === 'led' ? standing.leads : []
  })
  return { kind: 'some', staffId: standing.staffId, own: grants.includes('own'), modules: [...new Set(modules)], published: grants.includes('published') }
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
export function toCallerError(error: unknown, newCallId: () => string, log: (callId: string, error: unknown) => void): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    const issues = inputIssues(error)
    const first = issues[0]
    if (first !== undefined) return orpcError('invalid_input', { field: first.path, reason: first.message }, issues)
    if (isErrorCode(error.code)) return error
  }
  if (error instanceof Refusal) return orpcError(error.code, error.data, error.issues)
  const storage = storageCodeOf(error)
  if (storage !== null && isErrorCode(storage)) return orpcError(storage, {}, [])
  const callId = newCallId()
  log(callId, error)
  return orpcError('internal', { callId }, [])
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
export const guarded: ImplementerInternalWithMiddlewares<Contract, RequestContext, RequestContext & { readonly guard: Guarded }> = implement(contract)
  .$context<RequestContext>()
  .use(async ({ context, procedure, path, next }) => {
    const { app, connection } = context
    const meta = procedure['~orpc'].meta
    try {
      return await next({ context: { guard: admit({ app, connection, meta, path: path.join('.') }) } })
    } catch (error) {
      throw toCallerError(error, app.environment.newId, app.environment.logError)
    }
  })
