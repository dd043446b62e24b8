import { and, eq, inArray } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { IssueStanding } from '../../../../shared/domain/villages/issues/who.ts'
import type { publicIssue} from '../../../db/schema/index.ts';
import { account, publicIssueLog } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import type { Actor } from '../../app/session.ts'
import { keepersOf } from '../../township/organisation/keepers.ts'

export type IssueRow = typeof publicIssue.$inferSelect

/** What dispatching concerns: the modules that keep 民情事项. */
export function aboutDispatch(read: Read, actor: Actor): Subject {
  return keepersOf(read, 'issues', actor.standing)
}

/** Whether the actor may dispatch. */
export function isDispatcher(read: Read, actor: Actor): boolean {
  return accessFault(actor, contract.issues.dispatch['~orpc'].meta, aboutDispatch(read, actor)) === null
}

/** What the actor is to each of these issues. */
export function standingsOver(read: Read, actor: Actor, rows: readonly IssueRow[]): (row: IssueRow) => IssueStanding {
  const { staffId: self, heads } = actor.standing
  const isDesk = isDispatcher(read, actor)
  const resolved = self === null ? new Set<string>() : resolvedBy(read, self, rows)
  return (row) => ({
    isDesk,
    isRecorder: self !== null && row.enteredBy === self,
    isHandler: self !== null && row.handlerId === self,
    hasResolved: resolved.has(row.id),
    headsModule: row.moduleId !== null && heads.includes(row.moduleId),
  })
}

/** Those of the issues waiting for a 回访 that a person has written a result of; only there it matters. */
function resolvedBy(read: Read, staffId: string, rows: readonly IssueRow[]): ReadonlySet<string> {
  const waiting = rows.filter(({ state }) => state === 'resolved').map(({ id }) => id)
  if (waiting.length === 0) return new Set()
  const steps = read
    .select({ issueId: publicIssueLog.issueId })
    .from(publicIssueLog)
    .innerJoin(account, eq(account.name, publicIssueLog.actor))
    .where(and(inArray(publicIssueLog.issueId, waiting), inArray(publicIssueLog.action, ['resolve', 'settle']), eq(account.staffId, staffId)))
    .all()
  return new Set(steps.map(({ issueId }) => issueId))
}

/** An issue that somebody is something to is his own matter; to all others it is out of scope. */
export function subjectOfIssue(actor: Actor, isConcerned: boolean): Subject {
  const { staffId } = actor.standing
  return { staff: isConcerned && staffId !== null ? [staffId] : [] }
}
