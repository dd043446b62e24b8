import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { publicityEnd } from '../../../../shared/domain/plans/cycle-plan.ts'
import { bestGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { honour, period } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { decisionTable, isDeciding } from '../../evaluation/decisions/decisions.ts'
import { notOpen, requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import { settledVersion } from '../../evaluation/computing/result-versions.ts'
import { decidedGrades } from '../../evaluation/results/results.ts'
import { periodTitle } from '../exports/export-meta.ts'
import type { Making } from './make-document.ts'
import { peopleOf } from './told-results.ts'
import { documentWords as words } from './vocabulary.ts'

/** The list is shown once the meeting decides; praised is who stands when all is settled. */
const stages = { excellent: ['deciding', 'locked', 'reported'], commendation: ['locked', 'reported'] } as const satisfies Record<string, readonly PeriodStage[]>

export type ExcellentDocument = keyof typeof stages

/** 实绩: the approved honours of each person in the period, or in the quarters of the year. */
function deedsOf(read: Read, row: PeriodRow): ReadonlyMap<string, string> {
  const within = read.select({ id: period.id }).from(period).where(and(gte(period.start, row.start), lte(period.end, row.end)))
  const rows = read.select({ staffId: honour.staffId, matter: honour.matter }).from(honour).where(and(eq(honour.state, 'approved'), inArray(honour.periodId, within))).orderBy(asc(honour.seq)).all()
  return new Map(Array.from(Map.groupBy(rows, ({ staffId }) => staffId), ([staffId, own]) => [staffId, own.map(({ matter }) => matter).join(words.separator)]))
}

/**
 * 优秀名单公示 and 表彰通报: who was decided to be of the best grade, with 实绩, by the published result. Whole township only.
 * Refusals: `period_not_open` before the meeting sits, or the period is closed; `decisions_missing` while the meeting has somebody left to decide
 * within the places; `not_in_state` where nobody is of that grade.
 */
export function excellentDocument(guard: Guarded, template: ExcellentDocument, code: string): Making {
  const { read, now } = guard
  guard.requireScope(wholeTownship())
  const row = requirePeriod(read, code)
  const { acts: act, none } = words.excellent
  const version = settledVersion(read, row.id)
  if (version === null || !stages[template].some((stage) => stage === row.stage)) throw notOpen(row, act[template])
  const decided = decidedGrades(read, row)
  const undecided = isDeciding(read, row) ? decisionTable(read, row).candidates.filter(({ staffId, place }) => (place === 'withinQuota' || place === 'tiedAtLine') && !decided.has(staffId)).length : 0
  if (undecided > 0) throw new Refusal('decisions_missing', { period: periodTitle(row), count: undecided, action: act[template] })
  const best = gradeName(row.kind, bestGrades[row.kind])
  const people = peopleOf(guard, row, version).filter(({ staffId }) => decided.get(staffId) === bestGrades[row.kind])
  if (people.length === 0) throw new Refusal('not_in_state', { state: none(best), action: act[template] })
  const deeds = deedsOf(read, row)
  const today = dayInChina(now)
  const tokens = { periodTitle: periodTitle(row), best, count: String(people.length), listFrom: words.day(today), listTo: words.day(publicityEnd(row.kind, today, holidaysOf(read))) }
  const lines = people.map(({ staffId, name, module, post }) => ({ name, module, post, deeds: deeds.get(staffId) ?? '' }))
  return { template, periodCode: row.code, documents: [{ tokens, lists: { people: lines } }], detail: { code, people: people.length } }
}
