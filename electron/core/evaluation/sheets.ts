import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { SheetKind } from '../../../shared/domain/evaluation/cycle.ts'
import type { Track } from '../../../shared/domain/people/codes.ts'
import { account, accountRole, assignment, moduleOffice, moduleTable, scoreEntry, scoreSheet, staff } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { nextSeq } from '../app/rows.ts'
import { coversDay } from '../app/standing.ts'
import type { PeriodRow } from './periods.ts'

interface Ratee {
  readonly staffId: string
  readonly track: Track
  readonly moduleId: string
}

interface SheetPlan {
  readonly kind: SheetKind
  readonly scorerId: string
  readonly moduleId: string | null
  readonly ratees: readonly string[]
}

/**
 * Makes the sheets of a period that are not there yet. By default M1 一般干部 are rated by the 模块长 in office at the end of
 * the period, heads and 班子 by the 党政正职; M4 by the 牵头领导 A岗 of the module, heads and 班子 by the 党政正职.
 * Returns how many sheets the period has.
 */
export function openSheets(tx: Write, row: PeriodRow, newId: () => string): number {
  const present = tx.select().from(scoreSheet).where(eq(scoreSheet.periodId, row.id)).all()
  const isPresent = (sheet: SheetPlan) => present.some((other) => other.kind === sheet.kind && other.scorerId === sheet.scorerId && other.moduleId === sheet.moduleId)
  const planned = planSheets(tx, row).filter((sheet) => !isPresent(sheet))
  let sheetSeq = nextSeq(tx, scoreSheet)
  let entrySeq = nextSeq(tx, scoreEntry)
  for (const { ratees, ...sheet } of planned) {
    const id = newId()
    tx.insert(scoreSheet).values({ ...sheet, id, seq: sheetSeq++, periodId: row.id, state: 'draft' }).run()
    for (const staffId of ratees) tx.insert(scoreEntry).values({ id: newId(), seq: entrySeq++, sheetId: id, staffId }).run()
  }
  return present.length + planned.length
}

function planSheets(read: Read, row: PeriodRow): readonly SheetPlan[] {
  const offices = read.select().from(moduleOffice).where(coversDay(moduleOffice.from, moduleOffice.to, row.end)).all()
  const holder = (moduleId: string, office: string) => offices.find((other) => other.moduleId === moduleId && other.office === office)?.staffId
  const heads = new Set(offices.filter(({ office }) => office === 'head').map(({ staffId }) => staffId))
  const principals = principalsOf(read)
  const isSenior = ({ track, staffId }: Ratee) => track === 'leader' || heads.has(staffId)
  const ratees = rateesOf(read, row)
  const modules = read.select().from(moduleTable).orderBy(asc(moduleTable.seq)).all()
  return modules.flatMap(({ id: moduleId }) => {
    const inModule = ratees.filter((ratee) => ratee.moduleId === moduleId)
    const ordinary = inModule.filter((ratee) => !isSenior(ratee)).map(({ staffId }) => staffId)
    const senior = inModule.filter(isSenior).map(({ staffId }) => staffId)
    const sheet = (kind: SheetKind, scorerId: string | undefined, people: readonly string[]): readonly SheetPlan[] => {
      const others = people.filter((staffId) => staffId !== scorerId)
      return scorerId === undefined || others.length === 0 ? [] : [{ kind, scorerId, moduleId, ratees: others }]
    }
    return [
      ...sheet('head', holder(moduleId, 'head'), ordinary),
      ...sheet('head', principals[0], senior),
      ...sheet('leader', holder(moduleId, 'lead_a'), ordinary),
      ...principals.flatMap((principal) => sheet('leader', principal, senior)),
    ]
  })
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
