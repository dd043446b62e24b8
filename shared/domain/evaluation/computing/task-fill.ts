import { exactly, round2 } from '../../../lib/hundredths.ts'
import { add, divide, multiply, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { ModuleFill } from './module-outcome.ts'
import type { Presence } from './presence.ts'

/** Sum and number of rounded M2 scores; 0 people have no mean. */
interface Tally {
  readonly people: number
  readonly sum: Rational
}

/** The M2 scores of one track's people who have tasks of their own: by module in which they had a day, and all together. */
export interface TaskFills {
  readonly modules: ReadonlyMap<string, Tally>
  readonly track: Tally
}

const nobody: Tally = { people: 0, sum: zero }

function tallyWith(tally: Tally, score: Rational): Tally {
  return { people: tally.people + 1, sum: add(tally.sum, score) }
}

/** Collects what people without tasks are filled from; `exact` is the unrounded M2 of someone with tasks. */
export function taskFills(owners: readonly { readonly presence: Presence; readonly exact: Rational }[]): TaskFills {
  const modules = new Map<string, Tally>()
  let track = nobody
  for (const { presence, exact } of owners) {
    const score = exactly(round2(exact))
    track = tallyWith(track, score)
    for (const { module } of presence.modules) modules.set(module, tallyWith(modules.get(module) ?? nobody, score))
  }
  return { modules, track }
}

/** For each module of a person without tasks: its mean, else the track's, else share × M2max (zeroTask `module_mean`). */
export function fillByModule(presence: Presence, plan: ExactPlan, fills: TaskFills): readonly ModuleFill[] {
  return presence.modules.map(({ module, days }) => {
    const own = fills.modules.get(module)
    if (own) return { module, days, source: 'module', people: own.people, mean: divide(own.sum, whole(own.people)) }
    const { people, sum } = fills.track
    if (people > 0) return { module, days, source: 'track', people, mean: divide(sum, whole(people)) }
    return { module, days, source: 'share', people: 0, mean: multiply(plan.zeroTaskShare, plan.tasks) }
  })
}
