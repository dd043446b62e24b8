import { decimalText, isDecimal, parseDecimal } from '../../lib/decimal.ts'
import { isJsonObject, mergeDeep, ownValue } from '../../lib/json.ts'
import { compare, subtract, sum } from '../../lib/rational.ts'
import type { Rational } from '../../lib/rational.ts'
import { identities, leaveKinds, tracks } from '../people/codes.ts'
import type { Track } from '../people/codes.ts'
import { FieldReader, readDecimal, readOneOf } from './field-reader.ts'
import type { KnownIds } from './field-reader.ts'
import { entityNames, issueMessages } from './issue-messages.ts'
import type { MaximaGap } from './issue-messages.ts'
import { IssueLog } from './issue.ts'
import { placeKeys, rootPlace, within } from './place.ts'
import type { Place } from './place.ts'
import type { LateStep, Plan, PlanConstants, PlanOverride, PoolRule, QuarterGradeRule } from './plan.ts'
import { normalisations, quotaRoundings, scoringModes, zeroTaskRules } from './vocabulary.ts'

function readModule(fields: FieldReader): PlanConstants['module'] {
  return {
    head: fields.decimal('head'),
    tasks: fields.decimal('tasks'),
    peer: fields.decimal('peer'),
    leader: fields.decimal('leader'),
    headBands: fields.table('headBands', readDecimal),
    peerBands: fields.table('peerBands', readDecimal),
    normalisation: fields.oneOf('normalisation', normalisations),
    factorMin: fields.decimal('factorMin'),
    factorMax: fields.decimal('factorMax'),
    minRatedDays: fields.count('minRatedDays'),
    zeroTask: fields.oneOf('zeroTask', zeroTaskRules),
    zeroTaskShare: fields.decimal('zeroTaskShare'),
    minVotes: fields.count('minVotes'),
    minTurnout: fields.decimal('minTurnout'),
    rescaleAt: fields.decimal('rescaleAt'),
  }
}

function readLateStep(fields: FieldReader): LateStep {
  return { days: fields.nullable('days', (name) => fields.count(name)), factor: fields.decimal('factor') }
}

function readTasks(fields: FieldReader): PlanConstants['tasks'] {
  return {
    roles: fields.object('roles', (roles) => ({ host: roles.decimal('host'), cohost: roles.decimal('cohost') })),
    onTime: fields.decimal('onTime'),
    returned: fields.decimal('returned'),
    late: fields.rows('late', readLateStep),
    quality: fields.object('quality', (quality) => ({
      excellent: quality.decimal('excellent'),
      good: quality.decimal('good'),
      fair: quality.decimal('fair'),
      poor: quality.decimal('poor'),
    })),
  }
}

/** A list of decimals that needs at least one. */
function decimalsOf(fields: FieldReader, name: string): readonly string[] {
  const decimals = fields.list(name, readDecimal)
  if (decimals.length === 0) fields.log.report(fields.at(name), 'missing', issueMessages.emptyList)
  return decimals
}

function readTeam(fields: FieldReader): PlanConstants['team'] {
  return {
    result: fields.decimal('result'),
    tiers: decimalsOf(fields, 'tiers'),
    service: fields.object('service', (service) => ({
      max: service.decimal('max'),
      target: service.decimal('target'),
      kinds: service.table('kinds', (value, place, log) => {
        const kind = new FieldReader(value, place, log)
        return { points: kind.decimal('points'), cap: kind.decimal('cap') }
      }),
    })),
  }
}

function readSpecial(fields: FieldReader): PlanConstants['special'] {
  return {
    roles: fields.table('roles', readDecimal),
    grades: fields.table('grades', readDecimal),
    maxGroups: fields.count('maxGroups'),
    levels: fields.table('levels', readDecimal),
    positiveCircular: fields.decimal('positiveCircular'),
  }
}

function readDeduct(fields: FieldReader): PlanConstants['deduct'] {
  return {
    yellow_supervision: fields.decimal('yellow_supervision'),
    red_supervision: fields.decimal('red_supervision'),
    rejected_feedback: decimalsOf(fields, 'rejected_feedback'),
    negative_circular: fields.decimal('negative_circular'),
    absence: fields.decimal('absence'),
  }
}

interface Maxima {
  readonly dimension: 'module' | 'team'
  readonly parts: readonly (readonly string[])[]
  readonly message: (gap: MaximaGap) => string
}

const maxima: readonly Maxima[] = [
  { dimension: 'module', parts: [['module', 'head'], ['module', 'tasks'], ['module', 'peer'], ['module', 'leader']], message: issueMessages.moduleMaxima },
  { dimension: 'team', parts: [['team', 'result'], ['team', 'service', 'max']], message: issueMessages.teamMaxima },
]

function decimalAt(value: unknown, keys: readonly string[]): Rational | null {
  const found = keys.reduce<unknown>((at, key) => (isJsonObject(at) ? ownValue(at, key) : null), value)
  return typeof found === 'string' && isDecimal(found) ? parseDecimal(found) : null
}

