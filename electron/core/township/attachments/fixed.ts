import { eq } from 'drizzle-orm'
import type { AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { groupStateNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { supervisionStateNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { groupMeeting, period, scoreSheet, supervision, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { fields, nouns } from '../../app/vocabulary.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'
import { eventRow } from '../../villages/events/subject.ts'
import { requireGroup } from '../../tasks/groups/standing.ts'
import { requireIssue } from '../../villages/issues/steps.ts'
import type { Owner } from './owner-guard.ts'

/** The state of each kind of record once it is judged; null before. */
const states: Readonly<Record<AttachmentOwner, (read: Read, id: string) => string | null>> = {
  task(read, id) {
    const { state } = requireRow(read.select({ state: task.state }).from(task).where(eq(task.id, id)).get(), nouns.task)
    return state === 'completed' || state === 'closed' || state === 'revoked' ? taskStateNames[state] : null
  },
  supervision(read, id) {
    const { state } = requireRow(read.select({ state: supervision.state }).from(supervision).where(eq(supervision.id, id)).get(), nouns.supervision)
    return state === 'settled' ? supervisionStateNames[state] : null
  },
  group: dissolvedAs,
  group_meeting: (read, id) => dissolvedAs(read, requireRow(read.select({ groupId: groupMeeting.groupId }).from(groupMeeting).where(eq(groupMeeting.id, id)).get(), nouns.groupMeeting).groupId),
  meeting: () => null,
  service_event: (read, id) => (eventRow(read, id).state === 'verified' ? fields.verified : null),
  public_issue(read, id) {
    const { state } = requireIssue(read, id)
    return state === 'closed' || state === 'declined' ? issueStateNames[state] : null
  },
  register_row: () => null,
  score_sheet(read, id) {
    const { state, stage } = requireRow(read.select({ state: scoreSheet.state, stage: period.stage }).from(scoreSheet).innerJoin(period, eq(period.id, scoreSheet.periodId)).where(eq(scoreSheet.id, id)).get(), nouns.sheet)
    return stage !== 'scoring' ? periodStageNames[stage] : state === 'draft' ? null : evaluationWords.submitted
  },
}

function dissolvedAs(read: Read, groupId: string): string | null {
  return requireGroup(read, groupId).dissolvedOn === null ? null : groupStateNames.dissolved
}

/**
 * The state of a record that stands fast, where nothing comes to it and nothing leaves it: a task that is 已办结, 销号 or revoked, a
 * 督办单 that is settled, a 民情 that is closed or declined, a group that is dissolved, a score sheet that is handed in, a service record that is verified and counts.
 * Null for any other.
 */
export function fixedAs(read: Read, { kind, id }: Owner): string | null {
  return states[kind](read, id)
}
