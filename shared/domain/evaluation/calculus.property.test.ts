import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hundredthsText, round2, smaller } from '../../lib/hundredths.ts'
import { add, compare, divide, isZero, multiply, sum, whole, zero } from '../../lib/rational.ts'
import type { Rational } from '../../lib/rational.ts'
import { decimal, edited } from './example.testing.ts'
import type { QuarterCaseDocument } from './example.testing.ts'
import { evaluateCase } from './evaluate-case.ts'
import type { PersonOutcome, QuarterOutcome } from './computing/outcome.ts'
import { parseCase, parseQuarterInput } from './reading/parse-case.ts'
import { planOfTrack } from '../plans/plan-of-track.ts'
import { evaluateQuarter } from './computing/quarter.ts'
import { randomQuarterCase } from './random-case.testing.ts'
import { quarterResult } from './results/result-document.ts'
import type { QuarterResult } from './results/result.ts'

const runs = { seed: 20260331, numRuns: 300 }

function evaluate(json: unknown): QuarterOutcome {
  const parsed = parseCase(json)
  if (parsed.kind !== 'quarter') throw new Error(JSON.stringify(parsed))
  return evaluateQuarter(parsed.input)
}

/** Runs a check over random quarter cases and what they evaluate to. */
function forCases(check: (document: QuarterCaseDocument, outcome: QuarterOutcome) => void): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const document = randomQuarterCase(seed)
      check(document, evaluate(document))
    }),
    runs,
  )
}

function forPeople(check: (person: PersonOutcome, document: QuarterCaseDocument, outcome: QuarterOutcome) => void): void {
  forCases((document, outcome) => {
    for (const person of outcome.people) check(person, document, outcome)
  })
}

function weightedMean(rows: readonly { readonly value: Rational; readonly weight: Rational }[]): Rational {
  return divide(sum(rows.map(({ value, weight }) => multiply(value, weight))), sum(rows.map(({ weight }) => weight)))
}

describe('the numbers of the result add up', () => {
  test('dimensions are sums of their leaves unless a rule says how else', () => {
    forPeople(({ leaves, dimensions, module, team }) => {
      const of = (...names: readonly (keyof typeof leaves)[]) => names.reduce((total, name) => total + (leaves[name] ?? 0), 0)
      expect(dimensions.post).toBe(of('P'))
      if (module.how.kind === 'sum') expect(dimensions.module).toBe(of('M1', 'M2', 'M3', 'M4'))
      if (team.how.kind === 'sum') expect(dimensions.team).toBe(of('T1', 'T2'))
      else expect(leaves.T2).toBeUndefined()
      expect([dimensions.special, dimensions.deduct]).toEqual([of('X'), of('D')])
    })
  })

  test('totals are sums of rounded dimensions, never below 0', () => {
    forPeople(({ dimensions, total }) => {
      const { post, module, team, special, deduct } = dimensions
      const base = total.mode === 'additive' ? post + module + team : total.scaled
      expect(total.total).toBe(Math.max(0, base + special - deduct))
    })
  })
})

