import { and, asc, desc, eq } from 'drizzle-orm'
import { groupStateOf } from '../../../../shared/domain/tasks/groups/state.ts'
import { groupStateNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { publicIssue, specialGroup, staff, village } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { foundBy } from '../../app/search-text.ts'
import { visibleIssues } from '../../villages/issues/visible.ts'
import type { Hit } from './hit.ts'
import { hitLines } from './vocabulary.ts'

/** 专项工作组, which everybody may see who keeps records. */
export function findGroups({ read, actor, now }: Guarded, text: string, limit: number): readonly Hit[] {
  if (viewFor(actor, 'register.enter') === null) return []
  return read
    .select({ row: specialGroup, lead: staff.name })
    .from(specialGroup)
    .leftJoin(staff, eq(staff.id, specialGroup.leadStaffId))
    .where(foundBy(text, [specialGroup.name, specialGroup.code, specialGroup.approvalNo], specialGroup.searchKey))
    .orderBy(asc(specialGroup.seq))
    .limit(limit)
    .all()
    .map(({ row, lead }) => ({ kind: 'group', id: row.id, title: row.name, detail: [groupStateNames[groupStateOf(row, dayInChina(now))], ...(lead === null ? [] : [hitLines.groupLead(lead)])].join(hitLines.separator), moduleId: null, register: null }))
}

/** 民情事项 in the caller's view, newest first. */
export function findIssues({ read, actor }: Guarded, text: string, limit: number): readonly Hit[] {
  if (viewFor(actor, 'issue.work') === null) return []
  return read
    .select({ id: publicIssue.id, title: publicIssue.title, state: publicIssue.state, reportedOn: publicIssue.reportedOn, village: village.name })
    .from(publicIssue)
    .innerJoin(village, eq(village.id, publicIssue.villageId))
    .where(and(visibleIssues(read, actor), foundBy(text, [publicIssue.title, publicIssue.code], publicIssue.searchKey)))
    .orderBy(desc(publicIssue.seq))
    .limit(limit)
    .all()
    .map((row) => ({ kind: 'issue', id: row.id, title: row.title, detail: [row.village, issueStateNames[row.state], row.reportedOn].join(hitLines.separator), moduleId: null, register: null }))
}
