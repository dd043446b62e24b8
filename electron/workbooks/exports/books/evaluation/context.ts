import type { CaseStaff } from '../../../../../shared/domain/plans/case.ts'
import type { PersonOutcome, PostSegment } from '../../../../../shared/domain/evaluation/computing/outcome.ts'
import type { PlanConstants } from '../../../../../shared/domain/plans/plan.ts'
import { planOfTrack } from '../../../../../shared/domain/plans/plan-of-track.ts'
import { gatherFacts } from '../../../../../shared/domain/evaluation/computing/staff-facts.ts'
import type { StaffFacts } from '../../../../../shared/domain/evaluation/computing/staff-facts.ts'
import type { Track } from '../../../../../shared/domain/people/codes.ts'
import { trackLabels } from '../../../../../shared/domain/people/vocabulary.ts'
import { canonicalJson } from '../../../../../shared/lib/canonical-json.ts'
import { groupBy } from '../../../../../shared/lib/group-by.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftCell } from '../../arrange/draft.ts'
import type { EvaluationBookData, EvaluationPerson } from './data.ts'
import { words } from '../../vocabulary.ts'

/** The constants as they hold for some tracks, and the column of the constants table they stand in. */
export interface Profile {
  readonly index: number
  readonly field: string
  readonly label: string
  readonly constants: PlanConstants
}

/** One person of the workbook. `key` is the number formulas find him by: codes may hold characters that SUMIFS reads as wildcards. */
export interface BookPerson {
  readonly key: number
  /** Place in the official order, from 1. */
  readonly sequence: number
  readonly outcome: PersonOutcome
  readonly staff: CaseStaff
  readonly facts: StaffFacts
  readonly info: EvaluationPerson
  readonly profile: Profile
  readonly trackKey: number
  /** What tells him from another of the same name, or empty. */
  readonly distinction: string
}

/** Everything the sheets are made from, indexed once. */
export interface EvaluationContext {
  readonly data: EvaluationBookData
  /** In official order: by pool and rank. */
  readonly people: readonly BookPerson[]
  readonly profiles: readonly Profile[]
  readonly tracks: readonly { readonly track: Track; readonly key: number; readonly profile: Profile }[]
  readonly moduleKeys: ReadonlyMap<string, number>
  /** Distinct modules someone holds at once, at most: each has a hidden column by which days in a module are counted. */
  readonly modulesAtOnce: number
  readonly poolKeys: ReadonlyMap<string | null, number>
  /** Names the plan gives to bands, kinds and the like, over all tracks; their positions stand in the ids of the constants. */
  readonly names: PlanNames
}

export interface PlanNames {
  readonly headBands: readonly string[]
  readonly peerBands: readonly string[]
  readonly serviceKinds: readonly string[]
  readonly groupRoles: readonly string[]
  readonly groupGrades: readonly string[]
  readonly levels: readonly string[]
  /** The most steps any track's plan has. */
  readonly lateSteps: number
  readonly tiers: number
  readonly rejections: number
}

function namesOf(profiles: readonly Profile[]): PlanNames {
  const union = (table: (constants: PlanConstants) => object): readonly string[] => [...new Set(profiles.flatMap(({ constants }) => Object.keys(table(constants))))]
  const longest = (list: (constants: PlanConstants) => readonly unknown[]): number => Math.max(1, ...profiles.map(({ constants }) => list(constants).length))
  return {
    headBands: union(({ module }) => module.headBands),
    peerBands: union(({ module }) => module.peerBands),
    serviceKinds: union(({ team }) => team.service.kinds),
    groupRoles: union(({ special }) => special.roles),
    groupGrades: union(({ special }) => special.grades),
    levels: union(({ special }) => special.levels),
    lateSteps: longest(({ tasks }) => tasks.late),
    tiers: longest(({ team }) => team.tiers),
    rejections: longest(({ deduct }) => deduct.rejected_feedback),
  }
}

/** Tracks with the same constants share a column. */
function profilesOf(data: EvaluationBookData, tracks: readonly Track[]): ReadonlyMap<Track, Profile> {
  const { plan } = data.input
  const constants = tracks.map((track) => ({ track, constants: planOfTrack(plan, track) }))
  const groups = [...groupBy(constants, (entry) => canonicalJson(constantsOnly(entry.constants))).values()]
  const profiles = new Map<Track, Profile>()
  for (const [index, group] of groups.entries()) {
    const [first] = group
    if (first === undefined) continue
    const label = groups.length === 1 ? words.allTracks : group.map(({ track }) => trackLabels[track]).join(words.joiner)
    const profile = { index, field: fieldAt('profile', index), label, constants: first.constants }
    for (const { track } of group) profiles.set(track, profile)
  }
  return profiles
}

