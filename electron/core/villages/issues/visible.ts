import { eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { publicIssue } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Actor } from '../../app/session.ts'
import { isDispatcher } from './standing.ts'

/** The 民情事项 in the actor's view: all for who dispatches, else what he recorded or handles, what went to modules he heads or leads, and what comes from villages of his team. */
export function visibleIssues(read: Read, actor: Actor): SQL | undefined {
  if (isDispatcher(read, actor)) return undefined
  const { staffId, heads, leads, teams } = actor.standing
  const modules = [...new Set([...heads, ...leads])]
  return or(
    staffId === null ? sql`0` : or(eq(publicIssue.enteredBy, staffId), eq(publicIssue.handlerId, staffId)),
    modules.length === 0 ? undefined : inArray(publicIssue.moduleId, modules),
    teams.length === 0 ? undefined : inArray(publicIssue.villageId, [...teams]),
  )
}
