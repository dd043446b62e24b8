import type { IssueSource } from '../../../../shared/domain/villages/issues/codes.ts'
import { issueLimits, phonePattern } from '../../../../shared/domain/villages/issues/issue-cell.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { issueFormWords as words } from './vocabulary.ts'

/** What stands in the form of a 民情事项; empty texts ''. */
export interface IssueDraft {
  readonly villageId: string | null
  readonly source: IssueSource
  readonly title: string
  readonly content: string
  readonly reporter: string
  readonly phone: string
  readonly reportedOn: string | null
  /** 当场办结: its result, else ''. */
  readonly settled: string
}

export interface IssueReport {
  readonly villageId: string
  readonly source: IssueSource
  readonly title: string
  readonly content: string | null
  readonly reporter: string | null
  readonly phone: string | null
  readonly reportedOn: string
}

export const issueFieldIds = { title: 'issue-title', content: 'issue-content', village: 'issue-village', source: 'issue-source', reporter: 'issue-reporter', phone: 'issue-phone', reportedOn: 'issue-reported', settled: 'issue-settled', handler: 'issue-handler', due: 'issue-due' } as const

/** The FieldRow of a path of the contract's input. */
export function issueRowOf(path: string): string {
  const [, field = path] = /^changes\.(.+)$/.exec(path) ?? []
  const { village, handler, ...same } = issueFieldIds
  const rows: Readonly<Record<string, string>> = { ...same, villageId: village, handlerId: handler }
  return rows[field] ?? ''
}

export type IssueReading = { readonly kind: 'good'; readonly report: IssueReport } | { readonly kind: 'bad'; readonly faults: readonly FieldFault[] }

/** The form as the contract takes it, or what is wrong with it, field by field. */
export function readIssueDraft(draft: IssueDraft, on: string): IssueReading {
  const { villageId, reportedOn, source } = draft
  const title = draft.title.trim()
  const phone = draft.phone.normalize('NFKC').replace(/\s/g, '')
  const wrongDay = dayFaults(issueFieldIds.reportedOn, words.reportedOn, reportedOn)
  const faults = [
    ...(title === '' ? [{ id: issueFieldIds.title, sentence: words.required(words.title) }] : []),
    ...lengthFaults(issueFieldIds.title, words.title, title, issueLimits.title),
    ...(villageId === null ? [{ id: issueFieldIds.village, sentence: words.choose(words.village) }] : []),
    ...lengthFaults(issueFieldIds.content, words.content, draft.content, issueLimits.content),
    ...lengthFaults(issueFieldIds.reporter, words.reporter, draft.reporter, issueLimits.reporter),
    ...(phone === '' || phonePattern.test(phone) ? [] : [{ id: issueFieldIds.phone, sentence: words.badPhone }]),
    ...wrongDay,
    ...(wrongDay.length === 0 && reportedOn !== null && reportedOn > on ? [{ id: issueFieldIds.reportedOn, sentence: words.inFuture }] : []),
    ...lengthFaults(issueFieldIds.settled, words.settled, draft.settled, issueLimits.result),
  ]
  if (faults.length > 0 || villageId === null || reportedOn === null) return { kind: 'bad', faults }
  return { kind: 'good', report: { villageId, source, title, content: orNull(draft.content), reporter: orNull(draft.reporter), phone: phone === '' ? null : phone, reportedOn } }
}

function orNull(text: string): string | null {
  const plain = text.trim()
  return plain === '' ? null : plain
}
