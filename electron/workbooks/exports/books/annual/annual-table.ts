import { institutionGradeNames, quarterGradeNames, yearGradeNames } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { QuarterGrade, YearGrade } from '../../../../../shared/domain/plans/vocabulary.ts'
import { yearGrades } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { Identity } from '../../../../../shared/domain/people/codes.ts'
import type { Hundredths } from '../../../../../shared/lib/hundredths.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import type { QuarterNumber } from './data.ts'
import { poolWords, quarterWords, wordFor, words } from '../../vocabulary.ts'

/** The year of everyone: quarters, annual score, place and grade. Both the evaluation's year book and the performance book begin with it. */

export interface AnnualQuarter {
  readonly total: Hundredths
  readonly valid: boolean
  /** The decided grade, or the suggested one while there is none. */
  readonly grade: QuarterGrade
}

export interface AnnualPerson {
  readonly staff: string
  readonly name: string
  readonly sex: string
  readonly moduleName: string
  readonly postName: string
  readonly identity: Identity
  readonly identityLabel: string
  readonly trackLabel: string
  readonly pool: string | null
  /** What tells from another of the same name, or empty. */
  readonly distinction: string
  /** Quarters 1 to 4; null where nothing is published. */
  readonly quarters: readonly (AnnualQuarter | null)[]
  /** Null while the year is not computed. */
  readonly year: AnnualOutcome | null
  readonly decided: YearGrade | null
  readonly remark: string | null
}

export interface AnnualOutcome {
  readonly annual: Hundredths | null
  readonly suggested: YearGrade
  /** Takes part in the grading of the pool. */
  readonly eligible: boolean
  readonly needsMeeting: boolean
}

export const quarterNumbers: readonly QuarterNumber[] = [1, 2, 3, 4]

/** 事业 prints 合格 where others print 称职. */
export function yearGradeWord(grade: YearGrade, identity: Identity): string {
  return identity === 'institution' ? (institutionGradeNames[grade] ?? yearGradeNames[grade]) : yearGradeNames[grade]
}

/** Pools in the order lists print them: those of the default plan, then others as met, people without a pool (null) last. */
export function poolOrder(pools: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const known = Object.keys(poolWords)
  const others = [...new Set(pools)].filter((pool) => pool !== null && !known.includes(pool))
  return new Map<string | null, number>([...known, ...others, null].map((pool, index) => [pool, index + 1]))
}

function standing(person: AnnualPerson): number {
  const valid = person.quarters.filter((quarter) => quarter?.valid === true)
  const mean = valid.reduce((total, quarter) => total + (quarter?.total ?? 0), 0) / Math.max(1, valid.length)
  return person.year?.annual ?? mean
}

/** By pool, then by annual score, or while there is none by the mean of the quarters so far. */
export function inOfficialOrder(people: readonly AnnualPerson[], order: ReadonlyMap<string | null, number>): readonly AnnualPerson[] {
  const place = (person: AnnualPerson): number => order.get(person.pool) ?? order.size
  return [...people].sort((a, b) => place(a) - place(b) || standing(b) - standing(a))
}

/** Numbers by which grades are counted whatever word prints them. */
function gradeNumber(grade: YearGrade | null): DraftCell {
  return number(grade === null ? null : yearGrades.indexOf(grade) + 1)
}

function quarterCells(person: AnnualPerson): Readonly<Record<string, DraftCell>> {
  const cells = person.quarters.flatMap((quarter, index): readonly (readonly [string, DraftCell])[] => [
    [fieldAt('total', index), quarter === null ? text(words.nothing) : number(quarter.total / 100)],
    [fieldAt('quarterGrade', index), text(quarter === null ? words.nothing : quarterGradeNames[quarter.grade])],
    [fieldAt('valid', index), number(quarter === null ? null : quarter.valid ? 1 : 0)],
  ])
  return Object.fromEntries(cells)
}

function yearCells({ year, decided, identity }: AnnualPerson): Readonly<Record<string, DraftCell>> {
  const decision = { decided: text(decided === null ? null : yearGradeWord(decided, identity)), decidedKey: gradeNumber(decided) }
  if (year === null) {
    const none = text(words.nothing)
    return { ...decision, validCount: formula('SUM([valid*])'), annual: none, rankPool: none, suggested: none, ...(decided === null ? { decided: none } : {}) }
  }
  return {
    ...decision,
    validCount: formula('SUM([valid*])'),
    annual: formula('IF([validCount]=0,"",R2(SUMPRODUCT([total*],[valid*])/[validCount]))', year.annual === null ? '' : year.annual / 100),
    rankPool: formula('IF([annual]="","",COUNTIFS([annual.poolKey],[poolKey],[annual.annual],">"&[annual])+1)'),
    suggested: text(yearGradeWord(year.suggested, identity)),
    suggestedKey: gradeNumber(year.suggested),
    eligible: number(year.eligible ? 1 : 0),
    meeting: number(year.needsMeeting ? 1 : 0),
  }
}

function remarkOf({ distinction, year, remark }: AnnualPerson): string {
  const parts = [year?.needsMeeting === true ? words.needsMeeting : '', distinction === '' ? '' : words.sameName(distinction), remark ?? '']
  return parts.filter((part) => part !== '').join(words.separator)
}

/** The cells every list of people shares. */
export function identityCells(person: AnnualPerson): Readonly<Record<string, DraftCell>> {
  return {
    code: text(person.staff),
    name: text(person.name),
    sex: text(person.sex),
    module: text(person.moduleName),
    postName: text(person.postName),
    identity: text(person.identityLabel),
    track: text(person.trackLabel),
    pool: text(person.pool === null ? words.noPool : wordFor(poolWords, person.pool)),
  }
}

/** Names for columns that stand once a quarter. */
export const eachQuarter = { quarters: quarterNumbers.map((quarter) => quarterWords[quarter]) } as const

/** `people` in official order. */
export function annualDraft(people: readonly AnnualPerson[], order: ReadonlyMap<string | null, number>): DraftTable {
  const rows = people.map((person, index): DraftRow => ({
    id: person.staff,
    cells: {
      seq: number(index + 1),
      ...identityCells(person),
      poolKey: number(order.get(person.pool) ?? null),
      ...quarterCells(person),
      ...yearCells(person),
      remark: text(remarkOf(person)),
    },
  }))
  return { key: 'annual', rows, each: eachQuarter }
}

/** References to a person's row of the annual table: `[@annual]`, `[@rankPool]` … */
export function annualReferences(person: AnnualPerson, fields: readonly string[]): Readonly<Record<string, DraftReference>> {
  return Object.fromEntries(fields.map((field) => [field, { table: 'annual', row: person.staff, field }]))
}

const quarterFields = quarterNumbers.map((_, index) => fieldAt('total', index))

/** A person's year repeated on another sheet; live, so that it follows the annual table. */
export function repeatedYear(person: AnnualPerson): { readonly references: Readonly<Record<string, DraftReference>>; readonly cells: Readonly<Record<string, DraftCell>> } {
  const fields = ['annual', 'rankPool', 'suggested', 'decided', ...quarterFields]
  const repeated = fields.filter((field) => field !== 'decided').map((field): readonly [string, DraftCell] => [field, formula(`[@${field}]`)])
  return {
    references: annualReferences(person, fields),
    cells: {
      ...Object.fromEntries(repeated),
      decided: formula('IF([@decided]="","",[@decided])'),
      grade: formula(`IF(OR([@decided]="",[@decided]="${words.nothing}"),[@suggested],[@decided])`),
    },
  }
}
