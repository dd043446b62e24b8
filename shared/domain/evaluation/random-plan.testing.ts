import { defaultPlan } from '../plans/plan-presets.ts'
import type { Plan, PlanConstants, PlanOverride } from '../plans/plan.ts'
import type { Draw } from './random-case.testing.ts'
import { normalisations, quotaRoundings, scoringModes, zeroTaskRules } from '../plans/vocabulary.ts'

/** A split of the module and team maxima that adds up, often with leaves that do not exist. */
interface Maxima {
  readonly dimensions: PlanConstants['dimensions']
  readonly module: Pick<PlanConstants['module'], 'head' | 'tasks' | 'peer' | 'leader'>
  readonly team: { readonly result: string; readonly service: { readonly max: string } }
}

function randomMaxima(draw: Draw): Maxima {
  const part = (usual: number) => (draw.once(5) ? 0 : draw.once(4) ? draw.int(1, 30) : usual)
  const [head, tasks, peer, leader, result, service] = [part(10), part(20), part(5), part(5), part(20), part(20)]
  return {
    dimensions: {
      post: draw.of(['20', '20', '18.5', '0']),
      module: String(head + tasks + peer + leader),
      team: String(result + service),
      specialCap: draw.of(['10', '5', '0']),
      deductCap: draw.of(['10', '3', '0']),
    },
    module: { head: String(head), tasks: String(tasks), peer: String(peer), leader: String(leader) },
    team: { result: String(result), service: { max: String(service) } },
  }
}

function share(max: string, of: number): string {
  return ((Number(max) * of) / 10).toFixed(2)
}

function constants(draw: Draw): Pick<PlanConstants, 'mode' | 'dimensions' | 'module' | 'team'> {
  const { dimensions, module, team } = randomMaxima(draw)
  return {
    mode: draw.of(scoringModes),
    dimensions,
    module: {
      ...defaultPlan.module,
      ...module,
      headBands: { A: share(module.head, 10), B: share(module.head, 8), C: share(module.head, 6) },
      peerBands: { A: share(module.peer, 10), B: share(module.peer, 6), C: share(module.peer, 2) },
      normalisation: draw.of(normalisations),
      zeroTask: draw.of(zeroTaskRules),
      minRatedDays: draw.of([10, 10, 0, 1]),
      minVotes: draw.of([3, 1, 0]),
      rescaleAt: draw.of(['0.5', '0.5', '0', '1', '0.7']),
    },
    team: {
      ...defaultPlan.team,
      result: team.result,
      tiers: [share(team.result, 10), share(team.result, 8), share(team.result, 6)],
      service: { ...defaultPlan.team.service, max: team.service.max, target: draw.of(['20', '3', '0']) },
    },
  }
}

/** A valid plan: any mode, normalisation and zeroTask rule, any maxima, and some tracks with constants of their own. */
export function randomPlan(draw: Draw): Plan {
  const override = (): PlanOverride => (draw.once(2) ? constants(draw) : { validity: { leaves: draw.of([[], ['annual']]) }, tasks: { late: [{ days: null, factor: '0.1' }] } })
  return {
    ...defaultPlan,
    ...constants(draw),
    special: { ...defaultPlan.special, maxGroups: draw.of([3, 1, 0]) },
    pools: draw.once(4) ? defaultPlan.pools.slice(2) : defaultPlan.pools,
    quarterGrades: { quota: draw.of(['0.4', '0.2', '1', '0']), rounding: draw.of(quotaRoundings), good: draw.of(['85', '50', '0']), fairGood: '45', average: '30' },
    tracks: { ...(draw.once(2) ? { leader: override() } : {}), ...(draw.once(4) ? { staff: override() } : {}) },
  }
}
