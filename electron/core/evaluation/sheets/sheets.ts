import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { scorerTableOf } from '../../../../shared/domain/plans/plan-document.ts'
import { primaryModuleOf } from '../../../../shared/domain/evaluation/computing/presence.ts'
import { scorerOffices, type RateeGroup, type ScorerOffice } from '../../../../shared/domain/plans/scorer-table.ts'
import type { Track } from '../../../../shared/domain/people/codes.ts'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { account, accountRole, assignment, moduleOffice, moduleTable, scoreEntry, scoreSheet, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { nextSeq } from '../../app/rows.ts'
import { coversDay } from '../../app/standing.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'

interface Ratee {
  readonly staffId: string
  readonly track: Track
  readonly moduleId: string
}

type SheetRow = typeof scoreSheet.$inferSelect

/** A sheet as the table of who scores whom asks for it; without a scorer the office is vacant. */
export interface PlannedSheet {
  readonly kind: SheetKind
  readonly moduleId: string
  readonly moduleName: string
  readonly office: ScorerOffice
  readonly scorerId: string | null
  /** Whom it rates; never its scorer. */
  readonly ratees: readonly string[]
}

/** One office of the table with the people it rates in one module. */
interface Duty {
  readonly kind: SheetKind
  readonly moduleId: string
  readonly office: ScorerOffice
  readonly people: readonly string[]
}

/**
 * Who scores whom in a period, by the table of its plan and the offices held on its last day: M1 in each module a person has
 * worked in, M4 in his primary one. Nobody rates himself: whom the table leaves to himself, 党政正职 rate. Of several 党政正职 the
 * first gives M1, all of them M4. A leaf without points has no sheets.
 */
export function planSheets(read: Read, row: PeriodRow): readonly PlannedSheet[] {
  const document = planDocumentOf(read, row)
  const table = scorerTableOf(document)
  const points = document.quarter.module
  const offices = read.select().from(moduleOffice).where(coversDay(moduleOffice.from, moduleOffice.to, row.end)).all()
  const heads = new Set(offices.filter(({ office }) => office === 'head').map(({ staffId }) => staffId))
  const principals = principalsOf(read)
  const ratees = rateesOf(read, row)
  const primary = primaryModules(read, row)
  const inPrimary = ratees.filter(({ staffId, moduleId }) => primary.get(staffId) === moduleId)
  const holders = (moduleId: string, kind: SheetKind, office: ScorerOffice): readonly string[] => {
    if (office === 'principal') return kind === 'head' ? principals.slice(0, 1) : principals
    return offices.filter((other) => other.moduleId === moduleId && other.office === office).map(({ staffId }) => staffId).slice(0, 1)
  }
  const dutiesOf = (kind: SheetKind, moduleId: string, people: readonly Ratee[]): readonly Duty[] => {
    const officeOf = (ratee: Ratee): ScorerOffice => {
      const office = table[kind][groupOf(ratee, heads)]
      return holders(moduleId, kind, office).includes(ratee.staffId) ? 'principal' : office
    }
    const byOffice = Map.groupBy(people.filter((ratee) => ratee.moduleId === moduleId), officeOf)
    return scorerOffices.flatMap((office) => {
      const rated = byOffice.get(office)
      return rated === undefined ? [] : [{ kind, moduleId, office, people: rated.map(({ staffId }) => staffId) }]
    })
  }
  return read
    .select()
    .from(moduleTable)
    .orderBy(asc(moduleTable.seq))
    .all()
    .flatMap(({ id: moduleId, name: moduleName }) => {
      const duties = [...(Number(points.head) > 0 ? dutiesOf('head', moduleId, ratees) : []), ...(Number(points.leader) > 0 ? dutiesOf('leader', moduleId, inPrimary) : [])]
      return duties.flatMap(({ people, ...duty }) => {
        const scorers = holders(moduleId, duty.kind, duty.office)
        return (scorers.length === 0 ? [null] : scorers).map((scorerId) => ({ ...duty, moduleName, scorerId, ratees: people.filter((staffId) => staffId !== scorerId) }))
      })
    })
    .filter(({ ratees: rated }) => rated.length > 0)
}

function groupOf({ track, staffId }: Ratee, heads: ReadonlySet<string>): RateeGroup {
  return track === 'leader' ? 'leaders' : heads.has(staffId) ? 'heads' : 'ordinary'
}

/** The module a person is counted to in the period, by id. */
function primaryModules(read: Read, row: PeriodRow): ReadonlyMap<string, string> {
  const range = { from: dayNumber(row.start), to: dayNumber(row.end) }
  const rows = read
    .select({ staffId: assignment.staffId, moduleId: moduleTable.id, module: moduleTable.code, from: assignment.from, to: assignment.to })
    .from(assignment)
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .where(inPeriod(row))
    .all()
  const ids = new Map(rows.map(({ module, moduleId }) => [module, moduleId]))
  return new Map([...Map.groupBy(rows, ({ staffId }) => staffId)].flatMap(([staffId, held]) => {
    const moduleId = ids.get(primaryModuleOf(held, range) ?? '')
    return moduleId === undefined ? [] : [[staffId, moduleId] as const]
  }))
}

/** Whose sheet it is: of a delegated one A岗, who has left it to B岗. */
function ownerOf({ scorerId, delegatedById }: Pick<SheetRow, 'scorerId' | 'delegatedById'>): string | null {
  return delegatedById ?? scorerId
}

/**
 * Makes the sheets of a period that are not there yet, hands an open one of who no longer holds the office to his successor,
 * and puts newcomers on those still open. Nobody gets a second M1 in one module. A delegation stays, unless its B岗 comes to be
 * rated on the sheet himself. Returns how many sheets the period has.
 */
export function openSheets(tx: Write, row: PeriodRow, newId: () => string): number {
  const planned = planSheets(tx, row)
  handOver(tx, row, planned)
  for (const { ratees, scorerId, kind, moduleId } of planned) {
    if (scorerId === null) continue
    const present = sheetsOf(tx, row).find((other) => other.kind === kind && ownerOf(other) === scorerId && other.moduleId === moduleId)
    const rated = ratedOn(tx, row, kind, moduleId, scorerId)
    const missing = ratees.filter((staffId) => !rated.has(staffId))
    if (missing.length === 0 || (present !== undefined && present.state !== 'draft')) continue
    const sheetId = present?.id ?? newId()
    if (present === undefined) tx.insert(scoreSheet).values({ id: sheetId, seq: nextSeq(tx, scoreSheet), periodId: row.id, kind, scorerId, moduleId, state: 'draft' }).run()
    else if (present.delegatedById !== null && present.scorerId !== null && missing.includes(present.scorerId)) {
      tx.update(scoreSheet).set({ scorerId, delegatedById: null, delegationReason: null, version: present.version + 1 }).where(eq(scoreSheet.id, present.id)).run()
    }
    let seq = nextSeq(tx, scoreEntry)
    for (const staffId of missing) tx.insert(scoreEntry).values({ id: newId(), seq: seq++, sheetId, staffId }).run()
  }
  return sheetsOf(tx, row).length
}

/** The open sheet of who no longer holds an office goes to his successor, as it stands; what he wrote about his successor falls away. */
function handOver(tx: Write, row: PeriodRow, planned: readonly PlannedSheet[]): void {
  const present = sheetsOf(tx, row)
  for (const { kind, moduleId, office, scorerId } of planned) {
    if (office === 'principal' || scorerId === null) continue
    const own = present.filter((sheet) => sheet.kind === kind && sheet.moduleId === moduleId)
    const scorers = new Set(planned.filter((other) => other.kind === kind && other.moduleId === moduleId).map((other) => other.scorerId))
    const orphan = own.find((sheet) => sheet.state === 'draft' && ownerOf(sheet) !== null && !scorers.has(ownerOf(sheet)))
    if (orphan === undefined || own.some((sheet) => ownerOf(sheet) === scorerId)) continue
    tx.delete(scoreEntry).where(and(eq(scoreEntry.sheetId, orphan.id), eq(scoreEntry.staffId, scorerId))).run()
    tx.update(scoreSheet).set({ scorerId, delegatedById: null, delegationReason: null, version: orphan.version + 1 }).where(eq(scoreSheet.id, orphan.id)).run()
  }
}

function sheetsOf(read: Read, row: PeriodRow): readonly SheetRow[] {
  return read.select().from(scoreSheet).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreSheet.seq)).all()
}

