import { leafLabels } from '../../../../shared/domain/evaluation/plan-vocabulary.ts'
import type { LeafName } from '../../../../shared/domain/evaluation/vocabulary.ts'
import type { QuarterRow, YearRow } from '../api-types.ts'
import { gradeName } from './grade-names.ts'
import type { NoticeRow } from './NoticePaper.tsx'
import { poolName, type DimensionLabels } from './result-columns.tsx'
import { columnNames, noticeWords } from './vocabulary.ts'

/** A quarter: each leaf under its dimension, the total and the ranks. */
export function quarterNotice(dimensions: DimensionLabels, row: QuarterRow): NoticeRow {
  const leaves = (...names: readonly LeafName[]) => names.flatMap((leaf) => (row.leaves[leaf] === undefined ? [] : [{ label: leafLabels[leaf], value: row.leaves[leaf], isPart: true }]))
  return {
    ...whoOf(row),
    scores: [
      { label: dimensions.post, value: row.post, isPart: false },
      { label: dimensions.module, value: row.module, isPart: false },
      ...leaves('M1', 'M2', 'M3', 'M4'),
      { label: dimensions.team, value: row.team, isPart: false },
      ...leaves('T1', 'T2'),
      { label: dimensions.special, value: row.special, isPart: false },
      { label: dimensions.deduct, value: row.deduct, isPart: false },
      { label: columnNames.total, value: row.total, isPart: false },
    ],
    ranks: noticeWords.ranks(row.rankTown, row.rankModule, row.rankPool),
    ...gradeOf('quarter', row),
  }
}

/** A year: the annual score and how many quarters count. */
export function yearNotice(row: YearRow): NoticeRow {
  return {
    ...whoOf(row),
    scores: [
      { label: noticeWords.quarters, value: String(row.validQuarters), isPart: false },
      { label: columnNames.annual, value: row.annual ?? columnNames.nothing, isPart: false },
    ],
    ranks: null,
    ...gradeOf('year', row),
  }
}

function whoOf({ staffId, staffName, moduleName, postName, pool }: QuarterRow | YearRow) {
  return { staffId, name: staffName, module: moduleName, post: postName, pool: poolName(pool) }
}

function gradeOf(kind: 'quarter' | 'year', { grade, decidedGrade, identity }: QuarterRow | YearRow) {
  return { gradeLabel: decidedGrade === null ? noticeWords.suggested : noticeWords.decided, grade: gradeName(kind, decidedGrade ?? grade, identity) }
}
