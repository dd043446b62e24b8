import { asc, eq } from 'drizzle-orm'
import { decimalText } from '../../../../shared/lib/decimal.ts'
import { hundredthsText } from '../../../../shared/lib/hundredths.ts'
import type { decisionPlaces } from '../../../../shared/contract/evaluation/decisions.ts'
import type { GradeReason, PersonOutcome } from '../../../../shared/domain/evaluation/computing/outcome.ts'
import type { Standing } from '../../../../shared/domain/evaluation/decisions/decision-rule.ts'
import { gradeWords } from '../../../../shared/domain/evaluation/results/explain/words.ts'
import type { YearGradeReason, YearPersonOutcome } from '../../../../shared/domain/evaluation/computing/year-outcome.ts'
import { vetoEffectNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { decision, snapshot, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { evaluateSnapshot } from '../computing/compute-quarter.ts'
import { evaluateYearSnapshot } from '../computing/compute-year.ts'
import { frozenPeople } from '../computing/frozen-people.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { requireNewestVersion } from '../results/results.ts'

type Place = (typeof decisionPlaces)[number]

/** A person of the newest result as the meeting has him before it, with what the engine binds it by. */
export interface Candidate {
  readonly staffId: string
  readonly staffCode: string
  readonly pool: string | null
  readonly scores: { readonly module: string | null; readonly team: string | null; readonly special: string | null; readonly deduct: string | null; readonly total: string | null }
  readonly place: Place
  readonly order: number | null
  readonly standing: Standing
}

export interface DecisionTable {
  readonly resultVersion: number
  readonly pools: readonly { readonly pool: string | null; readonly people: number; readonly eligible: number; readonly quota: number; readonly tiedAtLine: number }[]
  readonly candidates: readonly Candidate[]
}

/** Everybody of the newest result, pool by pool in the order of the engine: candidates by their place, then the others by score. Refusal: `not_frozen`. */
export function decisionTable(read: Read, row: PeriodRow): DecisionTable {
  const version = requireNewestVersion(read, row)
  const frozen = requireRow(read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get(), row.code)
  const ids = new Map(read.select({ id: staff.id, code: staff.code }).from(staff).all().map(({ id, code }) => [code, id]))
  const idOf = (code: string) => ids.get(code) ?? ''
  const { pools, people } = row.kind === 'year' ? ofYear(frozen.document, idOf) : ofQuarter(frozen, idOf)
  const poolPlaces = new Map(pools.map(({ pool }, place) => [pool, place]))
  const candidates = [...people].sort((a, b) => (poolPlaces.get(a.pool) ?? 0) - (poolPlaces.get(b.pool) ?? 0) || (a.order ?? Infinity) - (b.order ?? Infinity) || Number(b.scores.total ?? -1) - Number(a.scores.total ?? -1))
  return { resultVersion: version.resultVersion, pools: pools.map(({ pool, people: all, eligible, quota, tiedAtLine }) => ({ pool, people: all, eligible, quota, tiedAtLine })), candidates }
}

function ofQuarter(frozen: typeof snapshot.$inferSelect, idOf: (code: string) => string) {
  const outcome = evaluateSnapshot(frozen)
  return { pools: outcome.pools, people: outcome.people.map((person) => ofPerson(person, idOf(person.staff))) }
}

function ofPerson({ staff: code, pool, dimensions, total, grade }: PersonOutcome, staffId: string): Candidate {
  const { module, team, special, deduct } = dimensions
  return {
    staffId,
    staffCode: code,
    pool,
    scores: { module: hundredthsText(module), team: hundredthsText(team), special: hundredthsText(special), deduct: hundredthsText(deduct), total: hundredthsText(total.total) },
    ...placeOf(grade.reason),
    standing: { kind: 'quarter', suggested: grade.grade, vetoes: grade.vetoes, reason: grade.reason },
  }
}

function ofYear(document: string, idOf: (code: string) => string) {
  const outcome = evaluateYearSnapshot(document)
  return { pools: outcome.pools, people: outcome.people.map((person) => ofYearPerson(person, idOf(person.staff))) }
}

function ofYearPerson({ staff: code, pool, means, annual, grade, vetoes, reason }: YearPersonOutcome, staffId: string): Candidate {
  const mean = (field: 'module' | 'team' | 'special' | 'deduct') => (means === null ? null : decimalText(means[field], 2))
  return {
    staffId,
    staffCode: code,
    pool,
    scores: { module: mean('module'), team: mean('team'), special: mean('special'), deduct: mean('deduct'), total: annual === null ? null : hundredthsText(annual) },
    ...placeOf(reason),
    standing: { kind: 'year', suggested: grade, vetoes, reason },
  }
}

function placeOf(reason: GradeReason | YearGradeReason): Pick<Candidate, 'place' | 'order'> {
  if (reason.kind !== 'ranked') return { place: 'none', order: null }
  return { place: reason.place === 'barredByVeto' ? 'barred' : reason.place, order: reason.order }
}

/** What keeps a person from better grades, in words; empty where nothing but the score does. */
function barredText({ kind, vetoes, reason }: Standing): string {
  if (reason.kind === 'status') return gradeWords[reason.status]
  if (reason.kind !== 'ranked') return kind === 'quarter' ? gradeWords.notValid : gradeWords.noValidQuarter
  const named = vetoes.flatMap((veto) => Object.entries(vetoEffectNames).filter(([effect]) => effect === veto).map(([, name]) => gradeWords.vetoed(name)))
  const bars = 'bars' in reason ? reason.bars.filter((bar) => bar !== 'veto').map((bar) => gradeWords.bars[bar]) : []
  return [...named, ...bars].join(gradeWords.joiner)
}

/** Whether the meeting sits: after 公示, before 归档. A loaded case has no 公示. */
export function isDeciding(read: Read, { stage }: PeriodRow): boolean {
  if (stage === 'appeal' || stage === 'deciding') return true
  return requireTownshipRow(read).origin === 'case' && stage !== 'locked' && stage !== 'reported'
}

/** The table with people and what has been decided, as the meeting sees it. */
export function listDecisions(read: Read, row: PeriodRow) {
  const { resultVersion, pools, candidates } = decisionTable(read, row)
  const frozen = frozenPeople(read, requireNewestVersion(read, row))
  const printed = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const people = new Map(read.select().from(staff).all().map((person) => [person.id, person]))
  const decided = new Map(read.select().from(decision).where(eq(decision.periodId, row.id)).orderBy(asc(decision.decidedAt)).all().map((made) => [made.staffId, made]))
  const rows = candidates.flatMap(({ staffId, staffCode, pool, scores, place, order, standing }) => {
    const person = people.get(staffId)
    if (person === undefined) return []
    const made = decided.get(staffId)
    return [
      {
        staffId, staffCode, pool, place, order, ...scores,
        staffName: person.name,
        moduleName: printed.get(staffId)?.moduleName ?? '',
        postName: printed.get(staffId)?.postName ?? '',
        identity: frozen.get(staffCode)?.identity ?? person.identity,
        suggested: standing.suggested,
        barred: barredText(standing),
        decided: made?.grade ?? null,
        reason: made?.reason ?? null,
        meeting: made?.meeting ?? null,
        clause: made?.clause ?? null,
      },
    ]
  })
  return { resultVersion, stage: row.stage, isOpen: isDeciding(read, row), pools: pools.map((pool) => ({ ...pool })), rows }
}
