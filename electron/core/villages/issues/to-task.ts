import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { issueSourceNames, issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { publicIssue, village } from '../../../db/schema/index.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextVersion } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { subjectOfDraft } from '../../tasks/tasks/describe.ts'
import { writeTaskDraft } from '../../tasks/tasks/draft.ts'
import { wrongField, writeIssueLog } from './record.ts'
import { standingsOver } from './standing.ts'
import { requireIssue } from './steps.ts'
import { issueFaults, reporterLine, taskContent, taskSource } from './vocabulary.ts'

export interface ToTask {
  readonly id: string
  readonly version: number
  readonly hosts: readonly string[]
  readonly due: string
}

/** 转为任务: what is too large for one hand becomes a draft 交办单 of its module; by whoever may draft there and has to do with the issue. */
export function makeTaskOfIssue(app: App, guard: Guarded, input: ToTask) {
  return guard.mutate({
    about: (read) => {
      const { moduleId } = requireIssue(read, input.id)
      return moduleId === null ? { staff: [] } : subjectOfDraft(moduleId, input.hosts)
    },
    write(tx, now) {
      const row = requireIssue(tx, input.id)
      const who = standingsOver(tx, guard.actor, [row])(row)
      if (!who.isDesk && !who.isHandler && !who.headsModule && guard.actor.kind !== 'console') throw new Refusal('out_of_scope')
      if (row.moduleId === null || (row.state !== 'dispatched' && row.state !== 'handling')) throw new Refusal('not_in_state', { state: issueStateNames[row.state], action: acts.makeTask })
      if (row.taskId !== null) throw new Refusal('duplicate', { what: nouns.issueTask })
      if (input.due < dayInChina(guard.now)) throw wrongField('due', issueFaults.inPast)
      const version = nextVersion(row, input.version)
      const place = tx.select({ name: village.name }).from(village).where(eq(village.id, row.villageId)).get()?.name ?? ''
      const { id: taskId, code } = writeTaskDraft(tx, app, {
        draftedBy: guard.actor.name,
        docNo: null,
        form: 'assignment_order',
        source: taskSource(issueSourceNames[row.source], row.code),
        title: row.title,
        content: taskContent(row.content, reporterLine(place, row.reporter)),
        weight: 1,
        moduleId: row.moduleId,
        leadStaffId: null,
        due: input.due,
        parties: input.hosts.map((staffId) => ({ staffId, role: 'host' })),
      })
      tx.update(publicIssue).set({ taskId, version }).where(eq(publicIssue.id, row.id)).run()
      writeIssueLog(tx, app, guard, now, { issueId: row.id, action: 'toTask', fromState: row.state, toState: row.state, note: code })
      return { taskId, code }
    },
    audit: ({ taskId }) => ({ subject: input.id, detail: { taskId } }),
  })
}
