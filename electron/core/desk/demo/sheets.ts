import type { BundlePeriod } from '../bundle/bundle.ts'
import type { Dice } from './dice.ts'
import type { DemoPerson } from './person.ts'
import type { Roster } from './roster.ts'

type HeadRating = BundlePeriod['headRatings'][number]
type LeaderScore = BundlePeriod['leaderScores'][number]

interface Quarter {
  readonly start: string
  readonly end: string
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

function moduleCodes(roster: Roster): readonly string[] {
  return [...new Set(roster.offices.map(({ module }) => module))]
}

function headsOf(roster: Roster, day: string): ReadonlyMap<string, string> {
  return new Map(moduleCodes(roster).map((module) => [module, roster.holder(module, 'head', day)]))
}

/** A quarter's impression of a person: near the diligence, by the day's eye. */
function impression(dice: Dice, { diligence }: DemoPerson): number {
  return clamp(diligence + 0.24 * (dice.bell() - 0.5), 0, 1)
}

/** One scorer's sheet by the scorer rules: at most 30 % A, at least one C from 4 people up; a few rows with a direct score instead. */
function bandSheet(dice: Dice, scorer: string, module: string, people: readonly DemoPerson[]): readonly HeadRating[] {
  const ranked = people.map((person) => ({ person, seen: impression(dice, person) })).sort((a, b) => b.seen - a.seen)
  const best = Math.floor(ranked.length * 0.3)
  const last = ranked.length < 4 ? 0 : Math.max(1, Math.round(ranked.length * 0.1))
  return ranked.map(({ person, seen }, index): HeadRating => {
    const row = { scorer, staff: person.staff.code, module }
    if (index < best) return { ...row, band: 'A', score: null }
    if (index >= ranked.length - last) return { ...row, band: 'C', score: null }
    return dice.chance(0.12) ? { ...row, band: null, score: (6.5 + 3 * seen).toFixed(1) } : { ...row, band: 'B', score: null }
  })
}

/** A 党政正职 scores by hand, one row per module of the person; the weakest get a C, so that the sheet keeps the rules however it is cut. */
function principalSheet(dice: Dice, scorer: string, rows: readonly { readonly person: DemoPerson; readonly module: string }[]): readonly HeadRating[] {
  const weakest = rows.reduce((low, { person }) => Math.min(low, person.diligence), 1)
  return rows.map(({ person, module }): HeadRating => {
    const row = { scorer, staff: person.staff.code, module }
    if (person.diligence === weakest) return { ...row, band: 'C', score: null }
    return { ...row, band: null, score: clamp(6 + 3.6 * impression(dice, person), 6, 9.8).toFixed(1) }
  })
}

/** M1: the head in office at the end of the quarter rates everybody of the module; 班子 are rated by the 书记, heads by the 镇长. */
export function makeHeadRatings(dice: Dice, roster: Roster, quarter: Quarter): readonly HeadRating[] {
  const range = { from: quarter.start, to: quarter.end }
  const heads = headsOf(roster, quarter.end)
  const headCodes = new Set(heads.values())
  const inModule = (person: DemoPerson, module: string): boolean => roster.daysIn(person.staff.code, module, range) > 0
  const rows = [...heads.keys()].flatMap((module) => roster.scored.filter((person) => inModule(person, module)).map((person) => ({ person, module })))
  const [secretary, mayor] = roster.principals.map(({ staff }) => staff.code)
  if (secretary === undefined || mayor === undefined) throw new RangeError('two 党政正职 are needed')
  const sheets = [...heads].map(([module, head]) => bandSheet(dice, head, module, rows.filter((row) => row.module === module && row.person.staff.track !== 'leader' && !headCodes.has(row.person.staff.code)).map(({ person }) => person)))
  return [
    ...principalSheet(dice, secretary, rows.filter(({ person }) => person.staff.track === 'leader')),
    ...principalSheet(dice, mayor, rows.filter(({ person }) => headCodes.has(person.staff.code))),
    ...sheets.flat(),
  ]
}

/** Most days; then the later start of the latest assignment there; then the larger code. */
export function primaryModule(roster: Roster, code: string, quarter: Quarter): string | null {
  const range = { from: quarter.start, to: quarter.end }
  const rows = roster.assignments.filter(({ staff }) => staff === code)
  const candidates = moduleCodes(roster)
    .map((module) => ({ module, days: roster.daysIn(code, module, range), start: rows.filter((row) => row.module === module && row.from <= quarter.end).reduce((last, { from }) => (from > last ? from : last), '') }))
    .filter(({ days }) => days > 0)
  candidates.sort((a, b) => b.days - a.days || (a.start === b.start ? (a.module < b.module ? 1 : -1) : a.start < b.start ? 1 : -1))
  return candidates[0]?.module ?? null
}

/** M4: 牵头领导 A岗 of the primary module; heads and 班子 are scored by both 党政正职. */
export function makeLeaderScores(dice: Dice, roster: Roster, quarter: Quarter): readonly LeaderScore[] {
  const headCodes = new Set(headsOf(roster, quarter.end).values())
  return roster.scored.flatMap((person) => {
    const module = primaryModule(roster, person.staff.code, quarter)
    if (module === null) return []
    const byPrincipals = person.staff.track === 'leader' || headCodes.has(person.staff.code)
    const scorers = byPrincipals ? roster.principals.map(({ staff }) => staff.code) : [roster.holder(module, 'lead_a', quarter.end)]
    return scorers.map((scorer) => ({ scorer, staff: person.staff.code, score: clamp(2 + 2.9 * impression(dice, person), 1, 5).toFixed(1) }))
  })
}
