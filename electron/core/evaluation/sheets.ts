import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { SheetKind } from '../../../shared/domain/evaluation/cycle.ts'
import type { ScorerOffice } from '../../../shared/domain/evaluation/scorer-table.ts'
import type { Track } from '../../../shared/domain/people/codes.ts'
import { account, accountRole, assignment, moduleOffice, moduleTable, scoreEntry, scoreSheet, staff } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { nextSeq } from '../app/rows.ts'
import { coversDay } from '../app/standing.ts'
import { planDocumentOf, type PeriodRow } from './periods.ts'

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

/**
 * Who scores whom in a period. By default M1 一般干部 are rated by the 模块长 in office at the end of the period, heads and
 * 班子 by the 党政正职; M4 by the 牵头领导 A岗 of the module, heads and 班子 by the 党政正职. A leaf without points has no sheets.
 */
export function planSheets(read: Read, row: PeriodRow): readonly PlannedSheet[] {
  const offices = read.select().from(moduleOffice).where(coversDay(moduleOffice.from, moduleOffice.to, row.end)).all()
  const holder = (moduleId: string, office: string) => offices.find((other) => other.moduleId === moduleId && other.office === office)?.staffId ?? null
  const heads = new Set(offices.filter(({ office }) => office === 'head').map(({ staffId }) => staffId))
  const principals = principalsOf(read)
  const isSenior = ({ track, staffId }: Ratee) => track === 'leader' || heads.has(staffId)
  const ratees = rateesOf(read, row)
  const points = planDocumentOf(read, row).quarter.module
  const hasPoints = { head: Number(points.head) > 0, leader: Number(points.leader) > 0 }
  return read
    .select()
    .from(moduleTable)
    .orderBy(asc(moduleTable.seq))
    .all()
    .flatMap(({ id: moduleId, name: moduleName }) => {
      const inModule = ratees.filter((ratee) => ratee.moduleId === moduleId)
      const ordinary = inModule.filter((ratee) => !isSenior(ratee)).map(({ staffId }) => staffId)
      const senior = inModule.filter(isSenior).map(({ staffId }) => staffId)
      const sheet = (kind: SheetKind, office: PlannedSheet['office'], scorerId: string | null, people: readonly string[]): readonly PlannedSheet[] => {
        const others = people.filter((staffId) => staffId !== scorerId)
        return others.length === 0 || !hasPoints[kind] ? [] : [{ kind, moduleId, moduleName, office, scorerId, ratees: others }]
      }
      return [
        ...sheet('head', 'head', holder(moduleId, 'head'), ordinary),
        ...sheet('head', 'principal', principals[0] ?? null, senior),
        ...sheet('leader', 'lead_a', holder(moduleId, 'lead_a'), ordinary),
        ...(principals.length === 0 ? [null] : principals).flatMap((principal) => sheet('leader', 'principal', principal, senior)),
      ]
    })
}

/**
 * Makes the sheets of a period that are not there yet, hands an open one of who no longer holds the office to his successor,
 * and puts newcomers on those still open. Nobody gets a second M1 in one module. Returns how many sheets the period has.
 */
export function openSheets(tx: Write, row: PeriodRow, newId: () => string): number {
  const planned = planSheets(tx, row)
  handOver(tx, row, planned)
  for (const { ratees, scorerId, kind, moduleId } of planned) {
    if (scorerId === null) continue
    const present = sheetsOf(tx, row).find((other) => other.kind === kind && other.scorerId === scorerId && other.moduleId === moduleId)
    const rated = ratedOn(tx, row, kind, moduleId, scorerId)
    const missing = ratees.filter((staffId) => !rated.has(staffId))
    if (missing.length === 0 || (present !== undefined && present.state !== 'draft')) continue
    const sheetId = present?.id ?? newId()
    if (present === undefined) tx.insert(scoreSheet).values({ id: sheetId, seq: nextSeq(tx, scoreSheet), periodId: row.id, kind, scorerId, moduleId, state: 'draft' }).run()
    let seq = nextSeq(tx, scoreEntry)
    for (const staffId of missing) tx.insert(scoreEntry).values({ id: newId(), seq: seq++, sheetId, staffId }).run()
  }
  return sheetsOf(tx, row).length
}

/** An open M1 sheet of a former head goes to the present one, as it stands; what he wrote about his successor falls away. */
function handOver(tx: Write, row: PeriodRow, planned: readonly PlannedSheet[]): void {
  const present = sheetsOf(tx, row)
  for (const { kind, moduleId, office, scorerId } of planned) {
    if (office !== 'head' || scorerId === null) continue
    const own = present.filter((sheet) => sheet.kind === kind && sheet.moduleId === moduleId)
    const scorers = new Set(planned.filter((other) => other.kind === kind && other.moduleId === moduleId).map((other) => other.scorerId))
    const orphan = own.find((sheet) => sheet.state === 'draft' && sheet.scorerId !== null && !scorers.has(sheet.scorerId))
    if (orphan === undefined || own.some((sheet) => sheet.scorerId === scorerId)) continue
    tx.delete(scoreEntry).where(and(eq(scoreEntry.sheetId, orphan.id), eq(scoreEntry.staffId, scorerId))).run()
    tx.update(scoreSheet).set({ scorerId, version: orphan.version + 1 }).where(eq(scoreSheet.id, orphan.id)).run()
  }
}

function sheetsOf(read: Read, row: PeriodRow): readonly SheetRow[] {
  return read.select().from(scoreSheet).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreSheet.seq)).all()
}

/** Whom a scorer need not rate any more: for M1 who is rated in the module already, for M4 who is rated by this scorer. A sheet without a module counts for all. */
function ratedOn(read: Read, row: PeriodRow, kind: SheetKind, moduleId: string, scorerId: string): ReadonlySet<string> {
  const entries = entriesOfKind(read, row, kind).filter((entry) => entry.moduleId === null || entry.moduleId === moduleId)
  return new Set(entries.filter((entry) => kind === 'head' || entry.scorerId === scorerId).map(({ staffId }) => staffId))
}

function entriesOfKind(read: Read, row: PeriodRow, kind: SheetKind) {
  return read
    .select({ staffId: scoreEntry.staffId, moduleId: scoreSheet.moduleId, scorerId: scoreSheet.scorerId })
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
function rateesOf(read: Read, row: PeriodRow): readonly Ratee[] {
  return read
    .selectDistinct({ staffId: staff.id, track: staff.track, moduleId: assignment.moduleId, seq: staff.seq })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .where(and(lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start))))
    .orderBy(asc(staff.seq))
    .all()
    .filter(({ track }) => track !== 'excluded')
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
