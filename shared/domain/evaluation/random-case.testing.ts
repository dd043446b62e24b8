import { dayNumber, dayText } from '../../lib/calendar-day.ts'
import { identities, leaveKinds, staffStatuses, tracks } from '../people/codes.ts'
import { circularKinds, deductionRules, quarterVetoes } from '../plans/points/codes.ts'
import { partyRoles, taskQualities } from '../plans/task-codes.ts'
import type { CaseStaff, CaseTask, Dated, Period, Post, ServiceEvent, SpecialGroup } from '../plans/case.ts'
import { planOfTrack } from '../plans/plan-of-track.ts'
import type { QuarterCaseDocument } from './example.testing.ts'
import { randomPlan } from './random-plan.testing.ts'
import type { Plan } from '../plans/plan.ts'
import { taskStatuses, taskWeights } from '../plans/vocabulary.ts'

/** Draws the same values for the same seed (mulberry32). */
export class Draw {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  int(min: number, max: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return min + (((mixed ^ (mixed >>> 14)) >>> 0) % (max - min + 1))
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.int(1, times) === 1
  }

  of<Value>(values: readonly Value[]): Value {
    const value = values[this.int(0, values.length - 1)]
    if (value === undefined) throw new RangeError('nothing to draw from')
    return value
  }

  /** A decimal from `min` to `max` hundredths. */
  decimal(min: number, max: number): string {
    return (this.int(min, max) / 100).toFixed(2)
  }

  times<Value>(min: number, max: number, make: (index: number) => Value): readonly Value[] {
    return Array.from({ length: this.int(min, max) }, (_, index) => make(index))
  }
}

const lengths = [90, 90, 91, 31, 7, 1] as const

function randomPeriod(draw: Draw): Period {
  const start = dayNumber(draw.of(['2026-01-01', '2026-02-01', '2024-02-28']))
  const end = start + draw.of(lengths) - 1
  return { id: '2026Q1', kind: 'quarter', start: dayText(start), end: dayText(end), freeze: dayText(end + draw.int(0, 10)) }
}

/** How many people, modules, tasks … a drawn case has, at least and at most. */
interface Sizes {
  readonly staff: readonly [number, number]
  readonly modules: readonly [number, number]
  readonly tasks: readonly [number, number]
  readonly memberships: readonly [number, number]
  readonly events: readonly [number, number]
  readonly points: readonly [number, number]
  /** A person is a party of one task in so many. */
  readonly partyOnceIn: number
}

const smallCase: Sizes = { staff: [1, 14], modules: [1, 5], tasks: [0, 12], memberships: [0, 16], events: [0, 40], points: [0, 12], partyOnceIn: 4 }

/** The size at which pools fill, places run out and people tie. */
export const townshipSize: Sizes = { staff: [24, 48], modules: [3, 6], tasks: [10, 40], memberships: [10, 60], events: [20, 160], points: [0, 40], partyOnceIn: 12 }

class CaseDraw {
  readonly draw: Draw
  readonly sizes: Sizes
  readonly period: Period
  readonly staff: readonly string[]
  readonly modules: readonly string[]
  readonly posts: readonly string[]
  readonly villages: readonly string[]

  constructor(draw: Draw, sizes: Sizes) {
    this.draw = draw
    this.sizes = sizes
    this.period = randomPeriod(draw)
    const ids = (prefix: string, min: number, max: number) => draw.times(min, max, (index) => `${prefix}${String(index)}`)
    // Ids in an order that is not their own, so that ties by id are seen.
    this.staff = ids('s', ...sizes.staff).toReversed()
    this.modules = ids('m', ...sizes.modules)
    this.posts = ids('p', 1, 4)
    this.villages = ids('v', 1, 7)
  }

  day(before = 20, after = 20): string {
    return dayText(this.draw.int(dayNumber(this.period.start) - before, dayNumber(this.period.end) + after))
  }

  dated(): Dated {
    const { draw } = this
    if (draw.once(2)) return { from: '2023-06-01', to: draw.once(4) ? this.day() : null }
    const days = [this.day(), this.day()].sort()
    const [from = '', to = ''] = days
    return { from, to: draw.once(2) ? null : to }
  }

  person(id: string): CaseStaff {
    const { draw } = this
    return {
      id,
      name: `人员${id}`,
      identity: draw.of(identities),
      track: draw.of(['staff', 'staff', 'staff', 'leader', ...tracks]),
      status: draw.once(6) ? draw.of(staffStatuses) : 'active',
      pool: draw.once(8) ? 'special' : null,
      priorRejections: draw.int(0, 3),
      assignments: draw.times(0, 3, () => ({ module: draw.of(this.modules), post: draw.of(this.posts), ...this.dated() })),
      leaves: draw.times(0, 2, () => ({ kind: draw.of(leaveKinds), ...this.dated() })),
    }
  }

  post(id: string): Post {
    const { draw } = this
    const factor = () => draw.int(1, 5)
    return {
      id,
      name: id,
      score: draw.decimal(1000, 2400),
      coefficient: draw.once(3) ? draw.decimal(80, 120) : null,
      factors: draw.once(2) ? { workload: factor(), difficulty: factor(), risk: factor() } : null,
    }
  }

