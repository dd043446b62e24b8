import { institutionGradeNames, quarterGradeNames, yearGradeNames } from './cycle-vocabulary.ts'
import { quarterGrades, yearGrades } from './vocabulary.ts'
import type { PeriodKind } from './cycle.ts'
import type { Identity } from '../people/codes.ts'

/** The grade that a quota holds for: 好 of a quarter, 优秀 of a year. */
export const bestGrades: Readonly<Record<PeriodKind, string>> = { quarter: 'good', year: 'excellent' }

/** The grades a meeting may decide on. */
export const decidableGrades: Readonly<Record<PeriodKind, readonly string[]>> = { quarter: quarterGrades, year: yearGrades }

/** A grade in words; a code from elsewhere as it stands. Institutions call the year's grades 合格 instead of 称职. */
export function gradeName(kind: PeriodKind, grade: string, identity?: Identity): string {
  if (kind === 'quarter') {
    const known = quarterGrades.find((one) => one === grade)
    return known === undefined ? grade : quarterGradeNames[known]
  }
  const known = yearGrades.find((one) => one === grade)
  if (known === undefined) return grade
  return (identity === 'institution' ? institutionGradeNames[known] : undefined) ?? yearGradeNames[known]
}
