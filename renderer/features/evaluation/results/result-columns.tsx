import { flagLabels, planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { identityLabels, trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import type { Choice, GridColumn } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { QuarterAnswer, QuarterRow, YearRow } from '../../plans/api-types.ts'
import { yuanText } from '../money.ts'
import { yearStatusNames } from '../../../../shared/domain/evaluation/rulings/amendment-vocabulary.ts'
import { barNames } from './year-vocabulary.ts'
import { bestGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { columnNames } from './vocabulary.ts'

interface ScoreColumn<Row> {
  readonly field: string
  readonly title: string
  readonly read: (row: Row) => string | null
  readonly width?: number
  readonly hidden?: boolean
  /** A click on the number asks why; the keyboard asks by opening the row. */
  readonly onWhy?: (row: Row) => void
}

function scoreColumn<Row>({ field, title, read, width = 88, hidden = false, onWhy }: ScoreColumn<Row>): GridColumn<Row> {
  const text = (row: Row) => read(row) ?? columnNames.nothing
  return {
    field,
    title,
    width,
    align: 'right',
    text,
    number: (row) => numberOf(read(row)),
    sortable: true,
    filter: { kind: 'number' },
    hidden,
    ...(onWhy === undefined
      ? {}
      : {
          render: (row: Row) =>
            read(row) === null ? columnNames.nothing : (
              <span className={field === 'total' || field === 'annual' ? 'result-link result-total' : 'result-link'} onClick={() => onWhy(row)}>
                {text(row)}
              </span>
            ),
        }),
  }
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}

function rankColumn(field: string, title: string, read: (row: QuarterRow) => number): GridColumn<QuarterRow> {
  return { field, title, width: 86, align: 'right', text: (row) => String(read(row)), number: read, sortable: true }
}

/** The texts of a column as the choices of its filter, each once. */
function choicesOf<Row>(rows: readonly Row[], text: (row: Row) => string): readonly Choice[] {
  return [...new Set(rows.map(text))].filter((label) => label !== '').map((label) => ({ value: label, label }))
}

export function poolName(pool: string | null): string {
  return pool === null ? columnNames.noPool : planWord('pool', pool)
}

/** What else must be known of a result. */
export function flagsText({ validPeriod, flags, moduleDays }: Pick<QuarterRow, 'validPeriod' | 'flags' | 'moduleDays'>): string {
  const moved = moduleDays.length < 2 ? [] : [columnNames.moved(moduleDays.map(({ moduleName, days }) => columnNames.daysIn(moduleName, days)).join(columnNames.and))]
  return [...moved, ...(validPeriod ? [] : [columnNames.notValid]), ...flags.map((flag) => flagLabels[flag])].join('、')
}

interface Graded {
  readonly grade: string
  readonly decidedGrade: string | null
  readonly identity: QuarterRow['identity']
}

function gradeColumns<Row extends Graded>(kind: PeriodKind, rows: readonly Row[]): readonly GridColumn<Row>[] {
  const suggested = (row: Row) => gradeName(kind, row.grade, row.identity)
  const decided = (row: Row) => (row.decidedGrade === null ? '' : gradeName(kind, row.decidedGrade, row.identity))
  return [
    { field: 'grade', title: columnNames.grade, width: 112, text: suggested, render: (row) => (row.grade === bestGrades[kind] ? <StateTag tone="accent">{suggested(row)}</StateTag> : suggested(row)), sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, suggested) } },
    {
      field: 'decided',
      title: columnNames.decided,
      width: 112,
      text: decided,
      render: (row) => (row.decidedGrade === null ? null : <StateTag tone={row.decidedGrade === row.grade ? 'good' : 'warn'}>{decided(row)}</StateTag>),
      sortable: true,
      filter: { kind: 'choice', choices: choicesOf(rows, decided) },
    },
  ]
}

/** What the township calls the dimensions. */
export type DimensionLabels = QuarterAnswer['dimensions']

/** The columns of a quarter; a click on a number asks why. */
export function quarterColumns(dimensions: DimensionLabels, rows: readonly QuarterRow[], onWhy: (row: QuarterRow) => void): readonly GridColumn<QuarterRow>[] {
  const module = ({ moduleName }: QuarterRow) => moduleName
  const pool = (row: QuarterRow) => poolName(row.pool)
  const hasCoefficient = rows.some(({ coefficient }) => coefficient !== null)
  return [
    { field: 'name', title: columnNames.name, width: 92, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'module', title: columnNames.module, width: 88, text: module, sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, module) } },
    { field: 'postName', title: columnNames.postName, width: 140, text: ({ postName }) => postName, sortable: true, hidden: true },
    { field: 'identity', title: columnNames.identity, width: 96, text: ({ identity }) => identityLabels[identity], sortable: true, hidden: true, filter: { kind: 'choice', choices: choicesOf(rows, ({ identity }) => identityLabels[identity]) } },
    { field: 'track', title: columnNames.track, width: 96, text: ({ track }) => trackLabels[track], sortable: true, hidden: true, filter: { kind: 'choice', choices: choicesOf(rows, ({ track }) => trackLabels[track]) } },
    scoreColumn({ field: 'post', title: dimensions.post, read: ({ post }) => post, onWhy }),
    scoreColumn({ field: 'moduleScore', title: dimensions.module, read: (row) => row.module, onWhy }),
    scoreColumn({ field: 'team', title: dimensions.team, read: ({ team }) => team, onWhy }),
    scoreColumn({ field: 'special', title: dimensions.special, read: ({ special }) => special, onWhy }),
    scoreColumn({ field: 'deduct', title: dimensions.deduct, read: ({ deduct }) => deduct, width: 72, onWhy }),
    ...(hasCoefficient ? [scoreColumn<QuarterRow>({ field: 'coefficient', title: columnNames.coefficient, read: ({ coefficient }) => coefficient, onWhy })] : []),
    scoreColumn({ field: 'total', title: columnNames.total, read: ({ total }) => total, width: 84, onWhy }),
    rankColumn('rankTown', columnNames.rankTown, ({ rankTown }) => rankTown),
    rankColumn('rankModule', columnNames.rankModule, ({ rankModule }) => rankModule),
    rankColumn('rankPool', columnNames.rankPool, ({ rankPool }) => rankPool),
    { field: 'pool', title: columnNames.pool, width: 120, text: pool, sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, pool) } },
    ...gradeColumns('quarter', rows),
    { field: 'flags', title: columnNames.flags, width: 200, text: flagsText },
    { field: 'code', title: columnNames.code, width: 88, text: ({ staffCode }) => staffCode, sortable: true, hidden: true },
  ]
}

