import type { Track } from '../people/codes.ts'
import type { ExactPlan } from './exact-plan.ts'
import { exactPlan } from './exact-plan.ts'
import { mergeDeep } from '../../lib/json.ts'
import type { Plan, PlanConstants } from './plan.ts'
import { readPlanConstants } from './read-plan.ts'
import { IssueLog } from './issue.ts'
import { rootPlace } from './place.ts'

/** The plan's constants as they hold for one track: the base with `plan.tracks[track]` merged in. @throws TypeError when the plan was never validated */
export function planOfTrack(plan: Plan, track: Track): PlanConstants {
  const override = plan.tracks[track]
  if (override === undefined) return plan
  const log = new IssueLog()
  const merged = readPlanConstants(mergeDeep(plan, override), rootPlace, log)
  if (log.issues.length > 0) throw new TypeError(`plan ${plan.id} does not hold for track ${track}`)
  return merged
}

/** The same as exact numbers; each track is read once. */
export function exactPlans(plan: Plan, tracks: Iterable<Track>): (track: Track) => ExactPlan {
  const plans = new Map<Track, ExactPlan>()
  for (const track of tracks) if (!plans.has(track)) plans.set(track, exactPlan(planOfTrack(plan, track)))
  return (track) => {
    const found = plans.get(track)
    if (found === undefined) throw new RangeError(`no plan read for track ${track}`)
    return found
  }
}