/** The leaves of M and of T must add up to their dimension; checked where all of them can be read. */
function checkMaxima(value: unknown, place: Place, log: IssueLog): void {
  for (const { dimension, parts, message } of maxima) {
    const whole = decimalAt(value, ['dimensions', dimension])
    const read = parts.flatMap((part) => decimalAt(value, part) ?? [])
    if (whole === null || read.length < parts.length || compare(sum(read), whole) === 0) continue
    log.report(within(place, dimension), 'maxima_do_not_add_up', message(gapBetween(read, whole)))
  }
}

function gapBetween(parts: readonly Rational[], whole: Rational): MaximaGap {
  const total = sum(parts)
  const isLess = compare(total, whole) < 0
  const difference = isLess ? issueMessages.less(plainText(subtract(whole, total))) : issueMessages.more(plainText(subtract(total, whole)))
  return { parts: parts.map(plainText).join('+'), sum: plainText(total), whole: plainText(whole), difference }
}

function plainText(value: Rational): string {
  return decimalText(value, 2).replace(/\.?0+$/, '')
}

/** Reads the constants that may differ by track, and adds up their maxima. */
export function readPlanConstants(value: unknown, place: Place, log: IssueLog): PlanConstants {
  const fields = new FieldReader(value, place, log)
  const constants: PlanConstants = {
    mode: fields.oneOf('mode', scoringModes),
    dimensions: fields.object('dimensions', (dimensions) => ({
      post: dimensions.decimal('post'),
      module: dimensions.decimal('module'),
      team: dimensions.decimal('team'),
      specialCap: dimensions.decimal('specialCap'),
      deductCap: dimensions.decimal('deductCap'),
    })),
    module: fields.object('module', readModule),
    tasks: fields.object('tasks', readTasks),
    coefficient: fields.object('coefficient', (coefficient) => ({ base: coefficient.decimal('base'), range: coefficient.decimal('range') })),
    validity: fields.object('validity', (validity) => ({
      share: validity.decimal('share'),
      leaves: validity.list('leaves', (leave, at) => readOneOf(leaveKinds, leave, at, validity.log)),
    })),
    team: fields.object('team', readTeam),
    special: fields.object('special', readSpecial),
    deduct: fields.object('deduct', readDeduct),
  }
  checkMaxima(value, place, log)
  return constants
}

/** The ranking pools of a plan or a year, and their ids. */
export function readPools(fields: FieldReader): { readonly pools: readonly PoolRule[]; readonly known: KnownIds } {
  const known: KnownIds = { what: entityNames.pool, ids: new Set() }
  const pools = fields.rows('pools', (pool): PoolRule => ({
    id: pool.newId('id', known),
    tracks: pool.optional('tracks', (name) => pool.list(name, (track, place, log) => readOneOf(tracks, track, place, log))) ?? [],
    identities: pool.optional('identities', (name) => pool.list(name, (identity, place, log) => readOneOf(identities, identity, place, log))) ?? [],
  }))
  return { pools, known }
}

function readQuarterGrades(fields: FieldReader): QuarterGradeRule {
  return {
    quota: fields.decimal('quota'),
    rounding: fields.oneOf('rounding', quotaRoundings),
    good: fields.decimal('good'),
    fairGood: fields.decimal('fairGood'),
    average: fields.decimal('average'),
  }
}

function isOverride(value: unknown, issuesOfMerged: number): value is PlanOverride {
  return isJsonObject(value) && issuesOfMerged === 0
}

/** Reads every override as the plan it makes; what the base does not get wrong itself is reported under `plan.tracks`. */
function readOverrides(fields: FieldReader, base: unknown): Plan['tracks'] {
  const ofBase = new IssueLog()
  readPlanConstants(base, rootPlace, ofBase)
  const overrides: Partial<Record<Track, PlanOverride>> = {}
  for (const { key, value, place } of fields.entries('tracks')) {
    const track = readOneOf(tracks, key, place, fields.log)
    const ofMerged = new IssueLog()
    if (isJsonObject(value)) readPlanConstants(mergeDeep(base, value), rootPlace, ofMerged)
    else fields.log.report(place, 'missing', issueMessages.missing)
    for (const { at, code, message } of ofMerged.notIn(ofBase)) fields.log.report(placeKeys(at).reduce(within, place), code, message)
    if (isOverride(value, ofMerged.issues.length)) overrides[track] = value
  }
  return overrides
}

/** A plan as read; not `sound` when constants are missing or malformed, so that nothing can be checked against them. */
export interface ReadPlan {
  readonly plan: Plan
  readonly pools: KnownIds
  readonly sound: boolean
}

export function readPlan(value: unknown, place: Place, log: IssueLog): ReadPlan {
  const before = log.issues.length
  const fields = new FieldReader(value, place, log)
  const { pools, known } = readPools(fields)
  const plan: Plan = {
    id: fields.text('id'),
    ...readPlanConstants(value, place, log),
    pools,
    quarterGrades: fields.object('quarterGrades', readQuarterGrades),
    tracks: readOverrides(fields, value),
  }
  const sound = log.issues.slice(before).every((issue) => issue.code === 'maxima_do_not_add_up')
  return { plan, pools: known, sound }
}