/** Why somebody is no 优秀, or takes no part in the grades. */
export function yearFlags({ needsMeeting, status, bars }: Pick<YearRow, 'needsMeeting' | 'status' | 'bars'>): string {
  const why = bars.length === 0 ? [] : [columnNames.noExcellent(bars.map((bar) => barNames[bar]).join('、'))]
  return [...(needsMeeting ? [columnNames.needsMeeting] : []), ...(status === 'active' ? [] : [yearStatusNames[status]]), ...why].join('；')
}

/** The columns of a year. */
export function yearColumns(rows: readonly YearRow[], onWhy: (row: YearRow) => void): readonly GridColumn<YearRow>[] {
  const module = ({ moduleName }: YearRow) => moduleName
  const pool = (row: YearRow) => poolName(row.pool)
  return [
    { field: 'name', title: columnNames.name, width: 92, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'module', title: columnNames.module, width: 108, text: module, sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, module) } },
    { field: 'postName', title: columnNames.postName, width: 160, text: ({ postName }) => postName, sortable: true },
    { field: 'identity', title: columnNames.identity, width: 96, text: ({ identity }) => identityLabels[identity], sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, ({ identity }) => identityLabels[identity]) } },
    { field: 'pool', title: columnNames.pool, width: 136, text: pool, sortable: true, filter: { kind: 'choice', choices: choicesOf(rows, pool) } },
    scoreColumn({ field: 'annual', title: columnNames.annual, read: ({ annual }) => annual, width: 120, onWhy }),
    { field: 'quarters', title: columnNames.quarters, width: 88, align: 'right', text: ({ validQuarters }) => String(validQuarters), number: ({ validQuarters }) => validQuarters, sortable: true },
    ...gradeColumns('year', rows),
    { field: 'months', title: columnNames.months, width: 88, align: 'right', text: ({ months }) => String(months), number: ({ months }) => months, sortable: true, hidden: true },
    { field: 'bonus', title: columnNames.bonus, width: 160, align: 'right', text: ({ bonusFen }) => (bonusFen === null ? columnNames.nothing : yuanText(bonusFen)), number: ({ bonusFen }) => (bonusFen === null ? null : bonusFen / 100), sortable: true },
    { field: 'flags', title: columnNames.flags, width: 220, text: yearFlags },
    { field: 'code', title: columnNames.code, width: 88, text: ({ staffCode }) => staffCode, sortable: true, hidden: true },
  ]
}
