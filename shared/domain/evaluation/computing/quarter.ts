import { lengthInDays } from '../../../lib/calendar-day.ts'
import { noHundredths } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import type { QuarterInput } from '../../plans/case.ts'
import { scoreDeductions } from './deduction.ts'
import { dutyOf } from './duty.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { ModuleOutcome } from './module-outcome.ts'
import { scoreModules } from './module-scores.ts'
import type { Dimensions, PersonOutcome, QuarterOutcome } from './outcome.ts'
import { poolOf } from '../../plans/pool.ts'
import { postTable, scorePost } from './post.ts'
import type { PostTable } from './post.ts'
import { flagsOf, leavesOf } from './leaves.ts'
import { gradeQuarter } from './quarter-grade.ts'
import { placesWithin } from './ranks.ts'
import { periodRange, whoIsScored } from './scored-person.ts'
import type { ScoredPerson } from './scored-person.ts'
import { scoreSpecial } from './special.ts'
import { scoreTeam } from './team.ts'
import { scoreTotal } from './total.ts'
import { villagePoints } from './village-points.ts'
import type { VillagePoints } from './village-points.ts'
import type { QuarterVeto } from '../../plans/vocabulary.ts'

/** A person's own numbers, before ranks and grade compare him with others. */
type OwnOutcome = Omit<PersonOutcome, 'ranks' | 'grade' | 'flags'>

/** Posts and villages have points under a plan, so once per track. */
interface PlanTables {
  readonly posts: PostTable
  readonly villages: ReadonlyMap<string, VillagePoints>
}

function planTables(input: QuarterInput): (plan: ExactPlan) => PlanTables {
  const tables = new Map<ExactPlan, PlanTables>()
  return (plan) => {
    const known = tables.get(plan)
    if (known !== undefined) return known
    const made = { posts: postTable(input.posts, plan), villages: villagePoints(input.villages, plan.tiers) }
    tables.set(plan, made)
    return made
  }
}

function scoreOwn(person: ScoredPerson, module: ModuleOutcome, tables: PlanTables, rankedVillages: number, input: QuarterInput): OwnOutcome {
  const { staff, plan, presence, facts } = person
  const period = periodRange(input.period)
  const post = scorePost(presence, tables.posts, plan)
  const team = scoreTeam({ staff, memberships: facts.memberships, events: facts.events, villages: tables.villages, module }, rankedVillages, input.period, period, plan)
  const special = scoreSpecial(facts.groups, facts.honours, facts.positiveCirculars, period, plan)
  const deduction = scoreDeductions(facts.deductions, facts.negativeCirculars, staff.priorRejections, input.period, plan)
  const orNone = (score: Hundredths | null): Hundredths => score ?? noHundredths
  const dimensions: Dimensions = {
    post: orNone(post.score),
    module: module.score,
    team: team.score,
    special: orNone(special.score),
    deduct: orNone(deduction.score),
  }
  return {
    staff: staff.id,
    name: staff.name,
    identity: staff.identity,
    track: staff.track,
    status: staff.status,
    mode: plan.mode,
    primaryModule: presence.primaryModule,
    pool: poolOf(staff, input.plan.pools),
    moduleDays: presence.modules,
    post,
    module,
    team,
    special,
    deduction,
    leaves: leavesOf({ post, module, team, special, deduction }),
    dimensions,
    total: scoreTotal(dimensions, post.coefficient, plan),
    duty: dutyOf(person, period),
  }
}

/** What the grade is decided by, beside the outcome it belongs to. */
function graded(own: OwnOutcome, vetoes: readonly QuarterVeto[]) {
  const { pool, status, dimensions } = own
  return { own, pool, status, dimensions, vetoes, validPeriod: own.duty.valid, total: own.total.total }
}

/**
 * Evaluates a quarter: everyone's four dimensions, total, ranks and suggested grade, with all they are made of.
 * Linear in the input but for sorting. The input must have passed the parser. @throws RangeError or SyntaxError when it has not
 */
export function evaluateQuarter(input: QuarterInput): QuarterOutcome {
  const { scored, unscored } = whoIsScored(input)
  const modules = scoreModules(scored, input)
  const tablesOf = planTables(input)
  const rankedVillages = input.villages.filter((village) => village.quarterRank !== null).length
  const people = scored.flatMap((person) => {
    const module = modules.get(person)
    return module === undefined ? [] : [graded(scoreOwn(person, module, tablesOf(person.plan), rankedVillages, input), person.facts.vetoes)]
  })
  const total = (person: (typeof people)[number]): number => person.total
  const inTown = placesWithin(people, () => null, total)
  const inModule = placesWithin(people, (person) => person.own.primaryModule, total)
  const inPool = placesWithin(people, (person) => person.pool, total)
  const { grades, pools } = gradeQuarter(people, input.plan.pools, input.plan.quarterGrades)
  const { id, start, end, freeze } = input.period
  return {
    period: { id, start, end, freeze, days: lengthInDays(periodRange(input.period)) },
    people: people.flatMap((person): readonly PersonOutcome[] => {
      const grade = grades.get(person)
      if (grade === undefined) return []
      const ranks = { town: inTown.get(person) ?? 0, module: inModule.get(person) ?? 0, pool: inPool.get(person) ?? 0 }
      return [{ ...person.own, ranks, grade, flags: flagsOf(person.own, grade) }]
    }),
    unscored,
    pools,
  }
}
