import { leafLabels } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { dimensionLabelsOf } from '../../../../shared/domain/plans/plan-document.ts'
import { gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import type { LeafName } from '../../../../shared/domain/plans/vocabulary.ts'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import type { Identity } from '../../../../shared/domain/people/codes.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { NoticeItem } from '../../../workbooks/exports/papers/data.ts'
import { poolWords, wordFor } from '../../../workbooks/exports/vocabulary.ts'
import { publicityOf } from '../../evaluation/appeals/publicity.ts'
import type { Guarded } from '../../app/guard.ts'
import { isPublic, planDocumentOf, requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import type { VersionRow } from '../../evaluation/computing/result-versions.ts'
import { isConcerned, versionFor } from '../../evaluation/results/result-view.ts'
import { listResults, listYear } from '../../evaluation/results/results.ts'
import { mainModulesOf } from '../../people/assignments.ts'
import { documentWords as words } from './vocabulary.ts'

/** What is told of one person's result of a quarter or a year. */
export interface ToldResult {
  readonly staffId: string
  readonly name: string
  readonly module: string
  readonly post: string
  readonly pool: string
  readonly total: string
  readonly rank: string
  readonly grade: string
  /** What it is made of, in the order of the notice, the grade last. */
  readonly items: readonly NoticeItem[]
}

const whole = (item: string, value: string): NoticeItem => ({ item, value, isPart: false })

function gradeOf(kind: PeriodKind, { grade, decidedGrade, identity }: { readonly grade: string; readonly decidedGrade: string | null; readonly identity: Identity }) {
  const name = gradeName(kind, decidedGrade ?? grade, identity)
  return { name, item: whole(decidedGrade === null ? words.scores.suggested : words.scores.decided, name) }
}

function poolOf(pool: string | null): string {
  return pool === null ? words.nothing : wordFor(poolWords, pool)
}

function quarterResults({ read }: Guarded, row: PeriodRow, version: VersionRow): readonly ToldResult[] {
  const dimensions = dimensionLabelsOf(planDocumentOf(read, row))
  return listResults(read, row, version).rows.map((result) => {
    const { staffId, staffName, moduleName, postName, pool, total, rankTown, rankPool, rankModule, leaves } = result
    const parts = (...names: readonly LeafName[]) => names.flatMap((leaf) => (leaves[leaf] === undefined ? [] : [{ item: leafLabels[leaf], value: leaves[leaf], isPart: true }]))
    const grade = gradeOf('quarter', result)
    return {
      staffId,
      name: staffName,
      module: moduleName,
      post: postName,
      pool: poolOf(pool),
      total,
      rank: String(rankPool),
      grade: grade.name,
      items: [
        whole(dimensions.post, result.post),
        whole(dimensions.module, result.module),
        ...parts('M1', 'M2', 'M3', 'M4'),
        whole(dimensions.team, result.team),
        ...parts('T1', 'T2'),
        whole(dimensions.special, result.special),
        whole(dimensions.deduct, result.deduct),
        whole(words.scores.total, total),
        whole(words.scores.rankTown, words.place(rankTown)),
        whole(words.scores.rankModule, words.place(rankModule)),
        whole(words.scores.rankPool, words.place(rankPool)),
        grade.item,
      ],
    }
  })
}

function yearResults({ read }: Guarded, row: PeriodRow, version: VersionRow): readonly ToldResult[] {
  return listYear(read, row, version).rows.map((result) => {
    const { staffId, staffName, moduleName, postName, pool, annual, validQuarters } = result
    const total = annual ?? words.nothing
    const grade = gradeOf('year', result)
    return {
      staffId,
      name: staffName,
      module: moduleName,
      post: postName,
      pool: poolOf(pool),
      total,
      rank: '',
      grade: grade.name,
      items: [whole(words.scores.quarters, String(validQuarters)), whole(words.scores.annual, total), grade.item],
    }
  })
}

/** Everybody's result of a period in one of its versions. */
export function peopleOf(guard: Guarded, row: PeriodRow, version: VersionRow): readonly ToldResult[] {
  return row.kind === 'year' ? yearResults(guard, row, version) : quarterResults(guard, row, version)
}

/** Everybody's result of a period in the version that the caller goes by. Refusal: `not_frozen`. */
export function toldResults(guard: Guarded, code: string) {
  const row = requirePeriod(guard.read, code)
  const version = versionFor(guard.read, guard.view, row)
  return { row, version, publicity: publicityOf(guard.read, row), people: peopleOf(guard, row, version) }
}

export interface NoticesOf {
  readonly code: string
  /** Null: all that the caller may have them of. */
  readonly staffIds: readonly string[] | null
  readonly moduleId?: string | undefined
}

/**
 * Whose 告知单 the caller may have: who sees the whole township everybody's, an office those of its own modules, and everybody the own one once it
 * is published. That 公示 shows a result to all makes nobody's notice somebody else's. Refusal: `out_of_scope`, also where there is none.
 */
export function toldOf(guard: Guarded, { code, staffIds, moduleId }: NoticesOf) {
  const { read, view, actor } = guard
  const { row, version, publicity, people } = toldResults(guard, code)
  const isOwn = (staffId: string) => staffId === actor.standing.staffId && isPublic(row) && version.state === 'published'
  const mayHave = ({ staffId }: ToldResult) => isConcerned(read, view, row, staffId) || isOwn(staffId)
  const wanted = new Set(staffIds)
  const ofModule = people.filter(({ staffId }) => moduleId === undefined || mainModulesOf(read, staffId, row.end).includes(moduleId))
  const told = ofModule.filter((person) => (staffIds === null ? mayHave(person) : wanted.has(person.staffId)))
  if (told.length === 0 || !told.every(mayHave)) throw new Refusal('out_of_scope')
  return { row, publicity, told }
}
