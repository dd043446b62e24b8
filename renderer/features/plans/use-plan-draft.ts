import { useMemo, useState } from 'react'
import { checkPlan, type CheckedPlan } from './plan-check.ts'
import { compareLines, planLines } from './plan-lines.ts'
import type { PlanModule } from './plan-parameters.ts'
import { changedIn, seenIn, withUsual, type PlanScope } from './plan-scope.ts'

export interface PlanDraft extends CheckedPlan {
  readonly draft: unknown
  /** The plan that one began with, or that was put in its place since. */
  readonly start: unknown
  readonly scope: PlanScope
  readonly setScope: (scope: PlanScope) => void
  /** As it is seen in the scope: what has been typed, and what it is held against. */
  readonly seen: unknown
  readonly before: unknown
  /** How many things the draft says otherwise. */
  readonly count: number
  readonly change: (change: (seen: unknown) => unknown) => void
  readonly replace: (document: unknown) => void
}

/** A plan that is being changed, checked with every key. */
export function usePlanDraft(stored: unknown, modules: readonly PlanModule[]): PlanDraft {
  const original = useMemo(() => withUsual(stored), [stored])
  const [draft, setDraft] = useState<unknown>(original)
  const [start, setStart] = useState<unknown>(original)
  const [scope, setScope] = useState<PlanScope>('all')
  const checked = useMemo(() => checkPlan(draft, modules), [draft, modules])
  const count = useMemo(() => (draft === original ? 0 : compareLines(planLines(original, modules), planLines(draft, modules)).filter(({ isDifferent }) => isDifferent).length), [draft, original, modules])
  return {
    ...checked,
    draft,
    start,
    scope,
    setScope,
    seen: seenIn(draft, scope),
    before: scope === 'all' ? original : draft,
    count,
    change: (change) => setDraft((now: unknown) => changedIn(now, scope, change)),
    replace(document) {
      const next = withUsual(document)
      setStart(next)
      setDraft(next)
    },
  }
}
