import { quarterGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { trialCauses } from '../../../../shared/domain/evaluation/trial/trial.ts'
import { quarterGrades } from '../../../../shared/domain/plans/vocabulary.ts'
import { trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import type { Choice, GridColumn } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { TrialRow } from '../../plans/api-types.ts'
import { poolName } from '../results/result-columns.tsx'
import { columnNames } from '../results/vocabulary.ts'
import { causeDelta, signed, totalDelta, whyText } from './trial-rows.ts'
import { causeNames, trialPageWords as words } from './vocabulary.ts'

function choicesOf(rows: readonly TrialRow[], text: (row: TrialRow) => string): readonly Choice[] {
  return [...new Set(rows.map(text))].map((label) => ({ value: label, label }))
}

function numberColumn(field: string, title: string, read: (row: TrialRow) => number, text: (row: TrialRow) => string, further: Partial<GridColumn<TrialRow>> = {}): GridColumn<TrialRow> {
  return { field, title, width: 88, align: 'right', text, number: read, sortable: true, ...further }
}

function rankMoveText({ before, after }: TrialRow): string {
  const places = before.rankTown - after.rankTown
  return places === 0 ? words.same : places > 0 ? words.up(places) : words.down(-places)
}

const gradeChoices: readonly Choice[] = quarterGrades.map((grade) => ({ value: quarterGradeNames[grade], label: quarterGradeNames[grade] }))

/** Both plans side by side, person by person; what each part of the total changes by is behind the column chooser. */
export function trialColumns(rows: readonly TrialRow[]): readonly GridColumn<TrialRow>[] {
  const module = ({ moduleName }: TrialRow) => moduleName
  const pool = ({ after }: TrialRow) => poolName(after.pool)
  const gradeBefore = ({ before }: TrialRow) => quarterGradeNames[before.grade]
  const gradeAfter = ({ after }: TrialRow) => quarterGradeNames[after.grade]
  const delta = (row: TrialRow) => totalDelta(row) / 100
  return [
    { field: 'name', title: words.name, width: 76, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'module', title: words.module, width: 82, text: module, sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, module) } },
    { field: 'pool', title: words.pool, width: 118, text: pool, sortable: true, hidden: true, filter: { kind: 'choice', choices: choicesOf(rows, pool) } },
    { field: 'track', title: columnNames.track, width: 96, text: ({ track }) => trackLabels[track], sortable: true, hidden: true },
    numberColumn('totalBefore', words.totalBefore, ({ before }) => Number(before.total), ({ before }) => before.total, { width: 76 }),
    numberColumn('totalAfter', words.totalAfter, ({ after }) => Number(after.total), ({ after }) => after.total, { width: 80, render: (row) => <strong>{row.after.total}</strong> }),
    numberColumn('delta', words.delta, delta, (row) => signed(delta(row)), { width: 86, filter: { kind: 'number' } }),
    numberColumn('rankBefore', words.rankBefore, ({ before }) => before.rankTown, ({ before }) => String(before.rankTown), { width: 70 }),
    numberColumn('rankAfter', words.rankAfter, ({ after }) => after.rankTown, ({ after }) => String(after.rankTown), { width: 84, render: (row) => <strong>{row.after.rankTown}</strong> }),
    numberColumn('rankMove', words.rankMove, ({ before, after }) => before.rankTown - after.rankTown, rankMoveText, { width: 86, filter: { kind: 'number' } }),
    numberColumn('poolRankBefore', words.poolRankBefore, ({ before }) => before.rankPool, ({ before }) => String(before.rankPool), { hidden: true, width: 100 }),
    numberColumn('poolRankAfter', words.poolRankAfter, ({ after }) => after.rankPool, ({ after }) => String(after.rankPool), { hidden: true, width: 112 }),
    { field: 'gradeBefore', title: words.gradeBefore, width: 76, text: gradeBefore, sortable: true, filter: { kind: 'choice', choices: gradeChoices } },
    { field: 'gradeAfter', title: words.gradeAfter, width: 88, text: gradeAfter, sortable: true, filter: { kind: 'choice', choices: gradeChoices }, render: (row) => (row.before.grade === row.after.grade ? gradeAfter(row) : <StateTag tone={quarterGrades.indexOf(row.after.grade) < quarterGrades.indexOf(row.before.grade) ? 'good' : 'warn'}>{gradeAfter(row)}</StateTag>) },
    { field: 'why', title: words.why, width: 160, grow: true, text: whyText },
    ...trialCauses.map((cause) => numberColumn(`delta${cause}`, words.leafDelta(causeNames[cause]), (row) => causeDelta(row, cause), (row) => signed(causeDelta(row, cause)), { hidden: true, width: 112 })),
  ]
}
