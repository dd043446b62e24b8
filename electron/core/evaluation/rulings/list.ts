import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { deductionRuleNames, vetoEffectNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { quarterGradeNames, yearGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { quarterGrades, yearGrades } from '../../../../shared/domain/plans/vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { appeal, deduction, period, resultVersion, ruling, snapshot, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { actorNames } from '../../app/actor-names.ts'
import type { Guarded } from '../../app/guard.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { readChanges } from '../computing/amend-snapshot.ts'
import { isSeen } from '../computing/open-rulings.ts'
import { aboutRuling, isOwnProposal } from './propose.ts'
import { rulingWords } from './vocabulary.ts'

type RulingRow = typeof ruling.$inferSelect

/** The rulings of a period that the caller may see, those to be decided first, then the latest. */
export function listRulings(guard: Guarded, of: PeriodRow) {
  const { read, actor } = guard
  const rows = read
    .select({ row: ruling, periodCode: period.code, staffName: staff.name, appealCode: appeal.code })
    .from(ruling)
    .innerJoin(period, eq(period.id, ruling.periodId))
    .leftJoin(staff, eq(staff.id, ruling.staffId))
    .leftJoin(appeal, eq(appeal.id, ruling.appealId))
    .where(eq(ruling.periodId, of.id))
    .orderBy(asc(sql`${ruling.state} <> 'proposed'`), desc(ruling.seq))
    .all()
    .filter(({ row }) => isSeen(guard, of, row))
  const deductions = new Map(read.select().from(deduction).where(inArray(deduction.id, rows.flatMap(({ row }) => row.deductionId ?? []))).all().map((found) => [found.id, found]))
  const versions = versionsByRuling(read, of.id)
  const nameOf = actorNames(read)
  return rows.map(({ row, ...rest }) => {
    const isProposed = row.state === 'proposed'
    const about = aboutRuling(read, row)
    const changes = readChanges(row.changes)
    const { id, code, kind, periodId, staffId, clause, rulingBody, docNo, reason, proposedOn, state, answer, decidedOn, version } = row
    return {
      id, code, kind, periodId, staffId, clause, rulingBody, docNo, reason, proposedOn, state, answer, decidedOn, version,
      ...rest,
      what: whatOf(row, deductions.get(row.deductionId ?? ''), of),
      changes: changes.map(({ path, before, after, what, was, becomes }) => ({ path: [...path], before, after, what, was, becomes })),
      proposedBy: nameOf(row.proposedBy),
      decidedBy: row.decidedBy === null ? null : nameOf(row.decidedBy),
      resultVersion: versions.get(id) ?? null,
      mayDecide: isProposed && !isOwnProposal(read, actor, row) && accessFault(actor, contract.rulings.decide['~orpc'].meta, about) === null,
      mayWithdraw: isProposed && accessFault(actor, contract.rulings.withdraw['~orpc'].meta, about) === null,
    }
  })
}

/** The result version that each amendment of a period made. */
export function versionsByRuling(read: Read, periodId: string): ReadonlyMap<string, number> {
  const rows = read
    .select({ rulingId: snapshot.rulingId, resultVersion: resultVersion.resultVersion })
    .from(snapshot)
    .innerJoin(resultVersion, eq(resultVersion.snapshotId, snapshot.id))
    .where(and(eq(snapshot.periodId, periodId), sql`${snapshot.rulingId} IS NOT NULL`))
    .orderBy(desc(resultVersion.resultVersion))
    .all()
  return new Map(rows.flatMap(({ rulingId, resultVersion: number }) => (rulingId === null ? [] : [[rulingId, number] as const])))
}

function whatOf(row: RulingRow, found: typeof deduction.$inferSelect | undefined, of: PeriodRow): string {
  switch (row.kind) {
    case 'exemption':
      return found === undefined ? '' : rulingWords.exemption(deductionRuleNames[found.rule], found.date, found.matter)
    case 'veto':
      return row.effect === null ? '' : vetoEffectNames[row.effect]
    case 'special_case':
      return rulingWords.special(gradeText(of, row.grade ?? ''))
    case 'amendment': {
      const changes = readChanges(row.changes)
      const [first] = changes
      return first === undefined ? '' : rulingWords.amendment(rulingWords.change(first.what, first.was, first.becomes), changes.length)
    }
    default:
      return assertNever(row.kind)
  }
}

function gradeText({ kind }: PeriodRow, grade: string): string {
  if (kind === 'year') {
    const known = yearGrades.find((one) => one === grade)
    return known === undefined ? grade : yearGradeNames[known]
  }
  const known = quarterGrades.find((one) => one === grade)
  return known === undefined ? grade : quarterGradeNames[known]
}