describe('every leaf can be rebuilt from its explanation', () => {
  test('P and k from segments', () => {
    forPeople(({ post }, document) => {
      expect(post.segments.reduce((days, segment) => days + segment.days, 0)).toBe(post.coveredDays)
      const mean = weightedMean(post.segments.map(({ score, days }) => ({ value: score, weight: whole(days) })))
      expect(mean).toEqual(post.mean)
      if (post.score !== null) expect(post.score).toBe(smaller(round2(mean), round2(post.max)))
      for (const { held, score } of post.segments) {
        const scores = held.map((assignment) => decimal(document.posts.find((row) => row.id === assignment.post)?.score ?? '0'))
        expect(scores.every((value) => compare(value, score) <= 0) && scores.some((value) => compare(value, score) === 0)).toBe(true)
      }
    })
  })

  test('M1 from ratings, their means and factors', () => {
    forPeople(({ module: { headRating } }) => {
      if (headRating === null) return
      const counted = headRating.ratings.flatMap(({ raw, days, correction }) => (correction === null ? [] : [{ raw, days, correction }]))
      for (const { raw, correction } of counted) {
        expect(multiply(raw, correction.factor)).toEqual(correction.normalised)
        const product = multiply(correction.normalised, correction.pkFactor)
        expect(correction.value).toEqual(compare(product, headRating.max) > 0 ? headRating.max : product)
      }
      const rows = counted.map(({ correction, days }) => ({ value: correction.value, weight: whole(days) }))
      expect(headRating.score).toBe(isZero(sum(rows.map((row) => row.weight))) ? null : round2(weightedMean(rows)))
    })
  })

  test('M2 from parts', () => {
    forPeople(({ module: { taskProgress } }) => {
      if (taskProgress === null) return
      const bases = sum(taskProgress.parts.map((part) => multiply(whole(part.weight), part.roleFactor)))
      const contributions = sum(taskProgress.parts.map((part) => multiply(part.base, multiply(part.timingFactor, part.qualityFactor))))
      expect([bases, contributions]).toEqual([taskProgress.bases, taskProgress.contributions])
      const { result, score } = taskProgress
      if (result.kind === 'tasks') expect(score).toBe(round2(divide(multiply(taskProgress.max, contributions), bases)))
      if (result.kind === 'module_mean') expect(score).toBe(round2(weightedMean(result.modules.map(({ mean, days }) => ({ value: mean, weight: whole(days) })))))
      expect(isZero(bases)).toBe(result.kind !== 'tasks')
    })
  })

  test('M3 and M4 from votes and scores', () => {
    forPeople(({ staff, module: { peer, leaderScore } }, document) => {
      if (peer !== null) {
        const ballots = document.peerVotes.filter((vote) => vote.staff === staff)
        const votes = ballots.flatMap((vote) => (vote.band === null ? [] : [vote.band]))
        expect([peer.ballots, peer.votes]).toEqual([ballots.length, votes.length])
        const points = votes.map((band) => peer.bands.find((row) => row.band === band)?.points ?? zero)
        if (peer.score !== null) expect(peer.score).toBe(round2(divide(sum(points), whole(points.length))))
        else expect(votes.length === 0 || votes.length < peer.minVotes || compare(divide(whole(votes.length), whole(ballots.length)), peer.minTurnout) < 0).toBe(true)
      }
      const given = document.leaderScores.filter((row) => row.staff === staff).map((row) => decimal(row.score))
      if (leaderScore !== null) expect(leaderScore.score).toBe(given.length === 0 ? null : round2(divide(sum(given), whole(given.length))))
    })
  })

  test('M from leaves: summed, rescaled, filled, or flagged', () => {
    forPeople(({ track, module, flags }, _, { people }) => {
      const present = module.leaves.flatMap((leaf) => (leaf.score === null ? [] : [{ ...leaf, score: leaf.score }]))
      const enough = present.length > 0 && compare(sum(present.map((leaf) => leaf.max)), multiply(module.rescaleAt, module.max)) >= 0
      const complete = present.length === module.leaves.length
      const others = people.filter((other) => other.track === track && (other.module.how.kind === 'sum' || other.module.how.kind === 'rescaled'))
      expect(module.how.kind).toBe(complete ? 'sum' : enough ? 'rescaled' : others.length > 0 ? 'filled' : 'noScore')
      expect(flags.includes('rescaled') || flags.includes('filled') || flags.includes('noScore')).toBe(!complete)
      if (module.how.kind === 'rescaled') expect(module.score).toBe(round2(divide(multiply(decimal(hundredthsText(module.how.present)), module.max), module.how.presentMax)))
      if (module.how.kind === 'filled') expect(module.score).toBe(round2(divide(sum(others.map((other) => decimal(hundredthsText(other.module.score)))), whole(others.length))))
    })
  })

  test('T1 and T2 from rows and kinds', () => {
    forPeople(({ team: { result, service } }, document, { period }) => {
      if (result !== null) expect(result.score).toBe(round2(weightedMean(result.rows.map(({ points, days }) => ({ value: points, weight: whole(days) })))))
      if (service === null) return
      for (const kind of service.kinds) {
        const own = service.counted.flatMap((position) => document.serviceEvents[position] ?? []).filter((event) => event.kind === kind.kind)
        expect(sum(own.map((event) => decimal(event.quantity)))).toEqual(kind.quantity)
        expect(compare(kind.capped, kind.cap)).toBeLessThanOrEqual(0)
      }
      const needed = multiply(service.target, divide(whole(service.coverage), whole(period.days)))
      const points = service.kinds.reduce((total, kind) => add(total, kind.capped), zero)
      const share = isZero(needed) || compare(points, needed) >= 0 ? whole(1) : divide(points, needed)
      expect(service.score).toBe(service.coverage === 0 ? null : round2(multiply(service.max, share)))
    })
  })

  test('X and D from items', () => {
    forPeople(({ special, deduction }) => {
      const groups = special.groups.filter((group) => group.counted)
      expect(groups.length).toBe(Math.min(special.maxGroups, special.groups.length))
      const lowest = Math.min(...groups.map((group) => group.score))
      expect(special.groups.every((group) => group.counted || group.score <= lowest || special.maxGroups === 0)).toBe(true)
      const items = [...groups, ...special.honours.filter((honour) => honour.counted)].reduce<number>((total, item) => total + item.score, special.circulars.score)
      expect(special.sum).toBe(items)
      if (special.score !== null) expect(special.score).toBe(Math.min(items, special.cap))
      const points = add(sum(deduction.items.map((item) => item.points)), deduction.circulars.points)
      if (deduction.score !== null) expect(deduction.score).toBe(Math.min(round2(points), deduction.cap))
    })
  })
})

