import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { answerDays } from '../../../../shared/domain/evaluation/appeals/appeal-rules.ts'
import { addWorkingDays } from '../../../../shared/domain/township/calendar/working-days.ts'
import { account, accountRole, appeal, deduction, personResult, ruling, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { codeOf, nextSeq } from '../../app/rows.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import { newestVersion } from '../../evaluation/computing/result-versions.ts'
import { proposedColumns } from '../../evaluation/rulings/propose.ts'
import { fillSlots } from './phrase.ts'
import { readRulingTable, type RulingTable } from './tables.ts'

interface Scene {
  readonly tx: Write
  readonly newId: () => string
  readonly table: RulingTable
  /** Account names of whoever proposes and decides. */
  readonly inspector: string
  readonly principal: string
}

/** The day appeals of the first quarter were made, and the day they were answered. */
const appealDays = { filed: '2026-04-16', answered: '2026-04-21' } as const
const proposedOn = '2026-06-16'

/**
 * 裁定 and 申诉 of the demo: those behind the deductions that are exempt already, a refused 否决, answered appeals of the first quarter,
 * and what waits for the principal now. Nothing here changes a result.
 */
export function writeDemoRulings(tx: Write, newId: () => string): void {
  const scene: Scene = { tx, newId, table: readRulingTable(), inspector: holderOf(tx, 'inspector'), principal: holderOf(tx, 'principal') }
  const [first, second] = [requirePeriod(tx, '2026Q1'), requirePeriod(tx, '2026Q2')]
  writeExemptions(scene, [first, second])
  writeAppeals(scene, first)
  writeOpen(scene, first)
}

function holderOf(read: Read, role: 'inspector' | 'principal'): string {
  return read.select({ name: account.name }).from(account).innerJoin(accountRole, eq(accountRole.accountId, account.id)).where(eq(accountRole.role, role)).orderBy(asc(account.seq)).limit(1).get()?.name ?? role
}

type RulingColumns = typeof ruling.$inferInsert

function addRuling({ tx, newId, table, inspector }: Scene, columns: Omit<RulingColumns, 'id' | 'code' | 'seq' | 'rulingBody' | 'docNo' | 'proposedBy'>): void {
  const seq = nextSeq(tx, ruling)
  tx.insert(ruling)
    .values({ id: newId(), seq, code: codeOf('CD', seq), rulingBody: columns.kind === 'exemption' ? table.body : table.committee, docNo: fillSlots(table.docNo, { number: String(seq) }), proposedBy: inspector, ...columns })
    .run()
}

/** Every exempt deduction was exempted by somebody. */
function writeExemptions(scene: Scene, periods: readonly PeriodRow[]): void {
  const { tx, table, principal } = scene
  for (const of of periods) {
    const exempt = tx.select().from(deduction).where(and(eq(deduction.exempt, true), gte(deduction.date, of.start), lte(deduction.date, of.end))).orderBy(asc(deduction.seq)).all()
    exempt.forEach((row, place) => {
      const reason = row.exemptReason ?? table.exemptions[place % table.exemptions.length] ?? ''
      addRuling(scene, { kind: 'exemption', periodId: of.id, staffId: row.staffId, deductionId: row.id, reason, proposedOn: row.date, state: 'approved', decidedOn: addWorkingDays(row.date, 3, holidaysOf(tx)).day, decidedBy: principal })
    })
  }
}

function writeAppeals({ tx, newId, table, principal }: Scene, of: PeriodRow): void {
  const version = newestVersion(tx, of.id)
  if (version === null) return
  const people = tx.select({ staffId: personResult.staffId }).from(personResult).innerJoin(staff, eq(staff.id, personResult.staffId)).where(and(eq(personResult.versionId, version.id), eq(staff.track, 'staff'))).orderBy(asc(personResult.seq)).all()
  const answerDue = addWorkingDays(appealDays.filed, answerDays, holidaysOf(tx)).day
  table.appeals.forEach(({ matter, text, answer }, place) => {
    const person = people[(place + 1) * 11]
    if (person === undefined) return
    const seq = nextSeq(tx, appeal)
    const answered = answer === null ? ({ state: 'withdrawn' } as const) : ({ state: 'dismissed', answer, answeredOn: appealDays.answered, answeredBy: principal } as const)
    tx.insert(appeal).values({ id: newId(), seq, code: codeOf('SS', seq), periodId: of.id, staffId: person.staffId, resultVersion: version.resultVersion, matter, text, filedOn: appealDays.filed, answerDue, ...answered }).run()
  })
}

/** What was refused before, and what waits for the principal: an amendment of the published quarter. In the running one nothing waits that its freeze would wait for. */
function writeOpen(scene: Scene, first: PeriodRow): void {
  const { tx, table, principal } = scene
  const wrong = tx.select().from(deduction).where(and(eq(deduction.exempt, false), eq(deduction.state, 'approved'), eq(deduction.rule, 'yellow_supervision'), gte(deduction.date, first.start), lte(deduction.date, first.end))).orderBy(asc(deduction.seq)).limit(1).get()
  if (wrong !== undefined) {
    addRuling(scene, { kind: 'veto', periodId: first.id, staffId: wrong.staffId, effect: 'no_good', clause: table.refusal.clause, reason: table.refusal.reason, proposedOn: '2026-03-26', state: 'refused', answer: table.refusal.answer, decidedOn: '2026-03-30', decidedBy: principal })
    const columns = proposedColumns(tx, { kind: 'amendment', periodId: first.id, staffId: wrong.staffId, appealId: null, changes: [{ path: ['deductions', { id: wrong.code }, 'exempt'], before: false, after: true }], rulingBody: table.committee, docNo: null, reason: table.amendment })
    addRuling(scene, { ...columns, reason: table.amendment, proposedOn })
  }
}
