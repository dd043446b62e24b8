import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { sentenceOf } from '../../../../shared/contract/errors.ts'
import type { IssueSource, IssueState } from '../../../../shared/domain/villages/issues/codes.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { publicIssue, publicIssueLog, village } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { codeOf, nextSeq, requireRow, requireSaneDay } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { issueFaults, issueFieldLabels } from './vocabulary.ts'

export interface Report {
  readonly villageId: string
  readonly source: IssueSource
  readonly title: string
  readonly content: string | null
  readonly reporter: string | null
  readonly phone: string | null
  readonly reportedOn: string
}

/** 登记民情: by anybody who works here, about any village. */
export function recordIssue(app: App, guard: Guarded, input: Report) {
  const { staffId } = guard.actor.standing
  return guard.mutate({
    about: () => ({ staff: staffId === null ? [] : [staffId] }),
    write(tx, now) {
      requireRow(tx.select({ id: village.id }).from(village).where(eq(village.id, input.villageId)).get(), nouns.village)
      if (input.reportedOn > dayInChina(guard.now)) throw wrongField('reportedOn', issueFaults.inFuture)
      requireSaneDay(input.reportedOn, dayInChina(guard.now), 'reportedOn')
      const seq = nextSeq(tx, publicIssue)
      const id = app.environment.newId()
      const code = codeOf('MQ', seq)
      tx.insert(publicIssue).values({ ...input, id, seq, code, searchKey: searchKeyOf(input.title), enteredBy: staffId, state: 'recorded' }).run()
      writeIssueLog(tx, app, guard, now, { issueId: id, action: 'record', fromState: null, toState: 'recorded', note: null })
      return { id, code, version: 1 }
    },
    audit: ({ id }) => ({ subject: id, detail: { title: input.title, villageId: input.villageId, source: input.source } }),
  })
}

export interface LogEntry {
  readonly issueId: string
  readonly action: string
  readonly fromState: IssueState | null
  readonly toState: IssueState
  readonly note: string | null
}

export function writeIssueLog(tx: Write, app: App, guard: Guarded, now: string, entry: LogEntry): void {
  tx.insert(publicIssueLog).values({ ...entry, id: app.environment.newId(), seq: nextSeq(tx, publicIssueLog), at: now, actor: guard.actor.name }).run()
}

/** A field whose content does not go with the rest; `path` is its place in the input. */
export function wrongField(path: keyof typeof issueFieldLabels, reason: string): Refusal {
  const data = { field: issueFieldLabels[path], reason }
  return new Refusal('invalid_input', data, [{ path, code: 'invalid_input', message: sentenceOf('invalid_input', data) }])
}
