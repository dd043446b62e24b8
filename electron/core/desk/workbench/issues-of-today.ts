import { and, asc, count, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { openStates } from '../../../../shared/domain/villages/issues/flow.ts'
import { issueLightOf } from '../../../../shared/domain/villages/issues/light.ts'
import { waitedIssueSteps } from '../../../../shared/domain/villages/issues/who.ts'
import { publicIssue, village } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { issueLightRank } from '../../villages/issues/light-sql.ts'
import { issueWaitsFor } from '../../villages/issues/waiting-sql.ts'

const mostRows = 5

/** 民情 of the workbench: what is the caller's own and still open, and what waits for him, by step, the most pressing first. */
export function issuesOfToday({ read, actor }: Guarded, on: string) {
  if (viewFor(actor, 'issue.work') === null) return { own: 0, waiting: [] }
  const { staffId } = actor.standing
  const isOwn = staffId === null ? sql`0` : or(eq(publicIssue.enteredBy, staffId), eq(publicIssue.handlerId, staffId))
  const own = read.select({ rows: count() }).from(publicIssue).where(and(isOwn, inArray(publicIssue.state, openStates))).get()?.rows ?? 0
  const waiting = waitedIssueSteps.flatMap((step) => {
    const turn = issueWaitsFor(read, actor.standing, step)
    const total = read.select({ rows: count() }).from(publicIssue).where(turn).get()?.rows ?? 0
    if (total === 0) return []
    const rows = read
      .select({ id: publicIssue.id, code: publicIssue.code, title: publicIssue.title, villageName: village.name, state: publicIssue.state, reportedOn: publicIssue.reportedOn, due: publicIssue.due })
      .from(publicIssue)
      .innerJoin(village, eq(village.id, publicIssue.villageId))
      .where(turn)
      .orderBy(asc(issueLightRank(on)), desc(publicIssue.seq))
      .limit(mostRows)
      .all()
    return [{ step, count: total, rows: rows.map((row) => ({ ...row, light: issueLightOf(row, on) })) }]
  })
  return { own, waiting }
}