describe('bounds', () => {
  test('leaves stay within 0 and their maximum', () => {
    forPeople(({ track, leaves, staff }, document) => {
      const { dimensions, module, team } = planOfTrack(document.plan, track)
      const maxima = {
        P: dimensions.post, M1: module.head, M2: module.tasks, M3: module.peer, M4: module.leader,
        T1: team.result, T2: team.service.max, X: dimensions.specialCap, D: dimensions.deductCap,
      }
      for (const [leaf, max] of Object.entries(maxima)) {
        const score = new Map<string, number>(Object.entries(leaves)).get(leaf)
        if (score !== undefined) expect(score >= 0 && score <= round2(decimal(max)), `${staff} ${leaf}`).toBe(true)
        if (isZero(decimal(max))) expect(score).toBeUndefined()
      }
    })
  })

  test('ranks are competition ranks: one more than those with a higher total', () => {
    forPeople((person, _, { people }) => {
      const above = (of: (other: PersonOutcome) => boolean) => 1 + people.filter((other) => of(other) && other.total.total > person.total.total).length
      expect(person.ranks).toEqual({
        town: above(() => true),
        module: above((other) => other.primaryModule === person.primaryModule),
        pool: above((other) => other.pool === person.pool),
      })
    })
  })

  test('quotas are never exceeded, and nobody below stands above', () => {
    forCases((_, { people, pools }) => {
      for (const pool of pools) {
        const members = people.filter((person) => person.pool === pool.pool)
        const good = members.filter((person) => person.grade.grade === 'good')
        expect(members.length).toBe(pool.people)
        expect(good.length).toBe(pool.good)
        expect(good.length).toBeLessThanOrEqual(pool.quota)
        const refused = members.filter((person) => person.grade.reason.kind === 'ranked' && ['beyondQuota', 'tiedAtLine'].includes(person.grade.reason.place))
        for (const better of good) for (const other of refused) expect(better.total.total).toBeGreaterThanOrEqual(other.total.total)
        if (pool.tiedAtLine === 0) expect(good.length).toBe(Math.min(pool.quota, pool.candidates))
      }
    })
  })
})

describe('the same case', () => {
  function byStaff(results: readonly QuarterResult[]): readonly QuarterResult[] {
    return [...results].sort((a, b) => (a.staff < b.staff ? -1 : 1))
  }

  test('gives the same text, also from its snapshot', () => {
    forCases((document, outcome) => {
      const text = JSON.stringify(quarterResult(outcome))
      expect(JSON.stringify(evaluateCase(document))).toBe(JSON.stringify({ kind: 'result', document: JSON.parse(text) }))
      const parsed = parseCase(document)
      const snapshot = parseQuarterInput(JSON.parse(JSON.stringify(parsed.kind === 'quarter' ? parsed.input : null)))
      expect(snapshot.kind === 'quarter' && JSON.stringify(quarterResult(evaluateQuarter(snapshot.input)))).toBe(text)
    })
  })

  test('in another order gives everyone the same; only events keep theirs, for the first of equals counts', () => {
    forCases((document, outcome) => {
      const permuted: QuarterCaseDocument = {
        ...document,
        modules: document.modules.toReversed(),
        posts: document.posts.toReversed(),
        staff: document.staff.map((person) => ({ ...person, assignments: person.assignments.toReversed(), leaves: person.leaves.toReversed() })).toReversed(),
        headRatings: document.headRatings.toReversed(),
        peerVotes: document.peerVotes.toReversed(),
        leaderScores: document.leaderScores.toReversed(),
        tasks: document.tasks.map((task) => ({ ...task, parties: task.parties.toReversed() })).toReversed(),
        villages: document.villages.toReversed(),
        teamMembers: document.teamMembers.toReversed(),
        specialGroups: document.specialGroups.map((group) => ({ ...group, members: group.members.toReversed() })).toReversed(),
        honours: document.honours.toReversed(),
        circulars: document.circulars.toReversed(),
        deductions: document.deductions.toReversed(),
        vetoes: document.vetoes.toReversed(),
      }
      expect(byStaff(quarterResult(evaluate(permuted)).results)).toEqual(byStaff(quarterResult(outcome).results))
    })
  })
})

describe('a broken case is refused', () => {
  const breaks: readonly (readonly [path: string, keys: readonly (string | number)[], value: unknown, code: string])[] = [
    ['staff[0].identity', ['staff', 0, 'identity'], 'boss', 'unknown_value'],
    ['staff[0].status', ['staff', 0, 'status'], undefined, 'missing'],
    ['period.end', ['period', 'end'], '2020-01-01', 'backwards'],
    ['posts[0].score', ['posts', 0, 'score'], '1,5', 'not_decimal'],
    ['posts[0].score', ['posts', 0, 'score'], '-1', 'negative'],
    ['villages[0].id', ['villages', 0, 'id'], undefined, 'missing'],
    ['honours[9].staff', ['honours'], Array.from({ length: 10 }, () => ({ staff: 'nobody', matter: '', level: 'county' })), 'unknown_id'],
    ['plan.module', ['plan', 'dimensions', 'module'], '0.01', 'maxima_do_not_add_up'],
    ['period.freeze', ['period', 'freeze'], '2026-02-30', 'not_date'],
  ]

  test('wherever it is broken', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...breaks), (seed, [path, keys, value, code]) => {
        const parsed = parseCase(edited(randomQuarterCase(seed), keys, value))
        expect(parsed.kind === 'refused' && parsed.issues.some((issue) => issue.path === path && issue.code === code), path).toBe(true)
      }),
      runs,
    )
  })
})
