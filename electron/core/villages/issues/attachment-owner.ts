import { issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import type { OwnerKind } from '../../township/attachments/owner-kind.ts'
import { standingsOver, subjectOfIssue } from './standing.ts'
import { requireIssue } from './steps.ts'

/** 民情: fast once it is closed or declined. */
export const issueOwner: OwnerKind = {
  access({ read, id, actor }) {
    const row = requireIssue(read, id)
    const { isDesk, isRecorder, isHandler, headsModule } = standingsOver(read, actor, [row])(row)
    const isConcerned = isDesk || isRecorder || isHandler || headsModule
    const { leads, teams } = actor.standing
    const sees = isConcerned || (row.moduleId !== null && leads.includes(row.moduleId)) || teams.includes(row.villageId)
    return { toRead: [{ capability: 'issue.work', subject: subjectOfIssue(actor, sees) }], toChange: [{ capability: 'issue.work', subject: subjectOfIssue(actor, isConcerned) }] }
  },
  fixedAs(read, id) {
    const { state } = requireIssue(read, id)
    return state === 'closed' || state === 'declined' ? issueStateNames[state] : null
  },
}
