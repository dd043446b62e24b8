import { quarterGradeNames, yearGradeNames } from '../../../shared/domain/evaluation/cycle-vocabulary.ts'
import { quarterGrades, yearGrades } from '../../../shared/domain/evaluation/vocabulary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { poolWords, wordFor } from '../../workbooks/export/vocabulary.ts'
import type { DocumentData } from '../../workbooks/word/fill-template.ts'
import { publicityOf } from '../appeals/publicity.ts'
import type { Guarded } from '../app/guard.ts'
import { requirePeriod, type PeriodRow } from '../evaluation/periods.ts'
import type { VersionRow } from '../evaluation/result-versions.ts'
import { isConcerned, versionFor } from '../evaluation/result-view.ts'
import { listResults, listYear } from '../evaluation/results.ts'
import { periodTitle } from '../transfer/gather-common.ts'
import type { Making } from './make-document.ts'
import { documentWords as words } from './vocabulary.ts'

/** What a document says of one person's result of a quarter or a year. */
interface ToldResult {
  readonly staffId: string
  readonly name: string
  readonly module: string
  readonly post: string
  readonly pool: string
  readonly total: string
  readonly rank: string
  readonly grade: string
  readonly isDecided: boolean
  readonly more: readonly { readonly item: string; readonly value: string }[]
}

function gradeText(grade: string): string {
  const quarter = quarterGrades.find((known) => known === grade)
  const year = yearGrades.find((known) => known === grade)
  return quarter === undefined ? (year === undefined ? grade : yearGradeNames[year]) : quarterGradeNames[quarter]
}

function quarterResults({ read }: Guarded, row: PeriodRow, version: VersionRow): readonly ToldResult[] {
  return listResults(read, row, version).rows.map(({ staffId, staffName, moduleName, postName, pool, total, rankPool, rankModule, grade, decidedGrade }) => ({
    staffId,
    name: staffName,
    module: moduleName,
    post: postName,
    pool: pool === null ? words.nothing : wordFor(poolWords, pool),
    total,
    rank: String(rankPool),
    grade: gradeText(decidedGrade ?? grade),
    isDecided: decidedGrade !== null,
    more: [{ item: words.scores.total, value: total }, { item: words.scores.rankPool, value: String(rankPool) }, { item: words.scores.rankModule, value: String(rankModule) }],
  }))
}

function yearResults({ read }: Guarded, row: PeriodRow, version: VersionRow): readonly ToldResult[] {
  return listYear(read, row, version).rows.map(({ staffId, staffName, moduleName, postName, pool, annual, validQuarters, grade, decidedGrade }) => ({
    staffId,
    name: staffName,
    module: moduleName,
    post: postName,
    pool: pool === null ? words.nothing : wordFor(poolWords, pool),
    total: annual ?? words.nothing,
    rank: '',
    grade: gradeText(decidedGrade ?? grade),
    isDecided: decidedGrade !== null,
    more: [{ item: words.scores.annual, value: annual ?? words.nothing }, { item: words.scores.quarters, value: String(validQuarters) }],
  }))
}

function resultsOf(guard: Guarded, code: string) {
  const row = requirePeriod(guard.read, code)
  const publicity = publicityOf(guard.read, row)
  const tokens = {
    periodTitle: periodTitle(row),
    publicFrom: publicity === null ? '' : words.day(publicity.from),
    publicTo: publicity === null ? '' : words.day(publicity.to),
    totalHeading: words.total[row.kind],
  }
  const version = versionFor(guard.read, guard.view, row)
  return { row, tokens, people: row.kind === 'year' ? yearResults(guard, row, version) : quarterResults(guard, row, version) }
}

/** 公示 of a period: everyone with total, rank and grade. */
export function publicityDocument(guard: Guarded, code: string): Making {
  guard.requireScope({})
  const { row, tokens, people } = resultsOf(guard, code)
  const lines = people.map(({ name, module, pool, total, rank, grade }) => ({ name, module, pool, total, rank, grade }))
  return { template: 'publicity', periodCode: row.code, documents: [{ tokens: { ...tokens, count: String(people.length) }, lists: { people: lines } }], detail: { code } }
}

/**
 * 告知单 of people, of all that the caller may have them of where none are named: of everybody for who sees the whole township, else of
 * the modules of one's office; another's is `out_of_scope`.
 */
export function noticeDocuments(guard: Guarded, code: string, staffIds: readonly string[] | null): Making {
  const { row, tokens, people } = resultsOf(guard, code)
  const isOwn = ({ staffId }: ToldResult) => isConcerned(guard.read, guard.view, row, staffId)
  const wanted = new Set(staffIds)
  const told = people.filter((person) => (staffIds === null ? isOwn(person) : wanted.has(person.staffId)))
  if (told.length === 0 || !told.every(isOwn)) throw new Refusal('out_of_scope')
  const who = told.length === 1 ? (told[0]?.name ?? '') : words.people(told.length)
  const documents = told.map(({ name, module, post, grade, isDecided, more }): DocumentData => ({
    tokens: { ...tokens, who, name, module, post },
    lists: { scores: [...more, { item: isDecided ? words.scores.decided : words.scores.suggested, value: grade }] },
  }))
  return { template: 'notice', periodCode: row.code, documents, detail: { code, people: told.length } }
}
