import type { BundlePeriod, TownshipBundle } from '../bundle/bundle.ts'
import { makeBallots } from './ballots.ts'
import { diceOf, type Dice } from './dice.ts'
import { gradeGroups } from './groups.ts'
import type { PeriodPoints } from './points.ts'
import type { Roster } from './roster.ts'
import { makeHeadRatings, makeLeaderScores } from './sheets.ts'
import type { TownshipTable } from './tables.ts'

type PeriodRow = TownshipTable['periods'][number]

/** A period before anything is entered. */
export function blankPeriod(row: PeriodRow, plan: string): BundlePeriod {
  return { ...row, plan, pkFactors: [], villageRanks: [], groupGrades: [], honours: [], circulars: [], vetoes: [], headRatings: [], leaderScores: [], peerCounts: [], peerRoll: [] }
}

/** 名次 1 to n; in the second quarter of the year one village is not ranked. */
function rankVillages(dice: Dice, villages: TownshipBundle['villages'], oneUnranked: boolean): BundlePeriod['villageRanks'] {
  const order = dice.shuffled(villages)
  const unranked = oneUnranked ? order.at(-1) : undefined
  return villages.map((village) => ({ village: village.code, rank: village === unranked ? null : order.indexOf(village) + 1 }))
}

/** A quarter in which every score has been given. */
export function scoredPeriod(seed: number, row: PeriodRow, plan: string, roster: Roster, bundle: Pick<TownshipBundle, 'modules' | 'villages' | 'groups'>, points: PeriodPoints): BundlePeriod {
  const dice = diceOf(seed, row.code)
  return {
    ...row,
    plan,
    ...points,
    pkFactors: bundle.modules.map(({ code }) => ({ module: code, factor: ((95 + dice.below(11)) / 100).toFixed(2) })),
    villageRanks: rankVillages(dice, bundle.villages, row.code.endsWith('Q2')),
    groupGrades: gradeGroups(dice, bundle.groups, row),
    headRatings: makeHeadRatings(dice, roster, row),
    leaderScores: makeLeaderScores(dice, roster, row),
    ...makeBallots(dice, roster, row.end),
  }
}