  task(id: string): CaseTask {
    const { draw } = this
    const parties = this.staff.filter(() => draw.once(this.sizes.partyOnceIn))
    return {
      id,
      title: id,
      module: draw.of(this.modules),
      weight: draw.of(taskWeights),
      due: this.day(5, 5),
      status: draw.of(['completed', 'completed', ...taskStatuses]),
      completedOn: draw.once(4) ? null : this.day(20, 15),
      reworks: draw.int(0, 2),
      quality: draw.once(2) ? null : draw.of(taskQualities),
      parties: parties.map((staff) => ({
        staff,
        role: draw.of(partyRoles),
        completedOn: draw.once(4) ? this.day(20, 15) : null,
        reworks: draw.once(4) ? draw.int(0, 1) : null,
        quality: draw.once(4) ? draw.of(taskQualities) : null,
      })),
    }
  }

  event(kinds: readonly string[]): ServiceEvent {
    const { draw } = this
    return {
      staff: draw.of(this.staff),
      village: draw.of(this.villages),
      date: this.day(2, 2),
      kind: draw.of(kinds),
      household: draw.of([null, '', 'h1', 'h2']),
      quantity: draw.of(['1', '1', '2', '0.5', '7.25']),
      verified: !draw.once(6),
    }
  }

  group(id: string, plan: Plan): SpecialGroup {
    const { draw } = this
    return {
      id,
      name: id,
      grade: draw.of(Object.keys(plan.special.grades)),
      members: draw.times(0, 5, () => ({ staff: draw.of(this.staff), role: draw.of(Object.keys(plan.special.roles)), ...this.dated() })),
    }
  }
}

/** A valid quarter case with a random plan and a bit of everything, the same for the same seed. */
export function randomQuarterCase(seed: number): QuarterCaseDocument {
  return drawQuarterCase(new Draw(seed), smallCase)
}

export function drawQuarterCase(draw: Draw, sizes: Sizes): QuarterCaseDocument {
  const plan = randomPlan(draw)
  const world = new CaseDraw(draw, sizes)
  const { staff, modules, villages } = world
  const people = staff.map((id) => world.person(id))
  const hundredthsOf = new Map(people.map(({ id, track }) => {
    const { head, leader } = planOfTrack(plan, track).module
    return [id, { head: Number(head) * 100, leader: Number(leader) * 100 }]
  }))
  const bands = Object.keys(plan.module.headBands)
  const peerBands = Object.keys(plan.module.peerBands)
  const rated = staff.flatMap((person) => modules.filter(() => draw.once(2)).map((module) => ({ staff: person, module })))
  return {
    format: 'township-case/1',
    township: { name: '清溪镇', kind: 'town', county: '示例县', reportingUnit: '清溪镇人民政府' },
    plan,
    period: world.period,
    modules: modules.map((id) => ({ id, name: id, pkFactor: draw.of(['0.95', '1', '1.05', '0']) })),
    posts: world.posts.map((id) => world.post(id)),
    staff: people,
    headRatings: rated.map((pair) => {
      if (draw.once(2)) return { scorer: 'h', ...pair, band: draw.of(bands), score: null }
      return { scorer: 'h', ...pair, band: null, score: draw.once(6) ? '0' : draw.decimal(0, hundredthsOf.get(pair.staff)?.head ?? 0) }
    }),
    peerVotes: staff.flatMap((person) => draw.times(0, 6, (index) => ({ scorer: `v${String(index)}`, staff: person, band: draw.once(3) ? null : draw.of(peerBands) }))),
    leaderScores: staff.flatMap((person) =>
      draw.times(0, 2, (index) => ({ scorer: `l${String(index)}`, staff: person, score: draw.decimal(0, hundredthsOf.get(person)?.leader ?? 0) })),
    ),
    tasks: draw.times(...sizes.tasks, (index) => world.task(`t${String(index)}`)),
    villages: villages.map((id) => ({ id, name: id, quarterRank: draw.once(4) ? null : draw.int(1, 9) })),
    teamMembers: draw.times(...sizes.memberships, () => ({ staff: draw.of(staff), village: draw.of(villages), ...world.dated() })),
    serviceEvents: draw.times(...sizes.events, () => world.event(Object.keys(plan.team.service.kinds))),
    specialGroups: draw.times(0, 4, (index) => world.group(`g${String(index)}`, plan)),
    honours: draw.times(0, 8, () => ({ staff: draw.of(staff), matter: draw.of(['平安', '党建']), level: draw.of(Object.keys(plan.special.levels)) })),
    circulars: draw.times(0, 5, () => ({ staff: draw.of(staff), kind: draw.of(circularKinds) })),
    deductions: draw.times(...sizes.points, (index) => ({
      id: `d${String(index)}`,
      staff: draw.of(staff),
      rule: draw.of(['rejected_feedback', ...deductionRules]),
      date: world.day(3, 3),
      exempt: draw.once(5),
    })),
    vetoes: draw.times(0, 3, () => ({ staff: draw.of(staff), effect: draw.of(quarterVetoes) })),
  }
}