/** Whom a scorer need not rate any more: for M1 who is rated in the module already, for M4 who is rated by this scorer. A sheet without a module counts for all. */
function ratedOn(read: Read, row: PeriodRow, kind: SheetKind, moduleId: string, scorerId: string): ReadonlySet<string> {
  const entries = entriesOfKind(read, row, kind).filter((entry) => entry.moduleId === null || entry.moduleId === moduleId)
  return new Set(entries.filter((entry) => kind === 'head' || ownerOf(entry) === scorerId).map(({ staffId }) => staffId))
}

function entriesOfKind(read: Read, row: PeriodRow, kind: SheetKind) {
  return read
    .select({ staffId: scoreEntry.staffId, moduleId: scoreSheet.moduleId, scorerId: scoreSheet.scorerId, delegatedById: scoreSheet.delegatedById })
    .from(scoreEntry)
    .innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId))
    .where(and(eq(scoreSheet.periodId, row.id), eq(scoreSheet.kind, kind)))
    .all()
}

/** People whom the table of who scores whom puts on a sheet and who stand on none. */
export function unratedPeople(read: Read, row: PeriodRow, planned: readonly PlannedSheet[]): readonly { readonly staffId: string; readonly sheet: PlannedSheet }[] {
  const rated = { head: entriesOfKind(read, row, 'head'), leader: entriesOfKind(read, row, 'leader') }
  const keys = new Set([...rated.head.map(keyOf('head')), ...rated.leader.map(keyOf('leader'))])
  const found = new Map<string, { readonly staffId: string; readonly sheet: PlannedSheet }>()
  for (const sheet of planned) {
    if (sheet.scorerId === null) continue
    for (const staffId of sheet.ratees) {
      const key = keyOf(sheet.kind)({ staffId, moduleId: sheet.moduleId })
      const anywhere = keyOf(sheet.kind)({ staffId, moduleId: null })
      if (!keys.has(key) && !keys.has(anywhere)) found.set(key, { staffId, sheet })
    }
  }
  return [...found.values()]
}

function keyOf(kind: SheetKind) {
  return ({ staffId, moduleId }: { readonly staffId: string; readonly moduleId: string | null }) => `${kind} ${staffId} ${moduleId ?? ''}`
}

/** Everyone with an assignment day in the period, once per module; 党政正职 are not rated. */
export function rateesOf(read: Read, row: PeriodRow): readonly Ratee[] {
  return read
    .selectDistinct({ staffId: staff.id, track: staff.track, moduleId: assignment.moduleId, seq: staff.seq })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .where(inPeriod(row))
    .orderBy(asc(staff.seq))
    .all()
    .filter(({ track }) => track !== 'excluded')
}

function inPeriod(row: PeriodRow) {
  return and(lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start)))
}

function principalsOf(read: Read): readonly string[] {
  return read
    .select({ staffId: account.staffId })
    .from(account)
    .innerJoin(accountRole, and(eq(accountRole.accountId, account.id), eq(accountRole.role, 'principal')))
    .where(eq(account.enabled, true))
    .orderBy(asc(account.seq))
    .all()
    .flatMap(({ staffId }) => staffId ?? [])
}
