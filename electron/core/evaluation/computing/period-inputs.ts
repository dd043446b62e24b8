import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { QuarterInput } from '../../../../shared/domain/plans/case.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { parseQuarterInput } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import type { Read } from '../../../db/types.ts'
import { atField } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { ballotRow } from '../sheets/ballot-course.ts'
import { latestSnapshot, snapshotInput } from './compute-quarter.ts'
import { gatherQuarter } from './gather-quarter.ts'
import { requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'

/** The inputs of a quarter as they are known now. */
export interface PeriodInputs {
  readonly row: PeriodRow
  readonly basis: 'frozen' | 'open'
  readonly frozenAt: string | null
  /** The ballots are not closed, so nothing is told of them. */
  readonly withoutBallots: boolean
  readonly input: QuarterInput
}

/** The frozen snapshot of a quarter, before the freeze what is gathered now. Refusals: `invalid_input` for a year, `snapshot_refused` where what is gathered cannot be computed with. */
export function periodInputs(read: Read, code: string): PeriodInputs {
  const row = requirePeriod(read, code)
  if (row.kind !== 'quarter') throw atField('code', nouns.period, evaluationWords.quarterOnly)
  const frozen = latestSnapshot(read, row.id)
  if (frozen !== null) return { row, basis: 'frozen', frozenAt: frozen.frozenAt, withoutBallots: false, input: snapshotInput(frozen) }
  const parsed = parseQuarterInput(gatherQuarter(read, row))
  if (parsed.kind === 'refused') throw new Refusal('snapshot_refused', { period: periodTitle(row.code), count: parsed.issues.length, first: parsed.issues[0]?.message ?? '' }, parsed.issues)
  return { row, basis: 'open', frozenAt: null, withoutBallots: areBallotsOpen(read, row), input: parsed.input }
}

/** Until they are closed the ballots are not among what is gathered. */
function areBallotsOpen(read: Read, row: PeriodRow): boolean {
  const ballot = ballotRow(read, row.id)
  return ballot !== undefined && ballot.closedOn === null
}
