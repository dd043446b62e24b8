import type { InferContractRouterInputs } from '@orpc/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { Contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { quarterGradeNames, yearGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { rulingKindNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { quarterVetoes, yearVetoes } from '../../../../shared/domain/plans/points/codes.ts'
import { vetoEffectNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { account, deduction, ruling, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow, wrongField } from '../../app/rows.ts'
import type { Actor } from '../../app/session.ts'
import { acts, faults, fields, named, nouns } from '../../app/vocabulary.ts'
import { requireAppeal, requireFiled } from '../appeals/appeals.ts'
import { notOpen, quarterOn, requireDayOpen, requireOpenForInput, requirePeriodById } from '../../plans/periods.ts'
import { suggestedGrade } from '../results/results.ts'
import { requirePlanWord } from '../../plans/stored-plan.ts'
import { describeAmendment, readChanges } from '../computing/amend-snapshot.ts'
import { rulingWords } from './vocabulary.ts'

export type Proposal = InferContractRouterInputs<Contract>['rulings']['propose']
type RulingRow = typeof ruling.$inferSelect

/** What a proposal puts into its row, beside the paper it comes with. */
export type ProposedColumns = Pick<RulingRow, 'kind' | 'periodId'> & Partial<Pick<RulingRow, 'staffId' | 'deductionId' | 'appealId' | 'effect' | 'grade' | 'clause' | 'changes'>>

/**
 * Checks that a ruling could take effect now, and gives its columns. Refusals: `not_found`, `period_not_open` (尽责豁免 and 否决 after
 * the freeze), `not_in_state`, `duplicate` (a like one waits already), `not_frozen`, `amendment_stale`, `amendment_refused`.
 */
export function proposedColumns(read: Read, proposal: Proposal): ProposedColumns {
  switch (proposal.kind) {
    case 'exemption': {
      const row = requireExemptible(read, proposal.deductionId)
      return { kind: 'exemption', periodId: requireRow(quarterOn(read, row.date), nouns.period).id, staffId: row.staffId, deductionId: row.id }
    }
    case 'veto': {
      const { periodId, staffId, effect, clause } = proposal
      const period = requirePeriodById(read, periodId)
      requireOpenForInput(period, acts.enterVeto)
      requirePerson(read, staffId)
      const known: readonly string[] = period.kind === 'quarter' ? quarterVetoes : yearVetoes
      if (!known.includes(effect)) throw wrongField('effect', faults.vetoOfOther(vetoEffectNames[effect]))
      return { kind: 'veto', periodId, staffId, effect, clause }
    }
    case 'special_case': {
      const { periodId, staffId, grade, clause } = proposal
      requireDecidable(read, periodId, staffId, grade)
      return { kind: 'special_case', periodId, staffId, grade, clause }
    }
    case 'amendment': {
      const { periodId, staffId, appealId, changes } = proposal
      const said = describeAmendment(read, requirePeriodById(read, periodId), changes)
      if (appealId !== null) requireAnswerable(read, appealId, proposal)
      const kept = changes.map((change, place) => ({ ...change, what: said[place]?.what ?? '', was: said[place]?.before ?? '', becomes: said[place]?.after ?? '', staff: said[place]?.staff ?? [] }))
      return { kind: 'amendment', periodId, staffId, appealId, changes: JSON.stringify(kept) }
    }
    default:
      return assertNever(proposal)
  }
}

/** Whom a proposal is about, for the rule that nobody acts about himself. */
export function aboutProposal(read: Read, proposal: Proposal): Subject {
  switch (proposal.kind) {
    case 'exemption':
      return { staff: [requireRow(read.select().from(deduction).where(eq(deduction.id, proposal.deductionId)).get(), nouns.deduction).staffId] }
    case 'veto':
    case 'special_case':
      return { staff: [proposal.staffId] }
    case 'amendment': {
      const said = describeAmendment(read, requirePeriodById(read, proposal.periodId), proposal.changes)
      return { staff: [...staffIds(read, said.flatMap((change) => change.staff)), ...(proposal.staffId === null ? [] : [proposal.staffId]), ...appellants(read, proposal.appealId)] }
    }
    default:
      return assertNever(proposal)
  }
}

/** An appeal that an amendment may answer: open, of the same period and by the person it is about. */
function requireAnswerable(read: Read, appealId: string, { periodId, staffId }: Pick<RulingRow, 'periodId' | 'staffId'>): void {
  const row = requireAppeal(read, appealId)
  requireFiled(row, acts.amendResult)
  if (row.periodId !== periodId || row.staffId !== staffId) throw wrongField('appealId', rulingWords.otherAppeal(row.code))
}

function appellants(read: Read, appealId: string | null): readonly string[] {
  return appealId === null ? [] : [requireAppeal(read, appealId).staffId]
}

/** Whom a ruling is about. */
export function aboutRuling(read: Read, row: RulingRow): Subject {
  return { staff: [...staffIds(read, readChanges(row.changes).flatMap((change) => change.staff)), ...(row.staffId === null ? [] : [row.staffId]), ...appellants(read, row.appealId)] }
}

/** Whether the caller proposed it, be it from another account of his. */
export function isOwnProposal(read: Read, { name, standing: { staffId } }: Actor, { proposedBy }: Pick<RulingRow, 'proposedBy'>): boolean {
  if (proposedBy === name) return true
  return staffId !== null && read.select({ staffId: account.staffId }).from(account).where(eq(account.name, proposedBy)).get()?.staffId === staffId
}

function staffIds(read: Read, codes: readonly string[]): readonly string[] {
  return codes.length === 0 ? [] : read.select({ id: staff.id }).from(staff).where(inArray(staff.code, [...codes])).all().map(({ id }) => id)
}

/** A deduction that counts and that may still be exempted. */
export function requireExemptible(read: Read, id: string) {
  const row = requireRow(read.select().from(deduction).where(eq(deduction.id, id)).get(), nouns.deduction)
  if (row.exempt) throw new Refusal('not_in_state', { state: rulingWords.exemptText, action: acts.exempt })
  if (row.state === 'rejected') throw new Refusal('not_in_state', { state: rulingWords.rejectedText, action: acts.exempt })
  requireDayOpen(read, row.date, acts.exempt)
  return row
}

/** A grade that a 特殊情形 may give: the period is computed and not closed, and the person is in its result. */
export function requireDecidable(read: Read, periodId: string, staffId: string, grade: string): void {
  const row = requirePeriodById(read, periodId)
  if (row.stage === 'locked' || row.stage === 'reported') throw notOpen(row, acts.decideSpecial)
  requirePerson(read, staffId)
  requirePlanWord(row.kind === 'year' ? yearGradeNames : quarterGradeNames, grade, fields.grade)
  requireRow(suggestedGrade(read, row, staffId), nouns.result)
}

function requirePerson(read: Read, staffId: string): void {
  requireRow(read.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
}

/** A second one of the same kind about the same thing waits for the first: `duplicate`. */
export function requireNoneWaiting(read: Read, proposed: ProposedColumns): void {
  const { kind, periodId, staffId, deductionId, appealId } = proposed
  const same =
    kind === 'exemption'
      ? eq(ruling.deductionId, deductionId ?? '')
      : kind === 'amendment'
        ? typeof appealId === 'string' ? eq(ruling.appealId, appealId) : undefined
        : and(eq(ruling.periodId, periodId), eq(ruling.staffId, staffId ?? ''))
  if (same === undefined) return
  const waiting = read.select({ code: ruling.code }).from(ruling).where(and(eq(ruling.kind, kind), eq(ruling.state, 'proposed'), same)).get()
  if (waiting !== undefined) throw new Refusal('duplicate', { what: named(rulingWords.waiting(rulingKindNames[kind]), waiting.code) })
}
