import { and, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Standing } from '../../../../shared/domain/township/access/scope.ts'
import { waitedIssueSteps, type WaitedIssueStep } from '../../../../shared/domain/villages/issues/who.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { publicIssue } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { modulesKeeping } from '../../township/organisation/keepers.ts'

/** Whether dispatching is waited for from this person: the head of a module that keeps 民情事项, and 督考. Others who may are not. */
function isAtDesk(read: Read, { heads, roles }: Standing): boolean {
  return roles.includes('inspector') || modulesKeeping(read, 'issues').some((id) => heads.includes(id))
}

/** Issues whose step is this person's turn: `nextStepOf` of shared/domain/villages/issues/who.ts as a condition; a test holds the two against each other. */
export function issueWaitsFor(read: Read, standing: Standing, step: WaitedIssueStep): SQL | undefined {
  const { staffId, heads } = standing
  const atDesk = isAtDesk(read, standing) ? sql`1` : sql`0`
  const isHandler = staffId === null ? sql`0` : eq(publicIssue.handlerId, staffId)
  const isHead = and(isNull(publicIssue.handlerId), inArray(publicIssue.moduleId, [...heads]))
  switch (step) {
    case 'dispatch':
      return and(eq(publicIssue.state, 'recorded'), atDesk)
    case 'accept':
      return and(eq(publicIssue.state, 'dispatched'), or(isHandler, isHead))
    case 'resolve':
      return and(eq(publicIssue.state, 'handling'), or(isHandler, isHead, and(isNull(publicIssue.handlerId), isNull(publicIssue.moduleId), atDesk)))
    case 'close': {
      const recordedAside = sql`(${publicIssue.enteredBy} IS NOT NULL AND ${publicIssue.enteredBy} IS NOT ${publicIssue.handlerId})`
      const isRecorder = staffId === null ? sql`0` : and(eq(publicIssue.enteredBy, staffId), recordedAside)
      const notOwn = staffId === null ? undefined : or(isNull(publicIssue.handlerId), ne(publicIssue.handlerId, staffId))
      return and(eq(publicIssue.state, 'resolved'), or(isRecorder, and(atDesk, sql`NOT ${recordedAside}`, notOwn)))
    }
    default:
      return assertNever(step)
  }
}

export function issueWaitsForAny(read: Read, standing: Standing): SQL {
  return or(...waitedIssueSteps.map((step) => issueWaitsFor(read, standing, step))) ?? sql`0`
}
