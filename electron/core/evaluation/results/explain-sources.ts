import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { ExplainedFact, SourceRef } from '../../../../shared/domain/evaluation/results/explain/node.ts'
import { facts } from '../../../../shared/domain/evaluation/results/explain/make-node.ts'
import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { auditEntry, circular, deduction, honour, moduleTable, scoreEntry, scoreSheet, serviceEvent, specialGroup, staff, task, taskLog, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { actorNames } from '../../app/actor-names.ts'
import { dayInChina } from '../../app/environment.ts'
import type { ExplainReach } from './explain-reach.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { scorerTitles } from '../sheets/scorer-title.ts'
import { sourceWords } from '../../plans/vocabulary.ts'

/** The row behind a source, if it still stands, and what it says beyond the frozen facts. */
export interface FoundSource {
  readonly id: string | null
  readonly facts: readonly ExplainedFact[]
}

const nothing: FoundSource = { id: null, facts: [] }

/** Finds the rows of today that the sources of one person's explanation name; one that the caller does not reach is as good as gone. */
export function sourceFinder(read: Read, row: PeriodRow, staffId: string, reach: ExplainReach): (ref: SourceRef) => FoundSource {
  const events = lazily(() => eventIds(read, staffId))
  const sheets = lazily(() => sheetEntries(read, row, staffId, reach, hand))
  const hand = handFinder(read)
  const villages = lazily(() => new Map(read.select({ id: village.id, code: village.code }).from(village).all().map(({ id, code }) => [code, id])))
  return (ref) => {
    switch (ref.kind) {
      case 'task':
        return ofTask(read, ref.task, reach)
      case 'rating':
        return sheets()('head', ref.scorer, ref.module)
      case 'leaderScore':
        return sheets()('leader', ref.scorer, null)
      case 'village':
        return { id: villages().get(ref.village) ?? null, facts: [] }
      case 'event':
        return reach.opensEvents() ? events()(ref) : nothing
      case 'group':
        return ofGroup(read, ref.group)
      case 'honour':
        return ofHonour(read, row, staffId, ref, hand)
      case 'circular':
        return ofCirculars(read, row, staffId, ref.effect, hand)
      case 'deduction':
        return ofDeduction(read, ref.deduction, hand)
      case 'assignment':
      case 'ballots':
      case 'quarter':
        return nothing
      default:
        return assertNever(ref)
    }
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/** Who handed a sheet in, or approved a point, last, and on which day: `许刚 2026-07-05`; null where the trail does not say. */
type HandFinder = (id: string) => string | null

const closingActs = ['points.approve', 'scores.submitHead', 'scores.submitLeader', 'scores.submitByProxy']

function handFinder(read: Read): HandFinder {
  const hands = lazily(() => {
    const nameOf = actorNames(read)
    const acts = read.select({ subject: auditEntry.subject, actor: auditEntry.actor, at: auditEntry.at }).from(auditEntry).where(inArray(auditEntry.action, closingActs)).orderBy(asc(auditEntry.seq)).all()
    return new Map(acts.map(({ subject, actor, at }) => [subject, sourceWords.hand(nameOf(actor), dayInChina(at))]))
  })
  return (id) => hands().get(id) ?? null
}

function ofTask(read: Read, code: string, reach: ExplainReach): FoundSource {
  const found = read.select().from(task).where(eq(task.code, code)).get()
  if (found === undefined || !reach.opensTask({ modules: [found.moduleId] })) return nothing
  const verified = read.select({ actor: taskLog.actor, at: taskLog.at }).from(taskLog).where(and(eq(taskLog.taskId, found.id), eq(taskLog.action, 'verify'))).orderBy(desc(taskLog.seq)).limit(1).get()
  const hand = verified === undefined ? null : sourceWords.hand(actorNames(read)(verified.actor), dayInChina(verified.at))
  return { id: found.id, facts: facts([sourceWords.docNo, found.docNo], [sourceWords.state, taskStateNames[found.state]], [sourceWords.verified, hand]) }
}

function ofHonour(read: Read, row: PeriodRow, staffId: string, { matter, level }: Extract<SourceRef, { kind: 'honour' }>, hand: HandFinder): FoundSource {
  const found = read.select({ id: honour.id }).from(honour).where(and(eq(honour.periodId, row.id), eq(honour.staffId, staffId), eq(honour.matter, matter), eq(honour.level, level), eq(honour.state, 'approved'))).get()
  return found === undefined ? nothing : { id: found.id, facts: facts([sourceWords.approved, hand(found.id)]) }
}

function ofGroup(read: Read, code: string): FoundSource {
  const found = read.select({ id: specialGroup.id, approvalNo: specialGroup.approvalNo }).from(specialGroup).where(eq(specialGroup.code, code)).get()
  return found === undefined ? nothing : { id: found.id, facts: facts([sourceWords.approvalNo, found.approvalNo]) }
}

function ofDeduction(read: Read, code: string, hand: HandFinder): FoundSource {
  const found = read.select({ id: deduction.id, matter: deduction.matter, exemptReason: deduction.exemptReason }).from(deduction).where(eq(deduction.code, code)).get()
  return found === undefined ? nothing : { id: found.id, facts: facts([sourceWords.matter, found.matter], [sourceWords.approved, hand(found.id)], [sourceWords.exemptReason, found.exemptReason]) }
}

/** Circulars are counted, not named: the first stands for all, their matters are listed. */
function ofCirculars(read: Read, row: PeriodRow, staffId: string, kind: 'positive' | 'negative', hand: HandFinder): FoundSource {
  const found = read
    .select({ id: circular.id, matter: circular.matter })
    .from(circular)
    .where(and(eq(circular.periodId, row.id), eq(circular.staffId, staffId), eq(circular.kind, kind), eq(circular.state, 'approved')))
    .orderBy(asc(circular.seq))
    .all()
  return { id: found[0]?.id ?? null, facts: facts([sourceWords.matter, found.flatMap(({ matter }) => matter ?? []).join(sourceWords.joiner)], [sourceWords.approved, [...new Set(found.flatMap(({ id }) => hand(id) ?? []))].join(sourceWords.joiner)]) }
}

function eventIds(read: Read, staffId: string) {
  const rows = read
    .select({ id: serviceEvent.id, date: serviceEvent.date, kind: serviceEvent.kind, household: serviceEvent.household, note: serviceEvent.note, village: village.code, verifier: staff.name })
    .from(serviceEvent)
    .innerJoin(village, eq(village.id, serviceEvent.villageId))
    .leftJoin(staff, eq(staff.id, serviceEvent.verifiedBy))
    .where(eq(serviceEvent.staffId, staffId))
    .orderBy(asc(serviceEvent.seq))
    .all()
  const keyOf = (date: string, kind: string, code: string, household: string | null) => JSON.stringify([date, kind, code, household ?? ''])
  const found = Map.groupBy(rows, (event) => keyOf(event.date, event.kind, event.village, event.household))
  const taken = new Map<string, number>()
  // Repeated events share a key; they are named in the order they were entered.
  return (ref: Extract<SourceRef, { kind: 'event' }>): FoundSource => {
    const key = keyOf(ref.date, ref.eventKind, ref.village, ref.household)
    const place = taken.get(key) ?? 0
    taken.set(key, place + 1)
    const event = found.get(key)?.[place]
    return event === undefined ? nothing : { id: event.id, facts: facts([sourceWords.eventNote, event.note], [sourceWords.verifiedBy, event.verifier]) }
  }
}

/** The sheet a score stands on; the id opens it. */
function sheetEntries(read: Read, row: PeriodRow, staffId: string, reach: ExplainReach, hand: HandFinder) {
  const rows = read
    .select({ sheetId: scoreSheet.id, kind: scoreSheet.kind, scorerId: scoreSheet.scorerId, label: scoreSheet.scorerLabel, scorer: staff.code, module: moduleTable.code, note: scoreEntry.note, proxyBy: scoreSheet.proxyBy, delegatedById: scoreSheet.delegatedById, scorerLabel: scoreSheet.scorerLabel })
    .from(scoreEntry)
    .innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId))
    .leftJoin(staff, eq(staff.id, scoreSheet.scorerId))
    .leftJoin(moduleTable, eq(moduleTable.id, scoreSheet.moduleId))
    .where(and(eq(scoreSheet.periodId, row.id), eq(scoreEntry.staffId, staffId)))
    .all()
  const [titleOf, nameOf] = [scorerTitles(read), actorNames(read)]
  return (kind: SheetKind, scorer: string, module: string | null): FoundSource => {
    const found = rows.find((entry) => entry.kind === kind && (entry.scorer ?? entry.label) === scorer && (module === null || entry.module === module))
    return found === undefined || !reach.opensScore(kind, found.scorerId) ? nothing : { id: found.sheetId, facts: facts([sourceWords.proxy, found.proxyBy === null ? null : nameOf(found.proxyBy)], [sourceWords.delegation, found.delegatedById === null ? null : titleOf(found)], [sourceWords.submitted, hand(found.sheetId)], [sourceWords.note, found.note]) }
  }
}
