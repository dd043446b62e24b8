import { identities } from '../../../../shared/domain/people/codes.ts'
import type { TownshipBundle } from '../bundle/bundle.ts'
import { diceOf } from './dice.ts'
import type { Roster } from './roster.ts'
import { primaryModule } from './sheets.ts'

/** 编制 per module and identity, near the number in post: some vacant, some over. */
export function makeEstablishment(seed: number, roster: Roster, modules: TownshipBundle['modules']): TownshipBundle['establishment'] {
  const dice = diceOf(seed, 'establishment')
  const homes = roster.scored.map(({ staff }) => ({ identity: staff.identity, module: primaryModule(roster, staff.code, { start: '2026-01-01', end: '2026-01-01' }) }))
  return modules.flatMap(({ code }) =>
    identities.flatMap((identity) => {
      const inPost = homes.filter((home) => home.module === code && home.identity === identity).length
      if (inPost === 0) return []
      return [{ module: code, identity, approved: Math.max(1, inPost + dice.weighted([-1, 0, 1, 2], (step) => (step === 0 ? 4 : step === 1 ? 3 : 1.5))) }]
    }),
  )
}