/** Without what holds for all tracks alike, so that a base plan and an equal override compare equal. */
function constantsOnly({ mode, dimensions, module, tasks, coefficient, validity, team, special, deduct }: PlanConstants): PlanConstants {
  return { mode, dimensions, module, tasks, coefficient, validity, team, special, deduct }
}

function officialOrder(data: EvaluationBookData, poolKeys: ReadonlyMap<string | null, number>): readonly PersonOutcome[] {
  const place = (person: PersonOutcome): number => {
    const key = poolKeys.get(person.pool) ?? 0
    return key === 0 ? Number.MAX_SAFE_INTEGER : key
  }
  return [...data.outcome.people].sort((a, b) => place(a) - place(b) || a.ranks.pool - b.ranks.pool)
}

/** What tells people of one name apart: the module, or where that is the same too, module and post. */
export function distinctions(people: readonly { readonly staff: string; readonly name: string; readonly moduleName: string; readonly postName: string }[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const namesakes of groupBy(people, (person) => person.name).values()) {
    if (namesakes.length < 2) continue
    const modules = new Set(namesakes.map((person) => person.moduleName))
    for (const { staff, moduleName, postName } of namesakes) found.set(staff, modules.size === namesakes.length ? moduleName : `${moduleName}·${postName}`)
  }
  return found
}

/** The modules of a stretch of days, each once. */
export function modulesHeld(segment: PostSegment): readonly string[] {
  return [...new Set(segment.held.map(({ module }) => module))]
}

/** Indexes the data for the sheets. People without information of their own print blanks there. */
export function evaluationContext(data: EvaluationBookData): EvaluationContext {
  const { input, outcome } = data
  const tracks = [...new Set(outcome.people.map((person) => person.track))]
  const profileOf = profilesOf(data, tracks)
  const profiles = [...new Set(profileOf.values())]
  const poolKeys = new Map<string | null, number>([...input.plan.pools.map((pool, index): [string, number] => [pool.id, index + 1]), [null, 0]])
  const factsOf = gatherFacts(input)
  const staffOf = new Map(input.staff.map((staff) => [staff.id, staff]))
  const infoOf = new Map(data.people.map((info) => [info.staff, info]))
  const keys = new Map(outcome.people.map((person, index) => [person.staff, index + 1]))
  const blank = { sex: '', postName: '', moduleName: '', identityLabel: '', trackLabel: '', decidedGrade: null, remark: null }
  const named = outcome.people.map(({ staff, name }) => ({ ...blank, ...infoOf.get(staff), staff, name }))
  const distinction = distinctions(named)
  const people = officialOrder(data, poolKeys).flatMap((person, index): readonly BookPerson[] => {
    const staff = staffOf.get(person.staff)
    const profile = profileOf.get(person.track)
    if (staff === undefined || profile === undefined) return []
    return [{
      key: keys.get(person.staff) ?? 0,
      sequence: index + 1,
      outcome: person,
      staff,
      facts: factsOf(person.staff),
      info: infoOf.get(person.staff) ?? { ...blank, staff: person.staff },
      profile,
      trackKey: tracks.indexOf(person.track) + 1,
      distinction: distinction.get(person.staff) ?? '',
    }]
  })
  return {
    data,
    people,
    profiles,
    tracks: tracks.flatMap((track, index) => {
      const profile = profileOf.get(track)
      return profile ? [{ track, key: index + 1, profile }] : []
    }),
    modulesAtOnce: Math.max(1, ...outcome.people.flatMap(({ post }) => post.segments.map((segment) => modulesHeld(segment).length))),
    moduleKeys: new Map(input.modules.map((module, index) => [module.id, index + 1])),
    poolKeys,
    names: namesOf(profiles),
  }
}

/** The cells every row about a person begins with. */
export function personCells(person: BookPerson): Readonly<Record<'key' | 'code' | 'name', DraftCell>> {
  return { key: number(person.key), code: text(person.outcome.staff), name: text(person.outcome.name) }
}

/** A score in hundredths as the number a cell shows. */
export function scoreNumber(score: number): number {
  return score / 100
}

/** A formula whose result the engine knows: a number, or nothing (“”) where the leaf is missing. */
export function scored(template: string, score: number | null | undefined): DraftCell {
  return formula(template, score === null || score === undefined ? '' : scoreNumber(score))
}
