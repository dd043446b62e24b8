import { and, desc, eq, gte, inArray, lt, max, or, type SQL } from 'drizzle-orm'
import { account, auditEntry, deduction, moduleTable, period, plan, post, register, serviceEvent, specialGroup, staff, task, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { countRows, requireRow } from '../../app/rows.ts'
import { contains } from '../../app/search-text.ts'
import { nouns } from '../../app/vocabulary.ts'
import { auditSummary, readableDetail } from './audit-summary.ts'
import { actionNameOf } from './audit-vocabulary.ts'

export interface AuditFilter {
  readonly offset: number
  readonly limit: number
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly text?: string | undefined
  /** Calendar days in China, both inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What an id in the log may be of, with what it is called. */
const called = [
  [staff, staff.name],
  [task, task.title],
  [moduleTable, moduleTable.name],
  [post, post.name],
  [village, village.name],
  [account, account.name],
  [plan, plan.name],
  [period, period.code],
  [specialGroup, specialGroup.name],
  [deduction, deduction.code],
  [serviceEvent, serviceEvent.date],
  [register, register.name],
] as const

/** A text finds this many things by name at most; a log is searched, not listed, by names. */
const mostNamed = 200

/** A page of the audit log, the newest entry first, with what actions and subjects are called and a summary of each detail. */
export function listAudit(read: Read, filter: AuditFilter) {
  const where = and(...conditionsOf(read, filter))
  const rows = read.select().from(auditEntry).where(where).orderBy(desc(auditEntry.seq)).limit(filter.limit).offset(filter.offset).all()
  const names = namesOf(read, rows.flatMap(({ subject }) => subject ?? []))
  return {
    rows: rows.map(({ seq, at, actor, action, subject, detail }) => ({
      seq, at, actor, action, subject,
      actionName: actionNameOf(action),
      subjectName: subject === null ? null : (names.get(subject) ?? (action === 'refused' ? actionNameOf(subject) : null)),
      summary: auditSummary(parseDetail(detail)),
    })),
    total: countRows(read, auditEntry, where),
  }
}

/** What one entry keeps. Refusals: `not_found`. */
export function auditDetail(read: Read, seq: number): { detail: unknown } {
  const { detail } = requireRow(read.select({ detail: auditEntry.detail }).from(auditEntry).where(eq(auditEntry.seq, seq)).get(), nouns.auditEntry)
  return { detail: readableDetail(parseDetail(detail)) }
}

/** The actors and actions there are in the log. */
export function auditChoices(read: Read) {
  const actors = read.selectDistinct({ actor: auditEntry.actor }).from(auditEntry).orderBy(auditEntry.actor).all().map(({ actor }) => actor)
  const actions = read.selectDistinct({ action: auditEntry.action }).from(auditEntry).orderBy(auditEntry.action).all()
  return { actors, actions: actions.map(({ action }) => ({ action, name: actionNameOf(action) })) }
}

/** When each account logged in last, by its name. */
export function lastLogins(read: Read): ReadonlyMap<string, string> {
  const rows = read.select({ actor: auditEntry.actor, at: max(auditEntry.at) }).from(auditEntry).where(eq(auditEntry.action, 'session.login')).groupBy(auditEntry.actor).all()
  return new Map(rows.flatMap(({ actor, at }) => (at === null ? [] : [[actor, at]])))
}

function conditionsOf(read: Read, { actor, action, text, from, to }: AuditFilter): readonly (SQL | undefined)[] {
  return [
    actor === undefined ? undefined : eq(auditEntry.actor, actor),
    action === undefined ? undefined : eq(auditEntry.action, action),
    text === undefined || text === '' ? undefined : or(contains(auditEntry.subject, text), contains(auditEntry.detail, text), inArray(auditEntry.subject, idsCalled(read, text))),
    from === undefined ? undefined : gte(auditEntry.at, beginOf(from)),
    to === undefined ? undefined : lt(auditEntry.at, endOf(to)),
  ]
}

const dayMs = 86_400_000

function beginOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString()
}

function endOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + dayMs).toISOString()
}

function idsCalled(read: Read, text: string): string[] {
  return called.flatMap(([table, name]) => read.select({ id: table.id }).from(table).where(contains(name, text)).limit(mostNamed).all().map(({ id }) => id))
}

function namesOf(read: Read, subjects: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(subjects)]
  if (wanted.length === 0) return new Map()
  return new Map(called.flatMap(([table, name]) => read.select({ id: table.id, name }).from(table).where(inArray(table.id, wanted)).all().map((row): [string, string] => [row.id, row.name])))
}

function parseDetail(json: string): unknown {
  return JSON.parse(json)
}
