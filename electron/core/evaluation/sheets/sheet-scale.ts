import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { scorerRulesOf, type PlanDocument } from '../../../../shared/domain/plans/plan-document.ts'
import { planOfTrack } from '../../../../shared/domain/plans/plan-of-track.ts'
import { scaleOf, type ScoreScale, type ScorerRules } from '../../../../shared/domain/plans/scorer-rules.ts'
import type { Track } from '../../../../shared/domain/people/codes.ts'

/** What may be given on a sheet to people of a track: the plan's for that track. */
export function trackScale(plan: PlanDocument, kind: SheetKind, track: Track | null): ScoreScale {
  const { module } = track === null ? plan.quarter : planOfTrack(plan.quarter, track)
  return kind === 'head' ? scaleOf(module.head, module.headBands) : scaleOf(module.leader, {})
}

/** The rules a sheet is handed in by; M4 knows none. */
export function sheetRules(plan: PlanDocument, kind: SheetKind): ScorerRules | null {
  return kind === 'head' ? scorerRulesOf(plan) : null
}
