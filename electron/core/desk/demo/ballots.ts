import type { BundlePeriod } from '../bundle/bundle.ts'
import type { Dice } from './dice.ts'
import type { DemoPerson } from './person.ts'
import type { Roster } from './roster.ts'

type PeerOutcome = Pick<BundlePeriod, 'peerCounts' | 'peerRoll'>

/** The newest people, on whom nearly everybody abstained: two votes are too few for an M3. */
const hardlyKnown = 3
const votesOnHardlyKnown = 2

/** Those who hand in a ballot on the person: everybody of the person's modules on the day, 班子 among themselves. */
function peersOf(roster: Roster, person: DemoPerson, day: string): readonly DemoPerson[] {
  const leads = person.staff.track === 'leader'
  const modules = roster.modulesOf(person.staff.code, day)
  return roster.scored.filter(
    ({ staff }) =>
      staff.code !== person.staff.code && (staff.track === 'leader') === leads && (leads || roster.modulesOf(staff.code, day).some((module) => modules.includes(module))),
  )
}

function bandOf(dice: Dice, diligence: number): 'A' | 'B' | 'C' {
  const seen = diligence + 0.7 * (dice.fraction() - 0.5)
  return seen > 0.74 ? 'A' : seen > 0.42 ? 'B' : 'C'
}

/** M3 counts of a quarter: a peer who has not voted counts as abstaining, and nobody votes on himself. */
export function makeBallots(dice: Dice, roster: Roster, day: string): PeerOutcome {
  const electorate = roster.scored.filter(({ staff }) => roster.modulesOf(staff.code, day).length > 0)
  const voted = new Set(electorate.filter(() => dice.chance(0.92)).map(({ staff }) => staff.code))
  const newest = [...electorate].sort((a, b) => ((a.staff.joinedOn ?? '') < (b.staff.joinedOn ?? '') ? 1 : -1)).slice(0, hardlyKnown)
  const peerCounts = electorate.map((person) => {
    const votes = { A: 0, B: 0, C: 0 }
    let abstained = 0
    for (const peer of peersOf(roster, person, day)) {
      const unsure = newest.includes(person) ? votes.A + votes.B + votes.C >= votesOnHardlyKnown : dice.chance(0.06)
      if (voted.has(peer.staff.code) && !unsure) votes[bandOf(dice, person.diligence)] += 1
      else abstained += 1
    }
    return { staff: person.staff.code, votes, abstained }
  })
  return { peerCounts, peerRoll: [...voted].sort() }
}
