import { and, eq, gte, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import { periodTitle } from '../../../shared/domain/plans/cycle-vocabulary.ts'
import type { PlanDocument } from '../../../shared/domain/plans/plan-document.ts'
import type { PlanDoubt } from '../../../shared/domain/evaluation/trial/plan-sense.ts'
import { planWord } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { groupGrade, groupMember, honour, peerCount, period, scoreEntry, scoreSheet, serviceEvent, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { abstention } from '../../db/schema/index.ts'
import { isOpenForInput, type PeriodRow } from './periods.ts'
import { refuseDoubts } from './stored-plan.ts'
import { wordsInUse } from './vocabulary.ts'

interface UsedWords {
  readonly path: string
  readonly known: ReadonlySet<string>
  readonly used: readonly string[]
  readonly nameOf: (word: string) => string
  readonly say: (period: string, word: string) => string
}

const asWritten = (word: string) => word

/** The bands, kinds, grades, roles, levels and pools that what is entered for a period stands on, beside those of the plan. */
function usedWords(read: Read, row: PeriodRow, { quarter }: PlanDocument): readonly UsedWords[] {
  const { module, team, special, pools, tracks } = quarter
  const overrides = Object.values(tracks)
  const withTracks = (base: object, of: (override: (typeof overrides)[number]) => object | undefined) => new Set([...Object.keys(base), ...overrides.flatMap((override) => Object.keys(of(override) ?? {}))])
  const bands = read.selectDistinct({ word: scoreEntry.band }).from(scoreEntry).innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId)).where(and(eq(scoreSheet.periodId, row.id), eq(scoreSheet.kind, 'head'), isNotNull(scoreEntry.band))).all().flatMap(({ word }) => word ?? [])
  const votes = read.selectDistinct({ word: peerCount.band }).from(peerCount).where(and(eq(peerCount.periodId, row.id), ne(peerCount.band, abstention))).all().map(({ word }) => word)
  const kinds = read.selectDistinct({ word: serviceEvent.kind }).from(serviceEvent).where(and(gte(serviceEvent.date, row.start), lte(serviceEvent.date, row.end))).all().map(({ word }) => word)
  const grades = read.selectDistinct({ word: groupGrade.grade }).from(groupGrade).where(eq(groupGrade.periodId, row.id)).all().map(({ word }) => word)
  const roles = read.selectDistinct({ word: groupMember.role }).from(groupMember).where(and(lte(groupMember.from, row.end), or(isNull(groupMember.to), gte(groupMember.to, row.start)))).all().map(({ word }) => word)
  const levels = read.selectDistinct({ word: honour.level }).from(honour).where(eq(honour.periodId, row.id)).all().map(({ word }) => word)
  const own = read.selectDistinct({ word: staff.pool }).from(staff).where(isNotNull(staff.pool)).all().flatMap(({ word }) => word ?? [])
  return [
    { path: 'quarter.module.headBands', known: withTracks(module.headBands, (override) => override.module?.headBands), used: bands, nameOf: asWritten, say: wordsInUse.headBands },
    { path: 'quarter.module.peerBands', known: withTracks(module.peerBands, (override) => override.module?.peerBands), used: votes, nameOf: asWritten, say: wordsInUse.peerBands },
    { path: 'quarter.team.service.kinds', known: withTracks(team.service.kinds, (override) => override.team?.service?.kinds), used: kinds, nameOf: (word) => planWord('service', word), say: wordsInUse.kinds },
    { path: 'quarter.special.grades', known: withTracks(special.grades, (override) => override.special?.grades), used: grades, nameOf: asWritten, say: wordsInUse.grades },
    { path: 'quarter.special.roles', known: withTracks(special.roles, (override) => override.special?.roles), used: roles, nameOf: (word) => planWord('groupRole', word), say: wordsInUse.roles },
    { path: 'quarter.special.levels', known: withTracks(special.levels, (override) => override.special?.levels), used: levels, nameOf: (word) => planWord('honourLevel', word), say: wordsInUse.levels },
    { path: 'quarter.pools', known: new Set(pools.map(({ id }) => id)), used: own, nameOf: (word) => planWord('pool', word), say: wordsInUse.pools },
  ]
}

/** Refuses a plan that takes away a word which something entered for an open period of this plan stands on: the freeze would refuse it later. */
export function requireWordsKept(read: Read, planId: string, document: PlanDocument): void {
  const open = read.select().from(period).where(and(eq(period.planId, planId), eq(period.kind, 'quarter'))).all().filter(isOpenForInput)
  refuseDoubts(open.flatMap((row) => lostWords(read, row, document)))
}

/** The same of one period that is to go by another plan. */
export function requireWordsKeptIn(read: Read, row: PeriodRow, document: PlanDocument): void {
  if (row.kind === 'quarter') refuseDoubts(lostWords(read, row, document))
}

function lostWords(read: Read, row: PeriodRow, document: PlanDocument): readonly PlanDoubt[] {
  return usedWords(read, row, document).flatMap(({ path, known, used, nameOf, say }) => used.filter((word) => !known.has(word)).map((word) => ({ path, message: say(periodTitle(row.code), nameOf(word)) })))
}
